// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/view_context.h"
#include "views/inspector/field.h"

#include <QWidget>
#include <string>

class QLabel;

namespace halltwin::views::inspector {

class EntityForm;
class FigureList;

/// The selected power link: its feed, phase, cable and breaker to edit, and what it carries.
class CablePage : public QWidget {
    Q_OBJECT

public:
    explicit CablePage(const bridge::ViewContext& context, QWidget* parent = nullptr);

    void refresh();
    void refreshFigures();

private:
    void onEdited(const std::string& name, const FieldValue& value);

    bridge::ViewContext m_context;
    QLabel* m_title;
    EntityForm* m_form;
    FigureList* m_figures;
    QWidget* m_figuresHeading;
};

}  // namespace halltwin::views::inspector
