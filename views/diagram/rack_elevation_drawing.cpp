// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/rack_elevation_drawing.h"

#include "views/bridge/format.h"
#include "views/bridge/loading_scale.h"
#include "views/diagram/write_picture.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace halltwin::views::diagram {

namespace {

using halltwin::network::RackFace;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Racks)
};

constexpr double unitHeight = 14.0;
constexpr double faceWidth = 164.0;  ///< between the posts
constexpr double post = 5.0;
constexpr double numberWidth = 20.0;
constexpr double faceGap = 10.0;
constexpr double headingHeight = 92.0;
constexpr double captionHeight = 22.0;
constexpr double plinth = 6.0;
constexpr double drawnWidth = faceWidth + 2.0 * (post + numberWidth);
constexpr double portsShare = 0.56;  ///< of a switch's width, on the face of its ports
constexpr double textScale = 0.55;   ///< from this scale on there is text in parts
constexpr double portScale = 0.5;
constexpr double numberScale = 0.85;  ///< from this scale on every unit has its number
constexpr double widestPort = 6.0;
constexpr double titleRoom = 36.0;

QRectF partBox(int mostUnits, const RackPart& part, double left) {
    const double foot = headingHeight + captionHeight + mostUnits * unitHeight;
    return {left + numberWidth + post, foot - (part.bottom - 1 + part.units) * unitHeight,
            faceWidth, part.units * unitHeight};
}

std::vector<RackFace> facesOf(RackFaces faces) {
    if (faces == RackFaces::Front) return {RackFace::Front};
    if (faces == RackFaces::Rear) return {RackFace::Rear};
    return {RackFace::Front, RackFace::Rear};
}

double leftOf(std::size_t face) {
    return static_cast<double>(face) * (drawnWidth + faceGap);
}

/// Black or white, whichever reads better on it.
QColor textOn(const QColor& fill) {
    const double light = 0.299 * fill.redF() + 0.587 * fill.greenF() + 0.114 * fill.blueF();
    return light > 0.55 ? QColor(0x10, 0x16, 0x1E) : QColor(Qt::white);
}

class Painting {
public:
    Painting(QPainter& painter, const DrawnRack& rack, int mostUnits, const RackPaint& order)
        : m_painter(painter),
          m_rack(rack),
          m_most(mostUnits),
          m_order(order),
          m_colors(order.theme.colors()),
          m_caption(bridge::Theme::font(bridge::TextStyle::Caption)),
          m_heading(bridge::Theme::font(bridge::TextStyle::BodyStrong)) {
        m_heading.setPixelSize(19);
        m_lines = m_numbers = m_caption;
        m_lines.setPixelSize(14);
        m_caption.setPixelSize(12);
        m_numbers.setPixelSize(order.scale < numberScale ? 13 : 9);
    }

    void heading(double width) {
        m_painter.setFont(m_heading);
        m_painter.setPen(m_colors.text);
        const QFontMetricsF metrics(m_heading);
        m_painter.drawText(QPointF(0.0, metrics.ascent()),
                           metrics.elidedText(m_rack.label, Qt::ElideRight, width));
        double y = metrics.height() + 3.0;
        line(m_rack.model, m_colors.textMuted, y, width);
        line(unitLine(), m_colors.textMuted, y, width);
        line(powerLine(), m_colors.textMuted, y, width);
    }

    void face(RackFace side, double left) {
        const double foot = headingHeight + captionHeight + m_most * unitHeight;
        const double top = foot - m_rack.units * unitHeight;
        m_painter.setFont(m_caption);
        m_painter.setPen(m_colors.textMuted);
        m_painter.drawText(QRectF(left, top - captionHeight, drawnWidth, captionHeight - post),
                           Qt::AlignCenter,
                           side == RackFace::Front ? Words::tr("Front") : Words::tr("Rear"));
        const QRectF cabinet(left + numberWidth, top - post, faceWidth + 2.0 * post,
                             foot - top + post + plinth);
        m_painter.setPen(QPen(m_colors.planWall, 1.0));
        m_painter.setBrush(m_colors.raised);
        m_painter.drawRoundedRect(cabinet, 2.0, 2.0);
        m_painter.fillRect(QRectF(left + numberWidth + post, top, faceWidth, foot - top),
                           m_colors.window);
        numbers(left, foot);
        for (const RackPart& part : m_rack.parts)
            draw(part, side, partBox(m_most, part, left));
    }

private:
    void line(const QString& text, const QColor& color, double& y, double width) {
        m_painter.setFont(m_lines);
        m_painter.setPen(color);
        const QFontMetricsF metrics(m_lines);
        m_painter.drawText(QPointF(0.0, y + metrics.ascent()),
                           metrics.elidedText(text, Qt::ElideRight, width));
        y += metrics.height() + 1.0;
    }

    [[nodiscard]] QString unitLine() const {
        QStringList parts;
        if (m_rack.units > 0)
            parts << Words::tr("%1U, %2 free").arg(m_rack.units).arg(m_rack.freeUnits);
        parts << Words::tr("cable ends: %1").arg(m_rack.cableEnds)
              << bridge::formatMass(m_rack.mass);
        return parts.join(QStringLiteral(" · "));
    }

    [[nodiscard]] QString powerLine() const {
        QStringList parts{bridge::formatPower(m_rack.power)};
        const Power network = m_rack.switchMaximum + m_rack.modules;
        if (network > Power())
            parts << Words::tr("network up to %1").arg(bridge::formatPower(network));
        if (m_rack.load) parts << Words::tr("links to %1").arg(bridge::formatShare(*m_rack.load));
        return parts.join(QStringLiteral(" · "));
    }

    void numbers(double left, double foot) {
        if (m_order.scale < textScale) return;
        m_painter.setFont(m_numbers);
        m_painter.setPen(m_colors.textMuted);
        const bool isSparse = m_order.scale < numberScale;
        for (int unit = 1; unit <= m_rack.units; ++unit) {
            if (isSparse && unit % 5 != 0 && unit != 1) continue;
            const QRectF place(left, foot - unit * unitHeight, numberWidth - 3.0, unitHeight);
            const QString text = QString::number(unit);
            m_painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, text);
            m_painter.drawText(place.translated(numberWidth + 2.0 * post + faceWidth + 3.0, 0.0),
                               Qt::AlignLeft | Qt::AlignVCenter, text);
        }
    }

    void draw(const RackPart& part, RackFace side, const QRectF& whole) {
        const QRectF box = whole.adjusted(0.5, 0.5, -0.5, -0.5);
        switch (part.kind) {
            case RackPartKind::Free: drawFree(part, box); break;
            case RackPartKind::Blank: drawBlank(part, box); break;
            case RackPartKind::Server: drawServer(part, side, box); break;
            case RackPartKind::Switch: drawSwitch(part, side, box); break;
        }
        if (part.isCut) drawCut(box);
    }

    void drawFree(const RackPart& part, const QRectF& box) {
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(m_colors.border, 1.0, Qt::DashLine));
        for (int unit = 0; unit < part.units; ++unit)
            m_painter.drawRect(QRectF(box.left() + 1.0, box.top() + unit * unitHeight + 1.0,
                                      box.width() - 2.0, unitHeight - 3.0));
        const QRectF middle(box.left(), box.top() + (part.units / 2) * unitHeight, box.width(),
                            unitHeight - 1.0);
        inBox(Words::tr("%1U free").arg(part.units), middle, m_colors.textMuted, Qt::AlignHCenter);
    }

    void drawBlank(const RackPart& part, const QRectF& box) {
        m_painter.setPen(QPen(m_colors.border, 0.8));
        m_painter.setBrush(m_colors.planGrid);
        for (int unit = 0; unit < part.units; ++unit)
            m_painter.drawRect(
                QRectF(box.left(), box.top() + unit * unitHeight, box.width(), unitHeight - 1.0));
    }

    void drawServer(const RackPart& part, RackFace side, const QRectF& box) {
        const bool isPorts = part.portsFace == side;
        const QColor base = m_order.theme.kindColor(ItemKind::Rack);
        QColor fill = base;
        fill.setAlphaF(isPorts ? 0.16F : 0.28F);
        m_painter.setPen(QPen(base, 0.9));
        m_painter.setBrush(fill);
        m_painter.drawRoundedRect(box, 1.5, 1.5);
        if (!isPorts) grille(box, base);
        const QRectF room = box.adjusted(6.0, 0.0, -6.0, 0.0);
        inBox(part.name, room, m_colors.text, Qt::AlignLeft);
        if (isPorts && part.cables > 0)
            inBox(Words::tr("cables: %1").arg(part.cables), room, m_colors.textMuted,
                  Qt::AlignRight);
    }

    /// Air inlets along the right part of a server's front.
    void grille(const QRectF& box, const QColor& color) {
        if (m_order.scale < textScale) return;
        QColor pale = color;
        pale.setAlphaF(0.5F);
        m_painter.setPen(QPen(pale, 0.8));
        const double top = box.top() + std::min(4.0, 0.25 * box.height());
        const double bottom = box.bottom() - std::min(4.0, 0.25 * box.height());
        for (double x = box.left() + 0.5 * box.width(); x < box.right() - 4.0; x += 5.0)
            m_painter.drawLine(QPointF(x, top), QPointF(x, bottom));
    }

    void drawSwitch(const RackPart& part, RackFace side, const QRectF& box) {
        const QColor fill = m_order.theme.seriesColor(part.series);
        m_painter.setPen(QPen(fill.darker(140), 0.9));
        m_painter.setBrush(fill);
        m_painter.drawRoundedRect(box, 1.5, 1.5);
        QRectF name = box.adjusted(5.0, 0.0, -4.0, 0.0);
        if (part.portsFace == side && part.ports > 0) {
            name.setRight(box.right() - portsShare * box.width());
            if (m_order.scale >= portScale) drawPorts(part, box, textOn(fill));
        }
        inBox(part.name, name, textOn(fill), Qt::AlignLeft);
        if (part.load) drawLoad(*part.load, box);
    }

    /// Two rows of ports for each unit, numbered down the columns; those in use are filled.
    void drawPorts(const RackPart& part, const QRectF& box, const QColor& ink) {
        const int rows = 2 * part.units;
        const int columns = (part.ports + rows - 1) / rows;
        const double left = box.right() - portsShare * box.width() + 2.0;
        const double pitch = std::min((box.right() - 3.0 - left) / columns, widestPort);
        const double rowPitch = (part.units * unitHeight - 4.0) / rows;
        const double top = box.center().y() - 0.5 * rows * rowPitch;
        QColor faint = ink;
        faint.setAlphaF(0.28F);
        for (int port = 0; port < part.ports; ++port) {
            const QRectF place(left + (port / rows) * pitch, top + (port % rows) * rowPitch,
                               0.72 * pitch, rowPitch - 1.2);
            const auto at = static_cast<std::size_t>(port);
            const bool isUsed = at < part.usedPorts.size() && part.usedPorts[at];
            m_painter.fillRect(place, isUsed ? ink : faint);
        }
    }

    /// The fullest cable as a strip at the switch's left edge.
    void drawLoad(double load, const QRectF& box) {
        const QColor color = bridge::loadingColor(bridge::loadingClass(load), m_order.theme);
        const double width = 3.0;
        m_painter.fillRect(QRectF(box.left() - post, box.top(), width, box.height()),
                           m_colors.border);
        const double height = box.height() * std::clamp(load, 0.0, 1.0);
        m_painter.fillRect(QRectF(box.left() - post, box.bottom() - height, width, height), color);
    }

    void drawCut(const QRectF& box) {
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(m_colors.danger, 2.0));
        m_painter.drawRect(box);
        m_painter.drawLine(box.bottomLeft(), box.topRight());
    }

    void inBox(const QString& text, const QRectF& room, const QColor& color,
               Qt::Alignment alignment) {
        if (m_order.scale < textScale) return;
        m_painter.setFont(m_caption);
        m_painter.setPen(color);
        const QFontMetricsF metrics(m_caption);
        m_painter.drawText(room, alignment | Qt::AlignVCenter,
                           metrics.elidedText(text, Qt::ElideRight, room.width()));
    }

    QPainter& m_painter;
    const DrawnRack& m_rack;
    int m_most;
    RackPaint m_order;
    const bridge::ThemeColors& m_colors;
    QFont m_caption;  ///< in parts
    QFont m_heading;
    QFont m_lines;  ///< of the heading
    QFont m_numbers;
};

}  // namespace

int highestRack(const std::vector<DrawnRack>& racks) {
    int most = 0;
    for (const DrawnRack& rack : racks)
        most = std::max(most, rack.units);
    return most;
}

QSizeF rackSize(int mostUnits, RackFaces faces) {
    const std::size_t count = facesOf(faces).size();
    return {leftOf(count) - faceGap,
            headingHeight + captionHeight + mostUnits * unitHeight + plinth};
}

void paintRack(QPainter& painter, const DrawnRack& rack, int mostUnits, const RackPaint& order) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    Painting painting(painter, rack, mostUnits, order);
    painting.heading(rackSize(mostUnits, order.faces).width());
    const std::vector<RackFace> faces = facesOf(order.faces);
    for (std::size_t n = 0; n < faces.size(); ++n)
        painting.face(faces[n], leftOf(n));
    painter.restore();
}

std::optional<std::size_t> partAt(const DrawnRack& rack, int mostUnits, RackFaces faces,
                                  QPointF point) {
    for (std::size_t n = rack.parts.size(); n-- > 0;) {
        for (const QRectF& box : boxesOf(mostUnits, faces, rack.parts[n]))
            if (box.contains(point)) return n;
    }
    return std::nullopt;
}

std::vector<QRectF> boxesOf(int mostUnits, RackFaces faces, const RackPart& part) {
    std::vector<QRectF> boxes;
    for (std::size_t face = 0; face < facesOf(faces).size(); ++face)
        boxes.push_back(partBox(mostUnits, part, leftOf(face)));
    return boxes;
}

Result<void> writeRacks(const std::vector<DrawnRack>& racks, RackFaces faces, const QString& title,
                        const QString& path) {
    if (racks.empty()) {
        return fail(ErrorCode::InvalidArgument, "there is no rack to draw", path.toStdString(),
                    "select racks in the list first");
    }
    const int most = highestRack(racks);
    const QSizeF room = racksSize(racks.size(), most, faces);
    const QSizeF page(room.width() + 2.0 * rackGap, room.height() + 2.0 * rackGap + titleRoom);
    const auto paint = [&](QPainter& painter) {
        const bridge::Theme light;  // paper is white
        painter.fillRect(QRectF(QPointF(0, 0), page), light.colors().planPaper);
        painter.setPen(light.colors().text);
        painter.setFont(bridge::Theme::font(bridge::TextStyle::Heading));
        painter.drawText(QPointF(rackGap, titleRoom), title);
        for (std::size_t n = 0; n < racks.size(); ++n) {
            painter.save();
            painter.translate(rackPlace(n, most, faces) + QPointF(rackGap, titleRoom + rackGap));
            paintRack(painter, racks[n], most, {light, faces});
            painter.restore();
        }
    };
    return writePicture({title, page, paint}, path);
}

QPointF rackPlace(std::size_t n, int mostUnits, RackFaces faces) {
    const QSizeF size = rackSize(mostUnits, faces);
    return {static_cast<double>(n % racksInRow) * (size.width() + rackGap),
            static_cast<double>(n / racksInRow) * (size.height() + rackGap)};
}

QSizeF racksSize(std::size_t count, int mostUnits, RackFaces faces) {
    if (count == 0) return {};
    const QSizeF size = rackSize(mostUnits, faces);
    const QPointF last = rackPlace(count - 1, mostUnits, faces);
    const QPointF widest = rackPlace(std::min(count, racksInRow) - 1, mostUnits, faces);
    return {widest.x() + size.width(), last.y() + size.height()};
}

QRectF boxOf(int mostUnits, const RackPart& part) {
    return partBox(mostUnits, part, 0.0);
}

}  // namespace halltwin::views::diagram
