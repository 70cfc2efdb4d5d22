// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "views/bridge/view_context.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace halltwin::views::inspector {
class EntityForm;
}

namespace halltwin::views::shell {

/// Adds, changes and removes scenarios. Every change is an edit of its own, with undo; the dialog
/// has no Cancel and does not block the window.
class ScenarioDialog : public QDialog {
    Q_OBJECT

public:
    explicit ScenarioDialog(const bridge::ViewContext& context, QWidget* parent = nullptr);

private:
    void refresh();
    void showCurrent();
    void add();
    void remove();
    [[nodiscard]] ScenarioId current() const;

    bridge::ViewContext m_context;
    QListWidget* m_list;
    QPushButton* m_remove;
    inspector::EntityForm* m_form;
};

}  // namespace halltwin::views::shell
