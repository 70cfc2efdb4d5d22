// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/diagram_layout.h"
#include "views/bridge/latest_job.h"
#include "views/bridge/view_context.h"
#include "views/diagram/what_if.h"

#include <QWidget>
#include <optional>
#include <vector>

class QPoint;
class QStackedWidget;
class QToolButton;

namespace halltwin::views::diagram {

class DiagramView;
class SankeyView;
class TraceList;
class TripBanner;

/// The Power tab: single-line diagram or power flow of what the twin shows, elements tripped on
/// trial with a banner that says what came of it, and the way of one watt beside it. Follows twin,
/// selection and theme by itself; does nothing while hidden.
class DiagramPane : public QWidget {
    Q_OBJECT

public:
    explicit DiagramPane(const bridge::ViewContext& context, QWidget* parent = nullptr);

    [[nodiscard]] DiagramView& view() { return *m_view; }
    [[nodiscard]] SankeyView& sankey() { return *m_sankey; }
    [[nodiscard]] WhatIf& whatIf() { return m_whatIf; }
    /// What is shown belongs to the twin's answer, and its layout is done.
    [[nodiscard]] bool isCurrent() const { return !m_isStale && m_layoutJob.isIdle(); }

    void fit();
    void zoomIn();
    void zoomOut();
    void showFlow(bool isFlow);  ///< the Sankey diagram instead of the single-line diagram

    /// Takes the selected elements out, or puts them back where all of them are out.
    void tripSelection();
    /// Lights the way of the first selected load, or the only one of a group.
    void followSelection();
    void stopFollowing();

    /// The diagram as shown, as SVG or PDF by the ending.
    [[nodiscard]] Result<void> write(const QString& path) const;

signals:
    void planWanted(const std::vector<halltwin::ItemId>& items);
    void message(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QWidget* makeStrip();
    void connectModel();
    void connectView();
    void refresh();
    void layOutAgain();
    void fillContent();
    void refreshTrace();
    void showMenu(ItemId item, const QPoint& screen);
    [[nodiscard]] QString nameOf(ItemId item) const;

    bridge::ViewContext m_context;
    WhatIf m_whatIf;
    power::FoldSettings m_fold;
    power::DiagramGraph m_graph;
    power::DiagramLayout m_layout;  ///< of m_graph
    power::DiagramGraph m_wanted;   ///< that is being laid out
    std::optional<ItemId> m_traced;
    bool m_isStale = true;
    TripBanner* m_banner;
    QStackedWidget* m_stack;
    DiagramView* m_view;
    SankeyView* m_sankey;
    TraceList* m_trace;
    QToolButton* m_flow = nullptr;
    QToolButton* m_lines = nullptr;
    bridge::LatestJob m_layoutJob;  ///< last: it ends before what it fills
};

}  // namespace halltwin::views::diagram
