// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"
#include "views/inspector/item_figures.h"

#include <QWidget>
#include <vector>

class QGridLayout;
class QLabel;

namespace halltwin::views::inspector {

/// Names and values in two columns; labels are kept and reused, so that frequent updates are cheap.
class FigureList : public QWidget {
    Q_OBJECT

public:
    explicit FigureList(bridge::Theme& theme, QWidget* parent = nullptr);

    void setFigures(const std::vector<ItemFigure>& figures);

private:
    struct Line {
        QLabel* name = nullptr;
        QLabel* value = nullptr;
    };

    void show(Line& line, const ItemFigure& figure);

    bridge::Theme& m_theme;
    QGridLayout* m_layout;
    std::vector<Line> m_lines;
};

/// A heading of a section in a side panel.
[[nodiscard]] QLabel* sectionHeading(const QString& text, QWidget* parent);

}  // namespace halltwin::views::inspector
