// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/hydraulic_network.h"
#include "model/cooling/pipes.h"
#include "model/twin/electrical.h"
#include "model/twin/twin.h"

#include <optional>
#include <string_view>
#include <vector>

namespace halltwin::twin {

inline constexpr std::string_view pipeFlowFormula =
    "a pump set's flow goes to what it serves by heat; it passes each kind of what cools it, one "
    "after the other, and units of a kind share it by heat";
inline constexpr std::string_view pumpHeadFormula =
    "head needed = source + pipes + control valve + coil of the worst path; curve through 1.2 · "
    "rated head at no flow and the rated point; valves throttle what others have too much";
inline constexpr std::string_view pumpHeadSource =
    "60 kPa in each source, 40 kPa in a coil at its flow and as much in its open control valve "
    "(authority one half): typical values";

/// The pair of pipes of a cooling link at work.
struct PipeAnswer {
    CoolingLinkId id;
    ItemId from;
    ItemId to;
    cooling::PipePair pair;  ///< with drawn or chosen length, bore and insulation
    cooling::PipePairState state;
    int dn = 0;                  ///< nominal size, nearest to the bore
    bool isLengthDrawn = false;  ///< else by the way along the axes from middle to middle
    bool isBoreDrawn = false;    ///< else the smallest size for its part of the rated flow
    bool hasWater = false;       ///< false: nothing is known to flow, temperatures mean nothing
};

/// What a consumer of a loop asks for and what its pumps can drive through it.
struct BranchFlow {
    ItemId consumer;
    VolumeFlow asked;
    VolumeFlow arriving;  ///< at most a thousandth more: its valve throttles what is too much

    [[nodiscard]] double share() const { return arriving / asked; }
    [[nodiscard]] bool isStarved() const { return share() < enoughFlow; }

    static constexpr double enoughFlow = 0.99;  ///< of what is asked; less is rounding and slack
};

/// Whether a pump set with a rated head can drive the flow of its loop.
struct PumpHead {
    ItemId pump;
    Pressure available;  ///< at its flow and full speed
    Pressure needed;     ///< on the worst path of the loop
    ItemId index;        ///< consumer at the end of it
    double share = 1.0;  ///< flow of the worst served consumer / what it should get
    ItemId worst;        ///< that consumer
    cooling::FlowLimit limit = cooling::FlowLimit::None;
    ItemId limiting;                   ///< the pump, or the consumer whose valve limits
    std::vector<BranchFlow> branches;  ///< of its loop, by consumer
    double continuityM3S = 0.0;        ///< largest error of the flow balance of the network
};

struct Piping {
    std::vector<PipeAnswer> pipes;  ///< in the order of the project's cooling links
    std::vector<PumpHead> heads;    ///< of pump sets with a rated head that run

    /// Consumers that get less water than they ask for, each once.
    [[nodiscard]] std::vector<BranchFlow> starved() const;

    [[nodiscard]] const PipeAnswer* pipe(CoolingLinkId id) const;
    [[nodiscard]] const PumpHead* head(ItemId pump) const;
};

/// Heat that each item gives to the water of its pipes, by item; for weights and pictures.
[[nodiscard]] PowerByItem waterHeat(const Project& project, const Catalog& catalog,
                                    const TwinResult& result);

/// What flows in each cooling link of a solved project, how fast, at which loss of pressure and
/// gain of heat. The gain is told, it is in no book of the plant. Takes milliseconds for thousands
/// of links; thread-safe.
[[nodiscard]] Piping pipingOf(const Project& project, const Catalog& catalog,
                              const TwinResult& result);

}  // namespace halltwin::twin
