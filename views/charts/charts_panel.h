// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/twin_runner.h"
#include "views/bridge/view_context.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>
#include <array>

class QTabWidget;

namespace halltwin::views::charts {

class BarChart;

/// Three tabs. Energy and cost: power by element, cost by category and carbon by energy source side
/// by side, with the sliders of the energy mix. Air: AirPanel. Power: PowerPanel. Follows the twin
/// by itself: one chart in a turn of the event loop, all of them ten times a second at most, none
/// while hidden. Lives on the GUI thread.
class ChartsPanel : public QWidget {
    Q_OBJECT

public:
    explicit ChartsPanel(const bridge::ViewContext& context, QWidget* parent = nullptr);

    void showAir();    ///< brings the air tab to the front
    void showPower();  ///< brings the power tab to the front

signals:
    /// The user asks where a figure comes from; `anchor` is what was clicked.
    void explained(const halltwin::twin::Derivation& derivation, const QWidget& anchor);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void onResult();
    void showNext();
    void showAll();
    void showChart(std::size_t index);
    [[nodiscard]] std::array<BarChart*, 3> charts() const { return {m_power, m_cost, m_carbon}; }
    void showParts(const twin::TwinResult& result);
    void showCost(const twin::TwinResult& result);
    void showCarbon(const twin::TwinResult& result);

    bridge::ViewContext m_context;
    QTabWidget* m_tabs;
    BarChart* m_power;
    BarChart* m_cost;
    BarChart* m_carbon;
    QTimer m_turn;               ///< to the next chart
    std::size_t m_next = 0;      ///< chart that is shown then
    QElapsedTimer m_sinceRound;  ///< since the first chart of the last round
    bool m_again = false;        ///< a result came while a round was under way
};

}  // namespace halltwin::views::charts
