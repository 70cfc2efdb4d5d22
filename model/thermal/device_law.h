// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/raster.h"
#include "model/thermal/room.h"

#include <cstddef>
#include <optional>

namespace halltwin::thermal {

/// Outlet temperature of one slice as a linear function of its mean intake temperature, valid as
/// long as the same limit holds: outlet = share · intake + shiftC.
struct OutletLaw {
    double share = 1.0;
    double shiftC = 0.0;   ///< K; °C where share is 0
    bool atLimit = false;  ///< a cooler that cannot hold its set-point

    bool operator==(const OutletLaw&) const = default;
    [[nodiscard]] double outletC(double intakeC) const { return share * intakeC + shiftC; }
};

/// The law of slice `slice` of the raster at an intake temperature (the mean over its intake port,
/// weighted by flow).
///   Rack      intake + P / (ρ Q cp), then through its rear door if it has one.
///   Cooler    its set-point, or, when the coil cannot reach that, return + (fan heat − greatest
///             coil heat) / (ρ Q cp), or, when the air is cold enough already, return + fan heat.
///   Terminal  its supply temperature; of an extract the intake.
[[nodiscard]] OutletLaw outletLaw(const RoomInput& room, const Raster& raster, std::size_t slice,
                                  double intakeC);

/// The law of a cooler through which air with `rateWK` (mass flow · specific heat) passes.
[[nodiscard]] OutletLaw coolerLaw(const CoolerDevice& cooler, double rateWK, double intakeC);

/// Where the heat goes that air takes up or leaves between a slice's intake and outlet, W. In a
/// steady state  airW = equipmentW + fanW − coilW − doorW.
struct SliceHeat {
    double equipmentW = 0.0;  ///< IT heat
    double fanW = 0.0;        ///< of a cooler's fan
    double coilW = 0.0;       ///< taken by a cooler's coil
    double doorW = 0.0;       ///< taken by the water of a rear door
    double airW = 0.0;  ///< ρ Q cp (outlet − intake); for a terminal what it brings in above
                        ///< `datumC`, negative for an extract
    double rackOutletC = 0.0;  ///< of a rack before its rear door; else the outlet
};

struct SliceTemperatures {
    double intakeC = 0.0;
    double outletC = 0.0;
};

[[nodiscard]] SliceHeat sliceHeat(const RoomInput& room, const Raster& raster, std::size_t slice,
                                  SliceTemperatures temperatures, double datumC = 0.0);

/// ρ cp of the hall's air, J/(m³ K).
[[nodiscard]] double volumetricHeat(const RoomInput& room);

/// Pressure that a fan gives at a flow; negative beyond free delivery.
[[nodiscard]] Pressure fanPressure(const FanCurve& curve, VolumeFlow flow);

/// Slope of fanPressure, Pa/(m³/s).
[[nodiscard]] double fanSlope(const FanCurve& curve, VolumeFlow flow);

/// Flow of a fan against a pressure difference; none when the fan cannot give that pressure at any
/// flow. Of two flows the greater: the stable branch.
[[nodiscard]] std::optional<VolumeFlow> fanFlow(const FanCurve& curve, Pressure against);

/// Sets the flow of a device and of its slices, in the proportion that they have.
void setFlow(Raster& raster, std::size_t device, double flowM3S);

}  // namespace halltwin::thermal
