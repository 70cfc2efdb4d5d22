// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/entities.h"
#include "views/bridge/view_context.h"
#include "views/inspector/field.h"

#include <QWidget>
#include <vector>

class QLabel;

namespace halltwin::views::inspector {

class EntityForm;
class FigureList;
class LinkList;

/// Properties of the selected items. Several are edited together: a field that differs among them
/// says so, and what is entered goes to all in one undo step. Positions are for single items.
class ItemPage : public QWidget {
    Q_OBJECT

public:
    explicit ItemPage(const bridge::ViewContext& context, QWidget* parent = nullptr);

    /// Shows the selection anew; to be called after a change of project or selection.
    void refresh();
    /// Shows the twin's latest figures only.
    void refreshFigures();

private:
    [[nodiscard]] std::vector<Item> selectedItems() const;
    void showHeading(const std::vector<Item>& items);
    void showFields(const std::vector<Item>& items);
    void onEdited(const std::string& name, const FieldValue& value);

    bridge::ViewContext m_context;
    QLabel* m_title;
    QLabel* m_subtitle;
    EntityForm* m_form;
    QWidget* m_figuresBox;
    FigureList* m_figures;
    QWidget* m_linksBox;
    LinkList* m_links;
    QWidget* m_catalogBox;
    FigureList* m_catalog;
    QLabel* m_description;
};

}  // namespace halltwin::views::inspector
