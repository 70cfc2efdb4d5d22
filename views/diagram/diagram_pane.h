// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/diagram_layout.h"
#include "views/bridge/latest_job.h"
#include "views/bridge/view_context.h"
#include "views/bridge/what_if.h"

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

class QPoint;
class QStackedWidget;
class QToolButton;

namespace halltwin::views::diagram {

class DiagramView;
class EventPicker;
class ResiliencePage;
class SankeyView;
class TraceList;
class TripBanner;

/// The Power tab: single-line diagram or power flow of what the twin shows, elements tripped or an
/// event played on trial with a banner that says what came of it, and the way of one watt beside
/// it; as a third page room to grow, availability and single losses. Follows twin, selection and
/// theme by itself; does nothing while hidden. What is drawn is made on a worker.
class DiagramPane : public QWidget {
    Q_OBJECT

public:
    enum class Page { Lines, Flow, Resilience };

    explicit DiagramPane(const bridge::ViewContext& context, QWidget* parent = nullptr);

    [[nodiscard]] DiagramView& view() { return *m_view; }
    [[nodiscard]] SankeyView& sankey() { return *m_sankey; }
    [[nodiscard]] ResiliencePage& resilience() { return *m_resilience; }
    [[nodiscard]] bridge::WhatIf& whatIf() { return m_whatIf; }
    /// What is shown belongs to the twin's answer and to what is on trial.
    [[nodiscard]] bool isCurrent() const {
        return !m_isStale && m_drawJob.isIdle() && !m_whatIf.isFollowing();
    }

    void fit();
    void zoomIn();
    void zoomOut();
    void showPage(Page page);

    /// Opens the list of events to play.
    void chooseEvent();

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
    /// A diagram's places, which stay while its graph does.
    struct Places {
        power::DiagramGraph graph;
        power::DiagramLayout layout;
    };
    struct Drawing;

    [[nodiscard]] QWidget* makeStrip();
    void connectModel();
    void connectView();
    void refresh();
    void refreshBanner();
    void draw();
    void refreshTrace();
    void showMenu(ItemId item, const QPoint& screen);
    [[nodiscard]] QString nameOf(ItemId item) const;

    bridge::ViewContext m_context;
    bridge::WhatIf m_whatIf;
    power::FoldSettings m_fold;
    std::shared_ptr<const Places> m_places;
    std::optional<ItemId> m_traced;
    bool m_isStale = true;
    TripBanner* m_banner;
    QStackedWidget* m_stack;
    DiagramView* m_view;
    SankeyView* m_sankey;
    ResiliencePage* m_resilience;
    TraceList* m_trace;
    EventPicker* m_events;
    QToolButton* m_chooseEvent = nullptr;
    std::vector<QToolButton*> m_pageButtons;  ///< in the order of Page
    bridge::LatestJob m_drawJob;              ///< last: it ends before what it fills
};

}  // namespace halltwin::views::diagram
