// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/connections.h"

namespace halltwin {

bool takesWater(const CatalogEntry& entry) {
    if (const auto* cooler = entry.as<CoolerSpec>()) {
        return cooler->medium == CoolerMedium::ChilledWater;
    }
    const auto* rack = entry.as<RackSpec>();
    return rack != nullptr && rack->liquidFraction > 0.0;
}

bool canSupplyWater(const CatalogEntry& from, const CatalogEntry& to) {
    if (from.kind == ItemKind::Chiller) return to.kind == ItemKind::PumpSet;
    return from.kind == ItemKind::PumpSet && takesWater(to);
}

}  // namespace halltwin
