// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/edits.h"
#include "views/bridge/network_study.h"

#include <QWidget>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QToolButton;
class QVBoxLayout;

namespace halltwin::views::inspector {
class FigureList;
}

namespace halltwin::views::network {

class FabricForm;
class HandChanges;
class PlainTable;

/// The project's fabrics: a list to add to, copy and remove from; of the chosen one its figures to
/// edit, what follows from them, what is wrong with it, and the changes by hand. Every change is
/// one undoable step. The chosen fabric is that of the study. Does nothing while hidden.
class FabricsPage : public QWidget {
    Q_OBJECT

public:
    FabricsPage(const bridge::ViewContext& context, bridge::NetworkStudy& study,
                QWidget* parent = nullptr);

    /// Adds a fabric with sensible figures and chooses it.
    void addFabric(FabricPurpose purpose);
    void duplicateFabric();
    void removeFabric();

    void showChanges();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] QWidget* makeBar();
    [[nodiscard]] QWidget* makeBody();
    [[nodiscard]] QWidget* makeFigures();
    void connectModel();
    [[nodiscard]] std::optional<FabricId> chosen() const;
    [[nodiscard]] std::optional<std::size_t> planned(FabricId fabric) const;
    void refresh();
    void refreshList();
    void refreshChosen();
    void showIssues(const std::vector<Issue>& issues);
    void addIssueRow(const Issue& issue);

    bridge::ViewContext m_context;
    bridge::NetworkStudy& m_study;
    std::vector<FabricId> m_ids;  ///< by row
    PlainTable* m_list;
    QPushButton* m_duplicate = nullptr;
    QPushButton* m_remove = nullptr;
    QStackedWidget* m_stack;
    QTabWidget* m_tabs;
    FabricForm* m_form;
    inspector::FigureList* m_facts;
    QVBoxLayout* m_issues;
    std::vector<Issue> m_shownIssues;
    HandChanges* m_changes;
};

}  // namespace halltwin::views::network
