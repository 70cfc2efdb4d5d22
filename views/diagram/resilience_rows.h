// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/diagram/resilience.h"
#include "views/diagram/resilience_model.h"
#include "views/diagram/trial_text.h"

#include <QString>

namespace halltwin::views::diagram {

/// What the rows are made from; copies nothing.
struct ResilienceSource {
    const power::ChainInput& chain;
    const Resilience& found;
    const NameOf& nameOf;
    const power::LoadKind& kindOf;
};

/// Elements by what they can still take, with what sets the limit.
[[nodiscard]] TableContent headroomTable(const ResilienceSource& source);
/// Racks with their redundancy, time without power and likeliest cause; the hall beside the tiers.
[[nodiscard]] TableContent availabilityTable(const ResilienceSource& source);
/// Every single loss with what it darkens, interrupts, trips and fills.
[[nodiscard]] TableContent lossTable(const ResilienceSource& source);

/// "80 % of its rating", "its rating without TX-B".
[[nodiscard]] QString limitText(const power::Headroom& headroom, const NameOf& nameOf);
/// "99.99982 %": so many digits that the nines can be told apart.
[[nodiscard]] QString availabilityText(double unavailability);
/// Time without power in a year: "252 ms", "1.6 h".
[[nodiscard]] QString yearlyText(double unavailability);

}  // namespace halltwin::views::diagram
