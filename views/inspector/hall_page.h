// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "views/bridge/view_context.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace halltwin::views::inspector {

class EntityForm;
class FigureList;

/// Properties of one hall, chosen from a list, with its air-management figures. Adds and removes
/// halls.
class HallPage : public QWidget {
    Q_OBJECT

public:
    explicit HallPage(const bridge::ViewContext& context, QWidget* parent = nullptr);

    void refresh();
    void refreshFigures();
    void setHall(HallId id);

private:
    void addHall();
    void removeHall();

    bridge::ViewContext m_context;
    HallId m_hall;
    QComboBox* m_choice;
    QPushButton* m_remove;
    EntityForm* m_form;
    QWidget* m_figuresBox;
    FigureList* m_figures;
};

}  // namespace halltwin::views::inspector
