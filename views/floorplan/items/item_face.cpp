// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/item_face.h"

#include "model/project/footprint.h"
#include "views/bridge/color_map.h"
#include "views/floorplan/items/barrier_item.h"
#include "views/floorplan/items/containment_item.h"
#include "views/floorplan/items/cooler_item.h"
#include "views/floorplan/items/electrical_item.h"
#include "views/floorplan/items/grille_item.h"
#include "views/floorplan/items/plant_item.h"
#include "views/floorplan/items/rack_item.h"
#include "views/floorplan/items/rear_door_item.h"
#include "views/floorplan/items/tank_item.h"
#include "views/floorplan/items/tile_item.h"

#include <QLocale>
#include <QPainter>

namespace halltwin::views::floorplan::items {

namespace {

/// Tiles of one type in one hall: they are alike, so that a fair share is the mean.
void readTiles(const std::vector<thermal::TileResult>& tiles, const Project& project,
               AirReadings& readings) {
    struct Sum {
        VolumeFlow flow;
        int count = 0;
    };
    std::unordered_map<std::string, Sum> byType;
    const auto typeOf = [&](ItemId id) {
        const Item* item = project.items.find(id);
        return item == nullptr ? std::string() : item->catalogKey;
    };
    for (const thermal::TileResult& tile : tiles) {
        Sum& sum = byType[typeOf(tile.id)];
        sum.flow = sum.flow + tile.flow;
        ++sum.count;
    }
    for (const thermal::TileResult& tile : tiles) {
        const Sum& sum = byType[typeOf(tile.id)];
        const VolumeFlow least = sum.flow * (starvedShare / sum.count);
        const bool isStarved = tile.flow <= VolumeFlow{} || tile.flow < least;
        readings.tiles.emplace(tile.id, TileReading{tile.flow, isStarved});
    }
}

}  // namespace

AirReadings airReadings(const twin::TwinResult& result, const Project& project) {
    AirReadings readings;
    for (const twin::RoomAnswer& room : result.rooms) {
        for (const thermal::RackResult& rack : room.air.racks) {
            readings.intakes.emplace(rack.id, rack.intakeMax);
        }
        readTiles(room.air.tiles, project, readings);
    }
    return readings;
}

ItemFace faceOf(const Item& item, const Catalog& catalog, const AirReadings& readings) {
    ItemFace face;
    const Rect area = footprintOf(item, catalog);
    face.size = {area.width().in(metres), area.depth().in(metres)};
    face.rotation = item.rotation;
    face.label = QString::fromStdString(item.label);
    const CatalogEntry* entry = catalog.find(item.catalogKey);
    if (entry == nullptr) {
        face.isKnown = false;
        return face;
    }
    face.kind = entry->kind;
    if (const TileSpec* tile = entry->as<TileSpec>()) face.openArea = tile->openArea;
    if (const auto* grille = entry->as<GrilleSpec>()) face.openArea = grille->openArea;
    if (const auto* aisle = entry->as<ContainmentSpec>()) face.aisle = aisle->kind;
    if (const auto* rack = entry->as<RackSpec>()) face.hasChimney = rack->chimney;
    const auto intake = readings.intakes.find(item.id);
    if (readings.racks) {
        const auto status = readings.racks->find(item.id);
        if (status != readings.racks->end()) {
            face.status = status->second.color;
            face.detail = status->second.detail;
        }
    } else if (intake != readings.intakes.end()) {
        const double valueC = intake->second.in(celsius);
        face.status = QColor(bridge::ashraeScale().colorOf(valueC));
        face.detail = QLocale().toString(valueC, 'f', 1) + QStringLiteral("°");
    }
    const auto tile = readings.tiles.find(item.id);
    if (tile != readings.tiles.end()) {
        face.detail = QLocale().toString(tile->second.flow.in(litresPerSecond), 'f', 0);
        face.isStarved = tile->second.isStarved;
    }
    return face;
}

bool isOverhead(ItemKind kind) {
    return kind == ItemKind::Containment || kind == ItemKind::Grille;
}

double stackingOf(ItemKind kind) {
    switch (kind) {
        case ItemKind::Tile: return 10;
        case ItemKind::Wall: return 20;
        case ItemKind::Column:
        case ItemKind::Door: return 21;
        case ItemKind::RearDoor: return 31;
        case ItemKind::Containment: return 40;
        case ItemKind::Grille: return 41;
        default: return 30;
    }
}

void drawItem(QPainter& painter, const ItemFace& face, const DrawContext& context) {
    switch (face.kind) {
        case ItemKind::Rack: return drawRack(painter, face, context);
        case ItemKind::Cooler: return drawCooler(painter, face, context);
        case ItemKind::Tile: return drawTile(painter, face, context);
        case ItemKind::Wall:
        case ItemKind::Column:
        case ItemKind::Door: return drawBarrier(painter, face, context);
        case ItemKind::Containment: return drawContainment(painter, face, context);
        case ItemKind::UtilityFeed:
        case ItemKind::Transformer:
        case ItemKind::Ups:
        case ItemKind::Generator:
        case ItemKind::OnSiteSource:
        case ItemKind::Battery:
        case ItemKind::Switchboard:
        case ItemKind::TransferSwitch:
        case ItemKind::DistributionPanel:
        case ItemKind::Busway:
        case ItemKind::RackPdu:
        case ItemKind::PowerShelf:
        case ItemKind::Pdu: return drawElectrical(painter, face, context);
        case ItemKind::Chiller:
        case ItemKind::PumpSet:
        case ItemKind::CoolingTower:
        case ItemKind::DryCooler:
        case ItemKind::HeatExchanger:
        case ItemKind::WaterSource:
        case ItemKind::WaterTank:
        case ItemKind::HeatReuse:
        case ItemKind::Cdu: return drawPlant(painter, face, context);
        case ItemKind::Grille: return drawGrille(painter, face, context);
        case ItemKind::RearDoor: return drawRearDoor(painter, face, context);
        case ItemKind::ImmersionTank: return drawTank(painter, face, context);
    }
}

}  // namespace halltwin::views::floorplan::items
