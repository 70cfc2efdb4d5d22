// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "model/core/units.h"
#include "views/bridge/theme.h"

#include <QString>
#include <QWidget>
#include <vector>

namespace halltwin::views::charts {

/// A rack in the ranking.
struct RankedRack {
    ItemId id;
    QString label;
    double meanC = 0.0;
    double warmestC = 0.0;
};

/// A limit across the ranking.
struct LimitLine {
    QString name;
    double valueC = 0.0;
};

/// Racks from the warmest intake down as bars from the mean to the warmest cell, in the colours of
/// the intake bands, with the limits of the ASHRAE classes as lines. A click selects the rack.
class RackRanking : public QWidget {
    Q_OBJECT

public:
    explicit RackRanking(bridge::Theme& theme, QWidget* parent = nullptr);

    void setRacks(std::vector<RankedRack> racks, std::vector<LimitLine> limits);
    [[nodiscard]] const std::vector<RankedRack>& racks() const { return m_racks; }
    [[nodiscard]] const std::vector<LimitLine>& limits() const { return m_limits; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 96}; }

signals:
    void rackClicked(halltwin::ItemId rack);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRectF plotArea() const;
    [[nodiscard]] double yOf(double valueC) const;
    [[nodiscard]] double barPitch() const;
    [[nodiscard]] const RankedRack* rackAt(const QPoint& at) const;
    void paintLimits(QPainter& painter) const;
    void paintBars(QPainter& painter) const;
    void setRange();

    bridge::Theme& m_theme;
    std::vector<RankedRack> m_racks;  ///< warmest first
    std::vector<LimitLine> m_limits;
    double m_lowC = 15.0;
    double m_highC = 35.0;
};

}  // namespace halltwin::views::charts
