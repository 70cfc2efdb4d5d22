// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/thermal/air_solve.h"
#include "model/validation/case.h"

#include <string>

namespace halltwin::validation {

/// The air of a room, with its steps told to the run's observer. Fails as AirSolver::solve does.
[[nodiscard]] Result<thermal::RoomResult> solveRoom(const thermal::RoomInput& room,
                                                    const thermal::AirSettings& air,
                                                    const RunSettings& settings);

/// A row that is met when the answer is steady or its means stand, and its books close.
[[nodiscard]] Row standsRow(const std::string& name, const thermal::RoomResult& answer);

}  // namespace halltwin::validation
