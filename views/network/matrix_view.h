// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/color_map.h"
#include "views/bridge/theme.h"

#include <QStringList>
#include <QWidget>
#include <optional>
#include <utility>
#include <vector>

namespace halltwin::views::network {

/// A square of figures between groups. Not a number: there is none.
struct MatrixContent {
    QString title;  ///< with the unit: "Mean hops", "Bandwidth, Gb/s"
    QStringList groups;
    std::vector<std::vector<double>> values;  ///< row by row
    std::vector<QStringList> tips;            ///< by cell, without the names of the groups
    int decimals = 0;
};

/// Draws it as coloured cells, with the figures where there is room, a legend of the colours, and a
/// tip for each cell.
class MatrixView : public QWidget {
    Q_OBJECT

public:
    explicit MatrixView(bridge::Theme& theme, QWidget* parent = nullptr);

    void setContent(MatrixContent content);
    [[nodiscard]] const MatrixContent& content() const { return m_content; }
    /// Row and column.
    [[nodiscard]] std::optional<std::pair<int, int>> cellAt(const QPointF& position) const;
    [[nodiscard]] QRectF cellRect(int row, int column) const;
    [[nodiscard]] QString textAt(const QPointF& position) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int count() const { return static_cast<int>(m_content.groups.size()); }
    [[nodiscard]] QRectF grid() const;
    [[nodiscard]] QColor colorOf(double value) const;
    void paintCells(QPainter& painter) const;
    void paintLabels(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;

    bridge::Theme& m_theme;
    MatrixContent m_content;
    bridge::ColorScale m_scale;
    double m_low = 0.0;
    double m_high = 0.0;
    double m_labelWidth = 0.0;
};

}  // namespace halltwin::views::network
