// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/legend.h"

#include "views/diagram/loading_scale.h"

#include <QFontMetrics>
#include <QPainter>

namespace halltwin::views::diagram {

namespace {

constexpr int markWidth = 16;
constexpr int gap = 14;
constexpr int textGap = 5;

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
    for (const LoadingClass loading : loadingClasses)
        entries.push_back({loadingName(loading), loadingColor(loading, m_theme)});
    entries.push_back({tr("feed A"), colors.feedA, Qt::SolidLine});
    entries.push_back({tr("feed B"), colors.feedB, Qt::SolidLine});
    entries.push_back({tr("dark"), colors.textDisabled, Qt::DashLine});
    return entries;
}

QSize Legend::sizeHint() const {
    const QFontMetrics metrics(font());
    int width = 0;
    for (const Entry& entry : entries())
        width += markWidth + textGap + metrics.horizontalAdvance(entry.text) + gap;
    return {width, 22};
}

void Legend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics(font());
    int x = 0;
    for (const Entry& entry : entries()) {
        const QRectF mark(x, 0.5 * height() - 5.0, markWidth, 10.0);
        if (entry.line == Qt::NoPen) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(entry.color);
            painter.drawRoundedRect(mark, 3, 3);
        } else {
            painter.setPen(QPen(entry.color, 2.0, entry.line));
            painter.drawLine(QPointF(mark.left(), mark.center().y()),
                             QPointF(mark.right(), mark.center().y()));
        }
        painter.setPen(m_theme.colors().textMuted);
        x += markWidth + textGap;
        painter.drawText(QRect(x, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter,
                         entry.text);
        x += metrics.horizontalAdvance(entry.text) + gap;
    }
}

}  // namespace halltwin::views::diagram
