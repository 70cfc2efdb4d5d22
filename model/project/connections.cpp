// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/connections.h"

namespace halltwin {

bool drawsPower(ItemKind kind) {
    switch (kind) {
        case ItemKind::Rack:
        case ItemKind::ImmersionTank:
        case ItemKind::Cooler:
        case ItemKind::Chiller:
        case ItemKind::PumpSet:
        case ItemKind::CoolingTower:
        case ItemKind::DryCooler:
        case ItemKind::WaterSource:
        case ItemKind::HeatReuse:
        case ItemKind::Cdu: return true;
        default: return false;
    }
}

bool isPowerSource(ItemKind kind) {
    return kind == ItemKind::UtilityFeed || kind == ItemKind::Generator ||
           kind == ItemKind::OnSiteSource || kind == ItemKind::Battery;
}

bool isElectrical(ItemKind kind) {
    switch (kind) {
        case ItemKind::Transformer:
        case ItemKind::Ups:
        case ItemKind::Pdu:
        case ItemKind::Switchboard:
        case ItemKind::TransferSwitch:
        case ItemKind::DistributionPanel:
        case ItemKind::Busway:
        case ItemKind::RackPdu:
        case ItemKind::PowerShelf: return true;
        default: return isPowerSource(kind);
    }
}

namespace {

/// How far down the chain a kind stands: power goes to the same level or further down.
int levelOf(ItemKind kind) {
    switch (kind) {
        case ItemKind::Pdu:
        case ItemKind::DistributionPanel:
        case ItemKind::Busway: return 1;
        case ItemKind::RackPdu: return 2;
        case ItemKind::PowerShelf: return 3;
        default: return 0;
    }
}

}  // namespace

bool canFeedPower(ItemKind from, ItemKind to) {
    if (!isElectrical(from)) return false;
    if (drawsPower(to)) return true;
    if (!isElectrical(to) || isPowerSource(to)) return false;
    const bool catcher = to == ItemKind::TransferSwitch;  // between PDUs and racks as well
    return levelOf(from) <= levelOf(to) || (catcher && levelOf(from) == 1);
}

bool isMounted(ItemKind kind) {
    return kind == ItemKind::Busway || kind == ItemKind::RackPdu || kind == ItemKind::PowerShelf;
}

bool isLiquidCooled(const CatalogEntry& entry) {
    const auto* rack = entry.as<RackSpec>();
    return rack != nullptr && (rack->bath || rack->liquidFraction > 0.0);
}

bool takesWater(const CatalogEntry& entry) {
    if (const auto* cooler = entry.as<CoolerSpec>()) {
        return cooler->medium == CoolerMedium::ChilledWater;
    }
    return entry.kind == ItemKind::RearDoor || entry.kind == ItemKind::Cdu || isLiquidCooled(entry);
}

bool coolsWater(ItemKind kind) {
    switch (kind) {
        case ItemKind::Chiller:
        case ItemKind::CoolingTower:
        case ItemKind::DryCooler:
        case ItemKind::HeatExchanger:
        case ItemKind::WaterSource:
        case ItemKind::HeatReuse:
        case ItemKind::WaterTank: return true;
        default: return false;
    }
}

bool rejectsToWater(const CatalogEntry& entry) {
    const auto* chiller = entry.as<ChillerSpec>();
    return entry.kind == ItemKind::HeatExchanger ||
           (chiller != nullptr && chiller->condenser == CondenserMedium::Water);
}

bool canSupplyWater(const CatalogEntry& from, const CatalogEntry& to) {
    if (coolsWater(from.kind)) return to.kind == ItemKind::PumpSet;
    if (from.kind == ItemKind::Cdu) return isLiquidCooled(to);
    return from.kind == ItemKind::PumpSet && (takesWater(to) || rejectsToWater(to));
}

}  // namespace halltwin
