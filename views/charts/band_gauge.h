// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/twin/room_figures.h"
#include "views/bridge/theme.h"

#include <QWidget>

namespace halltwin::views::charts {

/// A figure of a hall's air on its scale: bands of good, acceptable and poor, and a mark where the
/// value stands. Values beyond the scale are marked at its end.
class BandGauge : public QWidget {
    Q_OBJECT

public:
    explicit BandGauge(bridge::Theme& theme, QWidget* parent = nullptr);

    void setFigure(const twin::RoomFigure& figure);

    [[nodiscard]] QSize sizeHint() const override { return {140, 14}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {60, 14}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] double place(double value) const;

    bridge::Theme& m_theme;
    twin::RoomFigure m_figure;
};

/// Colour of a rating in the theme: success, warning, danger.
[[nodiscard]] QColor ratingColor(const bridge::Theme& theme, thermal::Rating rating);

}  // namespace halltwin::views::charts
