// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/plot_scale.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace halltwin::validation {

namespace {

constexpr int wantedSteps = 6;

double roundStep(double range) {
    const double rough = range / wantedSteps;
    const double decade = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (rough <= factor * decade * (1.0 + 1e-9)) return factor * decade;
    return 10.0 * decade;
}

}  // namespace

std::vector<double> Scale::ticks() const {
    std::vector<double> all;
    const auto steps = static_cast<int>(std::lround((last - first) / step));
    for (int n = 0; n <= steps; ++n)
        if (const double tick = first + n * step; tick <= last + 1e-9 * step) all.push_back(tick);
    return all;
}

std::string Scale::label(double tick) const {
    const int decimals = std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 9);
    const double shown = std::abs(tick) < 1e-9 * step ? 0.0 : tick;
    return (shown < 0.0 ? "−" : "") + fmt::format("{:.{}f}", std::abs(shown), decimals);
}

Scale scaleOf(const Profile& profile, AxisOf axis) {
    double least = HUGE_VAL;
    double greatest = -HUGE_VAL;
    for (const Curve& curve : profile.curves)
        for (const Point& point : curve.points) {
            const double value = axis == AxisOf::X ? point.x : point.y;
            if (!std::isfinite(value)) continue;
            least = std::min(least, value);
            greatest = std::max(greatest, value);
        }
    if (least > greatest) return {};
    if (axis == AxisOf::X && profile.x.isDiscrete)
        return {std::floor(least) - 1.0, std::ceil(greatest) + 1.0, 1.0};
    const double size = std::max(std::abs(greatest), 1.0);
    if (greatest - least < 1e-9 * size) {  // a single value stands in the middle
        least -= 0.1 * size;
        greatest += 0.1 * size;
    }
    const double step = roundStep(greatest - least);
    constexpr double slack = 1e-6;  // a value on a round number needs no further step
    return {step * std::floor(least / step + slack), step * std::ceil(greatest / step - slack),
            step};
}

}  // namespace halltwin::validation
