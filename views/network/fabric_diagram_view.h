// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/diagram/panning_view.h"
#include "views/network/fabric_picture.h"

#include <QPoint>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace halltwin::views::network {

/// What is picked in the diagram: a node, or an edge, by a device or link of it that stays when
/// groups open and close.
struct DiagramPick {
    std::optional<halltwin::network::DeviceIndex> device;
    std::optional<halltwin::network::LinkIndex> link;

    bool operator==(const DiagramPick&) const = default;
    [[nodiscard]] bool isEmpty() const { return !device && !link; }
};

/// Shows the folded picture of a fabric: the wheel zooms, dragging moves, a click picks, a double
/// click or Enter opens and closes, arrows go from node to node, Delete cuts. Knows nothing of the
/// study; what the user wants comes as signals.
class FabricDiagramView : public diagram::PanningView {
    Q_OBJECT

public:
    explicit FabricDiagramView(bridge::Theme& theme, QWidget* parent = nullptr);

    /// Keeps zoom and place; fits at the first picture with nodes. None: there is no fabric.
    void setPicture(FabricPicturePtr picture);
    [[nodiscard]] const FabricPicturePtr& picture() const { return m_picture; }
    /// Racks that are selected elsewhere.
    void setSelection(std::set<ItemId> racks);
    /// The ways that stand out; none: nothing does.
    void setWays(std::optional<halltwin::network::WaysBetween> ways);
    [[nodiscard]] const LitWays& lit() const { return m_lit; }

    void pick(DiagramPick picked);
    [[nodiscard]] const DiagramPick& picked() const { return m_picked; }
    [[nodiscard]] std::optional<std::uint32_t> pickedNode() const;
    [[nodiscard]] std::optional<std::uint32_t> pickedEdge() const;

signals:
    /// By click or key. `adds`: with Ctrl.
    void pickedByUser(const halltwin::views::network::DiagramPick& picked, bool adds);
    void pointedAt(halltwin::network::DeviceIndex device);
    void toggleWanted(std::uint32_t node);  ///< open it, or close what it is in
    void closeWanted(halltwin::network::GroupIndex group);
    void cutWanted();  ///< of what is picked, or to restore it
    /// From the node picked before, or chosen as an end, to this one.
    void wayWanted(halltwin::network::DeviceIndex to);
    void wayDropped();
    void menuWanted(const QPoint& screen);

protected:
    [[nodiscard]] QRectF contentArea() const override;
    void paintContent(QPainter& painter, const QRectF& wanted) const override;
    void paintMarks(QPainter& painter) const override;
    void pointAt(const std::optional<QPointF>& widget) override;
    void click(const QPointF& widget, Qt::KeyboardModifiers modifiers) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] bool isEmpty() const { return m_picture == nullptr || m_picture->isEmpty(); }
    [[nodiscard]] DiagramPick pickAt(const QPointF& widget) const;
    [[nodiscard]] std::vector<std::uint32_t> edgesInFocus() const;
    void step(int key);

    FabricPicturePtr m_picture;
    std::optional<halltwin::network::WaysBetween> m_ways;
    LitWays m_lit;
    std::set<ItemId> m_selected;
    DiagramPick m_picked;
    DiagramPick m_hovered;
};

}  // namespace halltwin::views::network
