// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::sweep {

/// A parameter and the values that it takes, each once; numbers in their shortest form.
struct Axis {
    std::string path;
    std::vector<std::string> values;

    bool operator==(const Axis&) const = default;
};

/// "PATH=a,b,c" or "PATH=from:to:step", both ends included. Fails with InvalidArgument (no path, no
/// value, a step that does not lead there) and OverLimit (more than 10,000 values).
[[nodiscard]] Result<Axis> axisFrom(std::string_view text);

/// The values of one point, in the order of the axes.
using Point = std::vector<std::string>;

/// All points of the full grid, the last axis running fastest. Fails with InvalidArgument without
/// axes or with a path given twice, and with OverLimit beyond 1,000,000 points.
[[nodiscard]] Result<std::vector<Point>> gridOf(const std::vector<Axis>& axes);

}  // namespace halltwin::sweep
