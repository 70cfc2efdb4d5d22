// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/core/ids.h"
#include "model/core/units.h"
#include "views/bridge/view_context.h"

#include <QWidget>

class QLabel;
class QSlider;

namespace halltwin::views::floorplan {
class PlanView;
}
namespace halltwin::views::heatmap {
class HeatLayer;
class LegendWidget;
}  // namespace halltwin::views::heatmap

namespace halltwin::views::shell {

/// The plan editor with its heat map: below it the layers, the height of the slice and the legend.
class PlanPane : public QWidget {
    Q_OBJECT

public:
    explicit PlanPane(const bridge::ViewContext& context, QWidget* parent = nullptr);

    [[nodiscard]] floorplan::PlanView& plan() { return *m_plan; }
    [[nodiscard]] const heatmap::HeatLayer& heat() const { return *m_heat; }

signals:
    /// What is under the cursor, for the status bar: "x 3.40 m · y 2.10 m · 24.3 °C".
    void cursorText(const QString& text);

private:
    [[nodiscard]] QWidget* makeStrip();
    void connectHeat();
    void refreshHeat();
    void setSliceHeight(int centimetres);
    void onCursor(HallId hall, const Point& position);
    void setDiscrete(bool discrete);

    bridge::ViewContext m_context;
    floorplan::PlanView* m_plan;
    heatmap::HeatLayer* m_heat;  ///< owned by the plan's scene
    heatmap::LegendWidget* m_legend;
    QSlider* m_height;
    QLabel* m_heightText;
};

}  // namespace halltwin::views::shell
