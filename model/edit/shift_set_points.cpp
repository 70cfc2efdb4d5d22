// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/shift_set_points.h"

#include "model/edit/checks.h"

namespace halltwin::edit {

namespace {

template <class Spec>
std::optional<Temperature> supplyOf(const CatalogEntry& entry) {
    const Spec* spec = entry.as<Spec>();
    if (spec == nullptr) return std::nullopt;
    return spec->defaultSupply;
}

std::optional<SetPoint> setPointOf(const CatalogEntry& entry) {
    if (const auto air = supplyOf<CoolerSpec>(entry)) return SetPoint{SetPointKind::Air, *air};
    for (const auto& water : {supplyOf<ChillerSpec>(entry), supplyOf<DryCoolerSpec>(entry),
                              supplyOf<ExchangerSpec>(entry), supplyOf<WaterSourceSpec>(entry)}) {
        if (water) return SetPoint{SetPointKind::Water, *water};
    }
    return std::nullopt;
}

}  // namespace

std::optional<SetPoint> setPointOf(const Item& item, const Catalog& catalog) {
    const CatalogEntry* entry = catalog.find(item.catalogKey);
    if (entry == nullptr) return std::nullopt;
    auto found = setPointOf(*entry);
    if (found && item.supplyTemperature) found->supply = *item.supplyTemperature;
    return found;
}

Result<Project> shiftSetPoints(const Project& before, const Catalog& catalog,
                               TemperatureDifference air, TemperatureDifference water) {
    Project after = before;
    for (const Item& item : before.items) {
        const auto setPoint = setPointOf(item, catalog);
        if (!setPoint) continue;
        const TemperatureDifference by = setPoint->kind == SetPointKind::Air ? air : water;
        if (by == TemperatureDifference{}) continue;
        Item shifted = item;
        shifted.supplyTemperature = setPoint->supply + by;
        if (auto checked = checkEntity(shifted, describeItem(shifted)); !checked) {
            return tl::unexpected(checked.error());
        }
        after.items.set(shifted);
    }
    return after;
}

}  // namespace halltwin::edit
