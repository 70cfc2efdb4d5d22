// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/tower.h"

#include "model/cooling/heat_exchanger.h"
#include "model/cooling/hold.h"
#include "model/cooling/merkel.h"
#include "model/cooling/pump.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace halltwin::cooling {

namespace {

constexpr double vaporisationJKg = 2.43e6;  // of water near 30 °C
constexpr double mostLiquidGas = 8.0;

constexpr Bounds wetBulbBoundsC{-34.4, 26.7};
constexpr Bounds rangeBoundsK{1.1, 22.2};
constexpr Bounds approachBoundsK{1.1, 40.0};
constexpr Bounds waterBounds{0.75, 1.25};

/// A figure of a law, and on which side of its range the nearest end makes the tower look worse
/// than it is: less water or a smaller range than fitted, a colder wet bulb.
struct Fitted {
    Bounds bounds;
    const char* quantity;
    const char* unit;
    bool safeBelow = false;
    bool safeAbove = false;
};

constexpr Fitted fittedWetBulb{wetBulbBoundsC, "wet bulb", "°C"};
constexpr Fitted fittedRange{rangeBoundsK, "range", "K", true};
constexpr Fitted fittedWater{waterBounds, "water flow / design", "", true};
constexpr Fitted merkelWater{MerkelTower::waterBounds, "water flow / design", ""};
constexpr Fitted merkelWetBulb{MerkelTower::wetBulbBoundsK, "design wet bulb − wet bulb", "K",
                               false, true};

/// A value brought into its bounds, noted where it was not.
double within(const Fitted& fitted, double value, std::vector<RangeExcess>& excesses) {
    const auto [low, high] = fitted.bounds;
    const double read = std::clamp(value, low, high);
    const bool safe = value < low ? fitted.safeBelow : fitted.safeAbove;
    if (read != value) excesses.push_back({fitted.quantity, fitted.unit, value, low, high, safe});
    return read;
}

/// YorkCalc's leaving water, °C, at a share of the design air flow.
struct YorkLaw {
    double scale;  // the polynomial is that of one tower: another design point scales its approach
    double wetC;   // as read by the polynomial
    double rangeK;
    double waterShare;
    double trueWetC;

    double operator()(double airShare) const {
        const double liquidGas = std::min(waterShare / airShare, mostLiquidGas);
        const double approachK = scale * yorkCalcApproach(wetC, rangeK, liquidGas);
        return trueWetC + std::clamp(approachK, approachBoundsK.low, approachBoundsK.high);
    }
};

YorkLaw yorkLaw(const TowerSpec& spec, const TowerPoint& point, double rangeK,
                std::vector<RangeExcess>& excesses) {
    const double atDesign = yorkCalcApproach(
        std::clamp(spec.wetBulb.in(celsius), wetBulbBoundsC.low, wetBulbBoundsC.high),
        std::clamp(spec.range.si(), rangeBoundsK.low, rangeBoundsK.high), 1.0);
    const double wetC = point.wetBulb.in(celsius);
    return {spec.approach.si() / atDesign, within(fittedWetBulb, wetC, excesses),
            within(fittedRange, rangeK, excesses),
            within(fittedWater, point.water / spec.water, excesses), wetC};
}

bool isPositive(double value) {
    return std::isfinite(value) && value > 0.0;
}

Result<void> check(const TowerSpec& spec, const TowerPoint& point) {
    const auto bad = [](const char* what) {
        return fail(ErrorCode::InvalidArgument, what, "cooling tower",
                    "Correct the tower's catalogue entry or its water flow");
    };
    if (!isPositive(spec.water.si()) || !isPositive(spec.range.si()) ||
        !isPositive(spec.approach.si()) || !(spec.fan.si() >= 0.0))
        return bad("A tower needs water flow, range and approach above zero");
    if (spec.law == TowerLaw::Merkel && !isPositive(spec.air.si()))
        return bad("A tower by Merkel's law needs an air flow above zero");
    if (!(spec.cyclesOfConcentration > 1.0) || !(spec.driftShare >= 0.0))
        return bad("Cycles of concentration must be above 1 and drift not below zero");
    if (!std::isfinite(point.heat.si()) || point.heat.si() < 0.0)
        return bad("The heat is negative or not a number");
    if (point.heat.si() > 0.0 && !isPositive(point.water.si()))
        return bad("Heat without water flow");
    if (!isPositive(point.wetBulb.si()) || !std::isfinite(point.wanted.si()) ||
        !isPositive(point.pressure.si()))
        return bad("The wet bulb, the wanted water or the pressure is not a number");
    return {};
}

FanHold yorkFans(const TowerSpec& spec, const TowerPoint& point, double rangeK,
                 std::vector<RangeExcess>& excesses) {
    const YorkLaw law = yorkLaw(spec, point, rangeK, excesses);
    const double leastShare = std::clamp(point.water / spec.water / mostLiquidGas, 0.125, 1.0);
    return holdWanted(law, point.wanted.in(celsius), rangeK, leastShare);
}

FanHold merkelFans(const TowerSpec& spec, const TowerPoint& point, double rangeK,
                   std::vector<RangeExcess>& excesses) {
    static_cast<void>(within(merkelWater, point.water / spec.water, excesses));
    static_cast<void>(within(merkelWetBulb, (spec.wetBulb - point.wetBulb).si(), excesses));
    const MerkelTower tower(spec);
    const auto law = [&](double airShare) { return tower.leavingC(point, rangeK, airShare); };
    return holdWanted(law, point.wanted.in(celsius), rangeK, MerkelTower::leastAirShare);
}

}  // namespace

double fanPowerShare(double flowShare) {
    const double x = std::clamp(flowShare, 0.0, 1.0);
    if (x == 0.0) return 0.0;
    return 0.0013 + x * (0.1470 + x * (0.9506 - 0.0998 * x));
}

double yorkCalcApproach(double wetBulbC, double rangeK, double liquidGas) {
    // By powers of liquid/gas, then of range, then of wet bulb.
    static constexpr std::array<double, 27> coefficients{
        -0.359741205,      -0.055053608,     0.0023850432,        0.173926877,
        -0.0248473764,     0.00048430224,    -0.005589849456,     0.0005770079712,
        -0.00001342427256, 2.84765801111111, -0.121765149,        0.0014599242,
        1.680428651,       -0.0166920786,    -0.0007190532,       -0.025485194448,
        0.0000487491696,   0.00002719234152, -0.0653766255555556, -0.002278167,
        0.0002500254,      -0.0910565458,    0.00318176316,       0.000038621772,
        -0.0034285382352,  0.00000856589904, -0.000001516821552};
    double sum = 0.0;
    double gas = 1.0;
    for (std::size_t g = 0; g < 3; ++g, gas *= liquidGas) {
        double range = gas;
        for (std::size_t r = 0; r < 3; ++r, range *= rangeK) {
            const double* c = &coefficients[9 * g + 3 * r];
            sum += range * (c[0] + wetBulbC * (c[1] + wetBulbC * c[2]));
        }
    }
    return sum;
}

Bounds towerWaterBounds(TowerLaw law) {
    return law == TowerLaw::Merkel ? MerkelTower::waterBounds : waterBounds;
}

Result<TowerResult> towerAt(const TowerSpec& spec, const TowerPoint& point) {
    if (auto good = check(spec, point); !good) return tl::unexpected(good.error());
    TowerResult result;
    result.drift = point.water * waterDensity * spec.driftShare;
    if (point.heat.si() == 0.0) {
        result.entering = result.leaving = std::max(point.wanted, point.wetBulb);
        result.holdsWanted = point.wanted >= point.wetBulb;
        return result;
    }
    const double rangeK = point.heat.si() / waterRate(point.water).si();
    const FanHold fan = spec.law == TowerLaw::YorkCalc
                            ? yorkFans(spec, point, rangeK, result.outOfRange)
                            : merkelFans(spec, point, rangeK, result.outOfRange);
    result.leaving = celsius(fan.leavingC);
    result.entering = result.leaving + kelvins(rangeK);
    result.airShare = fan.airShare * fan.duty;
    result.fan = spec.fan * (fanPowerShare(fan.airShare) * fan.duty);
    result.holdsWanted = fan.holdsWanted;
    result.evaporation = kilogramsPerSecond(point.heat.in(watts) / vaporisationJKg);
    result.blowdown = result.evaporation / (spec.cyclesOfConcentration - 1.0);
    return result;
}

}  // namespace halltwin::cooling
