// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/geometry.h"
#include "model/thermal/device_law.h"
#include "model/thermal/room_checker.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace halltwin::thermal {

void RoomChecker::checkProfile(const RackDevice& rack) {
    double flow = 0.0;
    for (const RackSlice& slice : rack.slices) {
        checkPower(rack.id, slice.heat);
        checkFlow(rack.id, slice.flow);
        flow += slice.flow.in(cubicMetresPerSecond);
        const double bottom = slice.bottom.in(metres);
        const double top = slice.top.in(metres);
        if (!inRange(bottom, 0.0, rack.height.in(metres)) ||
            !inRange(top - bottom, 1e-3, rack.height.in(metres)-bottom + 1e-6))
            error("thermal.slice", {rack.id},
                  named(rack.id, "has a slice that is empty or higher than itself."),
                  "Give each slice a bottom below its top, within the rack.");
        else if (slice.heat > watts(0.0) && slice.flow <= cubicMetresPerSecond(0.0))
            error("thermal.noFlow", {rack.id},
                  named(rack.id, "has a slice that gives off heat but moves no air."),
                  "Give the slice an air flow.");
    }
    if (!rack.slices.empty() && rack.flow.si() > 0.0 && !(flow > 0.0))
        error("thermal.noFlow", {rack.id},
              named(rack.id, "moves air, but none of its slices does."),
              "Give its slices an air flow, or leave them out.");
}

void RoomChecker::checkRack(const RackDevice& rack) {
    checkSolid({rack.id, rack.footprint, rack.height});
    checkPower(rack.id, rack.airHeat);
    checkFlow(rack.id, rack.flow);
    checkFraction(rack.id, rack.blankingGap);
    checkFraction(rack.id, rack.slotGap);
    checkOpenShare(rack.id, rack.exhaustOpenShare);
    if (!inRange(rack.equipmentWidth.in(metres), 0.0, 10.0))
        error("thermal.slice", {rack.id}, named(rack.id, "has an impossible width of equipment."),
              "Use a width within the rack, or 0 for all of it.");
    checkProfile(rack);
    if (rack.airHeat > watts(0.0) && rack.flow <= cubicMetresPerSecond(0.0))
        error("thermal.noFlow", {rack.id},
              named(rack.id, "gives off heat but moves no air: a device with power and no flow."),
              "Give it an air flow or take its heat away by liquid.");
    if (!rack.rearDoor) return;
    checkCoil(rack.id, rack.rearDoor->effectivenessTimesCmin);
    checkTemperature(rack.id, rack.rearDoor->waterIn);
}

void RoomChecker::checkRacks() {
    for (const RackDevice& rack : m_room.racks)
        checkRack(rack);
}

/// Pressure must fall with the flow all the way to free delivery; a rising part has two answers.
void RoomChecker::checkFan(ItemId id, const FanCurve& curve) {
    const bool finite = inRange(curve.atNoFlow.in(pascals), 1e-3, 1e5) &&
                        inRange(curve.linearPaPerM3S, -1e6, 0.0) &&
                        inRange(curve.squarePaPerM3S2, -1e6, 0.0) &&
                        inRange(curve.speed, 1e-3, 10.0);
    if (!finite || !fanFlow(curve, pascals(0.0)))
        error("thermal.fanCurve", {id}, named(id, "has a fan curve that does not fall to zero."),
              "Give a positive pressure without flow and coefficients that are not above zero.");
}

void RoomChecker::checkOpenShare(ItemId id, double share) {
    if (!inRange(share, 1e-3, 1.0))
        error("thermal.leakage", {id}, named(id, "has an open fraction that is no share."),
              "Use a value above 0 and not above 1.");
}

void RoomChecker::checkSupplyOpening(const CoolerDevice& cooler) {
    const SupplyOpening& opening = *cooler.supplyOpening;
    checkOpenShare(cooler.id, opening.openShare);
    const double bottom = opening.bottom.in(metres);
    const double height = cooler.height.in(metres);
    if (!inRange(opening.width.in(metres), 0.0, 100.0) || !inRange(bottom, 0.0, height) ||
        !inRange(opening.top.in(metres)-bottom, 1e-3, height - bottom + 1e-6))
        error("thermal.supplyOpening", {cooler.id},
              named(cooler.id, "blows out of an opening that is empty or higher than itself."),
              "Give the opening a bottom below its top, within the cooler.");
}

void RoomChecker::checkCoolers() {
    for (const CoolerDevice& cooler : m_room.coolers) {
        checkSolid({cooler.id, cooler.footprint, cooler.height});
        checkFlow(cooler.id, cooler.flow);
        checkPower(cooler.id, cooler.fanHeat);
        checkTemperature(cooler.id, cooler.supplySetpoint);
        checkTemperature(cooler.id, cooler.waterIn);
        if (cooler.capacity) checkPower(cooler.id, *cooler.capacity);
        if (cooler.fanCurve) checkFan(cooler.id, *cooler.fanCurve);
        if (cooler.supplyOpening) checkSupplyOpening(cooler);
        checkCoil(cooler.id, cooler.effectivenessTimesCmin);
    }
}

void RoomChecker::checkBoxes() {
    for (const HeatSource& source : m_room.heatSources) {
        checkSolid({source.id, source.footprint, source.height});
        checkPower(source.id, source.heat);
    }
    for (const ImmersionTank& tank : m_room.tanks) {
        checkSolid({tank.id, tank.footprint, tank.height});
        checkTemperature(tank.id, tank.bathTemperature);
        checkCoil(tank.id, tank.surfaceConductance);
    }
}

void RoomChecker::checkOpening(ItemId id, const Rect& footprint, Area openArea) {
    checkPlace(id, footprint);
    if (!inRange(openArea.si(), 0.0, 1e4))
        error("thermal.tileArea", {id}, named(id, "has an impossible open area."),
              "Use a value between 0 and the tile's area.");
}

void RoomChecker::checkOpenings() {
    for (const TileDevice& tile : m_room.tiles) {
        checkOpening(tile.id, tile.footprint, tile.openArea);
        if (m_room.floorVoid <= metres(0.0))
            m_issues.push_back(
                makeIssue("thermal.tileOnSlab", Severity::Warning, {tile.id},
                          named(tile.id, "is a floor tile, but there is no floor void below it."),
                          "Give the hall a floor void or remove the tile. It passes no air."));
    }
    for (const CeilingGrille& grille : m_room.grilles) {
        checkOpening(grille.id, grille.footprint, grille.openArea);
        if (m_room.ceilingVoid <= metres(0.0))
            m_issues.push_back(makeIssue(
                "thermal.grilleWithoutVoid", Severity::Warning, {grille.id},
                named(grille.id, "is a ceiling grille, but there is no void above the ceiling."),
                "Give the hall a ceiling void or remove the grille. It passes no air."));
    }
}

void RoomChecker::checkTerminals() {
    for (const AirTerminal& terminal : m_room.terminals) {
        checkPlace(terminal.id, terminal.footprint);
        checkFlow(terminal.id, terminal.flow);
        checkTemperature(terminal.id, terminal.supplyTemperature);
        checkOpenShare(terminal.id, terminal.openFraction);
    }
}

void RoomChecker::checkBarriers() {
    for (const Barrier& barrier : m_room.barriers) {
        checkPlace(barrier.id, barrier.footprint);
        checkFraction(barrier.id, barrier.leakage);
        checkHeight(barrier.id, barrier.height);
        if (!inRange(barrier.bottom.in(metres), 0.0, barrier.height.in(metres)))
            error("thermal.height", {barrier.id}, named(barrier.id, "ends below where it begins."),
                  "Use a bottom between the floor and its top.");
    }
    for (const Containment& containment : m_room.containments) {
        checkPlace(containment.id, containment.footprint);
        checkFraction(containment.id, containment.leakage);
        checkFraction(containment.id, containment.doorOpening);
        checkHeight(containment.id, containment.height);
    }
}

void RoomChecker::checkOverlaps() {
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

/// Two terminals on one place would give its air twice.
void RoomChecker::checkTerminalOverlaps() {
    for (std::size_t a = 0; a < m_room.terminals.size(); ++a)
        for (std::size_t b = a + 1; b < m_room.terminals.size(); ++b) {
            const AirTerminal& one = m_room.terminals[a];
            const AirTerminal& other = m_room.terminals[b];
            if (one.plane == other.plane && overlaps(one.footprint, other.footprint, metres(0.01)))
                error("thermal.overlap", {one.id, other.id},
                      named(one.id, "and item ") + std::to_string(other.id.value) +
                          " take the same place of floor or ceiling.",
                      "Move one of them.");
        }
}

/// By anything that takes heat out of the room's air.
bool RoomChecker::heatCanLeave() const {
    const auto& racks = m_room.racks;
    const auto& walls = m_room.envelope.walls;
    return std::any_of(m_room.coolers.begin(), m_room.coolers.end(),
                       [](const CoolerDevice& cooler) { return cooler.flow.si() > 0.0; }) ||
           std::any_of(m_room.terminals.begin(), m_room.terminals.end(),
                       [](const AirTerminal& terminal) {
                           return terminal.kind == TerminalKind::Extract &&
                                  terminal.flow.si() > 0.0;
                       }) ||
           std::any_of(racks.begin(), racks.end(),
                       [](const RackDevice& rack) {
                           return rack.rearDoor && rack.flow.si() > 0.0 &&
                                  rack.rearDoor->effectivenessTimesCmin.si() > 0.0;
                       }) ||
           std::any_of(walls.begin(), walls.end(),
                       [](const EnvelopeSide& side) { return side.transmittance.si() > 0.0; }) ||
           m_room.envelope.roof.transmittance.si() > 0.0 ||
           m_room.envelope.floor.transmittance.si() > 0.0;
}

void RoomChecker::checkCooling() {
    std::vector<ItemId> hot;
    for (const RackDevice& rack : m_room.racks)
        if (rack.airHeat > watts(0.0)) hot.push_back(rack.id);
    for (const HeatSource& source : m_room.heatSources)
        if (source.heat > watts(0.0)) hot.push_back(source.id);
    const bool warm = !hot.empty() || m_room.lightsHeat + m_room.peopleHeat > watts(0.0);
    if (warm && !heatCanLeave())
        error("thermal.noCooling", hot, "Nothing removes the heat of this hall.",
              "Add a cooler, or switch one on.");
}

}  // namespace halltwin::thermal
