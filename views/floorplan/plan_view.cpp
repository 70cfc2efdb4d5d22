// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/plan_view.h"

#include "model/twin/piping.h"
#include "views/bridge/plan_coordinates.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/floorplan/array_dialog.h"
#include "views/floorplan/plan_commands.h"
#include "views/floorplan/plan_scene.h"
#include "views/floorplan/rack_legend.h"
#include "views/floorplan/scale_bar.h"
#include "views/floorplan/site_geometry.h"

#include <QPixmapCache>
#include <algorithm>
#include <cmath>

namespace halltwin::views::floorplan {
namespace {

constexpr double linkReachPixels = 5.0;
constexpr int pictureCacheKilobytes = 128 * 1024;  ///< links of three families on a large screen

}  // namespace

PlanView::PlanView(const bridge::ViewContext& context, QWidget* parent)
    : QGraphicsView(parent),
      m_context(context),
      m_scene(std::make_unique<PlanScene>(context.session.catalog(), PlanStyle::of(context.theme))),
      m_commands(std::make_unique<PlanCommands>(context.session, context.selection)),
      m_scaleBar(new ScaleBar(viewport())),
      m_rackLegend(new RackLegend(context.theme, this)) {
    QPixmapCache::setCacheLimit(std::max(QPixmapCache::cacheLimit(), pictureCacheKilobytes));
    setScene(m_scene.get());
    setAccessibleName(tr("Floor plan"));
    setFrameShape(QFrame::NoFrame);
    setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(AnchorViewCenter);
    setViewportUpdateMode(SmartViewportUpdate);
    setOptimizationFlag(DontAdjustForAntialiasing, false);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    scale(40.0, 40.0);
    installTool(tools::makeTool(*this, tools::ToolKind::Select), tools::ToolKind::Select);
    connectModel();
    applyTheme();
}

PlanView::~PlanView() {
    m_dropTool.reset();
    m_tool.reset();
}

void PlanView::connectModel() {
    bridge::ProjectSession& session = m_context.session;
    const auto follow = [this] { m_scene->follow(m_context.session.shown()); };
    connect(&session, &bridge::ProjectSession::changed, this, follow);
    connect(&session, &bridge::ProjectSession::previewChanged, this, follow);
    connect(&session, &bridge::ProjectSession::replaced, this, [this] {
        m_tool->cancel();
        m_scene->replace(m_context.session.shown());
        emit sectionChanged();
        zoomToHalls();
    });
    connect(&m_context.selection, &bridge::Selection::changed, this, &PlanView::highlightSelection);
    connect(&m_context.twin, &bridge::TwinFeed::resultReady, this, &PlanView::setResult);
    connect(m_rackLegend, &RackLegend::chosen, this, &PlanView::setRackColouring);
    connect(&m_context.theme, &bridge::Theme::changed, this, &PlanView::applyTheme);
    m_scene->replace(session.shown());
    highlightSelection();
    if (m_context.twin.latest()) setResult(m_context.twin.latest());
}

void PlanView::highlightSelection() {
    const bridge::Selection& selection = m_context.selection;
    m_scene->highlight(selection.items(), selection.powerLink(), selection.coolingLink());
    m_scene->highlightTray(selection.tray());
}

void PlanView::applyTheme() {
    const PlanStyle style = PlanStyle::of(m_context.theme);
    m_scene->setStyle(style);
    m_scaleBar->setPlanStyle(style);
}

void PlanView::setTool(tools::ToolKind kind) {
    if (kind == tools::ToolKind::Place) return;  // needs an entry: placeFromCatalog
    installTool(tools::makeTool(*this, kind), kind);
}

void PlanView::placeFromCatalog(const std::string& key) {
    installTool(tools::makePlaceTool(*this, key), tools::ToolKind::Place);
}

void PlanView::installTool(std::unique_ptr<tools::Tool> tool, tools::ToolKind kind) {
    if (m_tool) m_tool->cancel();
    m_tool = std::move(tool);
    const bool isOther = kind != m_toolKind;
    m_toolKind = kind;
    updateCursor();
    showStatus(m_tool->hint());
    if (isOther) emit toolChanged(kind);
}

void PlanView::updateCursor() {
    if (m_panFrom) {
        viewport()->setCursor(Qt::ClosedHandCursor);
    } else {
        viewport()->setCursor(m_spaceHeld ? QCursor(Qt::OpenHandCursor) : m_tool->cursor());
    }
}

void PlanView::setLayerVisible(Layer layer, bool visible) {
    m_scene->setLayerVisible(layer, visible);
    emit layerChanged();
}

bool PlanView::isLayerVisible(Layer layer) const {
    return m_scene->layers().has(layer);
}

void PlanView::setUnderlay(QGraphicsItem* underlay) {
    m_scene->setUnderlay(underlay);
}

void PlanView::setResult(bridge::TwinResultPtr result) {
    const auto& solved = m_context.twin.latestProject();
    const Project& project = solved ? *solved : m_context.session.project();
    items::AirReadings readings;
    if (result) {
        readings = items::airReadings(*result, project);
        if (m_colouring != items::RackColouring::Intake)
            readings.racks = items::rackStatuses(*result, project.site.altitude, m_colouring);
    }
    m_rackLegend->setKnown(!result || !readings.racks || !readings.racks->empty());
    m_scene->setReadings(std::move(readings));
    m_scene->setCordStates(result ? items::cordStates(result->chain, result->power)
                                  : items::CordStates{});
    m_scene->setTrayFills(items::trayFills(result.get()));
    sizePipes(result);
}

/// Pipes are as thick as the flow that was found needs; thousands take a while, so on a worker.
void PlanView::sizePipes(const bridge::TwinResultPtr& result) {
    const auto& project = m_context.twin.latestProject();
    if (result == nullptr || project == nullptr || project->coolingLinks.empty()) return;
    m_pipeJob.want([this, result, project, catalog = m_context.session.sharedCatalog()] {
        items::PipeBores bores;
        for (const twin::PipeAnswer& pipe : twin::pipingOf(*project, *catalog, *result).pipes)
            bores.emplace(pipe.id, pipe.pair.bore);
        return [this, bores = std::move(bores)] { m_scene->setPipeBores(bores); };
    });
}

void PlanView::setRackColouring(items::RackColouring colouring) {
    if (colouring == m_colouring) return;
    m_colouring = colouring;
    m_rackLegend->setColouring(colouring);
    setResult(m_context.twin.latest());
    emit rackColouringChanged();
}

void PlanView::addLayerItem(Layer layer, QGraphicsItem* item, double stacking) {
    m_scene->addLayerItem(layer, item, stacking);
}

const Marks& PlanView::marks() const {
    return m_scene->marks();
}

void PlanView::setSection(std::optional<SectionMark> section) {
    Marks marks = m_scene->marks();
    if (marks.section == section) return;
    marks.section = std::move(section);
    m_scene->setMarks(std::move(marks));
    emit sectionChanged();
}

void PlanView::setProbes(std::vector<ProbeMark> probes) {
    Marks marks = m_scene->marks();
    marks.probes = std::move(probes);
    m_scene->setMarks(std::move(marks));
}

void PlanView::setOutages(const std::vector<ItemId>& dark, const std::set<ItemId>& causes) {
    Marks marks = m_scene->marks();
    marks.outages.clear();
    const auto mark = [&](ItemId id, bool isCause) {
        const auto area = siteRectOf(m_context.session.project(), m_context.session.catalog(), id);
        if (area) marks.outages.push_back({*area, isCause});
    };
    for (const ItemId id : dark)
        mark(id, false);
    for (const ItemId id : causes)
        mark(id, true);
    m_scene->setMarks(std::move(marks));
}

void PlanView::addProbe(const Point& site) {
    emit probeAdded(site);
}

void PlanView::moveProbe(int number, const Point& site) {
    emit probeMoved(number, site);
}

void PlanView::removeProbe(int number) {
    emit probeRemoved(number);
}

void PlanView::setCornerWidget(QWidget* widget) {
    m_corner = widget;
    m_corner->setParent(viewport());
    updateScaleBar();
}

std::optional<Rect> PlanView::siteRectOfItems(const std::vector<ItemId>& ids) const {
    std::optional<Rect> all;
    for (const ItemId id : ids) {
        const auto rect = siteRectOf(m_context.session.project(), m_context.session.catalog(), id);
        if (rect) all = all ? united(*all, *rect) : *rect;
    }
    return all;
}

void PlanView::selectAll() {
    m_commands->selectAll();
}

void PlanView::deleteSelection() {
    m_commands->remove();
}

void PlanView::copySelection() {
    m_commands->copy();
}

void PlanView::cutSelection() {
    m_commands->cut();
}

void PlanView::paste() {
    m_commands->paste(m_cursor);
}

void PlanView::duplicateSelection() {
    m_commands->duplicate();
}

void PlanView::rotateSelection(int quarterTurns) {
    m_commands->rotate(quarterTurns);
}

void PlanView::nudgeSelection(double tilesX, double tilesY) {
    m_commands->nudge(tilesX, tilesY);
}

void PlanView::arraySelection() {
    if (m_context.selection.items().empty()) return;
    ArrayDialog dialog(m_commands->selectionWidth(), this);
    if (dialog.exec() == QDialog::Accepted) m_commands->array(dialog.pitch());
}

void PlanView::cancelGesture() {
    m_tool->cancel();
}

bridge::ProjectSession& PlanView::session() const {
    return m_context.session;
}

bridge::Selection& PlanView::selection() const {
    return m_context.selection;
}

std::optional<ItemId> PlanView::itemAt(const Point& site) const {
    return m_scene->itemAt(site);
}

std::vector<ItemId> PlanView::itemsIn(const Rect& site) const {
    return m_scene->itemsIn(site);
}

std::optional<PowerLinkId> PlanView::powerLinkAt(const Point& site) const {
    return m_scene->powerLinkAt(site, metres(linkReachPixels / pixelsPerMetre()));
}

std::optional<TrayId> PlanView::trayAt(const Point& site) const {
    return m_scene->trayAt(site, metres(linkReachPixels / pixelsPerMetre()));
}

std::optional<CoolingLinkId> PlanView::coolingLinkAt(const Point& site) const {
    return m_scene->coolingLinkAt(site, metres(linkReachPixels / pixelsPerMetre()));
}

void PlanView::showOverlay(Overlay overlay) {
    m_scene->setOverlay(std::move(overlay), pixelsPerMetre());
}

void PlanView::showStatus(const QString& text) {
    emit statusText(text);
}

}  // namespace halltwin::views::floorplan
