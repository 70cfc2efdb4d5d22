// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/data_paths.h"
#include "model/core/file_io.h"
#include "model/exchange/catalog_json.h"
#include "model/exchange/project_json.h"
#include "model/network/network_plan.h"
#include "model/project/rules.h"
#include "model/twin/twin.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

using namespace halltwin;

// The founding documents' "medium" factory: 1,000 GPUs, 500–1,000 m², 1–2 MW of IT, 1.5–3 MW in
// all, 400 Gb/s, 20–50 people.

namespace {

std::shared_ptr<const Catalog> catalog() {
    static const auto loaded = std::make_shared<const Catalog>(
        exchange::loadCatalog(resourceDirectory() / "catalog").catalog);
    return loaded;
}

Project mediumHall() {
    const auto text = readFile(examplesDirectory() / "medium-1000-gpu.json");
    REQUIRE(text);
    auto project = exchange::projectFromJson(*text, "medium-1000-gpu.json");
    REQUIRE(project);
    return *project;
}

twin::TwinResult answerFor(const Project& project) {
    auto answer = twin::evaluate({std::make_shared<const Project>(project), catalog(), {}, {}});
    REQUIRE(answer);
    return *std::move(answer);
}

template <class Spec>
const Spec* specOf(const Item& item) {
    const CatalogEntry* entry = catalog()->find(item.catalogKey);
    return entry == nullptr ? nullptr : entry->as<Spec>();
}

/// The project with one utility feed cut off; its generator does not start.
Project withoutUtility(Project project, const std::string& label) {
    project.powerLinks.eraseIf(
        [&](const PowerLink& link) { return project.items.find(link.from)->label == label; });
    return project;
}

double highestLoading(const power::ChainResult& chain) {
    double highest = 0.0;
    for (const auto& element : chain.elements)
        highest = std::max(highest, element.loading);
    return highest;
}

}  // namespace

TEST_CASE("The medium example has 1,000 GPUs with 400 Gb/s each") {
    const Project project = mediumHall();
    int gpus = 0;
    for (const Item& item : project.items) {
        const auto* rack = specOf<RackSpec>(item);
        if (rack != nullptr) gpus += rack->gpus;
    }
    CHECK(gpus == 1000);
    const network::NetworkPlan plan = network::planNetwork(project, *catalog());
    REQUIRE(plan.fabrics.size() == 3);
    const network::FabricPlan& compute = plan.fabrics.front();
    CHECK(compute.hosts.gpuCount() == 1000);
    std::size_t gpuLinks = 0;
    for (const network::Link& link : compute.graph.links) {
        CHECK(link.rate == gigabitsPerSecond(400.0));
        gpuLinks += compute.graph.devices[link.a].role == network::DeviceRole::Host ? 1 : 0;
    }
    CHECK(gpuLinks == 1000);
    // NVIDIA DGX SuperPOD reference architecture (DGX H100), four scalable units: 32 leaves, 16
    // spines.
    REQUIRE(plan.figures.front().tiers.size() == 2);
    CHECK(plan.figures.front().tiers[0].switches == 32);
    CHECK(plan.figures.front().tiers[1].switches == 16);
    CHECK(plan.issues().empty());
}

TEST_CASE("The medium example has the area and the staff of its preset") {
    const Project project = mediumHall();
    Area indoors;
    for (const Hall& hall : project.halls) {
        if (hall.kind != HallKind::Yard) indoors = indoors + hall.width * hall.depth;
    }
    CHECK(indoors.in(squareMetres) >= 500.0);
    CHECK(indoors.in(squareMetres) <= 1000.0);
    CHECK(project.economics.staff >= 20);
    CHECK(project.economics.staff <= 50);
}

TEST_CASE("The medium example stands on its tile lattice") {
    const Project project = mediumHall();
    for (const Item& item : project.items) {
        const Hall& hall = *project.halls.find(item.hall);
        if (hall.kind != HallKind::DataHall) continue;
        INFO(item.label);
        for (const Length position : {item.position.x, item.position.y}) {
            const double tiles = position / hall.tile;
            CHECK(std::abs(tiles - std::round(tiles)) < 1e-9);
        }
    }
}

TEST_CASE("The medium example draws what its preset says, on either power basis") {
    Project project = mediumHall();
    const auto basis = GENERATE(PowerBasis::MeasuredMaximum, PowerBasis::Nameplate);
    project.economics.powerBasis = basis;
    const auto answer = answerFor(project);
    CHECK(answer.kpis.itPower.in(megawatts) >= 1.0);
    CHECK(answer.kpis.itPower.in(megawatts) <= 2.0);
    CHECK(answer.kpis.facilityPower.in(megawatts) >= 1.5);
    CHECK(answer.kpis.facilityPower.in(megawatts) <= 3.0);
}

TEST_CASE("The medium example runs cool, closes its books and reports no error") {
    const auto answer = answerFor(mediumHall());
    for (const Issue& issue : answer.issues) {
        INFO(issue.rule << ": " << issue.message);
        CHECK(issue.severity != Severity::Error);
    }
    REQUIRE(answer.kpis.maxInlet);
    CHECK(answer.kpis.maxInlet->in(celsius) < 27.0);
    REQUIRE(answer.kpis.pue);
    CHECK(*answer.kpis.pue > 1.25);
    CHECK(*answer.kpis.pue < 1.6);
    CHECK(answer.books.worst() < 5e-3);
}

TEST_CASE("The medium example keeps every element below 80 % with both feeds alive") {
    const auto answer = answerFor(mediumHall());
    CHECK(highestLoading(answer.power) <= 0.8);
    CHECK(answer.power.unsupplied.si() == 0.0);
}

TEST_CASE("The medium example survives the loss of either feed") {
    const auto lost = GENERATE(std::string("GRID-A"), std::string("GRID-B"));
    const auto answer = answerFor(withoutUtility(mediumHall(), lost));
    CHECK(highestLoading(answer.power) <= 1.0);
    CHECK(highestLoading(answer.power) > 0.5);
    CHECK(answer.power.unsupplied.si() == 0.0);
    CHECK(answer.uncordedDemand.si() == 0.0);
}

TEST_CASE("The medium example survives the loss of any one element of its chain") {
    const auto answer = answerFor(mediumHall());
    REQUIRE(answer.chain.elements.size() >= 30);
    for (const power::Element& element : answer.chain.elements) {
        INFO(element.name);
        const ItemId lost[] = {element.id};
        const auto rest = power::solveChain(power::withoutElements(answer.chain, lost));
        REQUIRE(rest);
        CHECK(rest->unsupplied == Power{});
        CHECK(highestLoading(*rest) <= 0.8);
    }
}

TEST_CASE(
    "The medium example has a generator and batteries on either side, and every cable's size") {
    const Project project = mediumHall();
    int generators = 0;
    int batteries = 0;
    for (const Item& item : project.items) {
        const auto* spec = specOf<ElectricalSpec>(item);
        if (spec == nullptr) continue;
        generators += spec->generator ? 1 : 0;
        batteries += spec->battery ? 1 : 0;
    }
    CHECK(generators == 2);
    CHECK(batteries == 4);
    for (const PowerLink& link : project.powerLinks) {
        const auto* from = specOf<ElectricalSpec>(*project.items.find(link.from));
        REQUIRE(from != nullptr);
        if (from->battery) continue;  // cabinets stand beside their UPS
        INFO(project.items.find(link.from)->label << " to " << project.items.find(link.to)->label);
        CHECK(link.length);
        CHECK(link.area);
        CHECK(link.breaker);
    }
    const auto answer = answerFor(project);
    for (const power::LinkResult& link : answer.power.links)
        CHECK(link.loading <= 0.4);  // of its breaker; the other path holds the other half
    CHECK(answer.power.cableLosses > Power{});
    CHECK(answer.power.cableLosses < answer.kpis.facilityPower * 0.01);
}
