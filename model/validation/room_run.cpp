// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/room_run.h"

#include <fmt/format.h>

namespace halltwin::validation {

using namespace halltwin::thermal;

Result<RoomResult> solveRoom(const RoomInput& room, const AirSettings& air,
                             const RunSettings& settings) {
    // How long the room fills and how long its means take is not known before: only steps are told.
    const auto observer = [&](const RoomResult& sofar) {
        if (settings.progress)
            settings.progress(0.0, fmt::format("{} cells, step {}", sofar.temperatureC.size(),
                                               sofar.settling.steps));
    };
    return AirSolver().solve(room, air, observer, settings.stop);
}

Row standsRow(const std::string& name, const RoomResult& answer) {
    return atLeast(name + "the answer stands, 1 = yes", "", answer.converged ? 1.0 : 0.0, 1.0);
}

}  // namespace halltwin::validation
