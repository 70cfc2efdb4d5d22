// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/view_context.h"
#include "views/heatmap/probe_book.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace halltwin::views::heatmap {

class ProbeChart;

/// The list of probes with what each reads now, and the history of one quantity below. Del or the
/// button removes the selected probe.
class ProbePanel : public QWidget {
    Q_OBJECT

public:
    ProbePanel(const bridge::ViewContext& context, ProbeBook& book, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();
    void refreshSelection();
    void removeSelected();
    [[nodiscard]] int selected() const;  ///< its number; 0: none

    bridge::ViewContext m_context;
    ProbeBook& m_book;
    QLabel* m_hint;
    QTreeWidget* m_list;
    QComboBox* m_quantity;
    ProbeChart* m_chart;
    QPushButton* m_remove;
    QWidget* m_details;  ///< all but the hint
};

}  // namespace halltwin::views::heatmap
