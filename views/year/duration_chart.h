// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"
#include "views/year/year_feed.h"

#include <QWidget>
#include <vector>

namespace halltwin::views::year {

enum class DurationMeasure { Power, Pue };

/// The hours' values from the highest to the lowest; hours without one are left out.
[[nodiscard]] std::vector<double> durationCurve(const twin::YearResult& year,
                                                DurationMeasure measure);

/// How many hours of the year a value is exceeded: power in kW, or PUE. What is on trial lies
/// beside the present design. A tooltip reads the curve.
class DurationChart : public QWidget {
    Q_OBJECT

public:
    explicit DurationChart(bridge::Theme& theme, QWidget* parent = nullptr);

    void setYears(const YearPtr& present, const YearPtr& trial);
    void setMeasure(DurationMeasure measure);
    [[nodiscard]] const std::vector<double>& presentCurve() const { return m_presentCurve; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void refresh();
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QString textOf(double value) const;
    void paintAxes(QPainter& painter) const;
    void paintCurve(QPainter& painter, const std::vector<double>& curve, const QPen& pen) const;

    bridge::Theme& m_theme;
    DurationMeasure m_measure = DurationMeasure::Power;
    YearPtr m_present;
    YearPtr m_trial;
    std::vector<double> m_presentCurve;
    std::vector<double> m_trialCurve;
    double m_low = 0.0;
    double m_high = 1.0;
};

}  // namespace halltwin::views::year
