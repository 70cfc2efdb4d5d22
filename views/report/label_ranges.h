// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace halltwin::views::report {

/// Labels as people list them: runs of numbers join ("R1–R12, R14, UPS A"), in natural order, each
/// label once. Empty labels are left out; leading zeros are kept apart ("R01" is not "R1").
[[nodiscard]] QString labelRanges(const std::vector<QString>& labels);

}  // namespace halltwin::views::report
