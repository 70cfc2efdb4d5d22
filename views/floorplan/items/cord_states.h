// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/chain.h"
#include "views/floorplan/items/link_item.h"

#include <map>

namespace halltwin::views::floorplan::items {

/// Links of the project that are drawn in another colour than their feed: Busy above 80 % of the
/// rated current of their breaker, or of the rating of what feeds them where they have none,
/// Overloaded above all of it, Dead where they lead to no source. A generator or battery that
/// stands by is none of these.
using CordStates = std::map<PowerLinkId, LinkFamily>;

[[nodiscard]] CordStates cordStates(const power::ChainInput& chain,
                                    const power::ChainResult& result);

}  // namespace halltwin::views::floorplan::items
