// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/set_energy_mix.h"

#include "model/edit/checks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace halltwin::edit {

Result<Project> apply(const Project& before, const SetEnergyMix& edit) {
    if (auto checked = checkEntity(edit.energy, "energy mix"); !checked) {
        return tl::unexpected(checked.error());
    }
    const auto& share = edit.energy.share;
    const double sum = std::accumulate(share.begin(), share.end(), 0.0);
    if (std::abs(sum - 1.0) > 1e-6) {
        return fail(ErrorCode::InvalidArgument, fmt::format("the shares sum to {:g}, not 1", sum),
                    "energy mix", "raise or lower one share until the sum is 1");
    }
    Project after = before;
    after.energy = edit.energy;
    return after;
}

EditLabel label(const SetEnergyMix&) {
    return {"edit.set-energy-mix", "Change energy mix", {}};
}

EnergySupply withShare(const EnergySupply& mix, EnergySource source, double share) {
    const auto chosen = static_cast<std::size_t>(source);
    if (std::isnan(share) || chosen >= energySourceCount) return mix;
    share = std::clamp(share, 0.0, 1.0);
    EnergySupply result = mix;
    result.share[chosen] = 0.0;
    const double others = std::accumulate(result.share.begin(), result.share.end(), 0.0);
    for (double& other : result.share) {
        other = others > 0.0 ? other / others * (1.0 - share)
                             : (1.0 - share) / static_cast<double>(energySourceCount - 1);
    }
    result.share[chosen] = share;
    return result;
}

}  // namespace halltwin::edit
