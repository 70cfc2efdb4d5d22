// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/heatmap/range_row.h"

#include "views/bridge/theme.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>

namespace halltwin::views::heatmap {

RangeRow::RangeRow(const bridge::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_legend(new LegendWidget(theme, this)),
      m_low(makeEnd(tr("Lowest value of the range"), "rangeLow")),
      m_high(makeEnd(tr("Highest value of the range"), "rangeHigh")),
      m_pin(new QToolButton(this)) {
    m_legend->setObjectName(QStringLiteral("heatLegend"));
    m_pin->setObjectName(QStringLiteral("pinRange"));
    m_pin->setCheckable(true);
    m_pin->setAccessibleName(tr("Pin range"));
    m_pin->setToolTip(tr("Hold the range of colours while you compare, and set its ends"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::xs);
    layout->addWidget(m_low);
    layout->addWidget(m_legend, 1);
    layout->addWidget(m_high);
    layout->addWidget(m_pin);

    connect(m_pin, &QToolButton::toggled, this, &RangeRow::pinRequested);
    connect(m_legend, &LegendWidget::pinRequested, this, &RangeRow::pinRequested);
    connect(m_legend, &LegendWidget::discreteRequested, this, &RangeRow::discreteRequested);
    for (QDoubleSpinBox* end : {m_low, m_high})
        connect(end, &QDoubleSpinBox::valueChanged, this, &RangeRow::askForRange);
    connect(&theme, &bridge::Theme::changed, this, &RangeRow::refreshIcon);
    refreshIcon();
    setQuantity(bridge::AirQuantity::Temperature);
    setPinned(false);
}

QDoubleSpinBox* RangeRow::makeEnd(const QString& name, const char* objectName) {
    auto* end = new QDoubleSpinBox(this);
    end->setObjectName(QLatin1String(objectName));
    end->setAccessibleName(name);
    end->setToolTip(name);
    end->setKeyboardTracking(false);
    end->setAlignment(Qt::AlignRight);
    end->setFixedWidth(64);
    return end;
}

void RangeRow::refreshIcon() {
    m_pin->setIcon(m_theme.icon(QStringLiteral("pin")));
}

void RangeRow::setQuantity(bridge::AirQuantity quantity) {
    const bridge::QuantityLook& look = lookOf(quantity);
    for (QDoubleSpinBox* end : {m_low, m_high}) {
        const QSignalBlocker quiet(end);
        end->setDecimals(look.decimals);
        end->setSingleStep(look.rangeStep);
        end->setRange(look.lowest, look.highest);
    }
    m_legend->setQuantity(quantity);
}

void RangeRow::setScale(const bridge::ColorScale& scale) {
    m_legend->setScale(scale);
    m_pin->setEnabled(!scale.isDiscrete());
    const QSignalBlocker quietLow(m_low);
    const QSignalBlocker quietHigh(m_high);
    m_low->setValue(scale.minimum());
    m_high->setValue(scale.maximum());
}

void RangeRow::setPinned(bool pinned) {
    m_legend->setPinned(pinned);
    m_low->setVisible(pinned);
    m_high->setVisible(pinned);
    const QSignalBlocker quiet(m_pin);
    m_pin->setChecked(pinned);
}

void RangeRow::askForRange() {
    const bool isOrdered = m_low->value() < m_high->value();
    for (QDoubleSpinBox* end : {m_low, m_high}) {
        end->setProperty("invalid", !isOrdered);
        end->style()->polish(end);
    }
    if (isOrdered) emit rangeRequested(m_low->value(), m_high->value());
}

}  // namespace halltwin::views::heatmap
