// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/twin/room_figures.h"
#include "views/bridge/theme.h"

#include <QFrame>

class QLabel;

namespace halltwin::views::charts {

class BandGauge;

/// One air-management figure in a line: name, value, its place among the bands, the target. A
/// button: a click, Enter or Space asks where it comes from.
class FigureRow : public QFrame {
    Q_OBJECT

public:
    explicit FigureRow(bridge::Theme& theme, QWidget* parent = nullptr);

    void setFigure(const twin::RoomFigure& figure);
    [[nodiscard]] const twin::RoomFigure& figure() const { return m_figure; }
    [[nodiscard]] QString valueText() const;

signals:
    void clicked();

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void restyle();

    bridge::Theme& m_theme;
    twin::RoomFigure m_figure;
    QLabel* m_name;
    QLabel* m_value;
    BandGauge* m_gauge;
    QLabel* m_target;
};

/// "97.6 %", "0.14", "784 W per m³/s"; a dash where there is no value.
[[nodiscard]] QString formatFigure(const twin::RoomFigure& figure);

}  // namespace halltwin::views::charts
