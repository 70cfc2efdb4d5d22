// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/twin_runner.h"
#include "views/bridge/view_context.h"

#include <QWidget>

namespace halltwin::views::charts {

class BarChart;

/// Power by element, cost by category and carbon by energy source side by side, with the sliders of
/// the energy mix. Follows the twin by itself. Lives on the GUI thread.
class ChartsPanel : public QWidget {
    Q_OBJECT

public:
    explicit ChartsPanel(const bridge::ViewContext& context, QWidget* parent = nullptr);

private:
    void showResult();
    void showPower(const twin::TwinResult& result);
    void showCost(const twin::TwinResult& result);
    void showCarbon(const twin::TwinResult& result);

    bridge::ViewContext m_context;
    BarChart* m_power;
    BarChart* m_cost;
    BarChart* m_carbon;
};

}  // namespace halltwin::views::charts
