// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"

#include <QWidget>

namespace halltwin::views::diagram {

/// What the colours and lines of the diagram say, in one row.
class Legend : public QWidget {
    Q_OBJECT

public:
    explicit Legend(bridge::Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, 22}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry {
        QString text;
        QColor color;
        Qt::PenStyle line = Qt::NoPen;  ///< none: a box
    };
    [[nodiscard]] std::vector<Entry> entries() const;

    bridge::Theme& m_theme;
};

}  // namespace halltwin::views::diagram
