// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/connections.h"
#include "model/project/rules/rule_list.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace halltwin::rules {
namespace {

bool needsWater(const PlacedItem& placed) {
    return placed.entry != nullptr && takesWater(*placed.entry);
}

/// A tank cools nothing for long, and a heat network only while it asks.
bool onlyHelps(const CatalogEntry& source) {
    return source.kind == ItemKind::WaterTank || source.kind == ItemKind::HeatReuse;
}

Issue noWater(const PlacedItem& cooler) {
    Issue issue = issueAt(cooler, "cooling.no-water", Severity::Error);
    issue.message = cooler.isOf(ItemKind::Rack)
                        ? fmt::format("{} has no water for its cold plates; all its heat enters "
                                      "the room",
                                      issue.arguments[0])
                        : fmt::format("{} has no chilled water", issue.arguments[0]);
    issue.fix = "Connect a pump set to it.";
    return issue;
}

Issue noChiller(const PlacedItem& pumps) {
    Issue issue = issueAt(pumps, "cooling.no-chiller", Severity::Error);
    issue.message = fmt::format("{} has nothing to cool its water", issue.arguments[0]);
    issue.fix = "Connect a chiller, tower, dry cooler, exchanger or natural water to it.";
    return issue;
}

Issue unusedSource(const PlacedItem& source) {
    Issue issue = issueAt(source, "cooling.unused-source", Severity::Warning);
    issue.message =
        fmt::format("{} cools no water: no pump set takes any from it", issue.arguments[0]);
    issue.fix = "Connect it to a pump set.";
    return issue;
}

/// Of a project that ends at its distribution units.
Issue noPlant(std::vector<ItemId> units) {
    Issue issue;
    issue.rule = "cooling.no-plant";
    issue.severity = Severity::Warning;
    issue.arguments = {std::to_string(units.size())};
    issue.message = fmt::format(
        "There is no cooling plant: the heat of {} coolant distribution units leaves the project",
        units.size());
    issue.fix =
        "Place a chiller and a pump set, or leave it so where the plant is not in question.";
    issue.items = std::move(units);
    return issue;
}

}  // namespace

void checkChilledWater(const RuleContext& context, Issues& issues) {
    std::unordered_set<ItemId> supplied;  // by a source of the right kind
    std::unordered_set<ItemId> used;      // sources that supply something
    for (const CoolingLink& link : context.project.coolingLinks) {
        const PlacedItem* from = context.find(link.from);
        const PlacedItem* to = context.find(link.to);
        if (from == nullptr || to == nullptr || !from->entry || !to->entry) continue;
        if (!canSupplyWater(*from->entry, *to->entry)) continue;
        used.insert(link.from);
        if (!onlyHelps(*from->entry)) supplied.insert(link.to);
    }
    const bool hasPlant =
        std::any_of(context.items.begin(), context.items.end(), [](const PlacedItem& placed) {
            return placed.isOf(ItemKind::PumpSet) ||
                   (placed.entry != nullptr && coolsWater(placed.entry->kind));
        });
    std::vector<ItemId> unitsAlone;
    for (const PlacedItem& placed : context.items) {
        const bool cools = placed.entry != nullptr && coolsWater(placed.entry->kind);
        if (cools && !used.contains(placed.item->id)) issues.push_back(unusedSource(placed));
        if (supplied.contains(placed.item->id)) continue;
        if (!hasPlant && placed.isOf(ItemKind::Cdu)) {
            unitsAlone.push_back(placed.item->id);
            continue;
        }
        if (needsWater(placed)) issues.push_back(noWater(placed));
        if (placed.isOf(ItemKind::PumpSet)) issues.push_back(noChiller(placed));
    }
    if (!unitsAlone.empty()) issues.push_back(noPlant(std::move(unitsAlone)));
}

}  // namespace halltwin::rules
