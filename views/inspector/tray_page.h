// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/cable_layout.h"
#include "views/bridge/view_context.h"
#include "views/inspector/field.h"
#include "views/inspector/item_figures.h"

#include <QWidget>
#include <string>
#include <vector>

class QLabel;

namespace halltwin::views::inspector {

class EntityForm;
class FigureList;

/// Cables and fill of a tray where it is fullest; an empty list where no network was planned.
[[nodiscard]] std::vector<ItemFigure> trayFigures(const CableTray& tray,
                                                  const network::TrayLoad* load);

/// The selected cable tray: its place and size to edit, and what lies in it.
class TrayPage : public QWidget {
    Q_OBJECT

public:
    explicit TrayPage(const bridge::ViewContext& context, QWidget* parent = nullptr);

    void refresh();
    void refreshFigures();

private:
    void onEdited(const std::string& name, const FieldValue& value);

    bridge::ViewContext m_context;
    QLabel* m_title;
    EntityForm* m_form;
    FigureList* m_figures;
};

}  // namespace halltwin::views::inspector
