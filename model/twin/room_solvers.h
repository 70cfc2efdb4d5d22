// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/solve.h"
#include "model/twin/coupling.h"
#include "model/twin/hall_air.h"
#include "model/twin/twin.h"

#include <map>

namespace halltwin::twin {

/// One solver of air for each hall, kept from one evaluation to the next.
class RoomSolvers {
public:
    /// The solver of the evaluation that begins; it refers to this.
    [[nodiscard]] RoomSolver begin(const TwinInput& input);

private:
    std::map<HallId, thermal::PreviewSolver> m_previews;
    std::map<HallId, HallAir> m_airs;
};

}  // namespace halltwin::twin
