// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/air_quantity.h"
#include "views/heatmap/legend.h"

#include <QWidget>

class QDoubleSpinBox;
class QToolButton;

namespace halltwin::views::heatmap {

/// The legend with a pin. While the range is pinned its ends are fields to type in; else it follows
/// the data. Asks by signals and shows what it is told.
class RangeRow : public QWidget {
    Q_OBJECT

public:
    explicit RangeRow(const bridge::Theme& theme, QWidget* parent = nullptr);

    void setQuantity(bridge::AirQuantity quantity);
    void setScale(const bridge::ColorScale& scale);
    void setPinned(bool pinned);

signals:
    void pinRequested(bool pinned);
    /// The user typed an end; `minimum` is below `maximum`.
    void rangeRequested(double minimum, double maximum);
    void discreteRequested(bool discrete);

private:
    [[nodiscard]] QDoubleSpinBox* makeEnd(const QString& name, const char* objectName);
    void askForRange();
    void refreshIcon();

    const bridge::Theme& m_theme;
    LegendWidget* m_legend;
    QDoubleSpinBox* m_low;
    QDoubleSpinBox* m_high;
    QToolButton* m_pin;
};

}  // namespace halltwin::views::heatmap
