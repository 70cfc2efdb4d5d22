// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/twin/rack_response.h"
#include "model/twin/twin.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

#include <memory>
#include <optional>

namespace halltwin::tests {

/// The same project with another supply air set-point at every cooler.
inline Project withSupplyAt(Project project, Temperature supply) {
    const Table<Item> before = project.items;
    for (Item item : before) {
        if (item.label.starts_with("C") && item.catalogKey.starts_with("test.cra")) {
            item.supplyTemperature = supply;
            project.items.set(item);
        }
    }
    return project;
}

/// A hall that lacks nothing: racks, coolers, water, and two feeds.
inline Project aCompleteProject() {
    Project project = aProject().withRacks(6).withCoolers(3).withPower().withChilledWater();
    project.economics.powerBasis = PowerBasis::Nameplate;
    return project;
}

/// What racks of this power at cool intakes draw at the intakes that the result found: their fans
/// answer to warmth.
inline Power warmedUp(const twin::TwinResult& result, Power coolRack) {
    Power sum;
    for (const auto& room : result.rooms) {
        for (const auto& rack : room.air.racks) {
            sum += coolRack * twin::powerFactorAt(rack.intakeMean);
        }
    }
    return sum;
}

inline twin::TwinInput asInput(Project project, std::optional<ScenarioId> scenario = {}) {
    return {std::make_shared<const Project>(std::move(project)),
            std::make_shared<const Catalog>(aCatalog()),
            scenario,
            {}};
}

inline twin::TwinResult evaluated(Project project, std::optional<ScenarioId> scenario = {}) {
    auto result = twin::evaluate(asInput(std::move(project), scenario));
    if (!result) FAIL(describe(result.error()));
    return std::move(*result);
}

inline bool hasIssue(const twin::TwinResult& result, const std::string& rule) {
    return std::any_of(result.issues.begin(), result.issues.end(),
                       [&](const Issue& issue) { return issue.rule == rule; });
}

/// The hall's item moved to another hall, for what the place of a loss changes.
inline void moveToHall(Project& project, const std::string& label, HallId hall, Point position) {
    Item item = *project.items.find(itemLabelled(project, label));
    item.hall = hall;
    item.position = position;
    project.items.set(item);
}

}  // namespace halltwin::tests
