// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/entry_reader.h"

namespace halltwin::exchange {

/// Kind and specification of an entry of the cooling plant: chiller, pump set and what follows.
/// Leaves the entry alone for any other kind.
void readPlantSpec(EntryReader& in, CatalogFileKind kind, CatalogEntry& entry);

}  // namespace halltwin::exchange
