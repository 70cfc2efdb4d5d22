// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/heatmap/legend.h"

#include "views/bridge/theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace halltwin::views::heatmap {
namespace {

struct Tick {
    double place = 0;  ///< 0…1 along the bar
    QString text;
};

/// As many decimals as the distance of ticks asks for.
QString tickText(double value, double step) {
    const int decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 3);
    const double shown = std::abs(value) < 1e-9 ? 0.0 : value;  // not "−0"
    return QLocale().toString(shown, 'f', decimals);
}

/// Round steps of 1, 2 or 5 times a power of ten, about five in the range.
std::vector<Tick> sequentialTicks(const bridge::ColorScale& scale) {
    const double span = scale.maximum() - scale.minimum();
    const double rough = span / 5.0;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double factor = rough / power;
    const double step = power * (factor < 1.5   ? 1.0
                                 : factor < 3.5 ? 2.0
                                 : factor < 7.5 ? 5.0
                                                : 10.0);
    std::vector<Tick> ticks;
    for (double value = std::ceil(scale.minimum() / step) * step; value <= scale.maximum() + 1e-9;
         value += step) {
        ticks.push_back({(value - scale.minimum()) / span, tickText(value, step)});
    }
    return ticks;
}

std::vector<Tick> discreteTicks(const bridge::ColorScale& scale) {
    const auto& classes = scale.classes();
    std::vector<Tick> ticks;
    for (std::size_t i = 0; i + 1 < classes.size(); ++i) {
        ticks.push_back({static_cast<double>(i + 1) / static_cast<double>(classes.size()),
                         tickText(classes[i].below, 1.0)});
    }
    return ticks;
}

QImage barImage(const bridge::ColorScale& scale) {
    const int steps = 256;
    QImage bar(steps, 1, QImage::Format_RGB32);
    const auto& classes = scale.classes();
    for (int i = 0; i < steps; ++i) {
        const double share = (i + 0.5) / steps;
        const double value = std::lerp(scale.minimum(), scale.maximum(), share);
        const auto band = static_cast<std::size_t>(share * static_cast<double>(classes.size()));
        bar.setPixel(i, 0, scale.isDiscrete() ? classes[band].color : scale.colorOf(value));
    }
    return bar;
}

}  // namespace

void paintLegend(QPainter& painter, const QRectF& area, const bridge::ColorScale& scale,
                 const LegendStyle& style) {
    painter.save();
    QFont font = bridge::Theme::font(bridge::TextStyle::Caption);
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(style.textSize))));
    painter.setFont(font);
    const double unitWidth = style.textSize * 2.2;
    const double inset = style.textSize * 0.9;
    const double barHeight = std::max(style.textSize * 0.5, area.height() - style.textSize * 1.7);
    const QRectF bar(area.left() + inset, area.top(), area.width() - unitWidth - inset, barHeight);
    painter.drawImage(bar, barImage(scale));
    painter.setPen(QPen(style.frame, style.textSize / 11.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);

    painter.setPen(QPen(style.text, style.textSize / 11.0));
    for (const Tick& tick : scale.isDiscrete() ? discreteTicks(scale) : sequentialTicks(scale)) {
        const double x = bar.left() + tick.place * bar.width();
        painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + style.textSize * 0.3));
        const QRectF box(x - 3 * style.textSize, bar.bottom() + style.textSize * 0.3,
                         6 * style.textSize, style.textSize * 1.4);
        painter.drawText(box, Qt::AlignHCenter | Qt::AlignTop, tick.text);
    }
    const QRectF unit(bar.right() + style.textSize * 0.5, bar.top(), unitWidth, barHeight);
    painter.drawText(unit, Qt::AlignLeft | Qt::AlignVCenter, style.unit);
    painter.restore();
}

LegendWidget::LegendWidget(const bridge::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_scale(bridge::temperatureScale()) {
    setQuantity(bridge::AirQuantity::Temperature);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &bridge::Theme::changed, this, qOverload<>(&QWidget::update));
}

void LegendWidget::setScale(const bridge::ColorScale& scale) {
    m_scale = scale;
    update();
}

void LegendWidget::setQuantity(bridge::AirQuantity quantity) {
    m_quantity = quantity;
    const QString name = quantityName(quantity);
    setAccessibleName(tr("Legend: %1").arg(name));
    setToolTip(
        tr("%1 of the air. Double-click to pin the range or to let it follow the data.").arg(name));
    update();
}

void LegendWidget::setPinned(bool pinned) {
    m_pinned = pinned;
    update();
}

QSize LegendWidget::sizeHint() const {
    return {260, 36};
}

QSize LegendWidget::minimumSizeHint() const {
    return {160, 36};
}

void LegendWidget::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bridge::ThemeColors& colors = m_theme.colors();
    const QRectF area = QRectF(rect()).adjusted(4, 5, -4, -1);
    paintLegend(painter, area, m_scale,
                {colors.text, m_pinned ? colors.accent : colors.border, 11,
                 QString::fromUtf8(lookOf(m_quantity).unit)});
}

void LegendWidget::mouseDoubleClickEvent(QMouseEvent*) {
    if (!m_scale.isDiscrete()) emit pinRequested(!m_pinned);
}

void LegendWidget::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    QAction* pin = menu.addAction(tr("Pin range"));
    pin->setCheckable(true);
    pin->setChecked(m_pinned);
    pin->setEnabled(!m_scale.isDiscrete());
    connect(pin, &QAction::toggled, this, &LegendWidget::pinRequested);
    menu.addSeparator();
    QAction* discrete = menu.addAction(tr("ASHRAE classes"));
    discrete->setCheckable(true);
    discrete->setChecked(m_scale.isDiscrete());
    discrete->setEnabled(m_quantity == bridge::AirQuantity::Temperature);
    connect(discrete, &QAction::toggled, this, &LegendWidget::discreteRequested);
    menu.exec(event->globalPos());
}

}  // namespace halltwin::views::heatmap
