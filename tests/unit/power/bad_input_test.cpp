// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/chain.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

#include <functional>

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;

namespace {

using Change = std::function<void(ChainBuilder&)>;

/// What a planner may draw wrongly, and the like of it that is right.
struct Mistake {
    std::string rule;
    std::vector<ItemId> items;  ///< shown with the rule
    Change wrong;
    Change right;
};

void linkOn(ChainBuilder& chain, Phase phase) {
    chain.element(5, ItemKind::Pdu, 100.0).link(3, 5).load(11, 5.0);
    Link link{{5}, {11}};
    link.phase = phase;
    chain.cord(link);
}

void withVoltages(ChainBuilder& chain, double givenV, double wantedV) {
    chain.tune(4, [=](Element& pdu) { pdu.outputVoltage = volts(givenV); });
    chain.tuneLoad(10, [=](Load& rack) { rack.voltage = volts(wantedV); });
}

void withBattery(ChainBuilder& chain, double chargerKw) {
    chain.element(5, ItemKind::Battery, 50.0).link(5, 4).tune(5, [=](Element& battery) {
        battery.battery = BatterySpec{kilowattHours(5.0), 1.0, 1.0, 1.0, kilowatts(chargerKw)};
    });
}

void withRating(ChainBuilder& chain, double ratingKw) {
    chain.tune(4, [=](Element& pdu) { pdu.rating = kilowatts(ratingKw); });
}

void withLinearLoss(ChainBuilder& chain, double share) {
    chain.tune(4, [=](Element& pdu) { pdu.losses.linear = share; });
}

void withSecondFeed(ChainBuilder& chain, ItemKind joint) {
    chain.element(5, ItemKind::UtilityFeed, 500.0).link(5, 2);
    chain.tune(2, [=](Element& element) { element.kind = joint; });
}

/// Each is a change to utility 1 → transformer 2 → UPS 3 → PDU 4 → load 10.
std::vector<Mistake> mistakes() {
    return {
        {"power.loop",
         {{3}, {4}},
         [](ChainBuilder& chain) { chain.link(4, 3); },
         [](ChainBuilder& chain) { chain.link(3, 4); }},
        {"power.parallel-sources",
         {{2}, {1}, {5}},
         [](ChainBuilder& chain) { withSecondFeed(chain, ItemKind::Transformer); },
         [](ChainBuilder& chain) { withSecondFeed(chain, ItemKind::TransferSwitch); }},
        {"power.cord-to-nothing",
         {{4}},
         [](ChainBuilder& chain) { chain.link(4, 77); },
         [](ChainBuilder& chain) { chain.load(77, 1.0).link(4, 77); }},
        {"power.cord-to-nothing",
         {{10}},
         [](ChainBuilder& chain) { chain.link(77, 10, Feed::B); },
         [](ChainBuilder& chain) {
             chain.element(77, ItemKind::Pdu, 100.0).link(3, 77).link(77, 10, Feed::B);
         }},
        {"power.rating-negative",
         {{4}},
         [](ChainBuilder& chain) { withRating(chain, -5.0); },
         [](ChainBuilder& chain) { withRating(chain, 150.0); }},
        {"power.rating-missing",
         {{4}},
         [](ChainBuilder& chain) { withRating(chain, 0.0); },
         [](ChainBuilder& chain) { withRating(chain, 150.0); }},
        {"power.efficiency",
         {{4}},
         [](ChainBuilder& chain) { withLinearLoss(chain, -0.05); },
         [](ChainBuilder& chain) { withLinearLoss(chain, 0.05); }},
        {"power.phase-mismatch",
         {{11}, {5}},
         [](ChainBuilder& chain) { linkOn(chain, Phase::L2); },
         [](ChainBuilder& chain) { linkOn(chain, Phase::All); }},
        {"power.voltage-mismatch",
         {{10}, {4}},
         [](ChainBuilder& chain) { withVoltages(chain, 480.0, 415.0); },
         [](ChainBuilder& chain) { withVoltages(chain, 400.0, 415.0); }},
        {"power.voltage-mismatch",
         {{10}, {4}},
         [](ChainBuilder& chain) { withVoltages(chain, 480.0, 240.0); },
         [](ChainBuilder& chain) { withVoltages(chain, 480.0, 480.0); }},
        {"power.no-charger",
         {{5}},
         [](ChainBuilder& chain) { withBattery(chain, 0.0); },
         [](ChainBuilder& chain) { withBattery(chain, 5.0); }},
        {"power.uncorded",
         {{11}},
         [](ChainBuilder& chain) { chain.load(11, 5.0); },
         [](ChainBuilder& chain) { chain.load(11, 5.0).link(4, 11); }},
    };
}

/// A sound chain of its own beside what was drawn wrongly: feed 91, PDU 92, load 99.
ChainInput drawn(const Change& change) {
    ChainBuilder chain = singlePath(100.0);
    chain.element(91, ItemKind::UtilityFeed, 1000.0)
        .element(92, ItemKind::Pdu, 100.0)
        .load(99, 40.0)
        .link(91, 92)
        .link(92, 99);
    change(chain);
    return chain.build();
}

}  // namespace

TEST_CASE("Each mistake of a drawing is a named rule that shows its items, and the right is not") {
    for (const Mistake& mistake : mistakes()) {
        INFO(mistake.rule);
        const auto wrong = solveChain(drawn(mistake.wrong));
        REQUIRE(wrong);
        const Issue* issue = findIssue(*wrong, mistake.rule);
        REQUIRE(issue != nullptr);
        CHECK(issue->items == mistake.items);
        CHECK_FALSE(issue->message.empty());
        CHECK_FALSE(issue->fix.empty());
        const auto right = solveChain(drawn(mistake.right));
        REQUIRE(right);
        CHECK(findIssue(*right, mistake.rule) == nullptr);
    }
}

TEST_CASE("Whatever is drawn wrongly, the rest of the graph is answered and the books close") {
    for (const Mistake& mistake : mistakes()) {
        INFO(mistake.rule);
        const auto result = solveChain(drawn(mistake.wrong));
        REQUIRE(result);
        CHECK(result->load({99})->supplied.in(kilowatts) == Approx(40.0));
        CHECK(result->element({91})->output.in(kilowatts) == Approx(40.0));
        CHECK(result->relativeResidual < 1e-12);
        // Only what hangs on a loop is left dark.
        const bool dark = mistake.rule == "power.loop";
        CHECK(result->load({10})->supplied.in(kilowatts) == Approx(dark ? 0.0 : 100.0));
    }
}
