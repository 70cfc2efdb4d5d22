// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/sequence.h"
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

/// The power chain with what its loads ask at an operating point, to look for failures, redundancy
/// and headroom. Fails as Evaluator::evaluate does.
[[nodiscard]] Result<power::ChainInput> powerChain(const TwinInput& input,
                                                   std::stop_token stop = {});

/// What befalls an item beside the power chain when elements fail.
struct Loss {
    enum class Kind {
        Failed,       ///< taken out itself
        NoWater,      ///< no chilled water comes any more
        NoChiller,    ///< its water still goes round, but nothing cools it
        WaterCooled,  ///< cooled water comes again
    };
    ItemId item;
    Kind kind = Kind::Failed;
    Duration at;
};

struct FailureSettings {
    Duration horizon = seconds(300.0);  ///< followed that long
    /// From the return of supply until a chiller cools again. A typical value: makers name one to
    /// ten minutes.
    Duration chillerRestart = seconds(180.0);
    std::vector<power::Incident> incidents;  ///< what else befalls the chain, and what comes back
};

/// What the loss of elements does, by the power chain and the plant as they are drawn: the chain by
/// its sequence of batteries, generators, transfers and trips, the plant by what has power then.
struct Failure {
    struct Hall {
        HallId hall;
        thermal::RoomInput room;  ///< before
        std::vector<thermal::TransientEvent> events;
    };
    power::Sequence power;
    std::vector<Loss> losses;       ///< in the order of time, then of their kinds and the items
    std::vector<ItemId> darkRacks;  ///< at the end, those dark before too
    std::vector<ItemId> interruptedRacks;  ///< dark for a time and back
    Power lackingChillers;    ///< most heat at any time beyond what the chillers that are left take
    std::vector<Hall> halls;  ///< all with air, those that nothing befalls too
};

/// Takes elements out at time 0; none where all is told by the incidents, as those of a
/// power::NamedEvent. Fails with NotFound for an item that the project does not have and for an
/// incident of one that is no element of the chain, else as power::followFailure and hallRooms do.
[[nodiscard]] Result<Failure> failureOf(const TwinInput& input, std::span<const ItemId> elements,
                                        const FailureSettings& settings = {},
                                        std::stop_token stop = {});

}  // namespace halltwin::twin
