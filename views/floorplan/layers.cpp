// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/layers.h"

namespace halltwin::views::floorplan {

Layer layerOf(ItemKind kind) {
    switch (kind) {
        case ItemKind::Rack:
        case ItemKind::ImmersionTank: return Layer::Racks;
        case ItemKind::Wall:
        case ItemKind::Column:
        case ItemKind::Door:
        case ItemKind::Containment: return Layer::Building;
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
        case ItemKind::Pdu: return Layer::Power;
        case ItemKind::Cooler:
        case ItemKind::Tile:
        case ItemKind::Grille:
        case ItemKind::RearDoor:
        case ItemKind::Cdu:
        case ItemKind::Chiller:
        case ItemKind::CoolingTower:
        case ItemKind::DryCooler:
        case ItemKind::HeatExchanger:
        case ItemKind::WaterSource:
        case ItemKind::WaterTank:
        case ItemKind::HeatReuse:
        case ItemKind::PumpSet: return Layer::Cooling;
    }
    return Layer::Building;
}

}  // namespace halltwin::views::floorplan
