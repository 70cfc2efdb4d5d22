// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/matrix_view.h"

#include "views/bridge/format.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <limits>

namespace halltwin::views::network {

namespace {

constexpr double legendWidth = 76.0;
constexpr double legendBar = 12.0;
constexpr double widestLabel = 92.0;
constexpr int legendSteps = 64;
constexpr double darkText = 0.62;  ///< lightness in OKLab from which letters are dark

const bridge::ColorScale& scale() {
    static const bridge::ColorScale loaded = [] {
        const auto found = bridge::ColorScale::load("speed");
        return found ? *found : bridge::temperatureScale();
    }();
    return loaded;
}

QColor letters(QRgb cell) {
    return bridge::toOkLab(cell).lightness > darkText ? QColor(Qt::black) : QColor(Qt::white);
}

}  // namespace

MatrixView::MatrixView(bridge::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_scale(scale()) {
    setObjectName(QStringLiteral("matrixView"));
    setAccessibleName(tr("Matrix of figures between groups of servers"));
    setMinimumSize(240, 160);
    setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    connect(&theme, &bridge::Theme::changed, this, qOverload<>(&QWidget::update));
}

void MatrixView::setContent(MatrixContent content) {
    m_content = std::move(content);
    m_low = std::numeric_limits<double>::infinity();
    m_high = -m_low;
    for (const auto& row : m_content.values)
        for (const double value : row) {
            if (!std::isfinite(value)) continue;
            m_low = std::min(m_low, value);
            m_high = std::max(m_high, value);
        }
    if (!std::isfinite(m_low)) m_low = m_high = 0.0;
    m_scale = scale().withRange(m_low, m_high > m_low ? m_high : m_low + 1.0);
    const QFontMetricsF metrics(font());
    m_labelWidth = 0.0;
    for (const QString& group : m_content.groups)
        m_labelWidth = std::max(m_labelWidth, metrics.horizontalAdvance(group));
    m_labelWidth = std::min(m_labelWidth, widestLabel) + bridge::space::s;
    update();
}

/// Square, below the title and the columns' names.
QRectF MatrixView::grid() const {
    const double line = QFontMetricsF(font()).height();
    const double top = 1.6 * line + m_labelWidth;
    const double side =
        std::max(0.0, std::min(width() - m_labelWidth - legendWidth, height() - top - line));
    return {m_labelWidth, top, side, side};
}

QRectF MatrixView::cellRect(int row, int column) const {
    const QRectF area = grid();
    const double cell = area.width() / std::max(1, count());
    return {area.left() + cell * column, area.top() + cell * row, cell, cell};
}

std::optional<std::pair<int, int>> MatrixView::cellAt(const QPointF& position) const {
    const QRectF area = grid();
    if (count() == 0 || !area.contains(position)) return std::nullopt;
    const double cell = area.width() / count();
    const int row = std::min(count() - 1, static_cast<int>((position.y() - area.top()) / cell));
    const int column = std::min(count() - 1, static_cast<int>((position.x() - area.left()) / cell));
    return std::pair(row, column);
}

QString MatrixView::textAt(const QPointF& position) const {
    const auto cell = cellAt(position);
    if (!cell) return {};
    const auto [row, column] = *cell;
    const auto index = static_cast<std::size_t>(row);
    QString text = row == column
                       ? tr("within %1").arg(m_content.groups[row])
                       : tr("%1 to %2").arg(m_content.groups[row], m_content.groups[column]);
    return text + u'\n' + m_content.tips[index][column];
}

QColor MatrixView::colorOf(double value) const {
    if (!std::isfinite(value)) return m_theme.colors().raised;
    return QColor::fromRgb(m_scale.colorOf(value));
}

void MatrixView::paintCells(QPainter& painter) const {
    const QFontMetricsF metrics(font());
    const double cell = grid().width() / count();
    double widest = 0.0;
    for (const double value : {m_low, m_high})
        widest = std::max(
            widest, metrics.horizontalAdvance(bridge::formatNumber(value, m_content.decimals)));
    const bool hasRoom = cell > widest + 4.0 && cell > metrics.height();
    const double gap = cell > 8.0 ? 0.5 : 0.0;
    for (int row = 0; row < count(); ++row)
        for (int column = 0; column < count(); ++column) {
            const double value =
                m_content.values[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
            const QRectF rect = cellRect(row, column);
            const QColor color = colorOf(value);
            painter.fillRect(rect.adjusted(gap, gap, -gap, -gap), color);
            if (!hasRoom || !std::isfinite(value)) continue;
            painter.setPen(letters(color.rgb()));
            painter.drawText(rect, Qt::AlignCenter,
                             bridge::formatNumber(value, m_content.decimals));
        }
}

/// As many names as fit one below the other; columns from the foot up.
void MatrixView::paintLabels(QPainter& painter) const {
    const QFontMetricsF metrics(font());
    const double cell = grid().width() / count();
    const int each = std::max(1, static_cast<int>(std::ceil(metrics.height() / cell)));
    const double width = m_labelWidth - bridge::space::xs;
    painter.setPen(m_theme.colors().textMuted);
    for (int n = 0; n < count(); n += each) {
        const QString text = metrics.elidedText(m_content.groups[n], Qt::ElideMiddle, width);
        const QRectF row = cellRect(n, 0);
        painter.drawText(
            QRectF(0, row.center().y() - metrics.height() / 2, width, metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter, text);
        painter.save();
        painter.translate(cellRect(0, n).center().x(), grid().top() - bridge::space::xs);
        painter.rotate(-90);
        painter.drawText(QRectF(0, -metrics.height() / 2, width, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
        painter.restore();
    }
}

void MatrixView::paintLegend(QPainter& painter) const {
    const QRectF area = grid();
    const double line = QFontMetricsF(font()).height();
    const QRectF bar(area.right() + bridge::space::m, area.top(), legendBar,
                     std::min(area.height(), 160.0));
    for (int step = 0; step < legendSteps; ++step) {
        const double share = (step + 0.5) / legendSteps;
        painter.fillRect(QRectF(bar.left(), bar.bottom() - bar.height() * (step + 1) / legendSteps,
                                bar.width(), bar.height() / legendSteps + 0.5),
                         colorOf(m_low + share * (m_high - m_low)));
    }
    painter.setPen(m_theme.colors().textMuted);
    for (const double share : {0.0, 0.5, 1.0}) {
        if (m_high <= m_low && share < 1.0) continue;
        const double y = bar.bottom() - share * bar.height();
        painter.drawText(
            QRectF(bar.right() + bridge::space::xs, y - line / 2, legendWidth, line),
            Qt::AlignLeft | Qt::AlignVCenter,
            bridge::formatNumber(m_low + share * (m_high - m_low), m_content.decimals));
    }
}

void MatrixView::paintEvent(QPaintEvent*) {
    if (count() == 0) return;
    QPainter painter(this);
    painter.setPen(m_theme.colors().text);
    painter.drawText(QPointF(0, QFontMetricsF(font()).ascent()), m_content.title);
    paintCells(painter);
    paintLabels(painter);
    paintLegend(painter);
}

bool MatrixView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString text = textAt(help->pos());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

}  // namespace halltwin::views::network
