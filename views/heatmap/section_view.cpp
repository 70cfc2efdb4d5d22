// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/heatmap/section_view.h"

#include "views/bridge/format.h"
#include "views/bridge/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::views::heatmap {
namespace {

constexpr int leftRoom = 44;  ///< pixels, for the axis of heights
constexpr int rightRoom = 20;
constexpr int topRoom = 8;
constexpr int bottomRoom = 24;

/// Round step in metres with ticks at least so many pixels apart.
double tickStep(double pixelsPerMetre, double leastPixels) {
    for (const double step : {0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0}) {
        if (step * pixelsPerMetre >= leastPixels) return step;
    }
    return 100.0;
}

QString metresText(double value, double step) {
    return bridge::formatNumber(value, step < 1.0 ? 1 : 0);
}

bool isLight(ItemKind kind) {
    return kind == ItemKind::Containment || kind == ItemKind::Door;
}

}  // namespace

SectionView::SectionView(const Catalog& catalog, const bridge::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_catalog(catalog),
      m_theme(theme) {
    setObjectName(QStringLiteral("sectionView"));
    setAccessibleName(tr("Vertical section"));
    setMouseTracking(true);
    connect(&theme, &bridge::Theme::changed, this, qOverload<>(&QWidget::update));
}

void SectionView::setSubject(std::optional<SectionSubject> subject) {
    m_subject = std::move(subject);
    redraw();
}

void SectionView::setLook(bridge::AirQuantity quantity, const bridge::ColorScale& scale) {
    m_quantity = quantity;
    m_scale = scale;
    redraw();
}

void SectionView::setArrowsVisible(bool visible) {
    m_arrows = visible;
    update();
}

void SectionView::redraw() {
    const Hall* hall =
        m_subject && m_subject->project ? m_subject->project->halls.find(m_subject->hall) : nullptr;
    const bool isSolved =
        hall != nullptr && m_subject->result && m_subject->result->room(hall->id) != nullptr;
    if (!isSolved) {
        m_job.forget();
        m_picture = {};
        m_bodies.clear();
        update();
        emit pictureChanged();
        return;
    }
    const auto work = [this, subject = *m_subject, ceiling = hall->height.in(metres),
                       quantity = m_quantity, scale = m_scale] {
        auto picture =
            sectionPicture(subject.result->room(subject.hall)->air, subject.line, quantity, scale);
        auto bodies = sectionBodies(*subject.project, m_catalog,
                                    *subject.project->halls.find(subject.hall), subject.line);
        return [this, ceiling, picture = std::move(picture), bodies = std::move(bodies)] {
            m_picture = picture;
            m_bodies = bodies;
            m_ceilingM = ceiling;
            update();
            emit pictureChanged();
        };
    };
    m_job.want(work);
}

SectionView::Frame SectionView::frame() const {
    const QRectF& area = m_picture.area;
    if (area.isEmpty()) return {};
    const double across = (width() - leftRoom - rightRoom) / area.width();
    const double up = (height() - topRoom - bottomRoom) / area.height();
    const double scale = std::max(1.0, std::min(across, up));
    const double left = leftRoom + 0.5 * (width() - leftRoom - rightRoom - scale * area.width());
    const double top = topRoom + 0.5 * (height() - topRoom - bottomRoom - scale * area.height());
    return {QPointF(left, top - area.top() * scale), scale};
}

void SectionView::drawAir(QPainter& painter, const Frame& at) const {
    painter.save();
    painter.translate(at.origin);
    painter.scale(at.pixelsPerMetre, at.pixelsPerMetre);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(m_picture.area, m_theme.colors().planPaper);
    painter.drawImage(m_picture.area, m_picture.image);
    painter.restore();
}

void SectionView::drawBodies(QPainter& painter, const Frame& at) const {
    const bridge::ThemeColors& colors = m_theme.colors();
    painter.setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    const QFontMetricsF metrics(painter.font());
    for (const SectionBody& body : m_bodies) {
        const QRectF box(at.origin + body.box.topLeft() * at.pixelsPerMetre,
                         body.box.size() * at.pixelsPerMetre);
        QColor fill = m_theme.kindColor(body.kind);
        fill.setAlphaF(isLight(body.kind) ? 0.0F : 0.35F);
        QPen outline(colors.planWall, 1.2);
        if (isLight(body.kind)) outline.setDashPattern({4, 3});
        painter.setPen(outline);
        painter.setBrush(body.kind == ItemKind::Tile ? m_theme.kindColor(body.kind) : fill);
        painter.drawRect(box);
        const bool isNamed = !isLight(body.kind) &&
                             metrics.horizontalAdvance(body.label) + 6.0 < box.width() &&
                             box.height() > 16.0;
        if (!isNamed) continue;
        painter.setPen(colors.planLabel);
        painter.drawText(box, Qt::AlignCenter, body.label);
    }
}

void SectionView::drawBuilding(QPainter& painter, const Frame& at) const {
    const bridge::ThemeColors& colors = m_theme.colors();
    const QRectF& area = m_picture.area;
    const QRectF outline(at.origin + area.topLeft() * at.pixelsPerMetre,
                         area.size() * at.pixelsPerMetre);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors.planWall, 2.0));
    painter.drawRect(outline);
    const auto level = [&](double heightM) {
        const double y = at.origin.y() - heightM * at.pixelsPerMetre;
        painter.drawLine(QPointF(outline.left(), y), QPointF(outline.right(), y));
    };
    if (area.bottom() > 0.01) level(0.0);  // a raised floor
    if (-area.top() > m_ceilingM + 0.01) level(m_ceilingM);
}

void SectionView::drawAxes(QPainter& painter, const Frame& at) const {
    const bridge::ThemeColors& colors = m_theme.colors();
    painter.setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    painter.setPen(colors.textMuted);
    const QRectF& area = m_picture.area;
    const double bottom = at.origin.y() + area.bottom() * at.pixelsPerMetre;
    const double step = tickStep(at.pixelsPerMetre, 44.0);
    for (double x = 0.0; x <= area.width() + 1e-6; x += step) {
        const double pixel = at.origin.x() + x * at.pixelsPerMetre;
        painter.drawLine(QPointF(pixel, bottom + 1.0), QPointF(pixel, bottom + 5.0));
        const bool isLast = x + step > area.width() + 1e-6;
        const QString text = metresText(x, step);
        painter.drawText(QRectF(pixel - 30.0, bottom + 6.0, 60.0, 14.0),
                         Qt::AlignHCenter | Qt::AlignTop,
                         isLast ? text + QStringLiteral("\u00A0m") : text);
    }
    const double rise = tickStep(at.pixelsPerMetre, 22.0);
    const double lowest = std::ceil(-area.bottom() / rise - 1e-6) * rise;
    for (double z = lowest; z <= -area.top() + 1e-6; z += rise) {
        const double pixel = at.origin.y() - z * at.pixelsPerMetre;
        painter.drawLine(QPointF(at.origin.x() - 5.0, pixel), QPointF(at.origin.x() - 1.0, pixel));
        const bool isTop = z + rise > -area.top() + 1e-6;
        const QString text = metresText(std::abs(z) < 1e-9 ? 0.0 : z, rise);
        painter.drawText(QRectF(at.origin.x() - 48.0, pixel - 7.0, 40.0, 14.0),
                         Qt::AlignRight | Qt::AlignVCenter,
                         isTop ? text + QStringLiteral("\u00A0m") : text);
    }
}

void SectionView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().surface);
    if (m_picture.image.isNull()) {
        painter.setPen(m_theme.colors().textMuted);
        painter.drawText(rect().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("No solved air under this line. Draw it over a hall with racks or "
                            "coolers."));
        return;
    }
    const Frame at = frame();
    drawAir(painter, at);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_arrows) {
        ArrowStyle style = ArrowStyle::onColors();
        style.pixelsPerMetre = at.pixelsPerMetre;
        style.spacing = arrowSpacing(at.pixelsPerMetre);
        style.reference = referenceSpeed({m_picture.flow});
        painter.save();
        painter.translate(at.origin);
        painter.scale(at.pixelsPerMetre, at.pixelsPerMetre);
        paintArrows(painter, arrowsOf(m_picture.flow, m_picture.area, style.spacing), style);
        painter.restore();
    }
    drawBodies(painter, at);
    drawBuilding(painter, at);
    drawAxes(painter, at);
}

void SectionView::mouseMoveEvent(QMouseEvent* event) {
    const Frame at = frame();
    if (at.pixelsPerMetre <= 0.0) return;
    const QPointF place = (event->position() - at.origin) / at.pixelsPerMetre;
    if (!m_picture.area.contains(place)) return emit cursorText({});
    const FieldSlice& values = m_picture.values;
    const double along = place.x() / m_picture.area.width();
    const double up = (m_picture.area.bottom() - place.y()) / m_picture.area.height();
    const int column = std::clamp(static_cast<int>(along * values.columns), 0, values.columns - 1);
    const int row = std::clamp(static_cast<int>(up * values.rows), 0, values.rows - 1);
    QString text = tr("%1 along · %2 high")
                       .arg(bridge::formatWithUnit(place.x(), 2, QStringLiteral("m")),
                            bridge::formatWithUnit(-place.y(), 2, QStringLiteral("m")));
    const float value = values.at(column, row);
    if (!std::isnan(value))
        text += QStringLiteral(" · ") + formatQuantity(m_quantity, static_cast<double>(value));
    emit cursorText(text);
}

}  // namespace halltwin::views::heatmap
