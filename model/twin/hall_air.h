// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/air_solve.h"
#include "model/thermal/result.h"
#include "model/thermal/room.h"

#include <stop_token>
#include <utility>
#include <vector>

namespace halltwin::twin {

/// One hall's air at a stage with momentum, for the rounds of the coupling: the first with all its
/// physics, later ones, which change heat by a few per cent at most, on the flow of the first.
/// Remembers the answers of these rounds: an evaluation that begins with the same room, after an
/// edit that does not touch the air, gets them again. Answers depend on the rooms since `begin`
/// alone, to the bit.
class HallAir {
public:
    /// The next room is the first of an evaluation.
    void begin(double gridM);
    /// Fails as thermal::AirSolver does.
    [[nodiscard]] Result<thermal::RoomResult> solve(const thermal::RoomInput& room,
                                                    std::stop_token stop);

private:
    using Round = std::pair<thermal::RoomInput, thermal::RoomResult>;

    [[nodiscard]] Result<thermal::RoomResult> solveFirst(const thermal::RoomInput& room,
                                                         std::stop_token stop);
    [[nodiscard]] const Round* find(const thermal::RoomInput& room) const;
    void remember(const thermal::RoomInput& room, const thermal::RoomResult& air);

    thermal::AirSolver m_solver;
    thermal::AirSettings m_settings;
    std::vector<Round> m_rounds;  ///< all on the flow of the first
    bool m_first = true;          ///< of the evaluation
    bool m_followsFirst = false;  ///< the solver's flow is that of the first round
};

}  // namespace halltwin::twin
