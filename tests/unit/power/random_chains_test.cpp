// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/sequence.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

#include <algorithm>
#include <cmath>

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;

namespace {

Power demandOf(const ChainInput& input) {
    Power sum;
    for (const Load& load : input.loads)
        sum += load.demand;
    return sum;
}

/// Sources = loads + losses, counted here from the parts and not taken from the printed sums.
double residualOf(const ChainInput& input, const ChainResult& result) {
    Power in;
    Power out;
    for (std::size_t n = 0; n < result.elements.size(); ++n) {
        const ElementResult& element = result.elements[n];
        const ItemKind kind = input.elements[n].kind;
        const bool source = kind == ItemKind::UtilityFeed || kind == ItemKind::OnSiteSource ||
                            kind == ItemKind::Generator || kind == ItemKind::Battery;
        in += source ? element.input : element.fromBattery;
        out += element.loss + element.toBattery;
    }
    for (const LinkResult& link : result.links)
        out += link.loss;
    for (const LoadResult& load : result.loads)
        out += load.supplied;
    return in.si() > 0.0 ? std::abs((in - out) / in) : out.si();
}

/// What every element passes on arrives: its output is what its cords carry and lose.
double worstNode(const ChainResult& result) {
    double worst = 0.0;
    for (const ElementResult& element : result.elements) {
        Power sent;
        for (const LinkResult& link : result.links)
            if (link.from == element.id) sent += link.power + link.loss;
        const double scale = std::max(1.0, element.output.si());
        worst = std::max(worst, std::abs((sent - element.output).si()) / scale);
    }
    return worst;
}

/// One to three elements fail within a minute, by what befalls such an element; some return.
std::vector<Incident> randomIncidents(const ChainInput& input, std::mt19937& random) {
    std::vector<Incident> incidents;
    for (std::uint32_t n = 0; n < 1 + random() % 3; ++n) {
        const Element& element = input.elements[random() % input.elements.size()];
        incidents.push_back({element.id, seconds(0.1 * static_cast<double>(random() % 600))});
        if (element.kind == ItemKind::Generator && random() % 2)
            incidents.back().kind = Incident::Kind::FailsToStart;
        if (element.modules > 1) incidents.back().kind = Incident::Kind::LosesModule;
        if (random() % 2)
            incidents.push_back({element.id, seconds(600.0), Incident::Kind::Returns});
    }
    return incidents;
}

}  // namespace

TEST_CASE("In 1,000 random chains every state of a random failure closes its books") {
    std::mt19937 random(2024);
    int darkened = 0;
    int onBattery = 0;
    int generated = 0;
    int charging = 0;
    int moduleLosses = 0;
    for (int round = 0; round < 1000; ++round) {
        INFO("chain " << round);
        const ChainInput input = randomChain(random);
        const auto before = solveChain(input);
        REQUIRE(before);
        REQUIRE(residualOf(input, *before) <= 1e-9);
        REQUIRE(worstNode(*before) <= 1e-9);

        const std::vector<Incident> incidents = randomIncidents(input, random);
        SequenceSettings settings;
        settings.horizon = seconds(600.0 + static_cast<double>(random() % 300));
        if (random() % 2) settings.chargeOn = ChargeOn::Generators;
        const auto after = followFailure(input, incidents, settings);
        REQUIRE(after);
        charging += after->end.stored > Power{} ? 1 : 0;
        REQUIRE(residualOf(input, after->end) <= 1e-9);
        REQUIRE(worstNode(after->end) <= 1e-9);
        // No load is counted twice, none is lost.
        REQUIRE((after->end.supplied + after->end.unsupplied) / kilowatts(1.0) ==
                Approx(demandOf(input) / kilowatts(1.0)).margin(1e-9));
        Power dark;
        for (const ItemId id : after->darkLoads)
            dark += after->end.load(id)->demand;
        REQUIRE(dark / kilowatts(1.0) ==
                Approx(after->end.unsupplied / kilowatts(1.0)).margin(1e-9));
        double lastS = 0.0;
        for (const SequenceEvent& event : after->events) {
            REQUIRE(event.at.in(seconds) >= lastS);
            lastS = event.at.in(seconds);
            generated += event.what == SequenceEvent::What::Running ? 1 : 0;
            moduleLosses += event.what == SequenceEvent::What::ModuleLost ? 1 : 0;
            onBattery += event.what == SequenceEvent::What::OnBattery ? 1 : 0;
        }
        for (const SequenceSample& sample : after->samples) {
            REQUIRE(std::isfinite(sample.sourceInput.si()));
            REQUIRE(sample.supplied <= sample.sourceInput * (1.0 + 1e-9));
            for (const ElementSample& element : sample.elements) {
                REQUIRE(element.charge >= 0.0);
                REQUIRE(element.charge <= 1.0);
            }
        }
        darkened += after->outages.empty() ? 0 : 1;
    }
    // The draw holds what it is meant to hold.
    CHECK(darkened > 100);
    CHECK(onBattery > 50);
    CHECK(generated > 50);
    CHECK(charging > 20);
    CHECK(moduleLosses > 20);
}

TEST_CASE("A random failure gives the same sequence twice") {
    std::mt19937 random(5);
    for (int round = 0; round < 50; ++round) {
        const ChainInput input = randomChain(random);
        const std::vector<ItemId> failed{input.elements[random() % input.elements.size()].id};
        CHECK(followFailure(input, failed)->events == followFailure(input, failed)->events);
    }
}
