// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/resilience.h"

namespace halltwin::views::diagram {

Resilience resilienceOf(const power::ChainInput& chain, const std::stop_token& stop) {
    return {power::sweepFailures(chain, 1, {}, stop), power::redundancyReport(chain, {}, stop),
            power::headroomOf(chain, {}, stop), power::hallAvailability(chain, {}, stop)};
}

}  // namespace halltwin::views::diagram
