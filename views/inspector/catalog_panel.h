// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/view_context.h"

#include <QWidget>
#include <string>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace halltwin::views::inspector {

class CatalogModel;
class FigureList;

/// The left-hand panel: what can be placed, with a search field. Drag an entry onto the plan, or
/// press Enter on it to place it with clicks.
class CatalogPanel : public QWidget {
    Q_OBJECT

public:
    explicit CatalogPanel(const bridge::ViewContext& context, QWidget* parent = nullptr);

    void focusSearch();

signals:
    void placeRequested(const std::string& key);

private:
    void setUpTree();
    void setUpCard();
    void search(const QString& text);
    void onCurrent();
    void place(const QModelIndex& index);

    CatalogModel* m_model;
    QSortFilterProxyModel* m_filter;
    QLineEdit* m_search;
    QTreeView* m_tree;
    QWidget* m_card;
    QLabel* m_name;
    QLabel* m_description;
    FigureList* m_figures;
};

}  // namespace halltwin::views::inspector
