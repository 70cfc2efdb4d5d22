// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/fabric_legend.h"

#include "views/bridge/loading_scale.h"

#include <QFontMetrics>
#include <QPainter>

namespace halltwin::views::network {

namespace {

constexpr int markWidth = 18;
constexpr int gap = 12;
constexpr int textGap = 5;

}  // namespace

FabricLegend::FabricLegend(bridge::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme) {
    setObjectName(QStringLiteral("fabricLegend"));
    setAccessibleName(tr("Lines of the network diagram"));
    setToolTip(tr("Lines are as thick as the rate of all their links together, and coloured by the "
                  "fullest of them. The bar of a box is its fullest link."));
    setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    connect(&theme, &bridge::Theme::changed, this, qOverload<>(&QWidget::update));
}

std::vector<FabricLegend::Entry> FabricLegend::entries() const {
    using bridge::LoadingClass;
    std::vector<Entry> entries{{tr("Load"), {}, Mark::None},
                               {tr("none"), m_theme.colors().textDisabled}};
    for (const LoadingClass load : {LoadingClass::Light, LoadingClass::Fair, LoadingClass::High})
        entries.push_back({bridge::loadingName(load), bridge::loadingColor(load, m_theme)});
    entries.push_back({tr("cut"), m_theme.colors().danger, Mark::Dashes});
    entries.push_back({tr("added by hand"), m_theme.colors().accent, Mark::Dot});
    return entries;
}

QSize FabricLegend::sizeHint() const {
    const QFontMetrics metrics(font());
    int width = 0;
    for (const Entry& entry : entries()) {
        const int mark = entry.mark == Mark::None ? 0 : markWidth + textGap;
        width += mark + metrics.horizontalAdvance(entry.text) + gap;
    }
    return {width, metrics.height() + 4};
}

void FabricLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics(font());
    const double middle = 0.5 * height();
    int x = 0;
    for (const Entry& entry : entries()) {
        const Qt::PenStyle style = entry.mark == Mark::Dashes ? Qt::DashLine : Qt::SolidLine;
        painter.setPen(QPen(entry.color, 3.0, style, Qt::FlatCap));
        if (entry.mark == Mark::Line || entry.mark == Mark::Dashes)
            painter.drawLine(QPointF(x, middle), QPointF(x + markWidth, middle));
        if (entry.mark == Mark::Dot) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(entry.color);
            painter.drawEllipse(QPointF(x + 0.5 * markWidth, middle), 4.0, 4.0);
        }
        if (entry.mark != Mark::None) x += markWidth + textGap;
        painter.setPen(m_theme.colors().textMuted);
        painter.drawText(QRect(x, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter,
                         entry.text);
        x += metrics.horizontalAdvance(entry.text) + gap;
    }
}

}  // namespace halltwin::views::network
