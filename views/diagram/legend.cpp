// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/legend.h"

#include "views/bridge/loading_scale.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>
#include <array>

namespace halltwin::views::diagram {

namespace {

constexpr int markWidth = 16;
constexpr int gap = 14;
constexpr int textGap = 5;
constexpr int rowHeight = 15;

}  // namespace

Legend::Legend(bridge::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setObjectName(QStringLiteral("loadingLegend"));
    setAccessibleName(tr("Colours of the diagram"));
    setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    connect(&theme, &bridge::Theme::changed, this, qOverload<>(&QWidget::update));
}

std::vector<Legend::Entry> Legend::entries() const {
    const bridge::ThemeColors& colors = m_theme.colors();
    std::vector<Entry> entries;
    for (const bridge::LoadingClass loading : bridge::loadingClasses)
        entries.push_back({bridge::loadingName(loading), bridge::loadingColor(loading, m_theme)});
    entries.push_back({tr("feed A"), colors.feedA, Qt::SolidLine});
    entries.push_back({tr("feed B"), colors.feedB, Qt::SolidLine});
    entries.push_back({tr("dark"), colors.textDisabled, Qt::DashLine});
    return entries;
}

QSize Legend::sizeHint() const {
    const QFontMetrics metrics(font());
    std::array<int, 2> widths{};
    for (const Entry& entry : entries())
        widths[entry.row()] += markWidth + textGap + metrics.horizontalAdvance(entry.text) + gap;
    return {std::max(widths[0], widths[1]), 2 * rowHeight};
}

void Legend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics(font());
    const int top = (height() - 2 * rowHeight) / 2;
    std::array<int, 2> x{};
    for (const Entry& entry : entries()) {
        const std::size_t row = entry.row();
        const QRect line(x[row], top + static_cast<int>(row) * rowHeight, width(), rowHeight);
        const double middle = line.top() + 0.5 * rowHeight;
        const QRectF mark(line.left(), middle - 4.0, markWidth, 8.0);
        if (entry.line == Qt::NoPen) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(entry.color);
            painter.drawRoundedRect(mark, 3, 3);
        } else {
            painter.setPen(QPen(entry.color, 2.0, entry.line));
            painter.drawLine(QPointF(mark.left(), middle), QPointF(mark.right(), middle));
        }
        painter.setPen(m_theme.colors().textMuted);
        painter.drawText(line.adjusted(markWidth + textGap, 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter, entry.text);
        x[row] += markWidth + textGap + metrics.horizontalAdvance(entry.text) + gap;
    }
}

}  // namespace halltwin::views::diagram
