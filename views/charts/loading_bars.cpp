// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/loading_bars.h"

#include "model/power/chain.h"
#include "views/bridge/format.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <utility>

namespace halltwin::views::charts {

namespace {

constexpr double rowHeight = 18.0;
constexpr double headHeight = 16.0;
constexpr double nameWidth = 96.0;
constexpr double percentWidth = 48.0;
constexpr double barInset = 4.0;

}  // namespace

LoadingBars::LoadingBars(bridge::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setObjectName(QStringLiteral("loadingBars"));
    setAccessibleName(tr("Loading of power elements"));
    connect(&theme, &bridge::Theme::changed, this, qOverload<>(&QWidget::update));
}

void LoadingBars::setElements(std::vector<LoadedElement> elements) {
    m_elements = std::move(elements);
    setMinimumHeight(
        static_cast<int>(headHeight + rowHeight * static_cast<double>(m_elements.size()) + 4.0));
    update();
}

double LoadingBars::scaleEnd() const {
    const double most = m_elements.empty() ? 0.0 : m_elements.front().loading;
    return std::max(1.1, 1.05 * most);
}

double LoadingBars::xOf(double loading) const {
    const double room = std::max(20.0, width() - nameWidth - percentWidth);
    return nameWidth + room * loading / scaleEnd();
}

QRectF LoadingBars::barOf(std::size_t n) const {
    const double top = headHeight + rowHeight * static_cast<double>(n) + barInset;
    return {nameWidth, top, xOf(m_elements[n].loading) - nameWidth, rowHeight - 2.0 * barInset};
}

const LoadedElement* LoadingBars::elementAt(const QPoint& at) const {
    if (at.y() < headHeight) return nullptr;
    const auto n = static_cast<std::size_t>((at.y() - headHeight) / rowHeight);
    return n < m_elements.size() ? &m_elements[n] : nullptr;
}

void LoadingBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const bridge::ThemeColors& colors = m_theme.colors();
    painter.setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    if (m_elements.empty()) {
        painter.setPen(colors.textMuted);
        painter.drawText(rect(), Qt::AlignCenter, tr("No power equipment carries load"));
        return;
    }
    const QFontMetricsF metrics(painter.font());
    for (std::size_t n = 0; n < m_elements.size(); ++n) {
        const LoadedElement& each = m_elements[n];
        const QRectF bar = barOf(n);
        const bool isOver = each.loading > 1.0;
        const bool isHigh = each.loading > power::continuousLoadLimit;
        painter.fillRect(bar, isOver ? colors.danger : isHigh ? colors.warning : colors.accent);
        const double top = bar.top() - barInset;
        painter.setPen(colors.textMuted);
        painter.drawText(QRectF(0, top, nameWidth - 6.0, rowHeight),
                         Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(each.name, Qt::ElideMiddle, nameWidth - 6.0));
        painter.setPen(isOver ? colors.danger : colors.text);
        painter.drawText(QRectF(bar.right() + 5.0, top, percentWidth, rowHeight),
                         Qt::AlignLeft | Qt::AlignVCenter, bridge::formatShare(each.loading));
    }
    const double foot = headHeight + rowHeight * static_cast<double>(m_elements.size());
    for (const double mark : {power::continuousLoadLimit, 1.0}) {
        painter.setPen(QPen(mark < 1.0 ? colors.warning : colors.danger, 1.0, Qt::DashLine));
        painter.drawLine(QPointF(xOf(mark), headHeight - 2.0), QPointF(xOf(mark), foot));
        painter.drawText(QRectF(xOf(mark) - 30.0, 0, 60.0, headHeight), Qt::AlignCenter,
                         bridge::formatWithUnit(100.0 * mark, 0, QStringLiteral("%")));
    }
}

void LoadingBars::mouseReleaseEvent(QMouseEvent* event) {
    const LoadedElement* element = elementAt(event->pos());
    if (event->button() == Qt::LeftButton && element != nullptr) emit elementClicked(element->id);
}

bool LoadingBars::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const LoadedElement* element = elementAt(help->pos())) {
        QToolTip::showText(help->globalPos(), element->name + QStringLiteral(": ") + element->text,
                           this);
    } else {
        QToolTip::hideText();
    }
    return true;
}

}  // namespace halltwin::views::charts
