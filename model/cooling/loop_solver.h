// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/prepared_plant.h"

#include <cstddef>
#include <map>
#include <set>
#include <vector>

namespace halltwin::cooling {

/// Loops that hand heat to each other, solved in turn until the water that one gets is the water
/// that another gives. One use: construct, run, take the result.
class LoopSolver {
public:
    /// `economize`: sources without a compressor help where chillers could do alone.
    LoopSolver(const PreparedPlant& plant, const PlantLoad& load, const Outside& outside,
               bool economize);

    /// Fails as the units' laws do, and with NotConverged.
    [[nodiscard]] Result<PlantResult> run();

private:
    struct LoopState {
        Temperature supply;     ///< that others reckon with in this sweep
        Temperature returning;  ///< of the last sweep
        double askedBefore = 0.0;
        double givenBefore = 0.0;
        int rounds = 0;
        double flowShare = 1.0;  ///< of the flow that was asked for, where pumps limit it
    };

    Result<double> sweep();
    void settle(std::size_t index);
    Result<void> solveLoop(std::size_t index);
    Result<void> solvePumps(const Loop& loop, LoopResult& shown);
    void addTanks(const Loop& loop, LoopResult& shown);
    void shiftHeat(const Loop& loop, LoopResult& shown);
    Temperature wantedFor(const Loop& loop, const LoopResult& shown);
    [[nodiscard]] bool opensExchangers(const Loop& loop) const;
    [[nodiscard]] bool rejectsTo(const Bank& bank, std::size_t loop) const;
    Result<Power> solveReuse(const Loop& loop, const LoopResult& shown);
    [[nodiscard]] Result<HeatReuseResult> reuseOf(HeatReuseSpec spec, Power available,
                                                  Temperature loop) const;

    // What cools without a compressor: loop_free.cpp
    struct FreeShare {
        const Bank* bank = nullptr;
        std::size_t running = 0;
        FreePoint point;
    };
    Result<void> solveFree(const Loop& loop, Power heat, LoopResult& shown);
    Result<void> solveAlone(const std::vector<FreeShare>& shares, Power heat, LoopResult& shown);
    Result<Temperature> enteringFor(const std::vector<FreeShare>& shares, Power heat,
                                    const LoopResult& shown) const;
    [[nodiscard]] Result<Power> takenFrom(const std::vector<FreeShare>& shares,
                                          Temperature entering) const;
    Result<Power> keepFrom(const std::vector<FreeShare>& shares, Temperature entering);
    [[nodiscard]] std::vector<FreeShare> sharesOf(const Loop& loop, const LoopResult& shown);
    void keep(const FreeShare& share, const FreeAnswer& answer);
    void keepUnit(const Bank& bank, std::size_t unit, const FreeAnswer& answer,
                  const FreePoint& point);
    void idleAll(const Loop& loop, const LoopResult& shown);

    // What goes in steps could go to and fro for ever: from some round on it only goes one way.
    [[nodiscard]] std::size_t latched(const Bank& bank, std::size_t running);
    void shutIfIdle(const Bank& bank, Power heat);

    // Chillers and the sums: loop_chillers.cpp
    Result<void> solveChillers(const Loop& loop, Power heat, LoopResult& shown);
    Result<Power> runBank(const Bank& bank, Power asked);
    [[nodiscard]] Result<std::size_t> stagedUnits(const Bank& bank, Power asked,
                                                  const ChillerPoint& point);
    [[nodiscard]] Temperature condenserOf(const Bank& bank) const;
    Result<void> finish();
    Result<void> solveDirect();
    void nameUnits();
    void addUp();
    void addRejection();

    [[nodiscard]] Temperature supplyBehind(const std::vector<HeatShare>& shares) const;
    [[nodiscard]] double flowShareBehind(const std::vector<HeatShare>& shares) const;
    void addRejected(const std::vector<HeatShare>& shares, Power heat, VolumeFlow flow);

    const PreparedPlant& m_plant;
    const PlantLoad& m_load;
    const Outside& m_outside;
    bool m_economize;
    PlantResult m_result;
    int m_round = 0;
    std::map<const Bank*, std::size_t> m_running;  ///< units that ran in the last round
    std::set<const Bank*> m_shut;                  ///< exchangers that found nothing to take
    std::size_t m_current = 0;                     ///< loop that is being solved
    TemperatureDifference m_reset;                 ///< of its chillers' set-points
    std::vector<LoopState> m_states;               ///< by loop
    std::vector<Power> m_pumpHeat;                 ///< of what each pump set serves
    std::vector<VolumeFlow> m_pumpFlow;            ///< that exchangers ask for
};

}  // namespace halltwin::cooling
