// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"

#include <QWidget>
#include <vector>

namespace halltwin::views::network {

/// What lines of the network diagram say: their load, what is cut, what was added by hand.
class FabricLegend : public QWidget {
    Q_OBJECT

public:
    explicit FabricLegend(bridge::Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Mark { None, Line, Dashes, Dot };
    struct Entry {
        QString text;
        QColor color{};
        Mark mark = Mark::Line;
    };
    [[nodiscard]] std::vector<Entry> entries() const;

    bridge::Theme& m_theme;
};

}  // namespace halltwin::views::network
