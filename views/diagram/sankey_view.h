// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/sankey.h"
#include "views/bridge/theme.h"

#include <QString>
#include <QWidget>

class QPainter;

namespace halltwin::views::diagram {

/// The power of a project by kind, from the sources to the loads.
struct SankeyContent {
    power::Sankey chain;
    Power unwired;  ///< lights and loads without a cord: counted, but in no chain

    [[nodiscard]] Power facility() const { return chain.sources + unwired; }
};

/// Paints the bands into `area`, as high as it is, with losses leaving downwards and the books at
/// the foot.
void paintSankey(QPainter& painter, const SankeyContent& content, const QRectF& area,
                 const bridge::Theme& theme);

/// "2.31 MW at the sources = 2.20 MW at the loads + 0.11 MW lost, residual 0.0 W"
[[nodiscard]] QString sankeyBooks(const SankeyContent& content);

/// Where the power goes. Follows what it is given.
class SankeyView : public QWidget {
    Q_OBJECT

public:
    explicit SankeyView(bridge::Theme& theme, QWidget* parent = nullptr);

    void setContent(SankeyContent content);
    [[nodiscard]] const SankeyContent& content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bridge::Theme& m_theme;
    SankeyContent m_content;
};

}  // namespace halltwin::views::diagram
