// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/project.h"

namespace halltwin::edit {

/// Replaces the mix of the electricity bought. Fails with OutOfRange on a share outside 0…1 and
/// with InvalidArgument when the shares do not sum to one (within 1e-6).
struct SetEnergyMix {
    EnergySupply energy;
};

[[nodiscard]] Result<Project> apply(const Project& before, const SetEnergyMix& edit);
[[nodiscard]] EditLabel label(const SetEnergyMix& edit);

/// The mix with one source at `share` (clamped to 0…1) and the others scaled in proportion, so that
/// the sum is one. When all others are zero they get equal parts of the rest. A share that is not a
/// number changes nothing.
[[nodiscard]] EnergySupply withShare(const EnergySupply& mix, EnergySource source, double share);

}  // namespace halltwin::edit
