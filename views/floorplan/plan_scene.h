// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/change_set.h"
#include "model/project/project.h"
#include "views/floorplan/items/cord_states.h"
#include "views/floorplan/items/hall_item.h"
#include "views/floorplan/items/link_item.h"
#include "views/floorplan/items/marks_item.h"
#include "views/floorplan/items/overlay_item.h"
#include "views/floorplan/items/plan_item.h"
#include "views/floorplan/items/tray_item.h"
#include "views/floorplan/layers.h"
#include "views/floorplan/overlay.h"

#include <QGraphicsScene>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace halltwin::views::floorplan {

/// The project as graphics items. It is shown successive snapshots and touches only what differs
/// between them, so an edit of a few items costs the same in a project of 10,000. The catalogue
/// must outlive it.
class PlanScene : public QGraphicsScene {
    Q_OBJECT

public:
    PlanScene(const Catalog& catalog, const PlanStyle& style, QObject* parent = nullptr);
    ~PlanScene() override;

    /// Shows this snapshot in place of the one before.
    void follow(std::shared_ptr<const Project> project);
    /// Drops everything first: another project, whose ids mean other things.
    void replace(std::shared_ptr<const Project> project);

    void setStyle(const PlanStyle& style);
    void setLayerVisible(Layer layer, bool visible);
    [[nodiscard]] const LayerSet& layers() const { return m_layers; }
    void setUnderlay(QGraphicsItem* underlay);
    /// Takes the item over: it is drawn at this height of the stack (see items::stackingOf) and
    /// shown and hidden with the layer.
    void addLayerItem(Layer layer, QGraphicsItem* item, double stacking);
    void setReadings(items::AirReadings readings);
    /// Draws these links in the colour of their state until the next call.
    void setCordStates(items::CordStates states);
    void setMarks(Marks marks);
    [[nodiscard]] const Marks& marks() const { return m_marks->marks(); }
    void setMarksScale(double pixelsPerMetre) { m_marks->setScale(pixelsPerMetre); }
    /// Pipes without a drawn bore are as thick as these say until the next call.
    void setPipeBores(items::PipeBores bores);
    void setTrayFills(items::TrayFills fills) { m_trays->setFills(std::move(fills)); }
    void highlightTray(std::optional<TrayId> id) { m_trays->setHighlighted(id); }
    void highlight(const std::set<ItemId>& ids, std::optional<PowerLinkId> link,
                   std::optional<CoolingLinkId> pipe = std::nullopt);
    void setOverlay(Overlay overlay, double pixelsPerMetre);

    [[nodiscard]] std::optional<ItemId> itemAt(const Point& site) const;
    [[nodiscard]] std::vector<ItemId> itemsIn(const Rect& site) const;
    [[nodiscard]] std::optional<PowerLinkId> powerLinkAt(const Point& site, Length reach) const;
    [[nodiscard]] std::optional<CoolingLinkId> coolingLinkAt(const Point& site, Length reach) const;
    [[nodiscard]] std::optional<TrayId> trayAt(const Point& site, Length reach) const;
    [[nodiscard]] const items::PlanItem* find(ItemId id) const;
    /// Halls and items with the room that names need; empty for an empty project.
    [[nodiscard]] QRectF contentRect() const;

private:
    struct HallParts {
        items::HallItem* floor = nullptr;
        items::HallItem* grid = nullptr;
        items::HallItem* frame = nullptr;
    };

    /// Links of a family, and on top those that the selection touches.
    struct LinkParts {
        items::LinkItem* all = nullptr;
        items::LinkItem* highlighted = nullptr;
    };

    [[nodiscard]] const LinkParts& partsOf(items::LinkFamily family) const {
        return m_links[static_cast<std::size_t>(family)];
    }
    void showChanges(const ChangeSet& changes);
    void showHall(const Hall& hall);
    void removeHall(HallId id);
    void showItem(const Item& item);
    void removeItem(ItemId id);
    void showLinks(const ChangeSet& changes);
    void showTrays();
    void showLink(const PowerLink& link);
    void showLink(const CoolingLink& link);
    [[nodiscard]] items::LinkFamily pipeFamilyOf(const CoolingLink& link) const;
    [[nodiscard]] std::optional<QPointF> centreOf(ItemId id) const;
    [[nodiscard]] std::optional<QPolygonF> linkPath(items::LinkFamily family, ItemId from,
                                                    ItemId to) const;
    void showPath(items::LinkFamily family, std::int64_t id, const QPolygonF& path);
    void removePath(items::LinkFamily family, std::int64_t id);
    void highlightLinks();
    void showCordStates();
    void updateSceneRect();
    void repaintAll();

    const Catalog& m_catalog;
    items::SceneLook m_look;
    LayerSet m_layers;
    std::shared_ptr<const Project> m_project = std::make_shared<const Project>();
    items::AirReadings m_readings;
    std::unordered_map<HallId, HallParts> m_halls;
    std::unordered_map<ItemId, items::PlanItem*> m_items;
    std::array<LinkParts, items::drawnFamilies.size()> m_links;  ///< by LinkFamily
    std::array<items::LinkItem*, 3> m_states{};                  ///< busy, overloaded, dead
    items::CordStates m_cordStates;
    items::PipeBores m_bores;
    items::TrayItem* m_trays = nullptr;
    items::OverlayItem* m_overlay = nullptr;
    items::MarksItem* m_marks = nullptr;
    std::vector<std::pair<Layer, QGraphicsItem*>> m_layerItems;
    QGraphicsItem* m_underlay = nullptr;
    std::set<ItemId> m_highlighted;
    std::optional<PowerLinkId> m_highlightedLink;
    std::optional<CoolingLinkId> m_highlightedPipe;
};

}  // namespace halltwin::views::floorplan
