// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/diagram_layers.h"
#include "model/power/diagram_layout.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

#include <algorithm>
#include <cmath>
#include <random>

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;

namespace {

ItemKind allRacks(ItemId) {
    return ItemKind::Rack;
}

FoldSettings unfolded() {
    return {static_cast<std::size_t>(-1), {}};
}

/// A tree of `ways` boards at every level, with loads at its foot on two boards each.
ChainInput mesh(int levels, int ways, int loads) {
    ChainBuilder chain;
    std::vector<std::int64_t> above{1, 2};
    chain.element(1, ItemKind::UtilityFeed, 1e6).element(2, ItemKind::UtilityFeed, 1e6);
    std::int64_t next = 3;
    for (int level = 0; level < levels; ++level) {
        std::vector<std::int64_t> here;
        for (std::size_t i = 0; i < above.size() * static_cast<std::size_t>(ways); ++i) {
            chain.element(next, ItemKind::Pdu, 1e6);
            chain.link(above[i / static_cast<std::size_t>(ways)], next);
            here.push_back(next++);
        }
        above = std::move(here);
    }
    std::mt19937 random(7);
    for (int i = 0; i < loads; ++i) {
        chain.load(100000 + i, 10.0);
        chain.link(above[random() % above.size()], 100000 + i, Feed::A);
        chain.link(above[random() % above.size()], 100000 + i, Feed::B);
    }
    return chain.build();
}

/// No two symbols touch.
bool overlaps(const DiagramLayout& layout, const DiagramSizes& sizes) {
    std::vector<DiagramPoint> centres = layout.centres;
    std::sort(centres.begin(), centres.end(),
              [](const auto& a, const auto& b) { return a.x < b.x; });
    for (std::size_t i = 0; i < centres.size(); ++i) {
        for (std::size_t j = i + 1; j < centres.size(); ++j) {
            if (centres[j].x - centres[i].x >= sizes.nodeWidth - 1e-6) break;
            if (std::abs(centres[j].y - centres[i].y) < sizes.nodeHeight) return true;
        }
    }
    return false;
}

bool isOrthogonal(const std::vector<DiagramPoint>& route) {
    for (std::size_t i = 1; i < route.size(); ++i) {
        if (route[i].x != route[i - 1].x && route[i].y != route[i - 1].y) return false;
    }
    return route.size() >= 2;
}

}  // namespace

TEST_CASE("A chain stands in one column, each symbol a row below its source") {
    const DiagramGraph graph = diagramGraph(singlePath(50.0).build(), allRacks);
    const DiagramLayout layout = layOut(graph);
    REQUIRE(layout.centres.size() == 5);
    for (std::size_t node = 0; node < 5; ++node) {
        CHECK(layout.layers[node] == static_cast<int>(node));
        CHECK(layout.centres[node].x == Approx(layout.centres[0].x));
    }
    CHECK(layout.crossings == 0);
    for (const auto& route : layout.routes)
        CHECK(route.size() == 2);  // straight down
}

TEST_CASE("With two feeds, A enters on the left and B on the right") {
    const DiagramGraph graph = diagramGraph(twoPaths(50.0).build(), allRacks);
    const DiagramLayout layout = layOut(graph);
    const auto endOf = [&](Feed feed) {
        for (std::size_t edge = 0; edge < graph.edges.size(); ++edge) {
            const bool isLoad = graph.nodes[graph.edges[edge].to].isLoad;
            if (isLoad && graph.edges[edge].feed == feed) return layout.routes[edge].back();
        }
        return DiagramPoint{};
    };
    CHECK(endOf(Feed::A).x < layout.centres.back().x);
    CHECK(endOf(Feed::B).x > layout.centres.back().x);
    CHECK(layout.centres[0].x < layout.centres[3].x);  // whole A side, whole B side
    CHECK(layout.crossings == 0);
}

TEST_CASE("Loads on the same parents and of one kind fold into one symbol") {
    ChainBuilder chain = singlePath(10.0);
    for (std::int64_t load = 11; load < 22; ++load)
        chain.load(load, 10.0).link(4, load);
    chain.load(30, 5.0).link(3, 30);  // another parent
    const DiagramGraph folded = diagramGraph(chain.build(), allRacks);
    CHECK(folded.nodes.size() == 4 + 2);
    CHECK(folded.nodes[4].items.size() == 12);
    CHECK(folded.nodes[4].isFolded());
    CHECK_FALSE(folded.nodes[5].isFolded());

    FoldSettings open;
    open.unfolded.insert(folded.nodes[4].key());
    const DiagramGraph opened = diagramGraph(chain.build(), allRacks, open);
    CHECK(opened.nodes.size() == 4 + 13);
    CHECK_FALSE(overlaps(layOut(opened), DiagramSizes{}));
}

TEST_CASE("Kinds keep apart what hangs on one board") {
    ChainBuilder chain = singlePath(10.0);
    chain.load(11, 10.0).link(4, 11).load(12, 1.0).link(4, 12).load(13, 1.0).link(4, 13);
    const auto kindOf = [](ItemId id) {
        return id.value >= 12 ? ItemKind::Cooler : ItemKind::Rack;
    };
    const DiagramGraph graph = diagramGraph(chain.build(), kindOf);
    REQUIRE(graph.nodes.size() == 6);
    CHECK(graph.nodes[4].items == std::vector<ItemId>{{10}, {11}});
    CHECK(graph.nodes[5].items == std::vector<ItemId>{{12}, {13}});
}

TEST_CASE("No symbols overlap, lines run along the axes, and the layout repeats to the bit") {
    const DiagramGraph graph = diagramGraph(mesh(3, 3, 120), allRacks, unfolded());
    const DiagramLayout layout = layOut(graph);
    CHECK_FALSE(overlaps(layout, DiagramSizes{}));
    for (const auto& route : layout.routes)
        CHECK(isOrthogonal(route));
    const DiagramLayout again = layOut(graph);
    CHECK(again.centres == layout.centres);
    CHECK(again.routes == layout.routes);
}

TEST_CASE("Ordering the rows takes out crossings that need not be") {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 100.0);
    for (std::int64_t board = 10; board < 20; ++board)
        chain.element(board, ItemKind::Pdu, 100.0).link(1, board);
    for (std::int64_t board = 20; board < 30; ++board)  // in the opposite order
        chain.element(board, ItemKind::Pdu, 100.0).link(29 - (board - 10), board);
    LayeredDiagram diagram = layerDiagram(diagramGraph(chain.build(), allRacks));
    std::reverse(diagram.rows[2].begin(), diagram.rows[2].end());
    CHECK(countCrossings(diagram) == 45);  // 10 · 9 / 2: every pair
    orderRows(diagram);
    CHECK(countCrossings(diagram) == 0);
}

TEST_CASE("Loops, strays and cords to themselves are placed too") {
    ChainBuilder chain = singlePath(10.0);
    chain.element(50, ItemKind::Pdu, 10.0).element(51, ItemKind::Pdu, 10.0);
    chain.link(50, 51).link(51, 50);         // a circle that nothing feeds
    chain.element(60, ItemKind::Ups, 10.0);  // a stray
    chain.element(61, ItemKind::Ups, 10.0).link(61, 61);
    const DiagramGraph graph = diagramGraph(chain.build(), allRacks);
    const DiagramLayout layout = layOut(graph);
    CHECK_FALSE(overlaps(layout, DiagramSizes{}));
    for (const auto& route : layout.routes)
        CHECK(route.size() >= 2);
    const double lowest = layout.centres[4].y;  // the rack's
    CHECK(layout.centres[6].y > 0.0);
    CHECK(std::max(layout.centres[6].y, layout.centres[7].y) > lowest - 1.0);
    for (const DiagramPoint& centre : layout.centres) {
        CHECK(std::isfinite(centre.x));
        CHECK(centre.x >= 0.0);
        CHECK(centre.x <= layout.width);
    }
}

TEST_CASE("A generator stands just above the switch that it feeds") {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 100.0)
        .element(2, ItemKind::Transformer, 100.0)
        .element(3, ItemKind::Generator, 100.0)
        .element(4, ItemKind::TransferSwitch, 100.0)
        .link(1, 2)
        .link(2, 4)
        .link(3, 4, Feed::B);
    const DiagramLayout layout = layOut(diagramGraph(chain.build(), allRacks));
    CHECK(layout.layers[0] == 0);
    CHECK(layout.layers[2] == 1);
    CHECK(layout.layers[3] == 2);
}

TEST_CASE("An empty chain has an empty diagram") {
    const DiagramLayout layout = layOut(diagramGraph({}, allRacks));
    CHECK(layout.centres.empty());
    CHECK(layout.width == 0.0);
}
