// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/chain.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace halltwin::power::test {

/// Writes a chain in a few lines; loss coefficients are fractions of the rating.
class ChainBuilder {
public:
    ChainBuilder& element(std::int64_t id, ItemKind kind, double ratingKw, double fixed = 0.0,
                          double square = 0.0) {
        const Power rating = kilowatts(ratingKw);
        m_input.elements.push_back(
            {{id}, kind, "element " + std::to_string(id), rating, {rating, fixed, 0.0, square}});
        return *this;
    }

    ChainBuilder& load(std::int64_t id, double demandKw) {
        m_input.loads.push_back({{id}, "load " + std::to_string(id), kilowatts(demandKw)});
        return *this;
    }

    ChainBuilder& link(std::int64_t from, std::int64_t to, Feed feed = Feed::A) {
        m_input.links.push_back({{from}, {to}, feed});
        return *this;
    }

    [[nodiscard]] const ChainInput& build() const { return m_input; }

private:
    ChainInput m_input;
};

/// Utility 1 → transformer 2 → UPS 3 → PDU 4 → load 10, with round loss figures.
inline ChainBuilder singlePath(double demandKw) {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(2, ItemKind::Transformer, 500.0, 0.002, 0.008)
        .element(3, ItemKind::Ups, 400.0, 0.01, 0.03)
        .element(4, ItemKind::Pdu, 200.0, 0.005, 0.01)
        .load(10, demandKw)
        .link(1, 2)
        .link(2, 3)
        .link(3, 4)
        .link(4, 10);
    return chain;
}

/// Two independent paths, 1–2–3 (A) and 11–12–13 (B), to load 20.
inline ChainBuilder twoPaths(double demandKw) {
    ChainBuilder chain;
    for (const std::int64_t base : {0, 10}) {
        const Feed feed = base == 0 ? Feed::A : Feed::B;
        chain.element(base + 1, ItemKind::UtilityFeed, 1000.0)
            .element(base + 2, ItemKind::Ups, 100.0, 0.01, 0.03)
            .element(base + 3, ItemKind::Pdu, 100.0, 0.005, 0.01)
            .link(base + 1, base + 2, feed)
            .link(base + 2, base + 3, feed)
            .link(base + 3, 20, feed);
    }
    chain.load(20, demandKw);
    return chain;
}

inline const Issue* findIssue(const ChainResult& result, const std::string& rule) {
    const auto found = std::find_if(result.issues.begin(), result.issues.end(),
                                    [&](const Issue& issue) { return issue.rule == rule; });
    return found == result.issues.end() ? nullptr : &*found;
}

}  // namespace halltwin::power::test
