// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"

#include <vector>

namespace halltwin {

/// One conversion stage at work; all of its units carry the same.
struct StageFlow {
    Power output;       ///< of all units together
    Power input;        ///< of all units together
    Power inputOfUnit;  ///< of each
};

/// What a rack's supply does when its devices draw `devices`: each stage in order from the devices
/// to the cords, input of a unit = (output / units + standing) / efficiency. Empty for a rack
/// without stages. Form of the law: a linear converter model, as in the published power
/// description of Frontier (ExaDigiT/RAPS).
[[nodiscard]] std::vector<StageFlow> supplyFlows(const RackSpec& rack, Power devices);

/// Power that a rack draws over its cords: input of its last stage and what bypasses the stages.
/// All of it ends as heat of the rack.
[[nodiscard]] Power cordPower(const RackSpec& rack, Power devices);

/// The devices' part of what a rack draws over its cords: the other way round; never negative.
[[nodiscard]] Power devicePowerOf(const RackSpec& rack, Power cords);

}  // namespace halltwin
