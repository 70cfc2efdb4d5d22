// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/breakdown.h"

#include <array>
#include <optional>

namespace halltwin::views::charts {

namespace {

std::optional<std::size_t> kindIndex(ItemId id, const Project& project, const Catalog& catalog) {
    const Item* item = project.items.find(id);
    if (item == nullptr) return std::nullopt;
    const CatalogEntry* entry = catalog.find(item->catalogKey);
    if (entry == nullptr) return std::nullopt;
    return static_cast<std::size_t>(entry->kind);
}

}  // namespace

std::vector<PowerPart> powerParts(const twin::TwinResult& result, const Project& project,
                                  const Catalog& catalog) {
    std::array<Power, itemKindCount> sums{};
    for (const power::LoadResult& load : result.power.loads) {
        if (const auto kind = kindIndex(load.id, project, catalog)) sums[*kind] += load.supplied;
    }
    for (const power::ElementResult& element : result.power.elements) {
        if (const auto kind = kindIndex(element.id, project, catalog)) sums[*kind] += element.loss;
    }
    std::vector<PowerPart> parts;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (sums[i] > Power()) parts.push_back({static_cast<ItemKind>(i), sums[i]});
    }
    return parts;
}

}  // namespace halltwin::views::charts
