// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/units.h"
#include "model/project/plant_specs.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace halltwin::cooling {

inline constexpr std::string_view tankFormula =
    "stratified: water moves as a plug, colder water lies below warmer; mixed: two equal halves, "
    "each of one temperature; loss = conductance · (water − ambient)";

/// Flow through the tank, constant over a step. Above zero the water comes in at the bottom and
/// leaves at the top (cold comes in: a cold store is charged); below zero the other way.
struct TankFlow {
    VolumeFlow flow;
    Temperature in;
    Temperature ambient;
};

/// What a step did. Energies are above water of 0 °C; stored = in − out − loss, to rounding.
struct TankStep {
    Temperature out;  ///< mean of what left; of the end it would leave from where nothing flowed
    Energy in;
    Energy outgoing;
    Energy loss;    ///< to the ambient; negative where it warms the water
    Energy stored;  ///< gain of the tank
};

/// Not safe to share between threads without a lock; a copy is independent. Nothing is allocated.
class StorageTank {
public:
    /// Fails with InvalidArgument where the volume is not above zero or a figure cannot be.
    [[nodiscard]] static Result<StorageTank> from(const TankSpec& spec, Temperature water);

    /// Flow first, then the loss. Fails with InvalidArgument where a figure is no number or the
    /// duration negative; then the tank is as it was.
    [[nodiscard]] Result<TankStep> advance(const TankFlow& flow, Duration duration);

    [[nodiscard]] Temperature top() const;
    [[nodiscard]] Temperature bottom() const;
    [[nodiscard]] Temperature mean() const;
    /// Above water of 0 °C.
    [[nodiscard]] Energy energy() const;
    /// 1 when all water is as cold as `cold`, 0 when all is as warm as `warm`.
    [[nodiscard]] double coldCharge(Temperature cold, Temperature warm) const;

private:
    struct Layer {
        double volumeM3 = 0.0;
        double c = 0.0;
    };
    static constexpr std::size_t mostLayers = 64;

    StorageTank(const TankSpec& spec, Temperature water);
    [[nodiscard]] double volumeTimesC() const;
    double pushPlug(double volumeM3, double c, bool fromBelow);
    double pushMixed(double volumeM3, double c, bool fromBelow);
    void settle();
    void mergeAt(std::size_t lower);
    void mergeClosest();

    TankSpec m_spec;
    std::array<Layer, mostLayers + 1> m_layers{};  ///< from the bottom
    std::size_t m_count = 0;
};

}  // namespace halltwin::cooling
