// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "model/twin/twin.h"
#include "views/floorplan/items/plan_item.h"

#include <QGraphicsItem>
#include <QString>
#include <map>
#include <optional>
#include <vector>

namespace halltwin::views::floorplan::items {

/// A run of cable tray as it is drawn, in the scene.
struct TrayFace {
    TrayId id;
    QPointF from;
    QPointF to;
    double widthM = 0.3;
    double fillLimit = 0.4;
    QString name;
};

/// How full trays are where they are fullest, shares of their section.
using TrayFills = std::map<TrayId, double>;

/// Of the networks that a result holds; none without.
[[nodiscard]] TrayFills trayFills(const twin::TwinResult* result);

/// All cable trays: ladders in the colour of their fill, where that is known.
class TrayItem final : public QGraphicsItem {
public:
    explicit TrayItem(const SceneLook& look);

    enum { Type = UserType + 7 };
    [[nodiscard]] int type() const override { return Type; }

    void display(std::vector<TrayFace> trays);
    void setFills(TrayFills fills);
    void setHighlighted(std::optional<TrayId> id);

    /// The tray over a place, or within `reachM` of its edge; the narrowest where several are.
    [[nodiscard]] std::optional<TrayId> trayAt(const QPointF& place, double reachM) const;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void drawTray(QPainter& painter, const TrayFace& tray, const DrawContext& context) const;
    void drawName(QPainter& painter, const TrayFace& tray, const DrawContext& context) const;
    [[nodiscard]] std::optional<double> fillOf(TrayId id) const;

    const SceneLook& m_look;
    std::vector<TrayFace> m_trays;
    TrayFills m_fills;
    std::optional<TrayId> m_highlighted;
    QRectF m_bounds;
};

}  // namespace halltwin::views::floorplan::items
