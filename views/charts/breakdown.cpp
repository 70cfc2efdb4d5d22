// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/breakdown.h"

#include <array>
#include <optional>

namespace halltwin::views::charts {

namespace {

using PowerSums = std::array<Power, itemKindCount>;

Power& of(PowerSums& sums, ItemKind kind) {
    return sums[static_cast<std::size_t>(kind)];
}

std::optional<std::size_t> kindIndex(ItemId id, const Project& project, const Catalog& catalog) {
    const Item* item = project.items.find(id);
    if (item == nullptr) return std::nullopt;
    const CatalogEntry* entry = catalog.find(item->catalogKey);
    if (entry == nullptr) return std::nullopt;
    return static_cast<std::size_t>(entry->kind);
}

/// The twin counts loads that nobody has connected yet as fed from outside the drawn chain, where
/// they are in no list of the chain. What is left then is the coolers.
void addUncorded(const twin::TwinResult& result, const Project& project, const Catalog& catalog,
                 PowerSums& sums) {
    of(sums, ItemKind::Rack) = result.kpis.itPower;
    of(sums, ItemKind::ImmersionTank) = Power();  // in the IT power
    of(sums, ItemKind::Wall) = result.lightsPower;
    for (const auto& [id, power] : result.mechanicalPower) {
        const auto kind = kindIndex(id, project, catalog);
        if (kind && result.power.load(id) == nullptr) sums[*kind] += power;
    }
    Power rest = result.kpis.facilityPower - result.power.cableLosses;
    for (const Power sum : sums)
        rest -= sum;
    if (rest > result.kpis.facilityPower * 1e-9) of(sums, ItemKind::Cooler) += rest;
}

}  // namespace

std::vector<PowerPart> powerParts(const twin::TwinResult& result, const Project& project,
                                  const Catalog& catalog) {
    PowerSums sums{};
    for (const power::LoadResult& load : result.power.loads) {
        if (const auto kind = kindIndex(load.id, project, catalog)) sums[*kind] += load.supplied;
    }
    for (const power::ElementResult& element : result.power.elements) {
        if (const auto kind = kindIndex(element.id, project, catalog)) sums[*kind] += element.loss;
    }
    addUncorded(result, project, catalog, sums);
    std::vector<PowerPart> parts;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (sums[i] > Power()) parts.push_back({static_cast<ItemKind>(i), sums[i]});
    }
    if (result.power.cableLosses > Power()) {
        parts.push_back({std::nullopt, result.power.cableLosses});
    }
    return parts;
}

}  // namespace halltwin::views::charts
