// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/carpet.h"
#include "views/year/year_feed.h"

#include <QWidget>
#include <optional>

namespace halltwin::views::year {

/// The hours of a year as a carpet plot. The hour under the pointer shows its figures in a tooltip;
/// a click, or the arrow keys, choose an hour.
class CarpetView : public QWidget {
    Q_OBJECT

public:
    explicit CarpetView(bridge::Theme& theme, QWidget* parent = nullptr);

    /// Null shows nothing.
    void setAnswer(YearPtr answer);
    void setMeasure(charts::CarpetMeasure measure);

    [[nodiscard]] std::optional<std::size_t> hourAt(const QPointF& position) const;
    [[nodiscard]] QPointF positionOf(std::size_t hour) const;
    [[nodiscard]] std::optional<std::size_t> chosen() const { return m_chosen; }
    void choose(std::size_t hour);
    /// What the tooltip of an hour says.
    [[nodiscard]] QString textOf(std::size_t hour) const;

signals:
    void hourChosen(std::size_t hour);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] charts::CarpetStyle style() const;
    [[nodiscard]] QRectF plot() const;
    void refresh();

    bridge::Theme& m_theme;
    YearPtr m_answer;
    charts::CarpetMeasure m_measure = charts::CarpetMeasure::Pue;
    charts::Carpet m_carpet;
    std::optional<std::size_t> m_chosen;
};

}  // namespace halltwin::views::year
