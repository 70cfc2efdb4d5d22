// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/catalog_entry.h"
#include "model/exchange/entry_reader.h"

#include <optional>

namespace halltwin::exchange {

/// How the `nodes` servers of a rack or tank meet the networks and where they sit in it.
[[nodiscard]] RackNetwork readRackNetwork(EntryReader& in, int nodes);

/// Reads a switch, an adapter or a cable. Nothing when anything is wrong with it; then `report` was
/// called at least once.
[[nodiscard]] std::optional<EquipmentEntry>
readEquipmentEntry(const JsonNode& node, CatalogFileKind kind, const EntryProblem& report);

}  // namespace halltwin::exchange
