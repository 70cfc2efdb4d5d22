// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/air_quantity.h"
#include "views/bridge/color_map.h"

#include <QWidget>

namespace halltwin::views::bridge {
class Theme;
}

namespace halltwin::views::heatmap {

/// How large a legend is painted and in which colours; lengths in the painter's units.
struct LegendStyle {
    QColor text;
    QColor frame;
    double textSize = 11;  ///< height of the letters' em
    QString unit = QStringLiteral("°C");
};

/// Paints a horizontal legend of the scale into `area`: colours, ticks and the unit. Used by the
/// widget and in print.
void paintLegend(QPainter& painter, const QRectF& area, const bridge::ColorScale& scale,
                 const LegendStyle& style);

/// The legend of a heat map: the colours with their values. A double click, or the pin in the
/// context menu, holds the range; once more lets it follow the data again.
class LegendWidget : public QWidget {
    Q_OBJECT

public:
    explicit LegendWidget(const bridge::Theme& theme, QWidget* parent = nullptr);

    void setScale(const bridge::ColorScale& scale);
    [[nodiscard]] const bridge::ColorScale& scale() const { return m_scale; }
    void setQuantity(bridge::AirQuantity quantity);
    void setPinned(bool pinned);
    [[nodiscard]] bool isPinned() const { return m_pinned; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// The user pinned the range shown, or let it go.
    void pinRequested(bool pinned);
    /// The user chose the other kind of scale: classes or continuous.
    void discreteRequested(bool discrete);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    const bridge::Theme& m_theme;
    bridge::AirQuantity m_quantity = bridge::AirQuantity::Temperature;
    bridge::ColorScale m_scale;
    bool m_pinned = false;
};

}  // namespace halltwin::views::heatmap
