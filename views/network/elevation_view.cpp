// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/elevation_view.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <utility>

namespace halltwin::views::network {

namespace {

constexpr double margin = 24.0;

bool sameRacks(const std::vector<diagram::DrawnRack>& a, const std::vector<diagram::DrawnRack>& b) {
    return std::ranges::equal(a, b, [](const auto& x, const auto& y) {
        return x.rack == y.rack && x.parts.size() == y.parts.size();
    });
}

/// A tip as rich text, its first line strong.
QString tipText(QStringList lines) {
    for (QString& line : lines)
        line = line.toHtmlEscaped();
    lines.front() = QStringLiteral("<b>%1</b>").arg(lines.front());
    return lines.join(QStringLiteral("<br/>"));
}

}  // namespace

ElevationView::ElevationView(bridge::Theme& theme, QWidget* parent)
    : PanningView(theme,
                  {QStringLiteral("elevationView"), tr("Rack elevations"),
                   tr("Choose racks in the list, or select them on the plan.")},
                  parent) {}

void ElevationView::setRacks(std::vector<diagram::DrawnRack> racks) {
    const bool areOthers = !sameRacks(racks, m_racks);
    m_racks = std::move(racks);
    m_mostUnits = diagram::highestRack(m_racks);
    m_hovered.reset();
    if (!areOthers) return forgetPicture();
    mark(std::nullopt);
    fitAtNextShow();
    contentChanged();
}

void ElevationView::setFaces(diagram::RackFaces faces) {
    if (faces == m_faces) return;
    m_faces = faces;
    fitAtNextShow();
    contentChanged();
}

const diagram::RackPart* ElevationView::marked() const {
    return m_marked ? &partOf(*m_marked) : nullptr;
}

const diagram::RackPart& ElevationView::partOf(const Spot& spot) const {
    return m_racks[spot.rack].parts[spot.part];
}

QRectF ElevationView::boxOf(std::size_t rack, const diagram::RackPart& part) const {
    return toWidget(diagram::boxOf(m_mostUnits, part)
                        .translated(diagram::rackPlace(rack, m_mostUnits, m_faces)));
}

QRectF ElevationView::contentArea() const {
    if (m_racks.empty()) return {};
    return QRectF(QPointF(0, 0), diagram::racksSize(m_racks.size(), m_mostUnits, m_faces))
        .adjusted(-margin, -margin, margin, margin);
}

void ElevationView::paintContent(QPainter& painter, const QRectF& wanted) const {
    const QSizeF size = diagram::rackSize(m_mostUnits, m_faces);
    for (std::size_t n = 0; n < m_racks.size(); ++n) {
        const QPointF place = diagram::rackPlace(n, m_mostUnits, m_faces);
        if (!QRectF(place, size).intersects(wanted)) continue;
        painter.save();
        painter.translate(place);
        diagram::paintRack(painter, m_racks[n], m_mostUnits, {theme(), m_faces, scale()});
        painter.restore();
    }
}

void ElevationView::paintMarks(QPainter& painter) const {
    const auto outline = [&](const Spot& spot, const QColor& color, double width) {
        painter.setPen(QPen(color, width));
        painter.setBrush(Qt::NoBrush);
        const QPointF place = diagram::rackPlace(spot.rack, m_mostUnits, m_faces);
        for (const QRectF& box : diagram::boxesOf(m_mostUnits, m_faces, partOf(spot)))
            painter.drawRect(toWidget(box.translated(place)));
    };
    if (m_hovered) outline(*m_hovered, theme().colors().textMuted, 1.2);
    if (m_marked) outline(*m_marked, theme().colors().accent, 2.5);
}

std::optional<ElevationView::Spot> ElevationView::spotAt(const QPointF& widget) const {
    for (std::size_t n = 0; n < m_racks.size(); ++n) {
        const QPointF local = toDiagram(widget) - diagram::rackPlace(n, m_mostUnits, m_faces);
        const auto part = diagram::partAt(m_racks[n], m_mostUnits, m_faces, local);
        if (part) return Spot{n, *part};
    }
    return std::nullopt;
}

void ElevationView::mark(std::optional<Spot> spot) {
    m_marked = spot;
    setAccessibleDescription(spot ? m_racks[spot->rack].label + QStringLiteral(": ") +
                                        diagram::tipOf(partOf(*spot)).join(QStringLiteral(", "))
                                  : QString());
    update();
}

void ElevationView::moveMark(int parts, int racks) {
    if (m_racks.empty()) return;
    if (!m_marked) {
        const auto first = std::ranges::find_if(
            m_racks, [](const diagram::DrawnRack& rack) { return !rack.parts.empty(); });
        if (first == m_racks.end()) return;
        return mark(Spot{static_cast<std::size_t>(first - m_racks.begin()), 0});
    }
    const auto moved = [](std::size_t from, int by, std::size_t count) {
        const auto last = static_cast<std::ptrdiff_t>(count) - 1;
        return static_cast<std::size_t>(
            std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(from) + by, 0, last));
    };
    const std::size_t rack = moved(m_marked->rack, racks, m_racks.size());
    if (m_racks[rack].parts.empty()) return;
    mark(Spot{rack, moved(m_marked->part, parts, m_racks[rack].parts.size())});
    bringIntoView(diagram::boxOf(m_mostUnits, partOf(*m_marked))
                      .translated(diagram::rackPlace(rack, m_mostUnits, m_faces)));
}

void ElevationView::pointAt(const std::optional<QPointF>& widget) {
    const auto spot = widget ? spotAt(*widget) : std::nullopt;
    if (spot == m_hovered) return;
    m_hovered = spot;
    update();
}

void ElevationView::click(const QPointF& widget, Qt::KeyboardModifiers) {
    mark(spotAt(widget));
}

void ElevationView::mouseDoubleClickEvent(QMouseEvent* event) {
    const auto spot = spotAt(event->position());
    if (spot && event->button() == Qt::LeftButton) emit activated(m_racks[spot->rack].rack);
}

void ElevationView::contextMenuEvent(QContextMenuEvent* event) {
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto spot = isKey ? m_marked : spotAt(event->pos());
    if (!spot) return;
    mark(spot);
    const QPoint at = isKey ? mapToGlobal(boxOf(spot->rack, partOf(*spot)).center().toPoint())
                            : event->globalPos();
    emit menuWanted(partOf(*spot), m_racks[spot->rack].rack, at);
}

void ElevationView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Up: return moveMark(1, 0);
        case Qt::Key_Down: return moveMark(-1, 0);
        case Qt::Key_Left: return moveMark(0, -1);
        case Qt::Key_Right: return moveMark(0, 1);
        case Qt::Key_Escape: return mark(std::nullopt);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_marked) emit activated(m_racks[m_marked->rack].rack);
            return;
        default: QWidget::keyPressEvent(event);
    }
}

bool ElevationView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return PanningView::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto spot = spotAt(help->pos()))
        QToolTip::showText(help->globalPos(), tipText(diagram::tipOf(partOf(*spot))), this);
    else
        QToolTip::hideText();
    return true;
}

}  // namespace halltwin::views::network
