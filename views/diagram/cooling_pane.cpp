// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/cooling_pane.h"

#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/diagram/diagram_view.h"
#include "views/diagram/loop_content.h"
#include "views/diagram/loop_graph.h"
#include "views/diagram/loop_legend.h"
#include "views/diagram/loop_list.h"
#include "views/diagram/write_diagram.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace halltwin::views::diagram {

/// What one picture is made from; copies, for the worker.
struct CoolingPane::Drawing {
    bridge::TwinResultPtr answer;
    std::shared_ptr<const Project> project;
    std::shared_ptr<const Catalog> catalog;
    power::FoldSettings fold;
    std::shared_ptr<const Places> places;  ///< of the picture before; null: none

    [[nodiscard]] std::shared_ptr<const Places> placesNow() const {
        auto graph = loopGraph(*project, *catalog, fold);
        if (places != nullptr && graph == places->graph) return places;
        auto layout = power::layOut(graph, loopSizes());
        return std::make_shared<const Places>(Places{std::move(graph), std::move(layout)});
    }
};

CoolingPane::CoolingPane(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_view(new DiagramView(
          context.theme,
          {QStringLiteral("coolingView"), tr("Cooling loops"),
           tr("No water yet: place a chiller, tower or dry cooler, a pump set and coolers from the "
              "catalogue, and connect them in this order with the cooling link tool (K).")},
          this)),
      m_list(new LoopList(context.theme, this)) {
    setObjectName(QStringLiteral("coolingPane"));
    m_list->hide();
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_view, 1);
    middle->addWidget(m_list);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    layout->addWidget(makeStrip());
    connectModel();
    connectView();
}

QWidget* CoolingPane::makeStrip() {
    auto* strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("panel"));
    strip->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(strip);
    layout->setContentsMargins(bridge::space::m, 2, bridge::space::m, 2);
    layout->setSpacing(bridge::space::s);
    auto* fitButton = new QToolButton(strip);
    fitButton->setObjectName(QStringLiteral("cooling.fit"));
    fitButton->setText(tr("Fit"));
    fitButton->setToolTip(tr("Show all loops (F)"));
    connect(fitButton, &QToolButton::clicked, this, &CoolingPane::fit);
    layout->addWidget(new LoopLegend(m_context.theme, strip));
    layout->addStretch(1);
    layout->addWidget(fitButton);
    return strip;
}

void CoolingPane::connectModel() {
    connect(&m_context.twin, &bridge::TwinFeed::resultReady, this, &CoolingPane::refresh);
    connect(&m_context.theme, &bridge::Theme::changed, this, &CoolingPane::showList);
    connect(&m_context.session, &bridge::ProjectSession::replaced, this, [this] {
        m_fold = {};
        m_loop.reset();
        m_view->fitAtNextShow();
        refresh();
    });
    connect(&m_context.selection, &bridge::Selection::changed, this, [this] {
        const auto& items = m_context.selection.items();
        m_view->setSelection(items);
        if (isVisible() && !items.empty()) m_view->centreOn(*items.begin());
    });
}

void CoolingPane::connectView() {
    connect(m_view, &DiagramView::picked, this, &CoolingPane::pick);
    connect(m_view, &DiagramView::activated, this, [this](const std::set<ItemId>& items) {
        emit planWanted({items.begin(), items.end()});
    });
    connect(m_view, &DiagramView::menuWanted, this, &CoolingPane::showMenu);
    connect(m_list, &LoopList::loopPicked, this, [this](std::size_t loop) {
        pickLoop(m_loop == loop ? std::nullopt : std::optional(loop));
    });
}

void CoolingPane::pick(const std::set<ItemId>& items, bool adds) {
    std::set<ItemId> selected = items;
    if (items.empty()) pickLoop(std::nullopt);
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
}

void CoolingPane::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale) refresh();
}

void CoolingPane::refresh() {
    m_isStale = !isVisible();
    if (m_isStale) return;
    if (m_context.twin.latest() == nullptr || m_context.twin.latestProject() == nullptr)
        return clear();
    draw();
}

void CoolingPane::clear() {
    m_drawJob.forget();
    m_places.reset();
    m_piping.reset();
    m_view->setContent({});
    m_list->hide();
}

void CoolingPane::draw() {
    m_drawJob.want([this, drawing = Drawing{m_context.twin.latest(), m_context.twin.latestProject(),
                                            m_context.session.sharedCatalog(), m_fold, m_places}] {
        const auto places = drawing.placesNow();
        const auto piping = std::make_shared<const twin::Piping>(
            twin::pipingOf(*drawing.project, *drawing.catalog, *drawing.answer));
        const auto content = std::make_shared<Content>(
            loopContentOf(places->graph, places->layout,
                          {*drawing.project, *drawing.catalog, *drawing.answer, *piping}));
        return [this, places, piping, content] {
            m_places = places;
            m_piping = piping;
            m_view->setContent(std::move(*content));
            showList();
            pickLoop(m_loop);
        };
    });
}

void CoolingPane::showList() {
    const bridge::TwinResultPtr& answer = m_context.twin.latest();
    const auto& project = m_context.twin.latestProject();
    if (answer == nullptr || project == nullptr || m_piping == nullptr) return;
    m_list->show(answer->cooling, *m_piping, [this, &project](ItemId item) {
        const Item* found = project->items.find(item);
        return found == nullptr ? QString::number(item.value)
                                : bridge::itemTitle(*found, m_context.session.catalog());
    });
}

void CoolingPane::pickLoop(std::optional<std::size_t> loop) {
    m_loop = loop;
    Highlight highlight;
    const bridge::TwinResultPtr& answer = m_context.twin.latest();
    if (loop && answer != nullptr && *loop < answer->cooling.loops.size()) {
        const cooling::LoopResult& picked = answer->cooling.loops[*loop];
        for (const auto* part : {&picked.sources, &picked.pumps, &picked.consumers})
            highlight.items.insert(part->begin(), part->end());
        const std::set<ItemId> pumps(picked.pumps.begin(), picked.pumps.end());
        for (const CoolingLink& link : m_context.twin.latestProject()->coolingLinks) {
            if (pumps.contains(link.from) || pumps.contains(link.to))
                highlight.cords.emplace(link.from, link.to);
        }
    }
    m_view->setHighlight(std::move(highlight));
}

void CoolingPane::fit() {
    m_view->fit();
}

void CoolingPane::zoomIn() {
    m_view->zoomIn();
}

void CoolingPane::zoomOut() {
    m_view->zoomOut();
}

void CoolingPane::showMenu(ItemId item, const QPoint& screen) {
    const Symbol* symbol = m_view->content().find(item);
    if (symbol == nullptr) return;
    const std::vector<ItemId> items = symbol->items;
    if (!m_context.selection.contains(item))
        m_context.selection.setItems({items.begin(), items.end()});
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("coolingMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, const char* name, auto handler) {
        menu->addAction(text, this, handler)->setObjectName(QLatin1String(name));
    };
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

Result<void> CoolingPane::write(const QString& path) const {
    const bridge::Theme light;  // paper is white
    return writeDiagram(m_view->content(), m_context.session.displayName(), light, path);
}

}  // namespace halltwin::views::diagram
