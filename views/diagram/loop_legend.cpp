// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/loop_legend.h"

#include <QFontMetrics>
#include <QPainter>
#include <vector>

namespace halltwin::views::diagram {

namespace {

constexpr int markWidth = 18;
constexpr int gap = 16;
constexpr int textGap = 5;

}  // namespace

LoopLegend::LoopLegend(bridge::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setObjectName(QStringLiteral("loopLegend"));
    setAccessibleName(tr("Lines of the cooling loops"));
    setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    connect(&theme, &bridge::Theme::changed, this, qOverload<>(&QWidget::update));
}

std::vector<LoopLegend::Entry> LoopLegend::entries() const {
    const bridge::ThemeColors& colors = m_theme.colors();
    return {{tr("supply"), colors.waterSupply},
            {tr("return"), colors.waterReturn},
            {tr("nothing flows"), colors.textDisabled, Qt::DashLine},
            {tr("misses its set-point, or nothing cools it"), colors.danger, Qt::NoPen}};
}

QSize LoopLegend::sizeHint() const {
    const QFontMetrics metrics(font());
    int width = 0;
    for (const Entry& entry : entries())
        width += markWidth + textGap + metrics.horizontalAdvance(entry.text) + gap;
    return {width, metrics.height() + 4};
}

void LoopLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics(font());
    int x = 0;
    for (const Entry& entry : entries()) {
        const double middle = 0.5 * height();
        painter.setPen(QPen(entry.color, 2.0, entry.line));
        if (entry.line == Qt::NoPen) {
            painter.setPen(QPen(entry.color, 1.4));
            painter.drawRoundedRect(QRectF(x + 1.0, middle - 5.0, markWidth - 2.0, 10.0), 3, 3);
        } else {
            painter.drawLine(QPointF(x, middle), QPointF(x + markWidth, middle));
        }
        painter.setPen(m_theme.colors().textMuted);
        painter.drawText(QRect(x + markWidth + textGap, 0, width(), height()),
                         Qt::AlignLeft | Qt::AlignVCenter, entry.text);
        x += markWidth + textGap + metrics.horizontalAdvance(entry.text) + gap;
    }
}

}  // namespace halltwin::views::diagram
