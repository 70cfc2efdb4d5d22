// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/chain.h"

#include <cstddef>
#include <functional>
#include <set>
#include <vector>

namespace halltwin::power {

/// One symbol of a single-line diagram: an element, a load, or several loads of one kind that hang
/// on the same parents.
struct DiagramNode {
    std::vector<ItemId> items;  ///< never empty, in the order of the chain
    ItemKind kind = ItemKind::Pdu;
    bool isLoad = false;

    [[nodiscard]] ItemId key() const { return items.front(); }
    [[nodiscard]] bool isFolded() const { return items.size() > 1; }
    bool operator==(const DiagramNode&) const = default;
};

/// The cords from one symbol to another on one side.
struct DiagramEdge {
    std::size_t from = 0;
    std::size_t to = 0;
    Feed feed = Feed::A;
    std::vector<std::size_t> links;  ///< of the chain, by index

    bool operator==(const DiagramEdge&) const = default;
};

/// What a single-line diagram shows: elements first, then loads, both in the order of the chain.
struct DiagramGraph {
    std::vector<DiagramNode> nodes;
    std::vector<DiagramEdge> edges;  ///< by `from`, then `to`, then feed

    bool operator==(const DiagramGraph&) const = default;
};

/// How loads are folded into groups.
struct FoldSettings {
    std::size_t leastMembers = 2;  ///< smaller groups stay single symbols
    std::set<ItemId> unfolded;     ///< keys of groups that are shown member by member
};

/// The kind of a load, which the chain itself does not know.
using LoadKind = std::function<ItemKind(ItemId)>;

/// The symbols of a chain. Links that name nothing of the chain are left out.
[[nodiscard]] DiagramGraph diagramGraph(const ChainInput& input, const LoadKind& kindOf,
                                        const FoldSettings& fold = {});

}  // namespace halltwin::power
