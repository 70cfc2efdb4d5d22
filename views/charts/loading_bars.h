// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "views/bridge/theme.h"

#include <QString>
#include <QWidget>
#include <optional>
#include <vector>

namespace halltwin::views::charts {

/// An element of the power chain in the ranking.
struct LoadedElement {
    ItemId id;
    QString name;
    double loading = 0.0;  ///< output / rating
    QString text;          ///< "412 kW of 1 MW"
};

/// Elements from the fullest down as bars with marks at 80 % (continuous load) and 100 % (rating).
/// A click selects the element.
class LoadingBars : public QWidget {
    Q_OBJECT

public:
    explicit LoadingBars(bridge::Theme& theme, QWidget* parent = nullptr);

    /// Fullest first.
    void setElements(std::vector<LoadedElement> elements);
    [[nodiscard]] const std::vector<LoadedElement>& elements() const { return m_elements; }
    /// The bar of the n-th element.
    [[nodiscard]] QRectF barOf(std::size_t n) const;

signals:
    void elementClicked(halltwin::ItemId element);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] double scaleEnd() const;
    [[nodiscard]] double xOf(double loading) const;
    [[nodiscard]] const LoadedElement* elementAt(const QPoint& at) const;

    bridge::Theme& m_theme;
    std::vector<LoadedElement> m_elements;
};

}  // namespace halltwin::views::charts
