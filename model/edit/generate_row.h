// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

#include <string>

namespace halltwin::edit {

/// Places a row of equal items side by side: along +x when they face −y or +y (R0, R180), along +y
/// otherwise. Labels are the prefix and the lowest numbers that are free. Fails as PlaceItems does,
/// with OutOfRange on a count outside 1…maximumRow, and with InvalidArgument on a pitch that is not
/// above zero or an empty key.
struct GenerateRow {
    HallId hall;
    std::string catalogKey;
    Point start;  ///< lower-left corner of the first footprint
    int count = 10;
    Length pitch = metres(0.6);  ///< from one item to the next
    Rotation rotation = Rotation::R0;
    std::string labelPrefix = "R";
};

inline constexpr int maximumRow = 10000;

[[nodiscard]] Result<Project> apply(const Project& before, const GenerateRow& edit);
[[nodiscard]] EditLabel label(const GenerateRow& edit);

}  // namespace halltwin::edit
