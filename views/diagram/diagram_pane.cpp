// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/diagram_pane.h"

#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/diagram/diagram_view.h"
#include "views/diagram/event_picker.h"
#include "views/diagram/legend.h"
#include "views/diagram/resilience_page.h"
#include "views/diagram/sankey_view.h"
#include "views/diagram/trace_list.h"
#include "views/diagram/trip_banner.h"
#include "views/diagram/write_diagram.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace halltwin::views::diagram {

namespace {

QToolButton* modeButton(const QString& text, const char* name, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setCheckable(true);
    return button;
}

}  // namespace

/// What one picture is made from; copies, for the worker.
struct DiagramPane::Drawing {
    bridge::TwinResultPtr answer;
    bridge::SequencePtr shown;  ///< null: the answer's own state
    std::shared_ptr<const Project> project;
    std::shared_ptr<const Catalog> catalog;
    std::set<ItemId> gone;
    power::FoldSettings fold;
    std::shared_ptr<const Places> places;  ///< of the picture before; null: none

    [[nodiscard]] const power::ChainResult& solved() const {
        return shown != nullptr ? shown->end : answer->power;
    }
    [[nodiscard]] std::shared_ptr<const Places> placesNow() const {
        auto graph = power::diagramGraph(answer->chain, loadKinds(*project, *catalog), fold);
        if (places != nullptr && graph == places->graph) return places;
        auto layout = power::layOut(graph);
        return std::make_shared<const Places>(Places{std::move(graph), std::move(layout)});
    }
    [[nodiscard]] Content content(const Places& at) const {
        return contentOf(at.graph, at.layout, {answer->chain, solved(), *project, *catalog, gone});
    }
    [[nodiscard]] SankeyContent flow() const {
        return {power::sankeyOf(answer->chain, solved(), loadKinds(*project, *catalog)),
                answer->uncordedDemand};
    }
};

DiagramPane::DiagramPane(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_banner(new TripBanner(context.theme, this)),
      m_stack(new QStackedWidget(this)),
      m_view(new DiagramView(
          context.theme,
          {QStringLiteral("diagramView"), tr("Single-line diagram"),
           tr("No power equipment yet: place a utility feed, boards and UPS from the "
              "catalogue and connect them with the power link tools (L, Shift+L).")},
          m_stack)),
      m_sankey(new SankeyView(context.theme, m_stack)),
      m_resilience(new ResiliencePage(context, m_stack)),
      m_trace(new TraceList(context.theme, this)),
      m_events(new EventPicker(context, this)) {
    setObjectName(QStringLiteral("diagramPane"));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_sankey);
    m_stack->addWidget(m_resilience);
    m_trace->hide();
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_stack, 1);
    middle->addWidget(m_trace);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addLayout(middle, 1);
    layout->addWidget(makeStrip());
    connectModel();
    connectView();
    m_whatIf.setAnswer(context.twin.latest());
}

QWidget* DiagramPane::makeStrip() {
    auto* strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("panel"));
    strip->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(strip);
    layout->setContentsMargins(bridge::space::m, 2, bridge::space::m, 2);
    layout->setSpacing(bridge::space::s);
    m_pageButtons = {modeButton(tr("Single-line diagram"), "power.lines", strip),
                     modeButton(tr("Power flow"), "power.flow", strip),
                     modeButton(tr("Resilience"), "power.resilience", strip)};
    auto* modes = new QButtonGroup(strip);
    for (std::size_t page = 0; page < m_pageButtons.size(); ++page) {
        modes->addButton(m_pageButtons[page]);
        layout->addWidget(m_pageButtons[page]);
        connect(m_pageButtons[page], &QToolButton::clicked, this,
                [this, page] { showPage(static_cast<Page>(page)); });
    }
    m_pageButtons.front()->setChecked(true);
    m_chooseEvent = new QToolButton(strip);
    m_chooseEvent->setObjectName(QStringLiteral("power.events.open"));
    m_chooseEvent->setText(tr("Play an event…"));
    m_chooseEvent->setToolTip(
        tr("Grid outage, loss of a feed, a room or a UPS… on trial (Ctrl+E)"));
    connect(m_chooseEvent, &QToolButton::clicked, this, &DiagramPane::chooseEvent);
    auto* fitButton = new QToolButton(strip);
    fitButton->setObjectName(QStringLiteral("power.fit"));
    fitButton->setText(tr("Fit"));
    fitButton->setToolTip(tr("Show the whole diagram (F)"));
    connect(fitButton, &QToolButton::clicked, this, &DiagramPane::fit);
    auto* legend = new Legend(m_context.theme, strip);
    for (QWidget* each : {static_cast<QWidget*>(legend), static_cast<QWidget*>(fitButton)})
        connect(m_pageButtons.front(), &QToolButton::toggled, each, &QWidget::setVisible);
    layout->addWidget(m_chooseEvent);
    layout->addStretch(1);
    layout->addWidget(legend);
    layout->addWidget(fitButton);
    return strip;
}

void DiagramPane::connectModel() {
    connect(&m_context.twin, &bridge::TwinFeed::resultReady, this,
            [this] { m_whatIf.setAnswer(m_context.twin.latest()); });
    connect(&m_context.session, &bridge::ProjectSession::replaced, this, [this] {
        m_fold = {};
        m_traced.reset();
        m_whatIf.setAnswer(nullptr);
        m_view->fitAtNextShow();
    });
    connect(&m_whatIf, &bridge::WhatIf::changed, this, &DiagramPane::refresh);
    connect(m_banner, &TripBanner::restoreWanted, &m_whatIf, &bridge::WhatIf::restoreAll);
    connect(m_events, &EventPicker::chosen, &m_whatIf, &bridge::WhatIf::play);
    connect(&m_context.selection, &bridge::Selection::changed, this, [this] {
        const auto& items = m_context.selection.items();
        m_view->setSelection(items);
        if (isVisible() && !items.empty()) m_view->centreOn(*items.begin());
    });
}

void DiagramPane::connectView() {
    connect(m_view, &DiagramView::picked, this, [this](const std::set<ItemId>& items, bool adds) {
        std::set<ItemId> selected = items;
        if (adds) {
            selected = m_context.selection.items();
            const bool areIn =
                std::includes(selected.begin(), selected.end(), items.begin(), items.end());
            for (const ItemId item : items) {
                if (areIn) {
                    selected.erase(item);
                } else {
                    selected.insert(item);
                }
            }
        }
        m_context.selection.setItems(std::move(selected));
    });
    connect(m_view, &DiagramView::activated, this, [this](const std::set<ItemId>& items) {
        emit planWanted({items.begin(), items.end()});
    });
    connect(m_view, &DiagramView::menuWanted, this, &DiagramPane::showMenu);
    connect(m_resilience, &ResiliencePage::planWanted, this, &DiagramPane::planWanted);
    connect(m_trace, &TraceList::closed, this, &DiagramPane::stopFollowing);
    connect(m_trace, &TraceList::planWanted, this, [this] {
        const std::set<ItemId>& items = m_view->highlight().items;
        emit planWanted({items.begin(), items.end()});
    });
}

void DiagramPane::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale) refresh();
}

void DiagramPane::refresh() {
    m_isStale = !isVisible();
    refreshBanner();
    if (m_isStale) return;
    if (m_whatIf.answer() == nullptr || m_context.twin.latestProject() == nullptr) {
        m_drawJob.forget();
        m_places.reset();
        m_view->setContent({});
        m_sankey->setContent({});
        return;
    }
    draw();
}

void DiagramPane::refreshBanner() {
    const auto& project = m_context.twin.latestProject();
    if (project == nullptr) return m_banner->hide();
    m_banner->show(
        m_whatIf, [this](ItemId item) { return nameOf(item); },
        loadKinds(*project, m_context.session.catalog()));
}

void DiagramPane::draw() {
    m_drawJob.want(
        [this,
         drawing = Drawing{m_whatIf.answer(), m_whatIf.shown(), m_context.twin.latestProject(),
                           m_context.session.sharedCatalog(), m_whatIf.gone(), m_fold, m_places}] {
            const auto places = drawing.placesNow();
            const auto content = std::make_shared<Content>(drawing.content(*places));
            const auto flow = std::make_shared<SankeyContent>(drawing.flow());
            return [this, places, content, flow] {
                m_places = places;
                m_view->setContent(std::move(*content));
                m_sankey->setContent(std::move(*flow));
                refreshTrace();
            };
        });
}

void DiagramPane::fit() {
    m_view->fit();
}

void DiagramPane::zoomIn() {
    m_view->zoomIn();
}

void DiagramPane::zoomOut() {
    m_view->zoomOut();
}

void DiagramPane::showPage(Page page) {
    const auto index = static_cast<std::size_t>(page);
    m_pageButtons[index]->setChecked(true);
    m_stack->setCurrentIndex(static_cast<int>(index));
}

void DiagramPane::chooseEvent() {
    m_events->openAbove(*m_chooseEvent);
}

void DiagramPane::tripSelection() {
    std::vector<ItemId> elements;
    for (const ItemId item : m_context.selection.items()) {
        if (m_whatIf.canTrip(item)) elements.push_back(item);
    }
    if (elements.empty()) {
        emit message(tr("Select an element of the power chain to trip it"));
        return;
    }
    const bool areOut = std::all_of(elements.begin(), elements.end(), [this](ItemId item) {
        return m_whatIf.taken().contains(item);
    });
    if (areOut) {
        m_whatIf.restore(elements);
    } else {
        m_whatIf.trip(elements);
    }
}

void DiagramPane::followSelection() {
    const auto& items = m_context.selection.items();
    const auto found = std::find_if(items.begin(), items.end(), [this](ItemId item) {
        return m_whatIf.answer() != nullptr && m_whatIf.answer()->power.load(item) != nullptr;
    });
    if (found == items.end()) {
        emit message(tr("Select a rack or machine with a power cord to follow its watt"));
        return;
    }
    m_traced = *found;
    showPage(Page::Lines);
    refreshTrace();
    m_view->centreOn(*found);
}

void DiagramPane::stopFollowing() {
    m_traced.reset();
    refreshTrace();
}

void DiagramPane::refreshTrace() {
    Highlight highlight;
    if (m_traced && m_whatIf.answer() != nullptr) {
        const power::ChainInput& chain = m_whatIf.answer()->chain;
        const auto trace = power::traceLoad(chain, m_whatIf.solved(), *m_traced);
        if (trace) {
            highlight.items.insert(*m_traced);
            for (const power::TracedElement& step : trace->elements)
                highlight.items.insert(step.id);
            for (const power::TracedCord& cord : trace->cords)
                highlight.cords.emplace(chain.links[cord.link].from, chain.links[cord.link].to);
            m_trace->show(*trace, [this](ItemId item) { return nameOf(item); });
        } else {
            m_traced.reset();
        }
    }
    m_trace->setVisible(m_traced.has_value());
    m_view->setHighlight(std::move(highlight));
}

QString DiagramPane::nameOf(ItemId item) const {
    const Item* found = m_context.twin.latestProject()->items.find(item);
    return found == nullptr ? QString::number(item.value)
                            : bridge::itemTitle(*found, m_context.session.catalog());
}

void DiagramPane::showMenu(ItemId item, const QPoint& screen) {
    const Symbol* symbol = m_view->content().find(item);
    if (symbol == nullptr) return;
    const std::vector<ItemId> items = symbol->items;
    if (!m_context.selection.contains(item))
        m_context.selection.setItems({items.begin(), items.end()});
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("diagramMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, const char* name, auto handler) {
        menu->addAction(text, this, handler)->setObjectName(QLatin1String(name));
    };
    if (m_whatIf.canTrip(item)) {
        const bool isOut = m_whatIf.taken().contains(item);
        add(isOut ? tr("Put back in service") : tr("Trip"), "menu.trip",
            [this] { tripSelection(); });
    } else {
        add(tr("Follow one watt"), "menu.follow", [this] { followSelection(); });
    }
    add(tr("Find on the plan"), "menu.plan", [this, items] { emit planWanted(items); });
    if (symbol->isFolded()) {
        add(tr("Show each of the %1").arg(items.size()), "menu.unfold", [this, item] {
            m_fold.unfolded.insert(item);
            refresh();
        });
    }
    if (!m_fold.unfolded.empty()) {
        add(tr("Fold all groups again"), "menu.fold", [this] {
            m_fold.unfolded.clear();
            refresh();
        });
    }
    menu->popup(screen);
}

Result<void> DiagramPane::write(const QString& path) const {
    const bridge::Theme light;  // paper is white
    return writeDiagram(m_view->content(), m_context.session.displayName(), light, path);
}

}  // namespace halltwin::views::diagram
