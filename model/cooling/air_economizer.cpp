// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/air_economizer.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {

namespace {

constexpr double steamJKg = 2.63e6;  // from water of 10 °C; steam tables
constexpr double vaporisationJKg = 2.45e6;

/// Humidity ratios that the supply may have.
struct RatioLimits {
    double low;
    double high;
};

RatioLimits limitsOf(const AirEconomizer& economizer, const AirEconomizerPoint& point) {
    const Pressure pressure = point.returning.pressure;
    const Temperature warm = celsius(90.0);
    return {airOfDewPoint(warm, economizer.lowestDewPoint, pressure).humidityRatio,
            airOfDewPoint(warm, economizer.highestDewPoint, pressure).humidityRatio};
}

MoistAir mixedOf(const AirEconomizerPoint& point, double share) {
    const MoistAir& back = point.returning;
    MoistAir mixed = back;
    mixed.humidityRatio += share * (point.outside.humidityRatio - back.humidityRatio);
    const double jKg =
        enthalpy(back).si() + share * (enthalpy(point.outside).si() - enthalpy(back).si());
    mixed.dryBulb =
        celsius((jKg - 2.501e6 * mixed.humidityRatio) / (1006.0 + 1860.0 * mixed.humidityRatio));
    return mixed;
}

double enthalpyOf(Temperature dryBulb, double ratio) {
    return enthalpy(MoistAir{dryBulb, ratio, {}}).si();
}

/// Share of outside air at which the mixture, humidified, has the wanted supply.
double wantedShare(const AirEconomizer& economizer, const AirEconomizerPoint& point,
                   const RatioLimits& limits) {
    const double back = enthalpy(point.returning).si();
    const double fall = back - enthalpy(point.outside).si();
    const auto shareFor = [&](double ratio) {
        // Enthalpies that hardly differ: outside air is as good as the return.
        return std::abs(fall) < 1.0 ? 1.0 : (back - enthalpyOf(point.wanted, ratio)) / fall;
    };
    // Mixing keeps the dry bulb nearly linear; the exact share follows from one correction.
    const double backC = point.returning.dryBulb.in(celsius);
    const double outC = point.outside.dryBulb.in(celsius);
    const double wantedC = point.wanted.in(celsius);
    double share = (backC - wantedC) / (backC - outC);
    const double ratio = point.returning.humidityRatio +
                         share * (point.outside.humidityRatio - point.returning.humidityRatio);
    if (economizer.humidifier == Humidifier::Adiabatic && ratio < limits.low)
        return shareFor(limits.low);
    for (int n = 0; n < 4; ++n) {
        const double offK = mixedOf(point, share).dryBulb.in(celsius)-wantedC;
        share += offK / (backC - outC);
    }
    return share;
}

Result<void> check(const AirEconomizer& economizer, const AirEconomizerPoint& point) {
    const auto isAir = [](const MoistAir& air) {
        return std::isfinite(air.dryBulb.si()) && air.humidityRatio >= 0.0 &&
               air.humidityRatio < 1.0 && air.pressure.si() > 0.0;
    };
    const bool isGood =
        isAir(point.outside) && isAir(point.returning) && std::isfinite(point.dryAir.si()) &&
        point.dryAir.si() >= 0.0 && std::isfinite(point.wanted.si()) &&
        economizer.leastShare >= 0.0 && economizer.leastShare <= 1.0 &&
        economizer.lowestDewPoint <= economizer.highestDewPoint && economizer.sprayEnergyJKg >= 0.0;
    if (isGood) return {};
    return fail(ErrorCode::InvalidArgument,
                "Air, flow, share or dew-point limits of an economizer cannot be",
                "air-side economizer", "Correct the economizer's limits or the air");
}

/// Adds the humidifier's water to the supply of `result`.
void humidify(const AirEconomizer& economizer, const AirEconomizerPoint& point, double lowest,
              AirEconomizerResult& result) {
    MoistAir& air = result.supply;
    if (air.humidityRatio >= lowest) return;
    if (economizer.humidifier == Humidifier::None) {
        result.isTooDry = true;
        return;
    }
    result.humidification = point.dryAir * (lowest - air.humidityRatio);
    double perKgJ = steamJKg;
    if (economizer.humidifier == Humidifier::Adiabatic) {
        perKgJ = economizer.sprayEnergyJKg;
        const double jKg = enthalpy(air).si();
        air.dryBulb = celsius((jKg - 2.501e6 * lowest) / (1006.0 + 1860.0 * lowest));
    }
    result.humidifierPower = watts(result.humidification.si() * perKgJ);
    air.humidityRatio = lowest;
}

}  // namespace

Result<AirEconomizerResult> airEconomizerAt(const AirEconomizer& economizer,
                                            const AirEconomizerPoint& point) {
    if (auto good = check(economizer, point); !good) return tl::unexpected(good.error());
    const RatioLimits limits = limitsOf(economizer, point);
    const bool isLetIn = point.outside.dryBulb < point.returning.dryBulb &&
                         point.outside.dryBulb <= economizer.highestDryBulb &&
                         point.outside.humidityRatio <= limits.high &&
                         point.wanted < point.returning.dryBulb;
    AirEconomizerResult result;
    result.share = economizer.leastShare;
    if (isLetIn) {
        const double wanted =
            point.outside.dryBulb < point.wanted ? wantedShare(economizer, point, limits) : 1.0;
        result.share = std::clamp(wanted, economizer.leastShare, 1.0);
    }
    result.mixed = mixedOf(point, result.share);
    result.supply = result.mixed;
    humidify(economizer, point, limits.low, result);

    const MoistAir before = result.supply;
    const double over = before.humidityRatio - limits.high;
    if (over > 1e-12) {
        result.condensate = point.dryAir * over;
        result.dehumidification = watts(result.condensate.si() * vaporisationJKg);
        result.supply.humidityRatio = limits.high;
    }
    result.supply.dryBulb = point.wanted;
    const double fallJKg = enthalpy(before).si() - enthalpy(result.supply).si();
    // A hundredth of a kelvin is rounding, not a load.
    constexpr double leastJKg = 10.0;
    if (fallJKg > leastJKg) result.cooling = watts(fallJKg * point.dryAir.si());
    if (fallJKg < -leastJKg) result.heating = watts(-fallJKg * point.dryAir.si());
    if (isLetIn) result.mode = result.cooling.si() > 0.0 ? AirMode::Mixed : AirMode::Free;
    return result;
}

}  // namespace halltwin::cooling
