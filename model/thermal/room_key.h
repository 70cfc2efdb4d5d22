// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/room.h"

namespace halltwin::thermal {

/// The part of a room that its air flow depends on where buoyancy is left out of account: heat and
/// temperatures are taken out. Rooms with equal keys can share a flow.
[[nodiscard]] RoomInput withoutHeat(RoomInput room);

}  // namespace halltwin::thermal
