// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/room.h"
#include "model/thermal/transient.h"
#include "model/twin/twin.h"

#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace halltwin::twin {

/// The air-conditioned halls of an operating point, as their devices stand.
struct HallRoom {
    HallId hall;
    thermal::RoomInput room;
};

/// Rooms as the twin settles them by its preview, for a transient to start from. Fails as
/// Evaluator::evaluate does.
[[nodiscard]] Result<std::vector<HallRoom>> hallRooms(const TwinInput& input,
                                                      std::stop_token stop = {});

/// What befalls an item when elements fail.
struct Loss {
    enum class Kind {
        Failed,      ///< taken out itself
        Dark,        ///< no cord leads to a source any more
        NoWater,     ///< no chilled water comes any more
        NoChiller,   ///< its water still goes round, but nothing cools it
        Overloaded,  ///< carries more than its rating now
    };
    ItemId item;
    Kind kind = Kind::Dark;
    double loading = 0.0;  ///< of Overloaded: output / rating
};

/// What the loss of elements does at once, by the power chain and the plant as they are drawn.
/// Batteries, generators, transfer times and tripping breakers are not part of it: what has no path
/// to a source goes dark at that moment, what is overloaded carries on.
struct Failure {
    struct Hall {
        HallId hall;
        thermal::RoomInput room;  ///< before
        std::vector<thermal::TransientEvent> events;
    };
    std::vector<Loss> losses;  ///< in the order of their kinds, then of the items
    std::vector<ItemId> darkRacks;
    Power lackingChillers;    ///< heat beyond what the chillers that are left can take
    std::vector<Hall> halls;  ///< all with air, those that nothing befalls too
};

/// Takes elements out at time 0. Fails with NotFound for an item that the project does not have,
/// and as hallRooms does.
[[nodiscard]] Result<Failure> failureOf(const TwinInput& input, std::span<const ItemId> elements,
                                        std::stop_token stop = {});

}  // namespace halltwin::twin
