// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/openfoam_room.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace halltwin::validation {

using namespace halltwin::thermal;

namespace {

constexpr double rackFlowM3S = 8000.0 / (1.2 * 1006.0 * 12.0);  // warms its air by 12 K
constexpr int racksPerRow = 4;

Rect rectM(double x, double y, double width, double depth) {
    return {{metres(x), metres(y)}, {metres(x + width), metres(y + depth)}};
}

}  // namespace

RoomInput openfoamRoom(double supplyShare) {
    RoomInput room;
    room.width = metres(6.0);
    room.depth = metres(7.2);
    room.height = metres(3.0);
    std::int64_t id = 1;
    for (int row = 0; row < 2; ++row)
        for (int n = 0; n < racksPerRow; ++n) {
            RackDevice rack;
            rack.id = ItemId{id++};
            rack.footprint = rectM(1.8 + 0.6 * n, row == 0 ? 1.8 : 4.2, 0.6, 1.2);
            rack.height = metres(2.1);
            rack.front = row == 0 ? Direction::PlusY : Direction::MinusY;
            rack.airHeat = watts(8000.0);
            rack.flow = cubicMetresPerSecond(rackFlowM3S);
            rack.exhaustMixing = ExhaustMixing::Mixed;
            room.racks.push_back(rack);
        }
    for (int row = 0; row < 2; ++row)
        for (int n = 0; n < racksPerRow; ++n) {
            AirTerminal tile;
            tile.id = ItemId{id++};
            tile.footprint = rectM(1.8 + 0.6 * n, 3.0 + 0.6 * row, 0.6, 0.6);
            tile.flow = cubicMetresPerSecond(supplyShare * rackFlowM3S);
            tile.supplyTemperature = celsius(20.0);
            room.terminals.push_back(tile);
        }
    for (const double y : {0.6, 6.0}) {
        AirTerminal grille;
        grille.id = ItemId{id++};
        grille.footprint = rectM(1.8, y, 2.4, 0.6);
        grille.plane = TerminalPlane::Ceiling;
        grille.kind = TerminalKind::Extract;
        grille.flow = cubicMetresPerSecond(supplyShare * rackFlowM3S * racksPerRow);
        room.terminals.push_back(grille);
    }
    return room;
}

AirSettings constantViscosity(double gridM) {
    AirSettings settings;
    settings.gridM = gridM;
    settings.model.turbulence = airflow::ConstantEddy{0.02};
    settings.model.friction = airflow::WallFriction::FreeSlip;
    settings.model.turbulentPrandtl = 0.85;
    return settings;
}

AirSettings longMeans(double gridM) {
    AirSettings settings;
    settings.gridM = gridM;
    settings.limits.driftK = 1e-3;
    settings.limits.greatestMeanS = 400.0;
    return settings;
}

bool isAtEnd(std::size_t rack) {
    return rack % racksPerRow == 0 || rack % racksPerRow == racksPerRow - 1;
}

RackMeans rackMeans(const RoomResult& result) {
    RackMeans means;
    std::array<double, 2> low{1e9, 1e9};
    std::array<double, 2> high{-1e9, -1e9};
    for (std::size_t n = 0; n < result.racks.size(); ++n) {
        const double intakeC = result.racks[n].intakeMean.in(celsius);
        const std::size_t group = isAtEnd(n) ? 0 : 1;
        means.allC += intakeC / 8.0;
        (group == 0 ? means.endC : means.middleC) += intakeC / 4.0;
        low[group] = std::min(low[group], intakeC);
        high[group] = std::max(high[group], intakeC);
    }
    means.widestMirrorK = std::max(high[0] - low[0], high[1] - low[1]);
    return means;
}

}  // namespace halltwin::validation
