// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/pod2_room.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>

namespace halltwin::validation {

using namespace halltwin::thermal;

namespace {

constexpr double airHeatCapacityJM3K = 1197.0;
constexpr double flowAtFullSignalM3S = 2.2;
constexpr double rackWidthM = 0.62;
constexpr double leftFrontM = 1.79;  // row L: R07 … R12 from y = 0 up, intake to −x
constexpr double leftRearM = 2.67;
constexpr double rightRearM = 4.37;  // row R: R06 … R01 from y = 0 up, intake to +x
constexpr double rightFrontM = 5.25;
constexpr std::array<double, 10> chassisM{0.3,  0.4,  0.5,  0.7,  0.8,
                                          1.17, 1.27, 1.37, 1.57, 1.67};  // lower edges

Rect rectM(double x0, double y0, double x1, double y1) {
    return {{metres(x0), metres(y0)}, {metres(x1), metres(y1)}};
}

/// Racks of the slower kind of server, by number.
bool isSlow(int number) {
    return number <= 3 || number == 7 || number == 10;
}

RackDevice rackOf(const Pod2Window& window, int number, double slotGap) {
    const bool left = number >= 7;
    const double y = rackWidthM * (left ? number - 7 : 6 - number);
    RackDevice rack;
    rack.id = ItemId{number};
    rack.footprint = left ? rectM(leftFrontM, y, leftRearM, y + rackWidthM)
                          : rectM(rightRearM, y, rightFrontM, y + rackWidthM);
    rack.height = metres(2.22);
    rack.front = left ? Direction::MinusX : Direction::PlusX;
    rack.airHeat =
        watts(window.racks[static_cast<std::size_t>(number - 1)].serverPowerW + window.otherPowerW);
    rack.flow = cubicMetresPerSecond(isSlow(number) ? 0.240 : 0.267);
    for (const double bottom : chassisM)
        rack.slices.push_back(
            {metres(bottom), metres(bottom + 0.1), rack.airHeat * 0.1, rack.flow * 0.1});
    rack.equipmentWidth = metres(0.45);
    rack.slotGap = slotGap;
    return rack;
}

CoolerDevice coolerOf(const Pod2Cooler& measured, int index, double openShare) {
    const bool right = index < 2;
    const double y = index == 0 || index == 3 ? 2.275 : 0.6;
    CoolerDevice cooler;
    cooler.id = ItemId{13 + index};
    cooler.footprint = right ? rectM(6.44, y, 6.95, y + 1.225) : rectM(0.0, y, 0.51, y + 1.225);
    cooler.height = metres(2.55);
    cooler.front = right ? Direction::MinusX : Direction::PlusX;
    cooler.underfloorSupply = false;
    cooler.flow = cubicMetresPerSecond(0.01 * measured.fanSignal * flowAtFullSignalM3S);
    cooler.supplySetpoint = celsius(measured.supplyC);
    cooler.supplyOpening = SupplyOpening{metres(1.0), metres(0.1), metres(1.875), openShare};
    return cooler;
}

std::vector<double> ranks(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> result(values.size());
    for (std::size_t n = 0; n < order.size(); ++n)
        result[order[n]] = static_cast<double>(n);
    return result;
}

double rankCorrelation(const std::vector<double>& a, const std::vector<double>& b) {
    const std::vector<double> ra = ranks(a);
    const std::vector<double> rb = ranks(b);
    const auto n = static_cast<double>(a.size());
    double squares = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        squares += (ra[i] - rb[i]) * (ra[i] - rb[i]);
    return 1.0 - 6.0 * squares / (n * (n * n - 1.0));
}

void compareRacks(const RoomResult& result, const Pod2Window& window, Pod2Errors& errors) {
    std::vector<double> calculated;
    std::vector<double> measured;
    for (std::size_t n = 0; n < window.racks.size(); ++n) {
        // The ten chassis weigh the same in what was measured: so do the rack's slices by flow.
        const double intakeC = result.racks[n].intakeMean.in(celsius);
        const double difference = intakeC - window.racks[n].intakeC;
        calculated.push_back(intakeC);
        measured.push_back(window.racks[n].intakeC);
        errors.intakeBias += difference / 12.0;
        errors.intakeMeanAbs += std::abs(difference) / 12.0;
        errors.intakeWorst = std::max(errors.intakeWorst, std::abs(difference));
        errors.outletBias +=
            (result.racks[n].outletMean.in(celsius)-window.racks[n].outletC) / 12.0;
    }
    errors.rankCorrelation = rankCorrelation(calculated, measured);
    for (std::size_t n = 0; n < window.coolers.size(); ++n) {
        const double returnC = result.coolers[n].returnT.in(celsius);
        errors.returnWorst =
            std::max(errors.returnWorst, std::abs(returnC - window.coolers[n].returnC));
    }
}

void compareStrips(const RoomResult& result, const Pod2Window& window, Pod2Errors& errors) {
    double front = 0.0;
    double rear = 0.0;
    for (std::size_t n = 0; n < window.strips.size(); ++n) {
        for (std::size_t level = 0; level < stripHeightsM.size(); ++level) {
            const double heightM = stripHeightsM[level];
            const double frontC = temperatureAt(result, stripPlace(n, Pod2Side::Front), heightM);
            const double rearC = temperatureAt(result, stripPlace(n, Pod2Side::Rear), heightM);
            front += std::pow(frontC - window.strips[n].frontC[level], 2) / 12.0;
            rear += std::pow(rearC - window.strips[n].rearC[level], 2) / 12.0;
            if (level > 0) errors.topOverMiddle += (level == 2 ? frontC : -frontC) / 4.0;
        }
    }
    errors.frontRms = std::sqrt(front);
    errors.rearRms = std::sqrt(rear);
    errors.allRms = std::sqrt(0.5 * (front + rear));
}

}  // namespace

RoomInput pod2Room(const Pod2Window& window, const Pod2Unknowns& unknowns) {
    RoomInput room;
    room.width = metres(6.95);
    room.depth = metres(4.87);
    room.height = metres(3.0);
    room.tilePitch = metres(rackWidthM);
    room.airDensity = kilogramsPerCubicMetre(airHeatCapacityJM3K / 1006.0);
    for (int number = 1; number <= 12; ++number)
        room.racks.push_back(rackOf(window, number, unknowns.slotGap));
    for (int index = 0; index < 4; ++index)
        room.coolers.push_back(coolerOf(window.coolers[static_cast<std::size_t>(index)], index,
                                        unknowns.supplyOpenShare));
    room.barriers.push_back({ItemId{17}, rectM(0.0, 3.72, 6.95, 4.87), metres(2.25), 0.0});
    std::int64_t beam = 18;
    for (const double x : {2.5, 4.5})
        room.barriers.push_back(
            {ItemId{beam++}, rectM(x, 0.0, x + 0.25, 4.87), metres(3.0), 0.0, metres(2.65)});
    return room;
}

Pod2Place stripPlace(std::size_t strip, Pod2Side side) {
    constexpr double beforeM = 0.036;
    constexpr double behindM = 0.2;
    const double yM = rackWidthM * (strip == 1 || strip == 2 ? 1.5 : 4.5);
    if (strip >= 2)  // row L
        return {side == Pod2Side::Front ? leftFrontM - beforeM : leftRearM + behindM, yM};
    return {side == Pod2Side::Front ? rightFrontM + beforeM : rightRearM - behindM, yM};
}

double temperatureAt(const RoomResult& result, const Pod2Place& place, double heightM) {
    const Grid& grid = result.grid;
    const int i = cellAt(grid.x, place.xM);
    const int k = cellAt(grid.z, heightM);
    const int next = heightM > grid.z.centre(k) ? k + 1 : k - 1;
    const double share = (heightM - grid.z.centre(k)) / (grid.z.centre(next) - grid.z.centre(k));
    double mean = 0.0;
    for (const double beside : {-0.01, 0.01}) {
        const int j = cellAt(grid.y, place.yM + beside);
        mean += 0.5 * ((1.0 - share) * result.temperatureC[grid.index(i, j, k)] +
                       share * result.temperatureC[grid.index(i, j, next)]);
    }
    return mean;
}

Pod2Errors pod2Errors(const RoomResult& result, const Pod2Window& window) {
    Pod2Errors errors;
    compareRacks(result, window, errors);
    compareStrips(result, window, errors);
    return errors;
}

}  // namespace halltwin::validation
