// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/diagram/panning_view.h"
#include "views/diagram/rack_content.h"
#include "views/diagram/rack_elevation_drawing.h"

#include <QPoint>
#include <vector>

namespace halltwin::views::network {

/// Racks side by side with what stands in their units, front and rear. A click marks a part; the
/// arrow keys move the mark. Knows nothing of the project; what the user wants comes as signals.
class ElevationView : public diagram::PanningView {
    Q_OBJECT

public:
    explicit ElevationView(bridge::Theme& theme, QWidget* parent = nullptr);

    /// Keeps zoom and mark where the same racks are shown again.
    void setRacks(std::vector<diagram::DrawnRack> racks);
    [[nodiscard]] const std::vector<diagram::DrawnRack>& racks() const { return m_racks; }
    void setFaces(diagram::RackFaces faces);
    [[nodiscard]] diagram::RackFaces faces() const { return m_faces; }

    /// The part that is marked; null: none.
    [[nodiscard]] const diagram::RackPart* marked() const;
    /// Where a part is drawn in the widget, on the first face that is shown.
    [[nodiscard]] QRectF boxOf(std::size_t rack, const diagram::RackPart& part) const;

signals:
    void activated(halltwin::ItemId rack);  ///< double click or Enter
    void menuWanted(const halltwin::views::diagram::RackPart& part, halltwin::ItemId rack,
                    const QPoint& screen);

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
    /// A part by its place in the lists.
    struct Spot {
        std::size_t rack = 0;
        std::size_t part = 0;
        bool operator==(const Spot&) const = default;
    };

    [[nodiscard]] std::optional<Spot> spotAt(const QPointF& widget) const;
    [[nodiscard]] const diagram::RackPart& partOf(const Spot& spot) const;
    void mark(std::optional<Spot> spot);
    void moveMark(int parts, int racks);

    std::vector<diagram::DrawnRack> m_racks;
    diagram::RackFaces m_faces = diagram::RackFaces::Both;
    int m_mostUnits = 0;
    std::optional<Spot> m_marked;
    std::optional<Spot> m_hovered;
};

}  // namespace halltwin::views::network
