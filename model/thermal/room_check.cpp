// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/room_check.h"

#include "model/core/geometry.h"
#include "model/thermal/room_checker.h"
#include "model/thermal/room_grid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>

namespace halltwin::thermal {

namespace {

constexpr double longestHallM = 2000.0;
constexpr double strongestDeviceW = 5e6;
constexpr double greatestFlowM3S = 1000.0;

}  // namespace

std::vector<Issue> RoomChecker::run() {
    checkHall();
    if (!m_issues.empty()) return m_issues;  // the rest would be measured against nonsense
    checkAir();
    checkEnvelope();
    checkRacks();
    checkCoolers();
    checkBoxes();
    checkOpenings();
    checkTerminals();
    checkBarriers();
    checkOverlaps();
    checkTerminalOverlaps();
    checkCooling();
    return m_issues;
}

void RoomChecker::checkHall() {
    const auto wide = [](Length length) { return inRange(length.in(metres), 1e-3, longestHallM); };
    if (!wide(m_room.width) || !wide(m_room.depth) || !wide(m_room.height)) {
        error("thermal.hallSize", {}, "The hall has no usable size.",
              "Give width, depth and height between 1 mm and 2,000 m.");
        return;
    }
    if (!inRange(m_room.floorVoid.in(metres), 0.0, 10.0) ||
        !inRange(m_room.tilePitch.in(metres), 0.05, 10.0) ||
        !inRange(m_room.floorLeakage, 0.0, 1.0)) {
        error("thermal.floor", {}, "The raised floor has impossible dimensions.",
              "Use a void of 0–10 m, tiles of 0.05–10 m and a leakage between 0 and 1.");
        return;
    }
    if (!inRange(m_room.ceilingVoid.in(metres), 0.0, 10.0) ||
        !inRange(m_room.ceilingLeakage, 0.0, 1.0)) {
        error("thermal.ceiling", {}, "The ceiling void has impossible dimensions.",
              "Use a void of 0–10 m and a leakage between 0 and 1.");
        return;
    }
    if (!inRange(m_settings.gridM, 0.01, 10.0)) {
        error("thermal.grid", {}, "The grid size cannot be used.", "Choose 0.01–10 m.");
        return;
    }
    const double cell = cellSizeM(m_room, m_settings);
    if (std::min(m_room.width, m_room.depth).in(metres) < cell)
        error("thermal.hallThin", {}, "The hall is narrower than one grid cell.",
              "Make the hall larger or the grid finer.");
    if (estimatedCells(m_room, m_settings) > static_cast<double>(m_settings.maxCells))
        error("thermal.tooManyCells", {}, "The grid would have too many cells.",
              "Choose a coarser grid.");
}

void RoomChecker::checkAir() {
    if (!inRange(m_room.airDensity.in(kilogramsPerCubicMetre), 0.2, 3.0) ||
        !inRange(m_room.stillAir.in(celsius), -60.0, 100.0))
        error("thermal.air", {}, "The air has an impossible density or temperature.",
              "Check altitude and room temperature.");
    if (!inRange(m_room.lightsHeat.in(watts), 0.0, strongestDeviceW) ||
        !inRange(m_room.peopleHeat.in(watts), 0.0, strongestDeviceW))
        error("thermal.power", {}, "Lights or people give off an impossible heat.",
              "Use values between 0 and 5 MW.");
}

void RoomChecker::checkEnvelope() {
    const auto check = [&](const EnvelopeSide& side, const char* name) {
        if (inRange(side.transmittance.in(wattsPerSquareMetreKelvin), 0.0, 100.0) &&
            inRange(side.outside.in(celsius), -90.0, 150.0))
            return;
        error("thermal.envelope", {},
              std::string("The ") + name + " has an impossible U-value or outside temperature.",
              "Use 0–100 W/(m² K) and −90 to 150 °C.");
    };
    constexpr std::array<const char*, 4> names{"lower wall", "right wall", "upper wall",
                                               "left wall"};
    for (std::size_t n = 0; n < names.size(); ++n)
        check(m_room.envelope.walls[n], names[n]);
    check(m_room.envelope.roof, "roof");
    check(m_room.envelope.floor, "floor");
}

bool RoomChecker::checkPlace(ItemId id, const Rect& footprint) {
    const Rect hall{{}, {m_room.width, m_room.depth}};
    const bool finite = std::isfinite(footprint.min.x.si() + footprint.min.y.si()) &&
                        std::isfinite(footprint.max.x.si() + footprint.max.y.si());
    if (!finite || footprint.width() <= metres(0.0) || footprint.depth() <= metres(0.0)) {
        error("thermal.size", {id}, named(id, "has no usable footprint."), "Give it a size.");
        return false;
    }
    if (contains(hall, footprint, metres(0.01))) return true;
    error("thermal.outside", {id}, named(id, "stands outside the hall."),
          "Move it inside or make the hall larger.");
    return false;
}

void RoomChecker::checkPower(ItemId id, Power power) {
    if (!inRange(power.in(watts), 0.0, strongestDeviceW))
        error("thermal.power", {id}, named(id, "has an impossible heat output."),
              "Use a value between 0 and 5 MW.");
}

void RoomChecker::checkFlow(ItemId id, VolumeFlow flow) {
    if (!inRange(flow.in(cubicMetresPerSecond), 0.0, greatestFlowM3S))
        error("thermal.flow", {id}, named(id, "has an impossible air flow."),
              "Use a value between 0 and 1,000 m³/s.");
}

void RoomChecker::checkTemperature(ItemId id, Temperature temperature) {
    if (!inRange(temperature.in(celsius), -60.0, 100.0))
        error("thermal.temperature", {id}, named(id, "has an impossible temperature."),
              "Use a value between −60 and 100 °C.");
}

void RoomChecker::checkFraction(ItemId id, double fraction) {
    if (!inRange(fraction, 0.0, 1.0))
        error("thermal.leakage", {id}, named(id, "has a leakage that is no share."),
              "Use a value between 0 and 1.");
}

void RoomChecker::checkHeight(ItemId id, Length height) {
    if (!inRange(height.in(metres), 1e-3, longestHallM))
        error("thermal.size", {id}, named(id, "has no usable height."), "Give it a height.");
}

void RoomChecker::checkCoil(ItemId id, HeatCapacityRate rate) {
    if (!inRange(rate.in(wattsPerKelvin), 0.0, 1e8))
        error("thermal.coil", {id}, named(id, "has an impossible coil or surface."),
              "Use a value between 0 and 100 MW/K.");
}

void RoomChecker::checkSolid(const Solid& solid) {
    if (!checkPlace(solid.id, solid.footprint)) return;
    checkHeight(solid.id, solid.height);
    if (solid.height > m_room.height + metres(0.01))
        m_issues.push_back(makeIssue("thermal.tooTall", Severity::Warning, {solid.id},
                                     named(solid.id, "is taller than the hall."),
                                     "It is calculated as high as the hall."));
    m_solids.push_back(solid);
}

std::vector<Issue> checkRoom(const RoomInput& room, const SolveSettings& settings) {
    return RoomChecker(room, settings).run();
}

Error toError(const Issue& issue) {
    constexpr std::array<std::string_view, 4> outOfRange{"thermal.power", "thermal.flow",
                                                         "thermal.temperature", "thermal.leakage"};
    ErrorCode code = ErrorCode::InvalidArgument;
    if (std::find(outOfRange.begin(), outOfRange.end(), issue.rule) != outOfRange.end())
        code = ErrorCode::OutOfRange;
    if (issue.rule == "thermal.tooManyCells" || issue.rule == "thermal.overload")
        code = ErrorCode::OverLimit;
    std::string context = issue.rule;
    for (const ItemId item : issue.items)
        context += " " + std::to_string(item.value);
    return {code, issue.message, context, issue.fix};
}

}  // namespace halltwin::thermal
