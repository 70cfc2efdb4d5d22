// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/scaling.h"
#include "views/bridge/theme.h"

#include <QWidget>
#include <vector>

namespace halltwin::views::network {

/// Scaling efficiency against the number of GPUs, on a logarithmic scale, with the founding
/// document's figures as marks. A tip names the point under the pointer.
class ScalingChart : public QWidget {
    Q_OBJECT

public:
    explicit ScalingChart(bridge::Theme& theme, QWidget* parent = nullptr);

    void setCurve(std::vector<halltwin::network::ScalingPoint> curve);
    [[nodiscard]] const std::vector<halltwin::network::ScalingPoint>& curve() const {
        return m_curve;
    }
    [[nodiscard]] QPointF positionOf(std::size_t gpus, double efficiency) const;
    [[nodiscard]] QString textAt(const QPointF& position) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    void paintAxes(QPainter& painter) const;
    void paintCurve(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;

    bridge::Theme& m_theme;
    std::vector<halltwin::network::ScalingPoint> m_curve;
    double m_fewest = 8.0;
    double m_most = 20'000.0;
    double m_lowest = 0.0;  ///< efficiency at the foot
};

}  // namespace halltwin::views::network
