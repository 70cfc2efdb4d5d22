// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/air_quantity.h"
#include "views/heatmap/probe_book.h"

#include <QWidget>

namespace halltwin::views::bridge {
class Theme;
}

namespace halltwin::views::heatmap {

/// One quantity of all probes against the answers of the session, one line for each probe in the
/// colour of its dot on the plan.
class ProbeChart : public QWidget {
    Q_OBJECT

public:
    ProbeChart(const ProbeBook& book, const bridge::Theme& theme, QWidget* parent = nullptr);

    void setQuantity(bridge::AirQuantity quantity);
    /// Its line is drawn thicker; 0: none.
    void setSelected(int number);

    [[nodiscard]] QSize sizeHint() const override { return {240, 130}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 90}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Extent {
        int firstAnswer = 0;
        int lastAnswer = 0;
        double low = 0.0;
        double high = 0.0;
        bool isEmpty = true;
    };

    [[nodiscard]] Extent extent() const;
    void drawAxes(QPainter& painter, const QRectF& area, const Extent& extent) const;
    void drawLine(QPainter& painter, const QRectF& area, const Extent& extent,
                  const Probe& probe) const;

    const ProbeBook& m_book;
    const bridge::Theme& m_theme;
    bridge::AirQuantity m_quantity = bridge::AirQuantity::Temperature;
    int m_selected = 0;
};

}  // namespace halltwin::views::heatmap
