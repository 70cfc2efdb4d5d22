// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sweep/sweep_table.h"
#include "views/bridge/theme.h"
#include "views/year/pareto.h"

#include <QWidget>
#include <optional>
#include <vector>

namespace halltwin::views::year {

/// What people call a figure of a sweep, with its unit: "cost_usd" is "Energy cost, $".
[[nodiscard]] QString sweepFigureName(const std::string& figure);

/// Of most figures less is better; of heat that is used again and of free cooling it is more.
[[nodiscard]] bool isMoreBetter(const std::string& figure);

/// The points of a sweep by two of their figures; those that no other one beats in both (the Pareto
/// front) are joined by a line. A tooltip names the parameters of the point under the pointer.
class ScatterChart : public QWidget {
    Q_OBJECT

public:
    explicit ScatterChart(bridge::Theme& theme, QWidget* parent = nullptr);

    void setTable(sweep::SweepTable table);
    void setFigures(const std::string& x, const std::string& y);

    [[nodiscard]] const sweep::SweepTable& table() const { return m_table; }
    /// Rows of the table that have both figures.
    [[nodiscard]] std::size_t spots() const { return m_spots.size(); }
    [[nodiscard]] std::size_t frontSize() const { return m_front.size(); }
    [[nodiscard]] QString textAt(const QPointF& position) const;
    [[nodiscard]] QPointF positionOf(std::size_t spot) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    struct Range {
        double low = 0.0;
        double high = 1.0;
    };

    void refresh();
    [[nodiscard]] std::vector<std::size_t> findFront() const;
    [[nodiscard]] QRectF plot() const;
    void paintAxes(QPainter& painter) const;

    bridge::Theme& m_theme;
    sweep::SweepTable m_table;
    std::string m_xName;
    std::string m_yName;
    std::vector<Spot> m_spots;
    std::vector<std::size_t> m_rows;  ///< of the table, by spot
    std::vector<std::size_t> m_front;
    Range m_x;
    Range m_y;
};

}  // namespace halltwin::views::year
