// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/load_shift.h"
#include "model/cooling/prepared_plant.h"
#include "model/twin/coupling.h"
#include "model/twin/year.h"

#include <array>
#include <stop_token>
#include <vector>

namespace halltwin::twin {

/// An hour, and what its tanks could have moved.
struct HourAnswer {
    YearHour hour;
    std::vector<cooling::ShiftLimits> limits;  ///< by tank loop
};

/// What a year's hours at one load have in common: rooms, heat and power chain, settled at the
/// coldest and the hottest outdoor temperature.
class LoadState {
public:
    /// Fails as couple and solvePlant do.
    [[nodiscard]] static Result<LoadState> at(const TwinInput& input, double loadFactor,
                                              const std::array<cooling::PlantOutdoors, 2>& ends,
                                              const RoomSolver& solveRoom,
                                              const std::stop_token& stop);

    /// The state at an outdoor temperature: the plant solved there with the charge of its tanks (by
    /// tank; none: they rest), the rest interpolated. Fails as solvePlant does. Thread-safe.
    [[nodiscard]] Result<HourAnswer> hourAt(const cooling::PlantOutdoors& outdoors,
                                            const std::vector<Power>& tanks) const;

    [[nodiscard]] const std::vector<cooling::TankLoop>& tankLoops() const { return m_tankLoops; }
    [[nodiscard]] std::size_t tankCount() const { return m_plant.input().tanks.size(); }

    [[nodiscard]] double loadFactor() const { return m_loadFactor; }

private:
    /// At one end.
    struct End {
        cooling::PlantLoad plant;  ///< heat that it has to take, and the outside
        Power it;
    };
    /// What the power chain loses beside a plant of some power.
    struct ChainPoint {
        Power plant;
        Power lost;
    };

    [[nodiscard]] double shareOfHot(Temperature dryBulb) const;
    [[nodiscard]] cooling::PlantLoad plantAt(const cooling::PlantOutdoors& outdoors) const;
    [[nodiscard]] Power lossBeside(Power plant) const;
    void addChainPoint(Power plant, Power lost);
    void addSteady(const OperatingPoint& point, const CoupledState& state);
    Result<void> addEnd(const OperatingPoint& point, const CoupledState& state);
    Result<void> addMiddle(const OperatingPoint& point, const CoupledState& state);

    /// All that is drawn but for the plant and the losses.
    [[nodiscard]] Power besidePlant(Power it) const { return it + m_fans + m_cduPumps + m_lights; }

    double m_loadFactor = 1.0;
    Power m_fans;
    Power m_cduPumps;
    Power m_lights;
    cooling::PreparedPlant m_plant;
    std::vector<cooling::TankLoop> m_tankLoops;
    std::vector<End> m_ends;          ///< cold, hot
    std::vector<ChainPoint> m_chain;  ///< by rising power of the plant
};

/// The states of a year at a few loads; what lies between two of them follows by interpolation.
class YearStates {
public:
    /// Fails as LoadState::at does.
    [[nodiscard]] static Result<YearStates> of(const TwinInput& input,
                                               const std::vector<double>& loads,
                                               const std::array<cooling::PlantOutdoors, 2>& ends,
                                               const RoomSolver& solveRoom,
                                               const std::stop_token& stop);

    /// As LoadState::hourAt.
    [[nodiscard]] Result<HourAnswer> at(double load, const cooling::PlantOutdoors& outdoors,
                                        const std::vector<Power>& tanks = {}) const;

    /// The same at every load.
    [[nodiscard]] const std::vector<cooling::TankLoop>& tankLoops() const {
        return m_loads.front().tankLoops();
    }
    [[nodiscard]] std::size_t tankCount() const { return m_loads.front().tankCount(); }

private:
    std::vector<LoadState> m_loads;  ///< by rising load
};

/// Drawn from all sources, by a chain and what it does not feed.
[[nodiscard]] Power facilityPower(const CoupledState& state);

}  // namespace halltwin::twin
