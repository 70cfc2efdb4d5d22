// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/project.h"

#include <QDialog>

namespace halltwin::views::inspector {
class EntityForm;
}

namespace halltwin::views::shell {

/// Asks for the size of the first hall of a new project.
class NewHallDialog : public QDialog {
    Q_OBJECT

public:
    explicit NewHallDialog(QWidget* parent = nullptr);

    /// A project with nothing but that hall.
    [[nodiscard]] Project project() const;

private:
    void refresh();

    Hall m_hall;
    inspector::EntityForm* m_form;
};

}  // namespace halltwin::views::shell
