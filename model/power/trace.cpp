// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/trace.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <unordered_map>
#include <utility>

namespace halltwin::power {

namespace {

/// Walks from a load up over its living cords.
class UpwardTrace {
public:
    UpwardTrace(const ChainInput& input, const ChainResult& result)
        : m_input(input),
          m_result(result) {
        for (std::size_t i = 0; i < input.elements.size(); ++i)
            m_elementOf.emplace(input.elements[i].id, i);
        for (std::size_t i = 0; i < result.links.size(); ++i) {
            const LinkResult& link = result.links[i];
            if (link.living && link.power.si() > 0.0) m_cordsInto[link.to].push_back(i);
        }
    }

    Trace follow(const LoadResult& load) {
        m_trace.load = load.id;
        m_trace.supplied = load.supplied;
        findSteps(load.id);
        share(load.id, load.supplied);
        for (const std::size_t element : m_order)
            settle(element);
        std::sort(m_trace.cords.begin(), m_trace.cords.end(),
                  [](const TracedCord& a, const TracedCord& b) { return a.link < b.link; });
        return std::move(m_trace);
    }

private:
    /// The longest way down to the load, for every element above it; they are settled in that
    /// order, so that an element knows all that is drawn from it first. Living cords form no
    /// circle.
    void findSteps(ItemId load) {
        std::map<std::size_t, int> waiting;  // living cords from above the load, by their source
        std::vector<ItemId> open{load};
        std::map<ItemId, bool> seen{{load, true}};
        while (!open.empty()) {
            const ItemId item = open.back();
            open.pop_back();
            for (const std::size_t cord : cordsInto(item)) {
                const ItemId above = m_result.links[cord].from;
                ++waiting[m_elementOf.at(above)];
                if (seen.emplace(above, true).second) open.push_back(above);
            }
        }
        std::vector<std::pair<ItemId, int>> ready{{load, 0}};
        for (std::size_t at = 0; at < ready.size(); ++at) {
            const auto [item, step] = ready[at];
            for (const std::size_t cord : cordsInto(item)) {
                const std::size_t above = m_elementOf.at(m_result.links[cord].from);
                int& known = m_steps[above];
                known = std::max(known, step + 1);
                if (--waiting[above] == 0) ready.emplace_back(m_input.elements[above].id, known);
            }
        }
        for (const auto& [element, step] : m_steps)
            m_order.push_back(element);
        std::stable_sort(m_order.begin(), m_order.end(), [this](std::size_t a, std::size_t b) {
            return m_steps.at(a) < m_steps.at(b);
        });
    }

    /// Draws `power` from above an item over its cords, each by its part of what they all carry.
    void share(ItemId item, Power power) {
        Power all;
        for (const std::size_t cord : cordsInto(item))
            all += m_result.links[cord].power;
        for (const std::size_t cord : cordsInto(item)) {
            const LinkResult& link = m_result.links[cord];
            const Power delivered = power * (link.power / all);
            const Power loss = link.loss * (delivered / link.power);
            m_trace.cords.push_back({cord, delivered, loss});
            m_trace.cableLosses += loss;
            m_drawn[m_elementOf.at(link.from)] += delivered + loss;
        }
    }

    void settle(std::size_t index) {
        const ElementResult& state = m_result.elements[index];
        TracedElement traced;
        traced.id = state.id;
        traced.output = m_drawn[index];
        traced.step = m_steps.at(index);
        if (state.output.si() > 0.0) traced.loss = state.loss * (traced.output / state.output);
        traced.isSource = cordsInto(state.id).empty();
        m_trace.elementLosses += traced.loss;
        const Power own = traced.isSource ? traced.input() : fromBattery(state, traced.input());
        m_trace.drawn += own;
        m_trace.elements.push_back(traced);
        if (!traced.isSource) share(state.id, traced.input() - own);
    }

    /// What the element's own battery gives of this input.
    static Power fromBattery(const ElementResult& state, Power input) {
        if (state.input.si() <= 0.0) return {};
        return state.fromBattery * (input / state.input);
    }

    [[nodiscard]] const std::vector<std::size_t>& cordsInto(ItemId item) const {
        static const std::vector<std::size_t> none;
        const auto cords = m_cordsInto.find(item);
        return cords == m_cordsInto.end() ? none : cords->second;
    }

    const ChainInput& m_input;
    const ChainResult& m_result;
    std::unordered_map<ItemId, std::size_t> m_elementOf;
    std::unordered_map<ItemId, std::vector<std::size_t>> m_cordsInto;  ///< living, with power
    std::map<std::size_t, int> m_steps;                                ///< by element
    std::vector<std::size_t> m_order;
    std::map<std::size_t, Power> m_drawn;
    Trace m_trace;
};

}  // namespace

Result<Trace> traceLoad(const ChainInput& input, const ChainResult& result, ItemId load) {
    const LoadResult* found = result.load(load);
    if (found == nullptr) {
        return fail(ErrorCode::NotFound, "this item takes no power from the chain",
                    fmt::format("item {}", load.value), "choose a rack or machine with a cord");
    }
    return UpwardTrace(input, result).follow(*found);
}

}  // namespace halltwin::power
