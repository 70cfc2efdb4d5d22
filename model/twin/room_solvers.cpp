// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/room_solvers.h"

#include <utility>

namespace halltwin::twin {

RoomSolver RoomSolvers::begin(const TwinInput& input) {
    const Table<Hall>& halls = input.project->halls;
    std::erase_if(m_previews, [&](const auto& each) { return !halls.contains(each.first); });
    std::erase_if(m_airs, [&](const auto& each) { return !halls.contains(each.first); });
    thermal::SolveSettings settings;
    settings.gridM = input.settings.gridM;
    if (input.settings.stage == thermal::Stage::Preview) {
        return [this, settings](HallId hall, const thermal::RoomInput& room, std::stop_token stop) {
            return m_previews[hall].solve(room, settings, std::move(stop));
        };
    }
    for (const Hall& hall : halls)
        m_airs[hall.id].begin(input.settings.gridM);
    return [this](HallId hall, const thermal::RoomInput& room, std::stop_token stop) {
        return m_airs.at(hall).solve(room, std::move(stop));
    };
}

}  // namespace halltwin::twin
