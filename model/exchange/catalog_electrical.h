// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/entry_reader.h"

namespace halltwin::exchange {

/// What feeds or passes on power: rating, losses, voltages, modules, reliability. `kind` decides
/// what else it has: a UPS may have a battery of its own.
[[nodiscard]] ElectricalSpec readElectrical(EntryReader& in, ItemKind kind);

/// A source that stands by, with its start, steps and fuel.
[[nodiscard]] ElectricalSpec readGenerator(EntryReader& in);

/// An energy store with its charger.
[[nodiscard]] ElectricalSpec readBattery(EntryReader& in);

/// A switch between two cords; `static` is an attribute of the entry.
[[nodiscard]] ElectricalSpec readTransferSwitch(EntryReader& in);

/// Supply of IT equipment from its devices to its cords: the conversion stages, what is drawn
/// beside them, and the cords' voltage.
void readSupply(EntryReader& in, RackSpec& rack);

}  // namespace halltwin::exchange
