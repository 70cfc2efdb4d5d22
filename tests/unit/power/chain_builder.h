// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/chain.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>
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

    /// A link with all its figures.
    ChainBuilder& cord(const Link& link) {
        m_input.links.push_back(link);
        return *this;
    }

    /// Changes an element that is there already.
    ChainBuilder& tune(std::int64_t id, const std::function<void(Element&)>& change) {
        for (Element& element : m_input.elements)
            if (element.id == ItemId{id}) change(element);
        return *this;
    }

    ChainBuilder& tuneLoad(std::int64_t id, const std::function<void(Load&)>& change) {
        for (Load& load : m_input.loads)
            if (load.id == ItemId{id}) change(load);
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

/// Three UPS of 100 kW without losses, 11 to 13, every pair of which feeds one of the loads 101 to
/// 103: 3N/2. Each has a feed of its own, 1 to 3.
inline ChainBuilder catcher(double demandKw) {
    ChainBuilder chain;
    for (const std::int64_t n : {1, 2, 3})
        chain.element(n, ItemKind::UtilityFeed, 1000.0)
            .element(10 + n, ItemKind::Ups, 100.0)
            .link(n, 10 + n);
    chain.load(101, demandKw).load(102, demandKw).load(103, demandKw);
    chain.link(11, 101, Feed::A).link(12, 101, Feed::B);
    chain.link(12, 102, Feed::A).link(13, 102, Feed::B);
    chain.link(13, 103, Feed::A).link(11, 103, Feed::B);
    return chain;
}

/// Utility 1 (A) and generator 2 (B) on a transfer switch 3, UPS 4 with a battery, rack 10; chiller
/// 11 straight below the switch. No losses; the battery holds `minutes` of the rated 100 kW.
inline ChainBuilder backedUp(double rackKw, double chillerKw, double minutes) {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(2, ItemKind::Generator, 200.0)
        .element(3, ItemKind::TransferSwitch, 400.0)
        .element(4, ItemKind::Ups, 100.0)
        .load(10, rackKw)
        .load(11, chillerKw)
        .link(1, 3, Feed::A)
        .link(2, 3, Feed::B)
        .link(3, 4)
        .link(4, 10)
        .link(3, 11);
    chain.tune(2, [](Element& generator) {
        generator.generator = GeneratorSpec{seconds(10.0), 1.0, seconds(5.0), {}};
    });
    chain.tune(3, [](Element& transfer) { transfer.transfer = TransferSpec{seconds(0.5), false}; });
    chain.tune(4, [minutes](Element& ups) {
        ups.battery = BatterySpec{kilowattHours(100.0 * minutes / 60.0), 1.0, 1.0, 1.0, {}};
    });
    return chain.tuneLoad(11, [](Load& chiller) { chiller.critical = false; });
}

/// Any chain: sources of all kinds, transfer switches, UPS with and without batteries, cables with
/// resistance on one phase or three, loads of any power factor. Acyclic: cords run to later ids.
inline ChainInput randomChain(std::mt19937& random) {
    const auto pick = [&](int below) { return static_cast<std::int64_t>(random() % below); };
    const auto share = [&] { return 0.001 * static_cast<double>(pick(1000)); };
    constexpr ItemKind kinds[] = {
        ItemKind::UtilityFeed, ItemKind::OnSiteSource, ItemKind::Generator,      ItemKind::Battery,
        ItemKind::Transformer, ItemKind::Switchboard,  ItemKind::TransferSwitch, ItemKind::Ups,
        ItemKind::Pdu,         ItemKind::RackPdu};
    ChainBuilder chain;
    const auto join = [&](std::int64_t from, std::int64_t to) {
        Link link{{from}, {to}, pick(2) ? Feed::A : Feed::B};
        if (pick(2)) link.phase = static_cast<Phase>(pick(4));
        if (pick(2)) link.resistance = ohms(0.02 * share());
        if (pick(2)) link.reactance = ohms(0.02 * share());
        if (pick(3) == 0) link.breaker = amperes(30.0 + 300.0 * share());
        link.id = PowerLinkId{1000 * from + to};
        chain.cord(link);
    };
    const std::int64_t elements = 3 + pick(14);
    for (std::int64_t n = 1; n <= elements; ++n) {
        const ItemKind kind = n == 1 ? ItemKind::UtilityFeed : kinds[pick(10)];
        chain.element(n, kind, 50.0 + static_cast<double>(pick(150)), 0.02 * share(),
                      0.05 * share());
        chain.tune(n, [&](Element& element) {
            element.outputVoltage = volts(400.0);
            element.powerFactor = 0.8 + 0.2 * share();
            element.generator = GeneratorSpec{seconds(20.0 * share()), 0.2 + share(), seconds(5.0),
                                              kilowattHours(200.0 * share())};
            element.transfer = TransferSpec{seconds(share()), false};
            if (kind == ItemKind::Battery || (kind == ItemKind::Ups && pick(2)))
                element.battery =
                    BatterySpec{kilowattHours(20.0 * share()), 0.9, 0.95, 1.0 + share(), {}};
            if (kind == ItemKind::Ups) element.modules = 1 + static_cast<int>(pick(4));
            element.redundantModules = element.modules > 2 ? static_cast<int>(pick(2)) : 0;
        });
        for (std::int64_t cord = 0; n > 1 && cord < 1 + pick(3); ++cord)
            join(1 + pick(static_cast<int>(n - 1)), n);
    }
    for (std::int64_t n = 100; n < 106; ++n) {
        chain.load(n, static_cast<double>(pick(40)));
        chain.tuneLoad(n, [&](Load& load) { load.powerFactor = 0.8 + 0.2 * share(); });
        for (std::int64_t cord = 0; cord < 1 + pick(2); ++cord)
            join(1 + pick(static_cast<int>(elements)), n);
    }
    return chain.build();
}

inline const Issue* findIssue(const ChainResult& result, const std::string& rule) {
    const auto found = std::find_if(result.issues.begin(), result.issues.end(),
                                    [&](const Issue& issue) { return issue.rule == rule; });
    return found == result.issues.end() ? nullptr : &*found;
}

}  // namespace halltwin::power::test
