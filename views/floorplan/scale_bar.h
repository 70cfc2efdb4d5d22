// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/floorplan/plan_style.h"

#include <QWidget>

class QPainter;

namespace halltwin::views::floorplan {

/// A bar of a round length: 1, 2 or 5 times a power of ten metres.
struct ScaleBarLength {
    double metres = 1.0;
    double pixels = 1.0;
};

/// The longest round length that is not above `mostPixels`.
[[nodiscard]] ScaleBarLength scaleBarLength(double pixelsPerMetre, double mostPixels);

/// Paints the bar with its length above; `at` is the left end of the bar, one unit is a pixel.
void paintScaleBar(QPainter& painter, const QPointF& at, const ScaleBarLength& length,
                   const PlanStyle& style);

/// The scale bar in a corner of the plan view. It lets the mouse through.
class ScaleBar : public QWidget {
    Q_OBJECT

public:
    explicit ScaleBar(QWidget* parent = nullptr);

    void setScale(double pixelsPerMetre);
    void setPlanStyle(const PlanStyle& style);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_pixelsPerMetre = 50.0;
    PlanStyle m_planStyle;
};

}  // namespace halltwin::views::floorplan
