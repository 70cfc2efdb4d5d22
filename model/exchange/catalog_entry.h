// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/json_tree.h"
#include "model/project/catalog.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace halltwin::exchange {

/// The kinds of catalogue files; some hold several kinds of items.
enum class CatalogFileKind {
    Rack,
    Cooler,
    Tile,
    Barrier,
    Containment,
    Electrical,
    Chiller,
    Pump,
    Grille,
    RearDoor,
    Immersion,
    Cdu,
    Generator,
    Battery,
    TransferSwitch,
    CoolingTower,
    DryCooler,
    HeatExchanger,
    WaterSource,
    WaterTank,
    HeatReuse,
    Switch,
    Nic,
    Cable,
};

/// Switches, adapters and cables are built into racks or run between them: readEquipmentEntry.
[[nodiscard]] constexpr bool isEquipment(CatalogFileKind kind) {
    return kind >= CatalogFileKind::Switch;
}

/// "rack", "cooler"…, as a file's "kind" says; empty for any other text.
[[nodiscard]] std::optional<CatalogFileKind> catalogFileKindFromName(std::string_view name);

/// Called for each thing wrong with an entry: line, field ("figures/nameplate_w"), message.
using EntryProblem = std::function<void(int line, std::string field, std::string message)>;

/// Reads one entry of a kind that is placed. Nothing when anything is wrong with it; then `report` was called at least once.
[[nodiscard]] std::optional<CatalogEntry>
readCatalogEntry(const JsonNode& node, CatalogFileKind kind, const EntryProblem& report);

class EntryReader;

/// The key of an entry, checked for its form; empty when it was reported.
[[nodiscard]] std::string readKey(const JsonNode& node, EntryReader& in,
                                  const EntryProblem& report);

}  // namespace halltwin::exchange
