// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/air_quantity.h"
#include "views/bridge/view_context.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace halltwin {
struct Project;
}
namespace halltwin::views::floorplan {
class PlanView;
}
namespace halltwin::views::heatmap {
class RangeRow;
}

namespace halltwin::views::shell {

/// The row below the plan: layers, what of the air is shown and at which height, and the legend
/// with its pin.
class AirStrip : public QWidget {
    Q_OBJECT

public:
    AirStrip(const bridge::ViewContext& context, floorplan::PlanView& plan,
             QWidget* parent = nullptr);

    /// The slider reaches from the bottom of the deepest floor void to the highest ceiling.
    void setHalls(const Project& project);
    void setHeight(int centimetres);
    /// Of a moment of a transient nothing else is known; chooses it and locks the choice.
    void setOnlyTemperature(bool only);

    [[nodiscard]] heatmap::RangeRow& range() { return *m_range; }

signals:
    void heightChanged(int centimetres);
    void quantityChosen(halltwin::views::bridge::AirQuantity quantity);

private:
    void buildHeight();
    void showHeight(int centimetres);
    void toggleVoid(bool on);

    QComboBox* m_quantity;
    QToolButton* m_void;
    QSlider* m_height;
    QLabel* m_heightText;
    heatmap::RangeRow* m_range;
    int m_aboveFloor = 180;  ///< centimetres to return to from the floor void
};

}  // namespace halltwin::views::shell
