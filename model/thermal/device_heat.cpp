// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/device_heat.h"

#include "model/thermal/device_law.h"
#include "model/thermal/gmres.h"
#include "model/thermal/room_check.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace halltwin::thermal {

namespace {

constexpr int mostChoices = 30;
constexpr double hottestC = 1000.0;

class Coupling {
public:
    Coupling(const RoomInput& room, const Raster& raster, const EnergyEquation& energy)
        : m_room(room),
          m_raster(raster),
          m_energy(energy),
          m_datumC(energy.datumC()) {}

    Result<DeviceHeat> solve(double heatTolerance, const std::stop_token& stop);

private:
    [[nodiscard]] DeviceKind kind(std::size_t slice) const {
        return m_raster.devices[m_raster.slices[slice].device].kind;
    }
    [[nodiscard]] const CoolerDevice& cooler(std::size_t slice) const {
        return m_room.coolers[m_raster.devices[m_raster.slices[slice].device].input];
    }
    void startLaws();
    [[nodiscard]] double shiftK(const OutletLaw& law) const {
        return law.shiftC + (law.share - 1.0) * m_datumC;
    }
    void intakes(const std::vector<double>& outlets, EnergyEquation::Heat heat,
                 std::vector<double>& means);
    bool solveOutlets(double tolerance, DeviceHeat& state);
    bool chooseLaws(DeviceHeat& state);
    void closeTerminals(DeviceHeat& state) const;
    [[nodiscard]] Result<void> checkCapacity() const;
    [[nodiscard]] bool hasOtherSinks() const;
    [[nodiscard]] double totalHeatW() const;

    const RoomInput& m_room;
    const Raster& m_raster;
    const EnergyEquation& m_energy;
    double m_datumC;
    std::vector<OutletLaw> m_laws;
    std::vector<double> m_temperature;
};

double Coupling::totalHeatW() const {
    double total = m_raster.roomHeatW;
    for (const RasterHeat& heat : m_raster.heats)
        total += heat.powerW;
    for (std::size_t n = 0; n < m_raster.slices.size(); ++n) {
        total += m_raster.slices[n].heatW;
        if (kind(n) == DeviceKind::Cooler) total += cooler(n).fanHeat.in(watts);
    }
    return total;
}

/// Ways out for heat besides the coolers' coils.
bool Coupling::hasOtherSinks() const {
    return !m_raster.exchanges.empty() ||
           std::any_of(m_raster.devices.begin(), m_raster.devices.end(),
                       [&](const RasterDevice& device) {
                           return device.kind == DeviceKind::Terminal ||
                                  (device.kind == DeviceKind::Rack &&
                                   m_room.racks[device.input].rearDoor.has_value());
                       });
}

Result<void> Coupling::checkCapacity() const {
    if (hasOtherSinks()) return {};
    double capacity = 0.0;
    std::vector<ItemId> items;
    for (std::size_t n = 0; n < m_raster.slices.size(); ++n) {
        if (kind(n) != DeviceKind::Cooler) continue;
        if (!cooler(n).capacity) return {};
        capacity += cooler(n).capacity->in(watts);
        items.push_back(cooler(n).id);
    }
    const double heat = totalHeatW();
    if (items.empty() || heat <= capacity) return {};
    const auto kilowattText = [](double powerW) {
        return std::to_string(std::lround(powerW / 1e3));
    };
    return tl::unexpected(toError(makeIssue("thermal.overload", Severity::Error, items,
                                            "The coolers can remove " + kilowattText(capacity) +
                                                " kW of the " + kilowattText(heat) +
                                                " kW in this hall: it would heat up without end.",
                                            "Add cooling capacity or reduce the load.")));
}

/// Coolers begin at their set-points, which nearly all of them will hold.
void Coupling::startLaws() {
    m_laws.clear();
    for (std::size_t n = 0; n < m_raster.slices.size(); ++n)
        m_laws.push_back(kind(n) == DeviceKind::Cooler
                             ? OutletLaw{0.0, cooler(n).supplySetpoint.in(celsius)}
                             : outletLaw(m_room, m_raster, n, m_datumC));
}

void Coupling::intakes(const std::vector<double>& outlets, EnergyEquation::Heat heat,
                       std::vector<double>& means) {
    m_energy.sweep(outlets, heat, m_temperature);
    means.clear();
    for (const RasterSlice& slice : m_raster.slices)
        means.push_back(slice.intake.cells.empty() ? 0.0 : meanOver(slice.intake, m_temperature));
}

/// (I − D W) outlets = D w₀ + shift, with W the air's recirculation, w₀ what heat sources add, D
/// the laws' shares.
bool Coupling::solveOutlets(double tolerance, DeviceHeat& state) {
    const std::size_t count = m_raster.slices.size();
    std::vector<double> means;
    intakes(std::vector<double>(count, 0.0), EnergyEquation::Heat::Include, means);
    std::vector<double> right(count, 0.0);
    for (std::size_t n = 0; n < count; ++n)
        right[n] = m_laws[n].share * means[n] + shiftK(m_laws[n]);
    const auto action = [&](const std::vector<double>& outlets, std::vector<double>& result) {
        intakes(outlets, EnergyEquation::Heat::Ignore, means);
        result.resize(count);
        for (std::size_t n = 0; n < count; ++n)
            result[n] = outlets[n] - m_laws[n].share * means[n];
    };
    std::vector<double> outlets;
    const bool solved = solveGmres(action, right, tolerance, outlets);
    intakes(outlets, EnergyEquation::Heat::Include, means);
    state.outletC = outlets;
    state.intakeC = means;
    for (std::size_t n = 0; n < count; ++n) {
        state.outletC[n] += m_datumC;
        state.intakeC[n] += m_datumC;
    }
    return solved;
}

/// False when the laws stayed as they were.
bool Coupling::chooseLaws(DeviceHeat& state) {
    bool changed = false;
    state.atLimit.assign(m_raster.slices.size(), 0);
    for (std::size_t n = 0; n < m_raster.slices.size(); ++n) {
        if (kind(n) != DeviceKind::Cooler) continue;
        OutletLaw law = outletLaw(m_room, m_raster, n, state.intakeC[n]);
        law.atLimit = false;  // the coefficients alone decide
        changed = changed || !(law == m_laws[n]);
        m_laws[n] = law;
        const double setpointC = cooler(n).supplySetpoint.in(celsius);
        state.atLimit[n] = state.outletC[n] > setpointC + 1e-6 ? 1 : 0;
    }
    return changed;
}

void Coupling::closeTerminals(DeviceHeat& state) const {
    for (std::size_t n = 0; n < m_raster.slices.size(); ++n) {
        if (m_raster.slices[n].intake.cells.empty()) state.intakeC[n] = state.outletC[n];
        if (m_raster.slices[n].outlet.cells.empty()) state.outletC[n] = state.intakeC[n];
    }
}

Result<DeviceHeat> Coupling::solve(double heatTolerance, const std::stop_token& stop) {
    if (auto enough = checkCapacity(); !enough) return tl::unexpected(enough.error());
    startLaws();
    DeviceHeat state;
    // Temperatures are of the order of 10 K above the datum; a tenth of the books' tolerance leaves
    // them room.
    const double tolerance =
        heatTolerance * std::max<double>(1.0, std::sqrt(static_cast<double>(m_laws.size())));
    for (int choice = 0; choice < mostChoices && !state.converged; ++choice) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, "The temperature calculation was cancelled.");
        const bool solved = solveOutlets(tolerance, state);
        const bool bounded =
            std::all_of(state.outletC.begin(), state.outletC.end(),
                        [](double outletC) { return std::abs(outletC) < hottestC; });
        if (!solved || !bounded)
            return fail(
                ErrorCode::NotConverged,
                "Part of the hall heats up without end: its air never reaches a cooler that "
                "can take the heat.",
                "thermal.runaway", "Add cooling where the heat is.");
        state.converged = !chooseLaws(state) && solved;
    }
    closeTerminals(state);
    state.exchangedW = m_energy.exchangedW(m_temperature);
    state.temperatureC = m_temperature;
    state.temperatureC.resize(m_raster.grid.box.size());
    for (double& value : state.temperatureC)
        value += m_datumC;
    return state;
}

}  // namespace

double datumOf(const RoomInput& room, const Raster& raster) {
    double datumC = std::numeric_limits<double>::infinity();
    for (const RasterDevice& device : raster.devices) {
        if (device.kind == DeviceKind::Cooler)
            datumC = std::min(datumC, room.coolers[device.input].supplySetpoint.in(celsius));
        if (device.kind == DeviceKind::Terminal &&
            room.terminals[device.input].kind == TerminalKind::Supply)
            datumC = std::min(datumC, room.terminals[device.input].supplyTemperature.in(celsius));
    }
    return std::isfinite(datumC) ? datumC : room.stillAir.in(celsius);
}

Result<DeviceHeat> coupleDevices(const RoomInput& room, const Raster& raster,
                                 const EnergyEquation& energy, double heatTolerance,
                                 const std::stop_token& stop) {
    return Coupling(room, raster, energy).solve(heatTolerance, stop);
}

}  // namespace halltwin::thermal
