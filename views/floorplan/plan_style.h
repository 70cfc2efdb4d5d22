// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"

#include <QColor>
#include <array>

namespace halltwin::views::bridge {
class Theme;
}

namespace halltwin::views::floorplan {

/// The colours of a plan, for the screen (from the theme) or for paper (black on white).
struct PlanStyle {
    QColor paper;  ///< floor of a hall
    QColor outside;
    QColor grid;
    QColor gridMajor;
    QColor wall;
    QColor label;
    QColor labelMuted;
    QColor accent;  ///< selection, guides
    QColor accentSoft;
    QColor danger;
    QColor warning;
    QColor feedA;
    QColor feedB;
    QColor water;  ///< cooling links
    std::array<QColor, itemKindCount> kinds;

    [[nodiscard]] QColor of(ItemKind kind) const { return kinds[static_cast<std::size_t>(kind)]; }

    [[nodiscard]] static PlanStyle of(const bridge::Theme& theme);
    [[nodiscard]] static PlanStyle print();
};

/// Black or white, whichever reads better on `fill`.
[[nodiscard]] QColor textColorOn(const QColor& fill);

}  // namespace halltwin::views::floorplan
