// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/hall_air.h"

#include "model/thermal/room_key.h"

#include <algorithm>

namespace halltwin::twin {

namespace {

constexpr std::size_t mostRounds = 6;  // they are whole fields

}  // namespace

void HallAir::begin(double gridM) {
    m_first = true;
    if (m_settings.gridM == gridM) return;
    m_settings.gridM = gridM;
    m_followsFirst = false;
}

Result<thermal::RoomResult> HallAir::solve(const thermal::RoomInput& room, std::stop_token stop) {
    if (m_first) return solveFirst(room, std::move(stop));
    // Where the flow itself differs, the solver starts anew and forgets that of the first round.
    m_followsFirst = m_followsFirst &&
                     thermal::withoutHeat(room) == thermal::withoutHeat(m_rounds.front().first);
    if (!m_followsFirst) return m_solver.reheat(room, m_settings, std::move(stop));
    if (const Round* known = find(room)) return known->second;
    auto air = m_solver.reheat(room, m_settings, std::move(stop));
    if (air) remember(room, *air);
    return air;
}

Result<thermal::RoomResult> HallAir::solveFirst(const thermal::RoomInput& room,
                                                std::stop_token stop) {
    m_first = false;
    if (m_followsFirst && m_rounds.front().first == room) return m_rounds.front().second;
    m_rounds.clear();
    m_followsFirst = false;
    auto air = m_solver.solve(room, m_settings, {}, std::move(stop));
    if (!air) {
        m_solver.clear();  // later rounds are not to start from an older evaluation
        return air;
    }
    remember(room, *air);
    m_followsFirst = true;
    return air;
}

const HallAir::Round* HallAir::find(const thermal::RoomInput& room) const {
    const auto at = std::find_if(m_rounds.begin(), m_rounds.end(),
                                 [&](const Round& round) { return round.first == room; });
    return at == m_rounds.end() ? nullptr : &*at;
}

void HallAir::remember(const thermal::RoomInput& room, const thermal::RoomResult& air) {
    if (m_rounds.size() == mostRounds) m_rounds.erase(m_rounds.begin() + 1);
    m_rounds.emplace_back(room, air);
}

}  // namespace halltwin::twin
