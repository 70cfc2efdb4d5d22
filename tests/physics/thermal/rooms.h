// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/room.h"

#include <cstdint>

namespace halltwin::tests {

[[nodiscard]] inline Rect rectM(double x, double y, double width, double depth) {
    return {{metres(x), metres(y)}, {metres(x + width), metres(y + depth)}};
}

/// 125 cubic feet per minute for each kilowatt.
inline constexpr double usualFlowM3SPerKw = 125.0 * 4.719474432e-4;

/// Builds halls in a few words. Ids count up from 1 in the order of the calls.
class RoomBuilder {
public:
    RoomBuilder(double widthM, double depthM, double heightM = 3.6) {
        room.width = metres(widthM);
        room.depth = metres(depthM);
        room.height = metres(heightM);
    }

    RoomBuilder& withFloorVoid(double depthM, double leakage) {
        room.floorVoid = metres(depthM);
        room.floorLeakage = leakage;
        return *this;
    }
    RoomBuilder& withRack(double x, double y, Direction front, double kilowattsOfHeat) {
        thermal::RackDevice rack;
        rack.id = next();
        rack.footprint = rectM(x, y, 0.6, 1.2);
        rack.front = front;
        rack.airHeat = kilowatts(kilowattsOfHeat);
        rack.flow = cubicMetresPerSecond(kilowattsOfHeat * usualFlowM3SPerKw);
        room.racks.push_back(rack);
        return *this;
    }
    RoomBuilder& withCooler(const Rect& footprint, Direction front, double flowM3S) {
        thermal::CoolerDevice cooler;
        cooler.id = next();
        cooler.footprint = footprint;
        cooler.front = front;
        cooler.flow = cubicMetresPerSecond(flowM3S);
        room.coolers.push_back(cooler);
        return *this;
    }
    RoomBuilder& withTile(double x, double y, double openFraction) {
        const double pitchM = room.tilePitch.in(metres);
        room.tiles.push_back(
            {next(), rectM(x, y, pitchM, pitchM), squareMetres(pitchM * pitchM * openFraction)});
        return *this;
    }
    RoomBuilder& withBarrier(const Rect& footprint, double heightM, double leakage) {
        thermal::Barrier barrier;
        barrier.id = next();
        barrier.footprint = footprint;
        barrier.height = metres(heightM);
        barrier.leakage = leakage;
        room.barriers.push_back(barrier);
        return *this;
    }
    RoomBuilder& withContainment(const Rect& footprint, double heightM, double leakage) {
        room.containments.push_back({next(), footprint, metres(heightM), leakage, Rotation::R0});
        return *this;
    }
    RoomBuilder& withHeatSource(const Rect& footprint, double heightM, double kilowattsOfHeat) {
        room.heatSources.push_back(
            {next(), footprint, metres(heightM), kilowatts(kilowattsOfHeat)});
        return *this;
    }

    RoomBuilder& withCeilingVoid(double heightM, double leakage) {
        room.ceilingVoid = metres(heightM);
        room.ceilingLeakage = leakage;
        return *this;
    }
    RoomBuilder& withGrille(const Rect& footprint, double openFraction) {
        room.grilles.push_back({next(), footprint, footprint.area() * openFraction});
        return *this;
    }
    RoomBuilder& withSupply(const Rect& footprint, thermal::TerminalPlane plane, double flowM3S,
                            double temperatureC) {
        room.terminals.push_back({next(), footprint, plane, thermal::TerminalKind::Supply,
                                  cubicMetresPerSecond(flowM3S), celsius(temperatureC)});
        return *this;
    }
    RoomBuilder& withExtract(const Rect& footprint, thermal::TerminalPlane plane, double flowM3S) {
        room.terminals.push_back({next(), footprint, plane, thermal::TerminalKind::Extract,
                                  cubicMetresPerSecond(flowM3S)});
        return *this;
    }
    RoomBuilder& withTank(const Rect& footprint, double heightM, double bathC,
                          double conductanceWK) {
        room.tanks.push_back(
            {next(), footprint, metres(heightM), celsius(bathC), wattsPerKelvin(conductanceWK)});
        return *this;
    }

    thermal::RoomInput room;

private:
    ItemId next() { return ItemId{++m_id}; }

    std::int64_t m_id = 0;
};

/// Two cold aisles along x between four rows of `racksPerRow` racks, tiles in the aisles, coolers
/// on both short sides that supply `supplyRatio` of what the racks draw.
[[nodiscard]] inline RoomBuilder twoAisles(int racksPerRow, double kilowattsPerRack,
                                           double supplyRatio = 1.1) {
    RoomBuilder builder(18.0, 14.4);
    builder.withFloorVoid(0.8, 0.0025);
    for (const double aisle : {3.0, 9.6})
        for (int n = 0; n < racksPerRow; ++n) {
            const double x = 4.2 + 0.6 * n;
            builder.withRack(x, aisle - 1.2, Direction::PlusY, kilowattsPerRack);
            builder.withRack(x, aisle + 1.2, Direction::MinusY, kilowattsPerRack);
            builder.withTile(x, aisle, 0.56).withTile(x, aisle + 0.6, 0.56);
        }
    const double flow = 4 * racksPerRow * kilowattsPerRack * usualFlowM3SPerKw * supplyRatio;
    for (const double y : {1.8, 10.2}) {
        builder.withCooler(rectM(0.6, y, 1.2, 2.4), Direction::PlusX, flow / 4);
        builder.withCooler(rectM(16.2, y, 1.2, 2.4), Direction::MinusX, flow / 4);
    }
    return builder;
}

}  // namespace halltwin::tests
