// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/plan_style.h"

#include "views/bridge/color_map.h"
#include "views/bridge/theme.h"

namespace halltwin::views::floorplan {

PlanStyle PlanStyle::of(const bridge::Theme& theme) {
    const bridge::ThemeColors& c = theme.colors();
    PlanStyle style{.paper = c.planPaper,
                    .outside = c.planOutside,
                    .grid = c.planGrid,
                    .gridMajor = c.planGridMajor,
                    .wall = c.planWall,
                    .label = c.planLabel,
                    .labelMuted = c.textMuted,
                    .accent = c.accent,
                    .accentSoft = c.accentSoft,
                    .danger = c.danger,
                    .warning = c.warning,
                    .feedA = c.feedA,
                    .feedB = c.feedB,
                    .water = c.chilledWater,
                    .kinds = {}};
    for (std::size_t i = 0; i < itemKindCount; ++i) {
        style.kinds[i] = theme.kindColor(static_cast<ItemKind>(i));
    }
    return style;
}

PlanStyle PlanStyle::print() {
    PlanStyle style = of(bridge::Theme{});  // a theme starts light
    style.paper = Qt::white;
    style.outside = Qt::white;
    style.label = QColor(0x11, 0x18, 0x22);
    style.wall = QColor(0x22, 0x2B, 0x36);
    return style;
}

QColor textColorOn(const QColor& fill) {
    return bridge::toOkLab(fill.rgb()).lightness > 0.63 ? QColor(0x10, 0x18, 0x22)
                                                        : QColor(Qt::white);
}

}  // namespace halltwin::views::floorplan
