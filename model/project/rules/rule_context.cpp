// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rules/rule_context.h"

#include "model/project/connections.h"
#include "model/project/footprint.h"

#include <fmt/format.h>
#include <utility>

namespace halltwin::rules {

RuleContext::RuleContext(const Project& checked, const Catalog& entries)
    : project(checked),
      catalog(entries) {
    items.reserve(project.items.size());
    m_index.reserve(project.items.size());
    for (const Item& item : project.items) {
        const CatalogEntry* entry = entries.find(item.catalogKey);
        const Rect footprint =
            entry != nullptr ? footprintOf(item, *entry) : footprintOf(item, Catalog{});
        m_index.emplace(item.id, items.size());
        items.push_back({&item, entry, footprint});
    }
    for (const PlacedItem& placed : items)
        byHall[placed.item->hall].push_back(&placed);
}

const PlacedItem* RuleContext::find(ItemId id) const {
    const auto at = m_index.find(id);
    return at == m_index.end() ? nullptr : &items[at->second];
}

bool isBuilding(const PlacedItem& placed) {
    return placed.isOf(ItemKind::Wall) || placed.isOf(ItemKind::Column) ||
           placed.isOf(ItemKind::Door);
}

bool isSolid(const PlacedItem& placed) {
    return placed.entry != nullptr && !placed.isOf(ItemKind::Tile) &&
           !placed.isOf(ItemKind::Door) && !placed.isOf(ItemKind::Grille) &&
           !placed.isOf(ItemKind::Containment) && !isMounted(placed.entry->kind);
}

bool passesOver(const PlacedItem& upper, const PlacedItem& lower) {
    if (upper.entry == nullptr || lower.entry == nullptr) return false;
    const auto* beam = upper.entry->as<BarrierSpec>();
    return beam != nullptr && beam->bottom > Length{} &&
           beam->bottom + tolerance >= sizeOf(*lower.item, *lower.entry).height;
}

std::string nameOf(const PlacedItem& placed) {
    if (!placed.item->label.empty()) return placed.item->label;
    const std::string& kind =
        placed.entry != nullptr ? placed.entry->name : placed.item->catalogKey;
    return fmt::format("{} {}", kind, placed.item->id.value);
}

Issue issueAt(const PlacedItem& placed, std::string rule, Severity severity) {
    Issue issue;
    issue.rule = std::move(rule);
    issue.severity = severity;
    issue.hall = placed.item->hall;
    issue.items = {placed.item->id};
    issue.arguments = {nameOf(placed)};
    return issue;
}

Issue issueBetween(const PlacedItem& first, const PlacedItem& second, std::string rule,
                   Severity severity) {
    Issue issue = issueAt(first, std::move(rule), severity);
    issue.items.push_back(second.item->id);
    issue.arguments.push_back(nameOf(second));
    return issue;
}

}  // namespace halltwin::rules
