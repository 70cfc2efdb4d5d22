// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/cable_bundles.h"

#include <QGraphicsItem>
#include <vector>

namespace halltwin::views::bridge {
class Theme;
}

namespace halltwin::views::floorplan::items {

/// Network cables on the plan, bundled: as thick as there are many, in the colour of the fullest
/// cable's load, dotted where a way is an estimate. Give it to PlanView::addLayerItem.
class CableItem final : public QGraphicsItem {
public:
    /// Above trays, below marks and what a tool shows.
    static constexpr double stacking = 45.0;

    explicit CableItem(const bridge::Theme& theme);

    enum { Type = UserType + 8 };
    [[nodiscard]] int type() const override { return Type; }

    void setBundles(const std::vector<halltwin::network::CableBundle>& bundles);
    [[nodiscard]] bool isEmpty() const { return m_bundles.empty(); }

    /// The bundle within `reachM` of a place in the scene; the thinnest where several are, since it
    /// is drawn on top. Null: there is none.
    [[nodiscard]] const halltwin::network::CableBundle* bundleAt(const QPointF& place,
                                                                 double reachM) const;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const bridge::Theme& m_theme;
    std::vector<halltwin::network::CableBundle> m_bundles;  ///< the thickest first
    QRectF m_bounds;
};

/// Width of a bundle on the screen, pixels.
[[nodiscard]] double bundlePixels(int cables);

}  // namespace halltwin::views::floorplan::items
