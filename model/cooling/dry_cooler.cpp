// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/dry_cooler.h"

#include "model/cooling/hold.h"
#include "model/cooling/tower.h"
#include "model/core/air.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {

namespace {

constexpr double fluidExponent = 0.85;
constexpr double airExponent = 0.8;
constexpr double filmRatio = 0.5;  // hA of the air / hA of the fluid at the catalogue point
constexpr double leastFluidShare = 0.25;
constexpr double mostFluidShare = 1.25;

bool isPositive(double value) {
    return std::isfinite(value) && value > 0.0;
}

/// Leaving fluid in °C at a share of the design air flow; the heat is given, so it is explicit.
struct DryLaw {
    const DryCooler& cooler;
    double heatW;
    double fluidWK;
    double fluidFilm;  // hA of the fluid / that of the catalogue point
    double airC;
    double heaviness;  // density of the air / that of the catalogue point

    double operator()(double airShare) const {
        const double airWK = cooler.air.si() * airShare * heaviness;
        const double airFilm = std::pow(airShare * heaviness, airExponent);
        const double conductance =
            cooler.conductance.si() * (1.0 + filmRatio) / (1.0 / airFilm + filmRatio / fluidFilm);
        const double leastWK = std::min(airWK, fluidWK);
        const double ratio = leastWK / std::max(airWK, fluidWK);
        const double share = effectiveness(cooler.spec.arrangement, conductance / leastWK, ratio);
        return airC + heatW / (share * leastWK) - heatW / fluidWK;
    }
};

/// Fans move volume: thin air, of heights or of heat, takes less heat and less power. Catalogue
/// points are at sea level.
double heavinessOf(const DryCooler& cooler, const DryCoolerPoint& point, Temperature airIn) {
    return airDensity(point.outdoor.pressure, airIn) /
           airDensity(pascals(101325.0), cooler.spec.airIn);
}

Result<void> check(const DryCoolerPoint& point) {
    const auto bad = [](const char* what) {
        return fail(ErrorCode::InvalidArgument, what, "dry cooler",
                    "Correct the dry cooler's heat, flow or air");
    };
    if (!std::isfinite(point.heat.si()) || point.heat.si() < 0.0)
        return bad("The heat is negative or not a number");
    if (point.heat.si() > 0.0 && !isPositive(point.fluid.si())) return bad("Heat without flow");
    if (!isPositive(point.outdoor.dryBulb.si()) || !isPositive(point.outdoor.pressure.si()) ||
        !std::isfinite(point.wanted.si()))
        return bad("A temperature or the pressure is not a number");
    return {};
}

}  // namespace

Result<DryCooler> dryCoolerFrom(const DryCoolerSpec& spec) {
    const auto bad = [](const char* what) {
        return fail(ErrorCode::InvalidArgument, what, "dry cooler",
                    "Correct the dry cooler's catalogue point");
    };
    const TemperatureDifference range = spec.fluidIn - spec.fluidOut;
    const TemperatureDifference span = spec.fluidIn - spec.airIn;
    if (!isPositive(spec.heat.si()) || !isPositive(range.si()) || !isPositive(span.si()) ||
        !isPositive(spec.airRise.si()) || !(spec.fan.si() >= 0.0))
        return bad("A dry cooler needs heat, fluid that cools and air colder than the fluid");
    if (!(spec.leastAirShare > 0.0 && spec.leastAirShare <= 1.0))
        return bad("The slowest fan speed must be above 0 and at most 1");
    DryCooler cooler{spec,
                     wattsPerKelvin(spec.heat.si() / range.si()),
                     wattsPerKelvin(spec.heat.si() / spec.airRise.si()),
                     {}};
    const double leastWK = std::min(cooler.fluid.si(), cooler.air.si());
    const double ratio = leastWK / std::max(cooler.fluid.si(), cooler.air.si());
    const double units = unitsFor(spec.arrangement, spec.heat.si() / (leastWK * span.si()), ratio);
    if (!std::isfinite(units))
        return bad("The air or the fluid cannot take that heat between those temperatures");
    cooler.conductance = wattsPerKelvin(units * leastWK);
    return cooler;
}

Result<DryCoolerResult> dryCoolerAt(const DryCooler& cooler, const DryCoolerPoint& point) {
    if (auto good = check(point); !good) return tl::unexpected(good.error());
    const DryCoolerSpec& spec = cooler.spec;
    DryCoolerResult result;
    result.airIn = point.outdoor.dryBulb;
    if (point.heat.si() == 0.0) {
        result.entering = result.leaving = std::max(point.wanted, result.airIn);
        result.holdsWanted = point.wanted >= result.airIn;
        result.missedBy = result.leaving - point.wanted;
        return result;
    }
    const double fluidShare = point.fluid / cooler.fluid;
    if (fluidShare < leastFluidShare || fluidShare > mostFluidShare)
        result.outOfRange.push_back(
            {"fluid flow / design", "", fluidShare, leastFluidShare, mostFluidShare, false});
    const double rangeK = point.heat.si() / point.fluid.si();
    const double wantedC = point.wanted.in(celsius);
    DryLaw law{cooler,
               point.heat.si(),
               point.fluid.si(),
               std::pow(fluidShare, fluidExponent),
               result.airIn.in(celsius),
               heavinessOf(cooler, point, result.airIn)};
    const double missedK = law(1.0) - wantedC;
    if (missedK > 0.0 && spec.pads.effectiveness > 0.0) {
        // The leaving fluid moves with the air degree by degree: pads cool the air by the miss.
        const MassFlow dryAir =
            kilogramsPerSecond(cooler.air.si() * law.heaviness / airSpecificHeat.si());
        const auto wetted = evaporativeAt(spec.pads, point.outdoor, dryAir,
                                          point.outdoor.dryBulb - kelvins(missedK));
        if (!wetted) return tl::unexpected(wetted.error());
        result.airIn = wetted->air.dryBulb;
        result.evaporation = wetted->evaporation;
        result.bleed = wetted->bleed;
        law.airC = result.airIn.in(celsius);
        law.heaviness = heavinessOf(cooler, point, result.airIn);
    }
    // Rounding on the way through the pads must not count as a miss.
    const FanHold fans = holdWanted(law, wantedC, rangeK, spec.leastAirShare);
    result.leaving = celsius(fans.leavingC);
    result.entering = result.leaving + kelvins(rangeK);
    result.airShare = fans.airShare * fans.duty;
    result.fan = spec.fan * (fanPowerShare(fans.airShare) * fans.duty * law.heaviness);
    result.holdsWanted = fans.leavingC <= wantedC + 1e-6;
    if (!result.holdsWanted) result.missedBy = result.leaving - point.wanted;
    return result;
}

}  // namespace halltwin::cooling
