// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/diagram_graph.h"

#include <cstdint>
#include <string>

namespace halltwin::benchmarks {

/// A 2N chain of about `size` elements and loads: feeds, transformers, UPS, boards, and racks that
/// each hang on a board of both sides.
inline power::ChainInput wideChain(std::int64_t size) {
    power::ChainInput input;
    const auto element = [&](std::int64_t id, ItemKind kind) {
        const Power rating = megawatts(1.0);
        input.elements.push_back(
            {{id}, kind, "E" + std::to_string(id), rating, {rating, 0.01, 0.0, 0.02}});
    };
    const std::int64_t boards = size / 10;
    const std::int64_t uninterruptible = boards / 4 + 1;
    for (const std::int64_t side : {0, 1}) {
        const Feed feed = side == 0 ? Feed::A : Feed::B;
        const std::int64_t base = 1 + side * 1'000'000;
        element(base, ItemKind::UtilityFeed);
        for (std::int64_t i = 0; i < uninterruptible; ++i) {
            element(base + 1000 + i, ItemKind::Transformer);
            element(base + 20000 + i, ItemKind::Ups);
            input.links.push_back({{base}, {base + 1000 + i}, feed});
            input.links.push_back({{base + 1000 + i}, {base + 20000 + i}, feed});
        }
        for (std::int64_t i = 0; i < boards; ++i) {
            element(base + 40000 + i, ItemKind::Pdu);
            input.links.push_back({{base + 20000 + i % uninterruptible}, {base + 40000 + i}, feed});
        }
    }
    const std::int64_t racks = size - static_cast<std::int64_t>(input.elements.size());
    for (std::int64_t i = 0; i < racks; ++i) {
        input.loads.push_back({{5'000'000 + i}, "R" + std::to_string(i), kilowatts(20.0)});
        const std::int64_t board = i % boards;
        input.links.push_back({{1 + 40000 + board}, {5'000'000 + i}, Feed::A});
        input.links.push_back({{1'000'001 + 40000 + board}, {5'000'000 + i}, Feed::B});
    }
    return input;
}

/// Every rack a symbol of its own.
inline power::DiagramGraph wideGraph(std::int64_t size) {
    return power::diagramGraph(wideChain(size), [](ItemId) { return ItemKind::Rack; },
                               {static_cast<std::size_t>(-1), {}});
}

}  // namespace halltwin::benchmarks
