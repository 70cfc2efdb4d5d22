// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/year_rooms.h"

#include <algorithm>

namespace halltwin::twin {
namespace {

constexpr std::size_t mostKnown = 24;  // of a hall: the rounds of a few years

/// What a year reads of a room: its devices. Fields would be the most of what is kept.
void dropFields(thermal::RoomResult& room) {
    room.temperatureC = {};
    room.u = {};
    room.v = {};
    room.w = {};
    room.pressurePa = {};
    room.solid = {};
}

}  // namespace

RoomSolver YearRooms::begin(const TwinInput& input) {
    const bool isPreview = input.settings.stage == thermal::Stage::Preview;
    if (!isPreview || !(input.settings == m_settings)) m_known.clear();
    m_settings = input.settings;
    std::erase_if(m_known,
                  [&](const auto& hall) { return !input.project->halls.contains(hall.first); });
    m_solver = m_solvers.begin(input);
    return [this](HallId hall, const thermal::RoomInput& room, const std::stop_token& stop) {
        return solve(hall, room, stop);
    };
}

Result<thermal::RoomResult> YearRooms::solve(HallId hall, const thermal::RoomInput& room,
                                             const std::stop_token& stop) {
    auto& known = m_known[hall];
    const auto same = std::find_if(known.begin(), known.end(),
                                   [&](const Known& entry) { return entry.first == room; });
    if (same != known.end()) return same->second;
    auto solved = m_solver(hall, room, stop);
    if (!solved) return solved;
    dropFields(*solved);
    if (known.size() == mostKnown) known.erase(known.begin());
    known.emplace_back(room, *solved);
    return solved;
}

}  // namespace halltwin::twin
