// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/device_law.h"

#include <algorithm>
#include <cmath>

namespace halltwin::thermal {

Pressure fanPressure(const FanCurve& curve, VolumeFlow flow) {
    const double q = flow.in(cubicMetresPerSecond);
    return curve.atNoFlow * (curve.speed * curve.speed) +
           pascals((curve.linearPaPerM3S * curve.speed + curve.squarePaPerM3S2 * q) * q);
}

double fanSlope(const FanCurve& curve, VolumeFlow flow) {
    return curve.linearPaPerM3S * curve.speed +
           2.0 * curve.squarePaPerM3S2 * flow.in(cubicMetresPerSecond);
}

std::optional<VolumeFlow> fanFlow(const FanCurve& curve, Pressure against) {
    const double a = curve.squarePaPerM3S2;
    const double b = curve.linearPaPerM3S * curve.speed;
    const double c = (curve.atNoFlow * (curve.speed * curve.speed) - against).in(pascals);
    double flow = -1.0;
    if (a == 0.0) {
        if (b < 0.0) flow = -c / b;
    } else if (const double square = b * b - 4.0 * a * c; square >= 0.0) {
        // The greater root of a falling parabola (a < 0), in the form that does not cancel.
        const double half = -0.5 * (b + std::copysign(std::sqrt(square), b));
        const double one = half / a;
        const double other = half != 0.0 ? c / half : one;
        flow = std::max(one, other);
    }
    if (!(flow >= 0.0) || !std::isfinite(flow)) return std::nullopt;
    return cubicMetresPerSecond(flow);
}

}  // namespace halltwin::thermal
