// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/entities.h"
#include "model/project/table.h"

namespace halltwin {

/// The whole document as an immutable value: edits are functions from one project to the next.
/// Copies are cheap (tables share their rows), so undo keeps whole snapshots.
struct Project {
    ProjectInfo info;
    Site site;
    Table<Hall> halls;
    Table<Item> items;
    Table<PowerLink> powerLinks;
    Table<CoolingLink> coolingLinks;
    Table<Fabric> fabrics;
    Table<FabricEdit> fabricEdits;
    Table<CableTray> trays;
    PlantControl plant;
    Economics economics;
    EnergySupply energy;
    Table<Scenario> scenarios;

    bool operator==(const Project&) const = default;
};

/// Every id that an entity names must exist. Fails with DanglingReference, naming both ends.
[[nodiscard]] Result<void> checkReferences(const Project& project);

}  // namespace halltwin
