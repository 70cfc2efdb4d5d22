// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/heatmap/flow_arrows.h"

#include <QGraphicsItem>
#include <QWidget>

namespace halltwin::views::bridge {
class Theme;
}

namespace halltwin::views::heatmap {

/// The flow of the air as arrows on the plan, above the heat and below tiles; how many there are
/// follows the zoom. Give it to PlanView::addLayerItem.
class ArrowLayer final : public QGraphicsItem {
public:
    ArrowLayer();

    enum { Type = UserType + 20 };
    [[nodiscard]] int type() const override { return Type; }

    void setFlow(FlowPlanes flow);
    /// The speed, m/s, whose arrow is as long as the distance of arrows.
    [[nodiscard]] double reference() const { return m_reference; }
    [[nodiscard]] bool isEmpty() const { return m_bounds.isEmpty(); }

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    FlowPlanes m_flow;
    double m_reference = 1.0;
    QRectF m_bounds;
};

/// The length of an arrow with its speed, for a corner of the plan. It lets the mouse through.
class ArrowKey : public QWidget {
public:
    explicit ArrowKey(const bridge::Theme& theme, QWidget* parent = nullptr);

    /// Hidden while `metresPerSecond` is 0.
    void setArrow(double metresPerSecond, double pixels);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const bridge::Theme& m_theme;
    double m_speed = 0.0;
    double m_pixels = 0.0;
};

}  // namespace halltwin::views::heatmap
