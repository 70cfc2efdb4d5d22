// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "views/bridge/view_context.h"

#include <QWidget>

class QTabWidget;
class QStackedWidget;

namespace halltwin::views::inspector {

class CablePage;
class HallPage;
class ItemPage;
class PipePage;
class TrayPage;
class ProjectPage;

/// The right-hand panel: properties of the selection, of halls, and of the project. Follows
/// session, selection and twin by itself; pages that are not on screen are refreshed when they are
/// shown.
class InspectorPanel : public QWidget {
    Q_OBJECT

public:
    explicit InspectorPanel(const bridge::ViewContext& context, QWidget* parent = nullptr);

    void showHall(HallId id);

private:
    void refresh();
    void refreshFigures();
    void onSelection();

    bridge::ViewContext m_context;
    QTabWidget* m_tabs;
    QStackedWidget* m_selection;
    QWidget* m_nothing;
    QWidget* m_itemScroll;
    QWidget* m_cableScroll;
    QWidget* m_pipeScroll;
    QWidget* m_trayScroll;
    ItemPage* m_items;
    CablePage* m_cable;
    PipePage* m_pipe;
    TrayPage* m_tray;
    HallPage* m_halls;
    ProjectPage* m_project;
};

}  // namespace halltwin::views::inspector
