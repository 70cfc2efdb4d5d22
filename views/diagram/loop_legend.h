// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"

#include <QWidget>
#include <vector>

namespace halltwin::views::diagram {

/// What the lines and colours of the cooling loops say, in one row.
class LoopLegend : public QWidget {
    Q_OBJECT

public:
    explicit LoopLegend(bridge::Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, 20}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry {
        QString text;
        QColor color;
        Qt::PenStyle line = Qt::SolidLine;  ///< none: the outline of a unit
    };
    [[nodiscard]] std::vector<Entry> entries() const;

    bridge::Theme& m_theme;
};

}  // namespace halltwin::views::diagram
