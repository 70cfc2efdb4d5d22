// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/dry_cooler.h"
#include "model/cooling/loops.h"
#include "model/cooling/plant.h"
#include "model/cooling/water_economizer.h"
#include "model/cooling/water_sink.h"
#include "model/core/error.h"

#include <vector>

namespace halltwin::cooling {

/// The outside, with what costs to find.
struct Outside {
    PlantOutdoors given;
    Temperature wetBulb;
};

[[nodiscard]] Outside outsideOf(const PlantOutdoors& outdoors);

/// What one unit is asked for.
struct FreePoint {
    HeatCapacityRate water;  ///< of the loop, through this unit
    Temperature wanted;      ///< leaving
    Temperature coldIn;      ///< exchanger: from the loop behind it
    HeatCapacityRate cold;
};

/// One unit at work, in the terms of its loop.
struct FreeAnswer {
    Power heat;
    Power power;
    Temperature entering;
    Temperature leaving;
    bool holdsWanted = true;
    RejectorResult rejector;        ///< all but exchangers
    ExchangerUnitResult exchanger;  ///< exchangers
};

/// What cools without a compressor, sized once from its catalogue figures. Every unit answers two
/// questions: how cold it brings water that carries a given heat, and how much heat it takes from
/// water of a given temperature. Thread-safe.
class FreeCooling {
public:
    /// Fails with InvalidArgument, naming the unit, where its figures cannot be.
    [[nodiscard]] static Result<FreeCooling> of(const PlantInput& input);

    /// With a given heat: the water comes as cold as the unit can, not below the wanted. Fails as
    /// the unit's own law does.
    [[nodiscard]] Result<FreeAnswer> taking(const Bank& bank, Power heat, const FreePoint& point,
                                            const Outside& outside) const;

    /// From water of a given temperature, not below the wanted. Fails as the unit's own law does.
    [[nodiscard]] Result<FreeAnswer> coolingFrom(const Bank& bank, Temperature entering,
                                                 const FreePoint& point,
                                                 const Outside& outside) const;

    /// Design flow of the loop's water through one unit.
    [[nodiscard]] HeatCapacityRate designOf(const Bank& bank) const;

    /// Units of a bank that run for a flow: as many as it keeps well wetted, and so many that none
    /// takes more than its law holds for, where there are as many.
    [[nodiscard]] std::size_t runningFor(const Bank& bank, HeatCapacityRate water) const;

    /// Flow of an exchanger's cold side when it is open.
    [[nodiscard]] HeatCapacityRate coldFlowOf(std::size_t exchanger) const;

    /// Power and frost of a unit that takes no heat.
    [[nodiscard]] FreeAnswer idle(const Bank& bank, const FreePoint& point,
                                  const Outside& outside) const;

private:
    [[nodiscard]] Result<FreeAnswer>
    towerTaking(std::size_t unit, Power heat, const FreePoint& point, const Outside& outside) const;
    [[nodiscard]] Result<FreeAnswer> dryCoolerTaking(std::size_t unit, Power heat,
                                                     const FreePoint& point,
                                                     const Outside& outside) const;
    [[nodiscard]] Result<FreeAnswer> exchangerFrom(const WaterEconomizer& exchanger,
                                                   Temperature entering,
                                                   const FreePoint& point) const;
    [[nodiscard]] Result<FreeAnswer> sinkFrom(std::size_t unit, Temperature entering,
                                              const FreePoint& point, const Outside& outside) const;

    std::vector<TowerSpec> m_towers;
    std::vector<DryCooler> m_dryCoolers;
    std::vector<WaterEconomizer> m_exchangers;
    std::vector<WaterSink> m_sinks;
    std::vector<WaterSourceSpec> m_sources;
};

}  // namespace halltwin::cooling
