// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/room_check.h"

#include "model/core/geometry.h"
#include "model/thermal/room_grid.h"
#include "model/thermal/solve.h"

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

struct Solid {
    ItemId id;
    Rect footprint;
    Length height;
};

class RoomCheck {
public:
    RoomCheck(const RoomInput& room, const SolveSettings& settings)
        : m_room(room),
          m_settings(settings) {}

    std::vector<Issue> run() {
        checkHall();
        if (!m_issues.empty()) return m_issues;  // the rest would be measured against nonsense
        checkRacks();
        checkCoolers();
        checkOthers();
        checkOverlaps();
        checkCooling();
        return m_issues;
    }

private:
    void error(std::string rule, std::vector<ItemId> items, std::string message, std::string fix) {
        m_issues.push_back(makeIssue(std::move(rule), Severity::Error, std::move(items),
                                     std::move(message), std::move(fix)));
    }

    static bool inRange(double value, double least, double most) {
        return value >= least && value <= most;  // false for NaN
    }

    void checkHall();
    void checkRacks();
    void checkCoolers();
    void checkOthers();
    void checkOverlaps();
    void checkCooling();
    void checkSolid(const Solid& solid);
    bool checkPlace(ItemId id, const Rect& footprint);
    void checkPower(ItemId id, Power power);
    void checkFlow(ItemId id, VolumeFlow flow);
    void checkTemperature(ItemId id, Temperature temperature);
    void checkFraction(ItemId id, double fraction);

    const RoomInput& m_room;
    const SolveSettings& m_settings;
    std::vector<Solid> m_solids;
    std::vector<Issue> m_issues;
};

std::string named(ItemId id, std::string_view text) {
    return "Item " + std::to_string(id.value) + " " + std::string(text);
}

void RoomCheck::checkHall() {
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
    if (!inRange(m_room.airDensity.in(kilogramsPerCubicMetre), 0.2, 3.0) ||
        !inRange(m_room.stillAir.in(celsius), -60.0, 100.0))
        error("thermal.air", {}, "The air has an impossible density or temperature.",
              "Check altitude and room temperature.");
}

bool RoomCheck::checkPlace(ItemId id, const Rect& footprint) {
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

void RoomCheck::checkPower(ItemId id, Power power) {
    if (!inRange(power.in(watts), 0.0, strongestDeviceW))
        error("thermal.power", {id}, named(id, "has an impossible heat output."),
              "Use a value between 0 and 5 MW.");
}

void RoomCheck::checkFlow(ItemId id, VolumeFlow flow) {
    if (!inRange(flow.in(cubicMetresPerSecond), 0.0, greatestFlowM3S))
        error("thermal.flow", {id}, named(id, "has an impossible air flow."),
              "Use a value between 0 and 1,000 m³/s.");
}

void RoomCheck::checkTemperature(ItemId id, Temperature temperature) {
    if (!inRange(temperature.in(celsius), -60.0, 100.0))
        error("thermal.temperature", {id}, named(id, "has an impossible temperature."),
              "Use a value between −60 and 100 °C.");
}

void RoomCheck::checkFraction(ItemId id, double fraction) {
    if (!inRange(fraction, 0.0, 1.0))
        error("thermal.leakage", {id}, named(id, "has a leakage that is no share."),
              "Use a value between 0 and 1.");
}

void RoomCheck::checkSolid(const Solid& solid) {
    if (!checkPlace(solid.id, solid.footprint)) return;
    if (!inRange(solid.height.in(metres), 1e-3, longestHallM)) {
        error("thermal.size", {solid.id}, named(solid.id, "has no usable height."),
              "Give it a height.");
        return;
    }
    if (solid.height > m_room.height + metres(0.01))
        m_issues.push_back(makeIssue("thermal.tooTall", Severity::Warning, {solid.id},
                                     named(solid.id, "is taller than the hall."),
                                     "It is calculated as high as the hall."));
    m_solids.push_back(solid);
}

void RoomCheck::checkRacks() {
    for (const RackDevice& rack : m_room.racks) {
        checkSolid({rack.id, rack.footprint, rack.height});
        checkPower(rack.id, rack.airHeat);
        checkFlow(rack.id, rack.flow);
        if (rack.airHeat > watts(0.0) && rack.flow <= cubicMetresPerSecond(0.0))
            error(
                "thermal.noFlow", {rack.id},
                named(rack.id, "gives off heat but moves no air: a device with power and no flow."),
                "Give it an air flow or take its heat away by liquid.");
    }
}

void RoomCheck::checkCoolers() {
    for (const CoolerDevice& cooler : m_room.coolers) {
        checkSolid({cooler.id, cooler.footprint, cooler.height});
        checkFlow(cooler.id, cooler.flow);
        checkPower(cooler.id, cooler.fanHeat);
        checkTemperature(cooler.id, cooler.supplySetpoint);
        checkTemperature(cooler.id, cooler.waterIn);
        if (cooler.capacity) checkPower(cooler.id, *cooler.capacity);
        if (!inRange(cooler.effectivenessTimesCmin.si(), 0.0, 1e8))
            error("thermal.coil", {cooler.id}, named(cooler.id, "has an impossible coil."),
                  "Effectiveness times capacity rate must not be negative.");
    }
}

void RoomCheck::checkOthers() {
    for (const HeatSource& source : m_room.heatSources) {
        checkSolid({source.id, source.footprint, source.height});
        checkPower(source.id, source.heat);
    }
    for (const TileDevice& tile : m_room.tiles) {
        checkPlace(tile.id, tile.footprint);
        if (!inRange(tile.openArea.si(), 0.0, 1e4))
            error("thermal.tileArea", {tile.id}, named(tile.id, "has an impossible open area."),
                  "Use a value between 0 and the tile's area.");
        if (m_room.floorVoid <= metres(0.0))
            m_issues.push_back(
                makeIssue("thermal.tileOnSlab", Severity::Warning, {tile.id},
                          named(tile.id, "is a floor tile, but there is no floor void below it."),
                          "Give the hall a floor void or remove the tile. It passes no air."));
    }
    for (const Barrier& barrier : m_room.barriers) {
        checkPlace(barrier.id, barrier.footprint);
        checkFraction(barrier.id, barrier.leakage);
        if (!inRange(barrier.height.in(metres), 1e-3, longestHallM))
            error("thermal.size", {barrier.id}, named(barrier.id, "has no usable height."),
                  "Give it a height.");
    }
    for (const Containment& containment : m_room.containments) {
        checkPlace(containment.id, containment.footprint);
        checkFraction(containment.id, containment.leakage);
        if (!inRange(containment.height.in(metres), 1e-3, longestHallM))
            error("thermal.size", {containment.id}, named(containment.id, "has no usable height."),
                  "Give it a height.");
    }
}

void RoomCheck::checkOverlaps() {
    std::stable_sort(m_solids.begin(), m_solids.end(), [](const Solid& a, const Solid& b) {
        return a.footprint.min.x < b.footprint.min.x;
    });
    for (std::size_t a = 0; a < m_solids.size(); ++a)
        for (std::size_t b = a + 1; b < m_solids.size(); ++b) {
            if (m_solids[b].footprint.min.x >= m_solids[a].footprint.max.x) break;
            if (overlaps(m_solids[a].footprint, m_solids[b].footprint, metres(0.01)))
                error("thermal.overlap", {m_solids[a].id, m_solids[b].id},
                      named(m_solids[a].id, "and item ") + std::to_string(m_solids[b].id.value) +
                          " stand in the same place.",
                      "Move one of them.");
        }
}

void RoomCheck::checkCooling() {
    std::vector<ItemId> hot;
    for (const RackDevice& rack : m_room.racks)
        if (rack.airHeat > watts(0.0)) hot.push_back(rack.id);
    for (const HeatSource& source : m_room.heatSources)
        if (source.heat > watts(0.0)) hot.push_back(source.id);
    const bool cooled =
        std::any_of(m_room.coolers.begin(), m_room.coolers.end(), [](const CoolerDevice& cooler) {
            return cooler.flow > cubicMetresPerSecond(0.0);
        });
    if (!hot.empty() && !cooled)
        error("thermal.noCooling", hot, "Nothing removes the heat of this hall.",
              "Add a cooler, or switch one on.");
}

}  // namespace

std::vector<Issue> checkRoom(const RoomInput& room, const SolveSettings& settings) {
    return RoomCheck(room, settings).run();
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
