// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/chain.h"

#include "model/power/chain_issues.h"
#include "model/power/graph.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace halltwin::power {

namespace {

bool isUsable(double value) {
    return std::isfinite(value) && value >= 0.0;
}

Result<void> checkFigures(const ChainInput& input) {
    const auto bad = [](const std::string& name, const char* figure) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("The {} is negative or not a number", figure), name,
                    "Give a figure of zero or more");
    };
    for (const Element& element : input.elements) {
        const LossCurve& curve = element.losses;
        if (!isUsable(element.rating.si())) return bad(displayName(element), "rating");
        if (!isUsable(curve.rated.si()) || !isUsable(curve.fixed) || !isUsable(curve.linear) ||
            !isUsable(curve.square)) {
            return bad(displayName(element), "loss curve");
        }
    }
    for (const Load& load : input.loads) {
        if (!isUsable(load.demand.si())) return bad(displayName(load), "demand");
    }
    return {};
}

/// Walks the graph from the loads up; `energised` nodes form no circle.
class UpwardSolve {
public:
    UpwardSolve(const ChainInput& input, const Graph& graph, const std::vector<bool>& energised)
        : m_input(input),
          m_graph(graph),
          m_energised(energised),
          m_pending(graph.size(), 0),
          m_output(graph.size()) {}

    void run(ChainResult& result) {
        std::vector<std::size_t> open;
        for (std::size_t node = 0; node < m_graph.size(); ++node) {
            if (!m_energised[node]) continue;
            for (const std::size_t cord : m_graph.out[node]) {
                if (m_energised[m_graph.cords[cord].to]) ++m_pending[node];
            }
            if (m_pending[node] == 0) open.push_back(node);
        }
        while (!open.empty()) {
            const std::size_t node = open.back();
            open.pop_back();
            drawFromAbove(node, settle(node, result), open);
        }
    }

private:
    /// Fills in the node's result, and returns its input.
    Power settle(std::size_t node, ChainResult& result) const {
        if (node >= m_graph.elementCount) {
            LoadResult& load = result.loads[node - m_graph.elementCount];
            load.supplied = load.demand;
            return load.demand;
        }
        const Element& element = m_input.elements[node];
        ElementResult& state = result.elements[node];
        state.energised = true;
        state.output = m_output[node];
        state.loss = clampedLossAt(element.losses, state.output);
        state.lossClamped = element.losses.rated.si() > 0.0 &&
                            state.output / element.losses.rated > largestLoadFraction;
        state.input = state.output + state.loss;
        if (element.rating.si() > 0.0) state.loading = state.output / element.rating;
        state.headroom = element.rating - state.output;
        return state.input;
    }

    void drawFromAbove(std::size_t node, Power input, std::vector<std::size_t>& open) {
        const std::vector<std::size_t>& cords = m_graph.in[node];
        const auto isLiving = [this](std::size_t cord) {
            return m_energised[m_graph.cords[cord].from];
        };
        const auto living = std::count_if(cords.begin(), cords.end(), isLiving);
        for (const std::size_t cord : cords) {
            if (!isLiving(cord)) continue;
            const std::size_t above = m_graph.cords[cord].from;
            m_output[above] += input / static_cast<double>(living);
            if (--m_pending[above] == 0) open.push_back(above);
        }
    }

    const ChainInput& m_input;
    const Graph& m_graph;
    const std::vector<bool>& m_energised;
    std::vector<std::size_t> m_pending;  ///< living cords below that have not drawn yet
    std::vector<Power> m_output;
};

void markFeeds(const Graph& graph, const std::vector<bool>& energised, ChainResult& result) {
    for (const Cord& cord : graph.cords) {
        if (cord.to < graph.elementCount || !energised[cord.from]) continue;
        LoadResult& load = result.loads[cord.to - graph.elementCount];
        (cord.feed == Feed::A ? load.feedA : load.feedB) = true;
    }
}

void closeBooks(const ChainInput& input, ChainResult& result) {
    for (std::size_t i = 0; i < result.elements.size(); ++i) {
        result.losses += result.elements[i].loss;
        if (input.elements[i].kind == ItemKind::UtilityFeed) {
            result.sourceInput += result.elements[i].input;
        }
    }
    for (const LoadResult& load : result.loads) {
        result.supplied += load.supplied;
        result.unsupplied += load.demand - load.supplied;
    }
    result.residual = result.sourceInput - result.supplied - result.losses;
    if (result.sourceInput.si() > 0.0) {
        result.relativeResidual = std::abs(result.residual / result.sourceInput);
    }
}

}  // namespace

Result<ChainResult> solveChain(const ChainInput& input) {
    if (const Result<void> figures = checkFigures(input); !figures) {
        return tl::unexpected<Error>(figures.error());
    }
    const Result<Graph> graph = buildGraph(input);
    if (!graph) return tl::unexpected<Error>(graph.error());

    const std::vector<std::vector<std::size_t>> loops = findLoops(*graph);
    std::vector<bool> blocked(graph->size(), false);
    for (const auto& loop : loops) {
        for (const std::size_t node : loop)
            blocked[node] = true;
    }
    const std::vector<bool> energised = reachedFromSources(input, *graph, blocked);

    ChainResult result;
    for (const Element& element : input.elements) {
        ElementResult& state = result.elements.emplace_back();
        state.id = element.id;
        state.headroom = element.rating;
    }
    for (const Load& load : input.loads) {
        LoadResult& state = result.loads.emplace_back();
        state.id = load.id;
        state.demand = load.demand;
    }
    UpwardSolve(input, *graph, energised).run(result);
    markFeeds(*graph, energised, result);
    closeBooks(input, result);
    result.issues = chainIssues(input, *graph, loops, result);
    return result;
}

const ElementResult* ChainResult::element(ItemId id) const {
    const auto found = std::find_if(elements.begin(), elements.end(),
                                    [id](const ElementResult& e) { return e.id == id; });
    return found == elements.end() ? nullptr : &*found;
}

const LoadResult* ChainResult::load(ItemId id) const {
    const auto found =
        std::find_if(loads.begin(), loads.end(), [id](const LoadResult& l) { return l.id == id; });
    return found == loads.end() ? nullptr : &*found;
}

}  // namespace halltwin::power
