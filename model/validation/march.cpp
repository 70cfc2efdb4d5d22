// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/march.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

using namespace halltwin::airflow;

namespace halltwin::validation {

namespace {

double greatestSpeed(const Faces& velocity) {
    double greatest = 0.0;
    for (const Field& component : velocity)
        for (std::size_t c = 0; c < component.size(); ++c)
            greatest = std::max(greatest, std::abs(static_cast<double>(component[c])));
    return greatest;
}

double greatestChange(const Faces& a, const Faces& b) {
    double greatest = 0.0;
    for (std::size_t d = 0; d < 3; ++d)
        for (std::size_t c = 0; c < a[d].size(); ++c)
            greatest = std::max(greatest, std::abs(static_cast<double>(a[d][c]) - b[d][c]));
    return greatest;
}

/// How near the velocities are to standing still: their change falls roughly exponentially.
struct Settling {
    double settled = 0.0;
    double first = 0.0;
    double now = 0.0;

    bool stands(double change, double scale) {
        if (!(scale > 0.0)) return false;
        now = change / scale;
        if (first == 0.0) first = now;
        return change < settled * scale;
    }
    [[nodiscard]] double share() const {
        if (!(settled > 0.0) || !(now > 0.0) || first <= settled) return 0.0;
        return std::clamp(std::log(first / now) / std::log(first / settled), 0.0, 1.0);
    }
};

/// Of the parabola through three points.
double vertex(const std::array<double, 3>& x, const std::array<double, 3>& f) {
    const double slopeLow = (f[1] - f[0]) / (x[1] - x[0]);
    const double slopeHigh = (f[2] - f[1]) / (x[2] - x[1]);
    const double bend = (slopeHigh - slopeLow) / (x[2] - x[0]);
    if (bend == 0.0) return f[1];
    const double top = 0.5 * (x[0] + x[1]) - 0.5 * slopeLow / bend;
    return f[0] + slopeLow * (top - x[0]) + bend * (top - x[0]) * (top - x[1]);
}

double extreme(const Samples& profile, std::size_t n) {
    if (n == 0 || n + 1 == profile.values.size()) return profile.values[n];
    const auto& x = profile.positions;
    const auto& f = profile.values;
    return vertex({x[n - 1], x[n], x[n + 1]}, {f[n - 1], f[n], f[n + 1]});
}

}  // namespace

GridAxis evenAxis(int cells, double length) {
    GridAxis axis;
    for (int n = 0; n <= cells; ++n)
        axis.faces.push_back(length * n / cells);
    return axis;
}

GridAxis wallAxis(int cells, double length, double stretch) {
    GridAxis axis;
    for (int n = 0; n <= cells; ++n) {
        const double s = 2.0 * n / cells - 1.0;
        axis.faces.push_back(0.5 * length * (1.0 + std::tanh(stretch * s) / std::tanh(stretch)));
    }
    return axis;
}

AirDomain planeBox(Grid grid, std::size_t thin) {
    AirDomain domain = makeClosedBox(std::move(grid));
    domain.sides[2 * thin].slips = domain.sides[2 * thin + 1].slips = true;
    return domain;
}

ScalarSources noSources(const CellBox& box) {
    return {Field(box), Field(box)};
}

void holdSide(const AirFlow& air, int side, double temperature, ScalarSources& sources) {
    const AirSpace& space = air.space();
    const auto axis = static_cast<std::size_t>(side / 2);
    const int layer = side % 2 == 0 ? 0 : space.box.cells(axis) - 1;
    const double width = space.metric.axes[axis].widthOf(layer);
    const double conduction =
        2.0 * air.model().viscosityM2S / air.model().prandtl / (width * width);
    forCells(space.box, [&](int i, int j, int k) {
        if (std::array<int, 3>{i, j, k}[axis] != layer) return;
        const std::size_t c = space.box.at(i, j, k);
        sources.decay[c] += static_cast<float>(conduction);
        sources.gain[c] += static_cast<float>(conduction * temperature);
    });
}

void carryIn(const AirSpace& space, const std::vector<double>& values, ScalarSources& sources) {
    const CellBox& box = space.box;
    for (std::size_t n = 0; n < space.prescribed.size(); ++n) {
        const PrescribedFace& face = space.prescribed[n];
        const std::size_t c = face.flowM3S > 0.0 ? face.cell + box.stride(face.axis) : face.cell;
        const auto [i, j, k] = box.position(c);
        if (!box.contains(i, j, k) || !space.air[c]) continue;
        const double rate = std::abs(face.flowM3S) / space.metric.volume(i, j, k);
        sources.decay[c] += static_cast<float>(rate);
        sources.gain[c] += static_cast<float>(rate * values[n]);
    }
}

March marchOf(const RunSettings& settings) {
    March march;
    march.stop = settings.stop;
    if (settings.progress)
        march.progress = [&settings](double share) { settings.progress(share, {}); };
    return march;
}

Result<void> marchToSteady(AirFlow& air, const ScalarSources& sources, const March& march) {
    constexpr int interval = 10;
    Settling settling{march.settled};
    for (int step = 0; step < march.mostSteps; step += interval) {
        const double rate = std::max(air.greatestRate(), 1e-9);
        const double dtS = std::min(march.courant / rate, march.longestStepS);
        const Faces before = air.velocity;
        for (int n = 0; n < interval; ++n) {
            if (auto done = air.stepFlow(dtS, march.effort, march.stop); !done) return done;
            if (march.hasHeat) air.stepHeat(sources, dtS, march.effort.scalarSweeps);
        }
        const double speed = greatestSpeed(air.velocity);
        if (!std::isfinite(speed))
            return fail(ErrorCode::NotConverged, "the velocities are no longer finite",
                        "validation case");
        if (settling.stands(greatestChange(before, air.velocity) / (interval * dtS),
                            speed * speed) &&
            step > 100)
            return {};
        if (march.progress) march.progress(settling.share());
    }
    if (march.settled == 0.0) return {};
    return fail(ErrorCode::NotConverged, "the velocities do not come to rest", "validation case");
}

double cubicAt(const std::vector<double>& positions, const std::vector<double>& values, double at) {
    const auto count = static_cast<std::ptrdiff_t>(positions.size());
    const auto above = std::lower_bound(positions.begin(), positions.end(), at) - positions.begin();
    const std::ptrdiff_t first = std::clamp<std::ptrdiff_t>(above - 2, 0, count - 4);
    double sum = 0.0;
    for (std::ptrdiff_t n = first; n < first + 4; ++n) {
        double weight = values[static_cast<std::size_t>(n)];
        for (std::ptrdiff_t m = first; m < first + 4; ++m)
            if (m != n)
                weight *= (at - positions[static_cast<std::size_t>(m)]) /
                          (positions[static_cast<std::size_t>(n)] -
                           positions[static_cast<std::size_t>(m)]);
        sum += weight;
    }
    return sum;
}

void Samples::add(double position, double value) {
    positions.push_back(position);
    values.push_back(value);
}

double Samples::greatest() const {
    const auto top = std::max_element(values.begin(), values.end()) - values.begin();
    return extreme(*this, static_cast<std::size_t>(top));
}

double Samples::least() const {
    const auto bottom = std::min_element(values.begin(), values.end()) - values.begin();
    return extreme(*this, static_cast<std::size_t>(bottom));
}

}  // namespace halltwin::validation
