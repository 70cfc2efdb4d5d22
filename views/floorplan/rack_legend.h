// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"
#include "views/floorplan/items/rack_colouring.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace halltwin::views::floorplan {

/// A card in the upper right corner of the plan: what the colours of racks stand for, and a button
/// to choose it. Keeps to its corner by itself; the parent must not be what a view scrolls.
class RackLegend : public QFrame {
    Q_OBJECT

public:
    RackLegend(bridge::Theme& theme, QWidget* parent);

    void setColouring(items::RackColouring colouring);
    /// Whether the result has what the colours are to tell.
    void setKnown(bool known);

signals:
    void chosen(halltwin::views::floorplan::items::RackColouring colouring);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rebuild();
    void place();

    bridge::Theme& m_theme;
    QToolButton* m_choice;
    QWidget* m_swatches;
    QLabel* m_unknown;
    items::RackColouring m_colouring = items::RackColouring::Intake;
};

}  // namespace halltwin::views::floorplan
