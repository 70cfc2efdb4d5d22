// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/pipes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace halltwin::cooling {

namespace {

constexpr double conductivityWMK = 0.036;  // of the insulation
constexpr double filmWM2K = 9.0;           // from its surface to still air
constexpr Length largestSmallBore = millimetres(160.0);
constexpr Length largestThinBore = millimetres(38.0);

constexpr PipeSize size(int dn, double outsideMm, double wallMm) {
    return {dn, millimetres(outsideMm), millimetres(wallMm)};
}

constexpr std::array<PipeSize, pipeSizeCount> sizes{
    size(15, 21.3, 2.77),   size(20, 26.7, 2.87),   size(25, 33.4, 3.38),    size(32, 42.2, 3.56),
    size(40, 48.3, 3.68),   size(50, 60.3, 3.91),   size(65, 73.0, 5.16),    size(80, 88.9, 5.49),
    size(100, 114.3, 6.02), size(125, 141.3, 6.55), size(150, 168.3, 7.11),  size(200, 219.1, 8.18),
    size(250, 273.0, 9.27), size(300, 323.8, 9.53), size(350, 355.6, 9.53),  size(400, 406.4, 9.53),
    size(450, 457.0, 9.53), size(500, 508.0, 9.53), size(600, 610.0, 9.53),  size(700, 711.0, 9.53),
    size(800, 813.0, 9.53), size(900, 914.0, 9.53), size(1000, 1016.0, 9.53)};

Velocity velocityIn(Length bore, VolumeFlow flow) {
    return flow / (bore * bore * (0.25 * std::numbers::pi));
}

Power gainOf(const PipePair& pair, Temperature water) {
    const double inner = pair.bore.si();
    const double outer = inner + 2.0 * pair.insulation.si();
    const double layer = std::log(outer / inner) / (2.0 * std::numbers::pi * conductivityWMK);
    const double film = 1.0 / (filmWM2K * std::numbers::pi * outer);
    const TemperatureDifference warmer = pair.surroundings - water;
    return watts(pair.length.si() * warmer.in(kelvins) / (layer + film));
}

bool isUsable(const PipePair& pair) {
    const auto isGood = [](double value) { return std::isfinite(value) && value >= 0.0; };
    const auto isTemperature = [](Temperature value) { return std::isfinite(value.in(kelvin)); };
    return isGood(pair.length.si()) && isGood(pair.flow.si()) && isGood(pair.insulation.si()) &&
           std::isfinite(pair.bore.si()) && pair.bore.si() > 0.0 && isTemperature(pair.supply) &&
           isTemperature(pair.returning) && isTemperature(pair.surroundings);
}

}  // namespace

const std::array<PipeSize, pipeSizeCount>& pipeSizes() {
    return sizes;
}

Velocity velocityLimit(Length bore) {
    return metresPerSecond(bore <= largestSmallBore ? 2.0 : 3.0);
}

std::optional<PipeSize> sizeFor(VolumeFlow flow) {
    const auto found = std::find_if(sizes.begin(), sizes.end(), [flow](const PipeSize& each) {
        const HydraulicPipe metre{.length = metres(1.0), .diameter = each.bore()};
        return velocityIn(each.bore(), flow) <= velocityLimit(each.bore()) &&
               dropOf(metre, {}, flow.si()).dropPa <= dropLimit.si();
    });
    return found == sizes.end() ? std::nullopt : std::optional(*found);
}

PipeSize nearestSize(Length bore) {
    return *std::min_element(sizes.begin(), sizes.end(), [bore](const auto& a, const auto& b) {
        return std::abs((a.bore() - bore).si()) < std::abs((b.bore() - bore).si());
    });
}

Length usualInsulation(Length bore) {
    return millimetres(bore <= largestThinBore ? 13.0 : 25.0);
}

HydraulicFluid waterAt(Temperature temperature) {
    const double c = std::clamp(temperature.in(celsius), 0.0, 100.0);
    // The parabola through the three points of the header.
    const double density = 999.8 - 0.03 * c - 0.004 * c * c;
    return {kilogramsPerCubicMetre(density),
            2.414e-5 * std::pow(10.0, 247.8 / (c + 273.15 - 140.0))};
}

Result<PipePairState> pipePairAt(const PipePair& pair) {
    if (!isUsable(pair)) {
        return fail(ErrorCode::InvalidArgument, "A figure of a pipe cannot be", "pipe",
                    "Give a bore above zero, and a length and insulation of zero or more");
    }
    const Temperature mean = pair.supply + (pair.returning - pair.supply) * 0.5;
    const HydraulicFluid fluid = waterAt(mean);
    PipePairState state;
    state.velocity = velocityIn(pair.bore, pair.flow);
    state.reynolds = fluid.density.si() * state.velocity.si() * pair.bore.si() / fluid.viscosityPaS;
    state.isFast = state.velocity > velocityLimit(pair.bore);
    const HydraulicPipe metre{.length = metres(1.0), .diameter = pair.bore};
    state.dropPerMetre = pascals(dropOf(metre, fluid, pair.flow.si()).dropPa);
    state.drop = state.dropPerMetre * (2.0 * (1.0 + fittingShare) * pair.length.in(metres));
    state.gain = gainOf(pair, pair.supply) + gainOf(pair, pair.returning);
    return state;
}

}  // namespace halltwin::cooling
