// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/plan_scene.h"

#include "model/project/footprint.h"
#include "views/bridge/plan_coordinates.h"

#include <algorithm>

namespace halltwin::views::floorplan {
namespace {

using bridge::toScene;
using items::HallItem;
using items::HallPart;
using items::LinkEmphasis;
using items::LinkFamily;
using items::LinkItem;
using items::PlanItem;

PlanItem* planItem(QGraphicsItem* item) {
    return qgraphicsitem_cast<PlanItem*>(item);
}

constexpr std::array stateFamilies{LinkFamily::Busy, LinkFamily::Overloaded, LinkFamily::Dead};

}  // namespace

PlanScene::PlanScene(const Catalog& catalog, const PlanStyle& style, QObject* parent)
    : QGraphicsScene(parent),
      m_catalog(catalog),
      m_look{style, true, true} {
    const auto own = [this](auto* item) {
        addItem(item);
        return item;
    };
    for (const LinkFamily family : items::drawnFamilies) {
        LinkParts& parts = m_links[static_cast<std::size_t>(family)];
        parts.all = own(new LinkItem(family, LinkEmphasis::Normal, m_look));
        parts.highlighted = own(new LinkItem(family, LinkEmphasis::Highlighted, m_look));
    }
    for (std::size_t i = 0; i < stateFamilies.size(); ++i)
        m_states[i] = own(new LinkItem(stateFamilies[i], LinkEmphasis::Normal, m_look));
    m_trays = own(new items::TrayItem(m_look));
    m_overlay = own(new items::OverlayItem(m_look));
    m_marks = own(new items::MarksItem(m_look));
    setBackgroundBrush(style.outside);
}

PlanScene::~PlanScene() = default;

void PlanScene::follow(std::shared_ptr<const Project> project) {
    if (project == m_project) return;
    const ChangeSet changes = diff(*m_project, *project);
    m_project = std::move(project);
    showChanges(changes);
}

void PlanScene::replace(std::shared_ptr<const Project> project) {
    m_readings = {};
    m_cordStates.clear();
    m_bores.clear();
    m_marks->display({});
    m_highlighted.clear();
    m_highlightedLink.reset();
    m_highlightedPipe.reset();
    m_trays->setFills({});
    m_trays->setHighlighted(std::nullopt);
    follow(std::make_shared<const Project>());
    follow(std::move(project));
}

void PlanScene::showChanges(const ChangeSet& changes) {
    for (const HallId id : changes.halls.removed)
        removeHall(id);
    if (!changes.halls
             .isEmpty()) {  // a hall's neighbours decide where its name stands: all are looked at
        for (const Hall& hall : m_project->halls)
            showHall(hall);
    }
    for (const ItemId id : changes.items.removed)
        removeItem(id);
    for (const auto* ids : {&changes.items.added, &changes.items.changed}) {
        for (const ItemId id : *ids)
            showItem(*m_project->items.find(id));
    }
    if (!changes.halls.changed.empty()) {
        const auto& halls = changes.halls.changed;
        for (const Item& item : m_project->items) {
            if (std::binary_search(halls.begin(), halls.end(), item.hall)) showItem(item);
        }
    }
    showLinks(changes);
    if (!changes.trays.isEmpty() || !changes.halls.isEmpty()) showTrays();
    updateSceneRect();
}

void PlanScene::showHall(const Hall& hall) {
    HallParts& parts = m_halls[hall.id];
    const items::TitlePlace title = items::titlePlaceOf(hall, *m_project);
    const auto display = [&](HallItem*& part, HallPart which) {
        if (part == nullptr) {
            part = new HallItem(which, m_look);
            addItem(part);
        }
        part->display(hall, title);
    };
    display(parts.floor, HallPart::Floor);
    display(parts.grid, HallPart::Grid);
    display(parts.frame, HallPart::Frame);
}

void PlanScene::removeHall(HallId id) {
    const auto found = m_halls.find(id);
    if (found == m_halls.end()) return;
    for (HallItem* part : {found->second.floor, found->second.grid, found->second.frame}) {
        delete part;
    }
    m_halls.erase(found);
}

void PlanScene::showItem(const Item& item) {
    const Hall* hall = m_project->halls.find(item.hall);
    if (hall == nullptr) return;
    const items::ItemFace face = items::faceOf(item, m_catalog, m_readings);
    PlanItem*& shown = m_items[item.id];
    if (shown != nullptr && shown->face().kind != face.kind) {
        delete shown;
        shown = nullptr;
    }
    if (shown == nullptr) {
        shown = items::makePlanItem(face.kind, item.id, m_look).release();
        shown->setVisible(m_layers.has(layerOf(face.kind)));
        shown->setHighlighted(m_highlighted.contains(item.id));
        addItem(shown);
    }
    const Rect area = footprintOf(item, m_catalog);
    shown->display(face, toScene(Point{hall->origin.x + area.min.x, hall->origin.y + area.max.y}));
}

void PlanScene::removeItem(ItemId id) {
    const auto found = m_items.find(id);
    if (found == m_items.end()) return;
    delete found->second;
    m_items.erase(found);
}

std::optional<QPointF> PlanScene::centreOf(ItemId id) const {
    const PlanItem* item = find(id);
    if (item == nullptr) return std::nullopt;
    return item->pos() + item->boundingRect().center();
}

void PlanScene::setStyle(const PlanStyle& style) {
    m_look.style = style;
    setBackgroundBrush(style.outside);
    repaintAll();
}

/// The scene's own update() leaves the pictures that items keep of themselves as they are.
void PlanScene::repaintAll() {
    for (const LinkParts& parts : m_links) {
        parts.all->update();
        parts.highlighted->update();
    }
    for (LinkItem* item : m_states)
        item->update();
    update();
}

void PlanScene::setLayerVisible(Layer layer, bool visible) {
    m_layers.set(layer, visible);
    m_look.labels = m_layers.has(Layer::Labels);
    m_look.heat = m_layers.has(Layer::Heat);
    m_look.tileFlow = m_layers.has(Layer::TileFlow);
    for (const auto& [id, item] : m_items)
        item->setVisible(m_layers.has(layerOf(item->face().kind)));
    for (const LinkFamily family : items::drawnFamilies) {
        const Layer owner = items::isPipe(family) ? Layer::Cooling : Layer::Power;
        partsOf(family).all->setVisible(m_layers.has(owner));
        partsOf(family).highlighted->setVisible(m_layers.has(owner));
    }
    for (LinkItem* item : m_states)
        item->setVisible(m_layers.has(Layer::Power));
    m_trays->setVisible(m_layers.has(Layer::Trays));
    if (m_underlay != nullptr) m_underlay->setVisible(m_look.heat);
    for (const auto& [owner, item] : m_layerItems)
        item->setVisible(m_layers.has(owner));
    repaintAll();
}

void PlanScene::setUnderlay(QGraphicsItem* underlay) {
    if (underlay == m_underlay) return;
    delete m_underlay;
    m_underlay = underlay;
    if (underlay == nullptr) return;
    underlay->setZValue(1);
    underlay->setVisible(m_look.heat);
    addItem(underlay);
}

void PlanScene::addLayerItem(Layer layer, QGraphicsItem* item, double stacking) {
    item->setZValue(stacking);
    item->setVisible(m_layers.has(layer));
    m_layerItems.emplace_back(layer, item);
    addItem(item);
}

void PlanScene::setReadings(items::AirReadings readings) {
    m_readings = std::move(readings);
    for (const Item& item : m_project->items) {
        const PlanItem* shown = find(item.id);
        if (shown == nullptr) continue;
        const ItemKind kind = shown->face().kind;
        if (kind == ItemKind::Rack || kind == ItemKind::Tile) showItem(item);
    }
}

void PlanScene::setMarks(Marks marks) {
    m_marks->display(std::move(marks));
}

void PlanScene::highlight(const std::set<ItemId>& ids, std::optional<PowerLinkId> link,
                          std::optional<CoolingLinkId> pipe) {
    for (const ItemId id : m_highlighted) {
        const auto found = m_items.find(id);
        if (found != m_items.end() && !ids.contains(id)) found->second->setHighlighted(false);
    }
    for (const ItemId id : ids) {
        const auto found = m_items.find(id);
        if (found != m_items.end()) found->second->setHighlighted(true);
    }
    m_highlighted = ids;
    m_highlightedLink = link;
    m_highlightedPipe = pipe;
    highlightLinks();
}

void PlanScene::setOverlay(Overlay overlay, double pixelsPerMetre) {
    m_overlay->display(std::move(overlay), pixelsPerMetre);
}

std::optional<ItemId> PlanScene::itemAt(const Point& site) const {
    const PlanItem* best = nullptr;
    const auto isBetter = [](const PlanItem& one, const PlanItem& other) {
        const bool oneCovers = items::isOverhead(one.face().kind);
        const bool otherCovers = items::isOverhead(other.face().kind);
        if (oneCovers != otherCovers) return otherCovers;
        if (one.zValue() != other.zValue()) return one.zValue() > other.zValue();
        const QSizeF a = one.face().size;
        const QSizeF b = other.face().size;
        return a.width() * a.height() < b.width() * b.height();
    };
    const QPointF place = toScene(site);
    // Qt widens a point to a square of one scene unit, a whole metre here: what it finds has to be
    // looked at again.
    for (QGraphicsItem* item : items(place, Qt::IntersectsItemBoundingRect)) {
        const PlanItem* candidate = planItem(item);
        if (candidate == nullptr || !item->sceneBoundingRect().contains(place)) continue;
        if (best == nullptr || isBetter(*candidate, *best)) best = candidate;
    }
    return best == nullptr ? std::nullopt : std::optional(best->id());
}

std::vector<ItemId> PlanScene::itemsIn(const Rect& site) const {
    const QRectF wanted = toScene(site);
    std::vector<ItemId> found;
    for (QGraphicsItem* item : items(wanted, Qt::IntersectsItemBoundingRect)) {
        const PlanItem* candidate = planItem(item);
        const bool isWithin = candidate != nullptr && wanted.contains(item->sceneBoundingRect());
        if (isWithin) found.push_back(candidate->id());
    }
    std::sort(found.begin(), found.end());
    return found;
}

const PlanItem* PlanScene::find(ItemId id) const {
    const auto found = m_items.find(id);
    return found == m_items.end() ? nullptr : found->second;
}

QRectF PlanScene::contentRect() const {
    QRectF content;
    for (const auto& [id, parts] : m_halls) {
        content |= parts.floor->sceneBoundingRect().adjusted(-0.4, -1.2, 0.4, 0.4);
    }
    for (const auto& [id, item] : m_items)
        content |= item->sceneBoundingRect();
    return content;
}

/// The scene only grows while one works on it: a shrinking one would move what is on the screen.
void PlanScene::updateSceneRect() {
    const QRectF content = contentRect();
    if (content.isEmpty()) return;
    const double margin = std::max({20.0, content.width(), content.height()});
    const QRectF wanted = content.adjusted(-margin, -margin, margin, margin);
    const QRectF slack = content.adjusted(-0.5 * margin, -0.5 * margin, 0.5 * margin, 0.5 * margin);
    if (!sceneRect().contains(slack)) setSceneRect(sceneRect() | wanted);
}

}  // namespace halltwin::views::floorplan
