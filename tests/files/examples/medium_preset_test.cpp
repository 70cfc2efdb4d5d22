// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/data_paths.h"
#include "model/core/file_io.h"
#include "model/exchange/catalog_json.h"
#include "model/exchange/project_json.h"
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

/// The project with one utility feed and all that hangs on it alone switched off.
Project withoutFeed(Project project, Feed feed) {
    project.powerLinks.eraseIf([&](const PowerLink& link) { return link.feed == feed; });
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
    int networkRacks = 0;
    for (const Item& item : project.items) {
        const auto* rack = specOf<RackSpec>(item);
        if (rack == nullptr) continue;
        gpus += rack->gpus;
        networkRacks += item.catalogKey == "rack.network-ndr" ? 1 : 0;
    }
    CHECK(gpus == 1000);
    CHECK(networkRacks >= 6);
    CHECK(project.info.notes.find("400 Gb/s") != std::string::npos);
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
    const auto lost = GENERATE(Feed::A, Feed::B);
    const auto answer = answerFor(withoutFeed(mediumHall(), lost));
    CHECK(highestLoading(answer.power) <= 1.0);
    CHECK(highestLoading(answer.power) > 0.5);
    CHECK(answer.power.unsupplied.si() == 0.0);
    CHECK(answer.uncordedDemand.si() == 0.0);
}
