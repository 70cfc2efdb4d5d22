// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/connections.h"
#include "model/project/rules/rule_list.h"
#include "model/project/rules/spatial_index.h"

#include <fmt/format.h>

namespace halltwin::rules {
namespace {

/// A containment is a roof over others, a grille is above them, what is mounted takes no floor, and
/// an item without an entry has no size to judge by.
bool takesSpace(const PlacedItem& placed) {
    return placed.entry != nullptr && !placed.isOf(ItemKind::Containment) &&
           !placed.isOf(ItemKind::Grille) && !isMounted(placed.entry->kind);
}

Issue coveredTile(const PlacedItem& tile, const PlacedItem& cover) {
    Issue issue = issueBetween(tile, cover, "layout.tile-covered", Severity::Warning);
    issue.message = fmt::format("{} stands on {}, which then supplies no air", issue.arguments[1],
                                issue.arguments[0]);
    issue.fix = "Move one of them, or replace the perforated tile by a closed one.";
    return issue;
}

Issue overlap(const PlacedItem& first, const PlacedItem& second) {
    Issue issue = issueBetween(first, second, "layout.overlap", Severity::Error);
    issue.message = fmt::format("{} and {} overlap", issue.arguments[0], issue.arguments[1]);
    issue.fix = "Move one of them.";
    return issue;
}

void checkPair(const PlacedItem& first, const PlacedItem& second, Issues& issues) {
    const bool firstIsTile = first.isOf(ItemKind::Tile);
    const bool secondIsTile = second.isOf(ItemKind::Tile);
    if (isBuilding(first) && isBuilding(second)) return;
    if (passesOver(first, second) || passesOver(second, first)) return;
    if (firstIsTile == secondIsTile) {
        issues.push_back(overlap(first, second));
    } else {
        const PlacedItem& tile = firstIsTile ? first : second;
        const PlacedItem& other = firstIsTile ? second : first;
        if (isSolid(other)) issues.push_back(coveredTile(tile, other));
    }
}

void checkHall(const std::vector<const PlacedItem*>& members, std::size_t most, Issues& issues) {
    std::vector<const PlacedItem*> items;
    std::vector<Rect> footprints;
    for (const PlacedItem* placed : members) {
        if (!takesSpace(*placed)) continue;
        items.push_back(placed);
        footprints.push_back(placed->footprint);
    }
    const SpatialIndex index(footprints);
    for (std::size_t i = 0; i < items.size() && issues.size() < most; ++i) {
        for (const std::size_t j : index.overlapping(footprints[i], tolerance)) {
            if (j > i) checkPair(*items[i], *items[j], issues);
        }
    }
}

}  // namespace

void checkOverlap(const RuleContext& context, Issues& issues) {
    const std::size_t most = issues.size() + mostIssuesPerRule;
    for (const auto& [hall, members] : context.byHall)
        checkHall(members, most, issues);
}

}  // namespace halltwin::rules
