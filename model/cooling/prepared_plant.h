// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/free_cooling.h"
#include "model/cooling/loops.h"
#include "model/cooling/plant.h"
#include "model/core/error.h"

#include <vector>

namespace halltwin::cooling {

/// What a plant is asked for at one time: heat in the order of the input's coolers.
struct PlantLoad {
    std::vector<Power> coils;
    std::vector<Power> direct;
    PlantOutdoors outdoors;
    /// By tank, heat out of its water to what cools its loop: above zero it is charged, below zero
    /// it relieves what cools. Less is given where the loop has less heat. Empty: tanks rest.
    std::vector<Power> tanks{};
};

/// The heat and the outside that an input states.
[[nodiscard]] PlantLoad loadOf(const PlantInput& input);

/// A plant as drawn, looked through once, to be solved for many loads: the hours of a year.
/// Thread-safe.
class PreparedPlant {
public:
    /// Fails with InvalidArgument, DuplicateId or DanglingReference, naming the unit.
    [[nodiscard]] static Result<PreparedPlant> of(PlantInput input);

    /// Without issues and without the names of loops. Fails with InvalidArgument for heat that is
    /// negative (but for tanks') or no number.
    [[nodiscard]] Result<PlantResult> solve(const PlantLoad& load) const;

    /// Supply of the loop of each coil by the set-points, and whether something cools it.
    [[nodiscard]] std::vector<CoilUnitResult> wantedWater() const;

    [[nodiscard]] const PlantInput& input() const { return m_input; }
    [[nodiscard]] const Loops& loops() const { return m_loops; }
    [[nodiscard]] const FreeCooling& free() const { return m_free; }

private:
    [[nodiscard]] Result<PlantResult> solveLoops(const PlantLoad& load) const;

    PlantInput m_input;
    Loops m_loops;
    FreeCooling m_free;
};

/// Set-point of a loop's supply: that of its chillers, by capacity, else of what cools it freely,
/// by flow. Before any reset.
[[nodiscard]] Temperature wantedSupply(const PreparedPlant& plant, const Loop& loop,
                                       const Outside& outside);

/// What the plant's reset adds to the set-points of a loop's chillers. `loadShare`: heat /
/// capacity.
[[nodiscard]] TemperatureDifference resetOf(const PreparedPlant& plant, const Loop& loop,
                                            double loadShare, const Outside& outside);

/// Fills in who makes up each loop: sources, pump sets, consumers.
void nameLoops(const PreparedPlant& plant, PlantResult& result);

/// What a chiller's condenser takes in where no pump set serves it.
[[nodiscard]] Temperature condenserInOf(const PlantInput& input, const ChillerUnit& chiller,
                                        const PlantOutdoors& outdoors);

}  // namespace halltwin::cooling
