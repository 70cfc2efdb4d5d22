// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"
#include "model/project/issue.h"
#include "model/project/project.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace halltwin::rules {

/// Overlaps up to this depth are rounding, not mistakes.
inline constexpr Length tolerance = millimetres(1.0);

/// A rule stops after this many findings: the list is for people to work through.
inline constexpr std::size_t mostIssuesPerRule = 1000;

/// An item with what the rules ask of it again and again.
struct PlacedItem {
    const Item* item = nullptr;
    const CatalogEntry* entry = nullptr;  ///< null: the catalogue has no such key
    Rect footprint;

    [[nodiscard]] bool isOf(ItemKind kind) const { return entry != nullptr && entry->kind == kind; }
};

/// What all rules share: the items with their entries and footprints, looked up once.
struct RuleContext {
    RuleContext(const Project& checked, const Catalog& entries);

    const Project& project;
    const Catalog& catalog;
    std::vector<PlacedItem> items;  ///< in order of their ids

    /// Null when the project has no such item.
    [[nodiscard]] const PlacedItem* find(ItemId id) const;

    /// Items by hall, in order of their ids.
    std::map<HallId, std::vector<const PlacedItem*>> byHall;

private:
    std::unordered_map<ItemId, std::size_t> m_index;
};

/// Equipment or building part that air, people and other things cannot pass: not a tile, a door or
/// a containment.
[[nodiscard]] bool isSolid(const PlacedItem& placed);

/// Whether the first is a beam or downstand that ends above the second.
[[nodiscard]] bool passesOver(const PlacedItem& upper, const PlacedItem& lower);

/// A wall, column or door: these may run into each other.
[[nodiscard]] bool isBuilding(const PlacedItem& placed);

/// How messages name an item: its label, otherwise its entry's name and its id.
[[nodiscard]] std::string nameOf(const PlacedItem& placed);

/// An issue that lies with one item; its name is the first argument.
[[nodiscard]] Issue issueAt(const PlacedItem& placed, std::string rule, Severity severity);

/// An issue between two items; their names are the first two arguments.
[[nodiscard]] Issue issueBetween(const PlacedItem& first, const PlacedItem& second,
                                 std::string rule, Severity severity);

}  // namespace halltwin::rules
