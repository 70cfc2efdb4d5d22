// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "views/bridge/view_context.h"

#include <QWidget>
#include <vector>

class QLabel;
class QListView;
class QPushButton;

namespace halltwin::views::inspector {

class IssuesModel;

/// The list of issues with what to do about the chosen one, and a button that shows its items.
/// Follows the twin by itself.
class IssuesPanel : public QWidget {
    Q_OBJECT

public:
    explicit IssuesPanel(const bridge::ViewContext& context, QWidget* parent = nullptr);

signals:
    void showRequested(const std::vector<halltwin::ItemId>& items, halltwin::HallId hall);

private:
    void refresh();
    void onCurrent();
    void showCurrent();

    bridge::ViewContext m_context;
    IssuesModel* m_model;
    QLabel* m_summary;
    QListView* m_list;
    QLabel* m_fix;
    QPushButton* m_show;
};

}  // namespace halltwin::views::inspector
