// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/validation/case.h"

#include <string>
#include <vector>

namespace halltwin::validation {

/// The range of a plot's axis between round numbers, with steps of 1, 2 or 5 times a power of ten.
struct Scale {
    double first = 0.0;
    double last = 1.0;
    double step = 0.2;

    /// Where a value lies between first and last, 0…1.
    [[nodiscard]] double share(double value) const { return (value - first) / (last - first); }
    [[nodiscard]] std::vector<double> ticks() const;
    /// With as many decimals as the step has, and a true minus sign.
    [[nodiscard]] std::string label(double tick) const;
};

enum class AxisOf { X, Y };

/// Holds every finite point of all curves; one unit wide steps where the axis is discrete.
[[nodiscard]] Scale scaleOf(const Profile& profile, AxisOf axis);

}  // namespace halltwin::validation
