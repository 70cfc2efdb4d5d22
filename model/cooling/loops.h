// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/plant.h"
#include "model/core/error.h"

#include <cstddef>
#include <limits>
#include <vector>

namespace halltwin::cooling {

/// Part of a unit's heat that goes to another, both by their place in the input.
struct HeatShare {
    std::size_t to = 0;
    double share = 0.0;

    bool operator==(const HeatShare&) const = default;
};

enum class SourceKind { Chiller, Tower, DryCooler, Exchanger, WaterSource };

/// Equal units of a loop at one set-point: what one does, all that run do.
struct Bank {
    SourceKind kind = SourceKind::Chiller;
    std::vector<std::size_t> units;
};

/// Pump sets that share what cools their water. All indices are places in the input.
struct Loop {
    std::vector<std::size_t> pumps;
    std::vector<Bank> chillers;
    std::vector<Bank> free;  ///< what cools without a compressor
    std::vector<std::size_t> reuse;
    std::vector<std::size_t> tanks;
    bool rejects = true;  ///< no coil hangs on it
    bool cools = false;   ///< more than exchangers that nothing cools behind
};

inline constexpr std::size_t noLoop = std::numeric_limits<std::size_t>::max();

/// How a plant hangs together. Shares of one unit add up to one; a unit that no cooled pump set
/// serves has none.
struct Loops {
    std::vector<Loop> loops;              ///< a loop comes before those that it rejects its heat to
    std::vector<std::size_t> loopOfPump;  ///< noLoop: nothing cools its water
    std::vector<std::vector<HeatShare>> pumpsOfCoil;
    std::vector<std::vector<HeatShare>> pumpsOfChiller;    ///< of its condenser
    std::vector<std::vector<HeatShare>> pumpsOfExchanger;  ///< of its cold side
    std::vector<ItemId>
        inCircle;  ///< chillers and exchangers cut off, or heat would go in a circle
};

/// Fails with DuplicateId or DanglingReference, naming the item.
[[nodiscard]] Result<Loops> loopsOf(const PlantInput& input);

/// The units of one kind in groups of equal figures, set-points and pump sets behind them.
[[nodiscard]] std::vector<Bank> banksOf(const PlantInput& input, const Loops& loops,
                                        SourceKind kind, const std::vector<std::size_t>& units);

}  // namespace halltwin::cooling
