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
        case ItemKind::Cdu: return true;
        default: return false;
    }
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

bool canSupplyWater(const CatalogEntry& from, const CatalogEntry& to) {
    if (from.kind == ItemKind::Chiller) return to.kind == ItemKind::PumpSet;
    if (from.kind == ItemKind::Cdu) return isLiquidCooled(to);
    return from.kind == ItemKind::PumpSet && takesWater(to);
}

}  // namespace halltwin
