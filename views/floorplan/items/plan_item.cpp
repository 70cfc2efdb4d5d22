// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/plan_item.h"

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

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace halltwin::views::floorplan::items {

PlanItem::PlanItem(ItemId id, const SceneLook& look) : m_id(id), m_look(look) {
    setAcceptedMouseButtons(Qt::NoButton);
}

void PlanItem::display(const ItemFace& face, const QPointF& farLeftCorner) {
    if (face != m_face) {
        if (face.size != m_face.size) prepareGeometryChange();
        m_face = face;
        setZValue(stackingOf(face.kind));
        update();
    }
    setPos(farLeftCorner);
}

void PlanItem::setHighlighted(bool highlighted) {
    if (highlighted == m_highlighted) return;
    m_highlighted = highlighted;
    update();
}

void PlanItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const double scale =
        QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    draw(*painter, {m_look.style, scale, m_look.labels, m_look.heat, m_highlighted,
                    m_look.tileFlow});
}

std::unique_ptr<PlanItem> makePlanItem(ItemKind kind, ItemId id, const SceneLook& look) {
    switch (kind) {
        case ItemKind::Rack: return std::make_unique<RackItem>(id, look);
        case ItemKind::Cooler: return std::make_unique<CoolerItem>(id, look);
        case ItemKind::Tile: return std::make_unique<TileItem>(id, look);
        case ItemKind::Wall:
        case ItemKind::Column:
        case ItemKind::Door: return std::make_unique<BarrierItem>(id, look);
        case ItemKind::Containment: return std::make_unique<ContainmentItem>(id, look);
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
        case ItemKind::Pdu: return std::make_unique<ElectricalItem>(id, look);
        case ItemKind::Chiller:
        case ItemKind::PumpSet:
        case ItemKind::CoolingTower:
        case ItemKind::DryCooler:
        case ItemKind::HeatExchanger:
        case ItemKind::WaterSource:
        case ItemKind::WaterTank:
        case ItemKind::HeatReuse:
        case ItemKind::Cdu: return std::make_unique<PlantItem>(id, look);
        case ItemKind::Grille: return std::make_unique<GrilleItem>(id, look);
        case ItemKind::RearDoor: return std::make_unique<RearDoorItem>(id, look);
        case ItemKind::ImmersionTank: return std::make_unique<TankItem>(id, look);
    }
    return std::make_unique<RackItem>(id, look);
}

}  // namespace halltwin::views::floorplan::items
