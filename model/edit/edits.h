// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/add_hall.h"
#include "model/edit/array_items.h"
#include "model/edit/cable_trays.h"
#include "model/edit/connect_cooling.h"
#include "model/edit/connect_power.h"
#include "model/edit/delete_items.h"
#include "model/edit/disconnect_cooling.h"
#include "model/edit/disconnect_power.h"
#include "model/edit/duplicate_items.h"
#include "model/edit/fabric_edits.h"
#include "model/edit/generate_row.h"
#include "model/edit/labels.h"
#include "model/edit/move_items.h"
#include "model/edit/paste_items.h"
#include "model/edit/place_items.h"
#include "model/edit/remove_hall.h"
#include "model/edit/remove_scenario.h"
#include "model/edit/rotate_items.h"
#include "model/edit/set_cables.h"
#include "model/edit/set_economics.h"
#include "model/edit/set_energy_mix.h"
#include "model/edit/set_fabric.h"
#include "model/edit/set_info.h"
#include "model/edit/set_operation.h"
#include "model/edit/set_pipes.h"
#include "model/edit/set_plant.h"
#include "model/edit/set_scenario.h"
#include "model/edit/set_site.h"
#include "model/edit/update_hall.h"
#include "model/edit/update_items.h"

#include <variant>

namespace halltwin::edit {

/// Any edit. Each is a plain struct with `apply`, a pure function that fails with nothing changed,
/// and `label`.
using AnyEdit =
    std::variant<PlaceItems, MoveItems, RotateItems, DeleteItems, PasteItems, DuplicateItems,
                 ArrayItems, GenerateRow, UpdateItems, ConnectPower, DisconnectPower, SetCables,
                 ConnectCooling, DisconnectCooling, SetPipes, SetInfo, SetSite, SetPlant, SetOperation, SetEconomics, SetEnergyMix,
                 AddHall, UpdateHall, RemoveHall, SetScenario, RemoveScenario, SetFabric, RemoveFabric,
                 AddFabricEdits, RemoveFabricEdits, SetTrays, RemoveTrays>;

[[nodiscard]] inline Result<Project> apply(const Project& before, const AnyEdit& any) {
    return std::visit([&](const auto& one) { return apply(before, one); }, any);
}

[[nodiscard]] inline EditLabel label(const AnyEdit& any) {
    return std::visit([](const auto& one) { return label(one); }, any);
}

}  // namespace halltwin::edit
