// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/device_heat.h"

#include "model/core/air.h"
#include "model/thermal/gmres.h"
#include "model/thermal/room_check.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>

namespace halltwin::thermal {

namespace {

constexpr int mostChoices = 30;
constexpr double hottestC = 1000.0;

/// outlet = share · intake + shift
struct OutletLaw {
    double share = 1.0;
    double shift = 0.0;  ///< K; °C where share is 0

    bool operator==(const OutletLaw&) const = default;
};

class Coupling {
public:
    Coupling(const RoomInput& room, const Raster& raster, const EnergyEquation& energy)
        : m_room(room),
          m_raster(raster),
          m_energy(energy),
          m_heatCapacity(volumetricHeat(room)) {}

    Result<DeviceHeat> solve(double heatTolerance, const std::stop_token& stop);

private:
    [[nodiscard]] std::size_t devices() const {
        return m_raster.racks.size() + m_raster.coolers.size();
    }
    [[nodiscard]] const CoolerDevice& input(const RasterDevice& cooler) const {
        return m_room.coolers[cooler.input];
    }
    void startLaws();
    [[nodiscard]] OutletLaw coolerLaw(const RasterDevice& cooler, double intakeC) const;
    void intakes(const std::vector<double>& outlets, EnergyEquation::Heat heat,
                 std::vector<double>& means);
    bool solveOutlets(double tolerance, DeviceHeat& state);
    bool chooseLaws(DeviceHeat& state);
    [[nodiscard]] Result<void> checkCapacity() const;
    [[nodiscard]] double totalHeatW() const;

    const RoomInput& m_room;
    const Raster& m_raster;
    const EnergyEquation& m_energy;
    double m_heatCapacity;
    double m_datumC = 0.0;  ///< temperatures are solved for above the lowest set-point, where
                            ///< digits are worth most
    std::vector<OutletLaw> m_laws;
    std::vector<double> m_temperature;
};

double Coupling::totalHeatW() const {
    double total = 0.0;
    for (const RasterDevice& rack : m_raster.racks)
        total += m_room.racks[rack.input].airHeat.in(watts);
    for (const RasterHeat& heat : m_raster.heats)
        total += heat.powerW;
    for (const RasterDevice& cooler : m_raster.coolers)
        total += input(cooler).fanHeat.in(watts);
    return total;
}

Result<void> Coupling::checkCapacity() const {
    double capacity = 0.0;
    std::vector<ItemId> items;
    for (const RasterDevice& cooler : m_raster.coolers) {
        if (!input(cooler).capacity) return {};
        capacity += input(cooler).capacity->in(watts);
        items.push_back(cooler.id);
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

void Coupling::startLaws() {
    m_laws.clear();
    m_datumC = std::numeric_limits<double>::infinity();
    for (const RasterDevice& cooler : m_raster.coolers)
        m_datumC = std::min(m_datumC, input(cooler).supplySetpoint.in(celsius));
    if (m_raster.coolers.empty()) m_datumC = m_room.stillAir.in(celsius);
    for (const RasterDevice& rack : m_raster.racks)
        m_laws.push_back(
            {1.0, m_room.racks[rack.input].airHeat.in(watts) / (m_heatCapacity * rack.flowM3S)});
    for (const RasterDevice& cooler : m_raster.coolers)
        m_laws.push_back({0.0, input(cooler).supplySetpoint.in(celsius)-m_datumC});
}

OutletLaw Coupling::coolerLaw(const RasterDevice& cooler, double intakeC) const {
    constexpr double tieK = 1e-9;
    const CoolerDevice& device = input(cooler);
    const double rate = m_heatCapacity * cooler.flowM3S;
    const double fanRise = device.fanHeat.in(watts) / rate;
    const double setpointC = device.supplySetpoint.in(celsius);
    const OutletLaw coilOff{1.0, fanRise};
    if (intakeC + fanRise < setpointC - tieK) return coilOff;
    OutletLaw law{0.0, setpointC - m_datumC};
    double outletC = setpointC;
    if (device.effectivenessTimesCmin.si() > 0.0) {
        const double share = std::min(1.0, device.effectivenessTimesCmin.si() / rate);
        const double waterC = device.waterIn.in(celsius);
        const double reachedC = intakeC + fanRise - share * std::max(0.0, intakeC - waterC);
        if (reachedC > outletC + tieK) {
            outletC = reachedC;
            law = intakeC > waterC ? OutletLaw{1.0 - share, fanRise + share * (waterC - m_datumC)}
                                   : coilOff;
        }
    }
    if (device.capacity) {
        const double drop = device.capacity->in(watts) / rate;
        if (intakeC + fanRise - drop > outletC + tieK) law = {1.0, fanRise - drop};
    }
    return law;
}

void Coupling::intakes(const std::vector<double>& outlets, EnergyEquation::Heat heat,
                       std::vector<double>& means) {
    m_energy.sweep(outlets, heat, m_temperature);
    means.clear();
    for (const RasterDevice& rack : m_raster.racks)
        means.push_back(meanOver(rack.intake, m_temperature));
    for (const RasterDevice& cooler : m_raster.coolers)
        means.push_back(meanOver(cooler.intake, m_temperature));
}

/// (I − D W) outlets = D w₀ + shift, with W the air's recirculation, w₀ what heat sources add, D
/// the laws' shares.
bool Coupling::solveOutlets(double tolerance, DeviceHeat& state) {
    const std::size_t count = devices();
    std::vector<double> means;
    intakes(std::vector<double>(count, 0.0), EnergyEquation::Heat::Include, means);
    std::vector<double> right(count, 0.0);
    for (std::size_t n = 0; n < count; ++n)
        right[n] = m_laws[n].share * means[n] + m_laws[n].shift;
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
    const std::size_t racks = m_raster.racks.size();
    bool changed = false;
    state.coolerAtLimit.clear();
    for (std::size_t n = 0; n < m_raster.coolers.size(); ++n) {
        const OutletLaw law = coolerLaw(m_raster.coolers[n], state.intakeC[racks + n]);
        changed = changed || !(law == m_laws[racks + n]);
        m_laws[racks + n] = law;
        const double setpointC = input(m_raster.coolers[n]).supplySetpoint.in(celsius);
        state.coolerAtLimit.push_back(state.outletC[racks + n] > setpointC + 1e-6 ? 1 : 0);
    }
    return changed;
}

Result<DeviceHeat> Coupling::solve(double heatTolerance, const std::stop_token& stop) {
    if (auto enough = checkCapacity(); !enough) return tl::unexpected(enough.error());
    startLaws();
    DeviceHeat state;
    // Temperatures are of the order of 10 K above the datum; a tenth of the books' tolerance leaves
    // them room.
    const double tolerance =
        heatTolerance * std::max<double>(1.0, std::sqrt(static_cast<double>(devices())));
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
    state.temperatureC = m_temperature;
    state.temperatureC.resize(m_raster.grid.box.size());
    for (double& value : state.temperatureC)
        value += m_datumC;
    return state;
}

}  // namespace

double volumetricHeat(const RoomInput& room) {
    return room.airDensity.in(kilogramsPerCubicMetre)*airSpecificHeat.in(joulesPerKilogramKelvin);
}

Result<DeviceHeat> coupleDevices(const RoomInput& room, const Raster& raster,
                                 const EnergyEquation& energy, double heatTolerance,
                                 const std::stop_token& stop) {
    return Coupling(room, raster, energy).solve(heatTolerance, stop);
}

}  // namespace halltwin::thermal
