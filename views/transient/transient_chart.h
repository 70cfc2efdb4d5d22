// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/metrics.h"
#include "model/thermal/transient.h"
#include "views/bridge/theme.h"
#include "views/bridge/transient_runner.h"

#include <QWidget>
#include <vector>

namespace halltwin::views::transient {

/// One line of the chart.
struct Curve {
    QString name;
    std::vector<double> celsius;  ///< at the samples of the record
    bool isMain = false;          ///< the hottest intake, drawn above the others
    bool isSupply = false;        ///< of a cooler; else its return
};

/// Temperatures of a transient over time: the hottest intake, each cooler's return and supply, the
/// limits, the events, and a cursor at the moment that the plan shows. A click or drag picks a
/// moment; what lies under the pointer is named by a tooltip.
class TransientChart : public QWidget {
    Q_OBJECT

public:
    explicit TransientChart(bridge::Theme& theme, QWidget* parent = nullptr);

    /// Null shows nothing. `coolers` names those of the record, in its order.
    void setRecord(bridge::TransientPtr record, const QStringList& coolers,
                   const thermal::IntakeLimits& limits);
    void setCursorTime(Duration at);

    [[nodiscard]] const std::vector<Curve>& curves() const { return m_curves; }
    [[nodiscard]] QSize sizeHint() const override { return {520, 180}; }

signals:
    void timePicked(double seconds);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRectF plotArea() const;
    [[nodiscard]] double xOf(double seconds) const;
    [[nodiscard]] double yOf(double celsius) const;
    [[nodiscard]] double durationS() const;
    [[nodiscard]] QString nameAt(const QPointF& position) const;
    void setRange();
    void drawGrid(QPainter& painter) const;
    void drawLimits(QPainter& painter) const;
    void drawEvents(QPainter& painter) const;
    void drawCurves(QPainter& painter) const;
    void drawKey(QPainter& painter) const;
    [[nodiscard]] QColor colorOf(const Curve& curve) const;

    bridge::Theme& m_theme;
    bridge::TransientPtr m_record;
    thermal::IntakeLimits m_limits;
    std::vector<Curve> m_curves;
    double m_lowC = 15.0;
    double m_highC = 40.0;
    double m_stepC = 5.0;
    double m_cursorS = 0.0;
};

}  // namespace halltwin::views::transient
