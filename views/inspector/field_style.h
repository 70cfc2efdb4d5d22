// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>

namespace halltwin::views::inspector {

/// How a field is shown. The number on screen is the field's own times `scale`.
struct FieldStyle {
    QString label;
    QString unit;
    double scale = 1.0;
    int decimals = 2;
    double step = 1.0;  ///< of the arrow keys, as shown
    QString help;
};

/// `entity` tells equal names apart: "item" lengths are in millimetres, "hall" lengths in metres.
/// A name without an entry is shown as it is.
[[nodiscard]] FieldStyle fieldStyle(std::string_view entity, std::string_view name);

/// Shown text of an enumeration's value by its stable name.
[[nodiscard]] QString choiceText(std::string_view name);

}  // namespace halltwin::views::inspector
