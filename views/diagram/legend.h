// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"

#include <QWidget>

namespace halltwin::views::diagram {

/// What the colours of the diagram say in one row, and its lines in another.
class Legend : public QWidget {
    Q_OBJECT

public:
    explicit Legend(bridge::Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, 30}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry {
        QString text;
        QColor color;
        Qt::PenStyle line = Qt::NoPen;  ///< none: a box

        [[nodiscard]] std::size_t row() const { return line == Qt::NoPen ? 0 : 1; }
    };
    [[nodiscard]] std::vector<Entry> entries() const;

    bridge::Theme& m_theme;
};

}  // namespace halltwin::views::diagram
