// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/air_flow.h"
#include "model/core/error.h"
#include "model/thermal/raster.h"
#include "model/thermal/room.h"

#include <cstddef>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace halltwin::thermal {

/// Temperature from which buoyancy is counted and temperatures are stored, °C.
inline constexpr double buoyancyReferenceC = 20.0;

/// One step's length and care. Heat may run ahead of the flow: where only the steady end counts, it
/// arrives sooner.
struct RoomStep {
    double dtS = 0.1;
    double heatDtS = 0.1;
    airflow::StepEffort effort;
};

/// Outlet temperatures of all slices, °C, from their intakes over the next `dtS`, where devices
/// have a memory; the caller's `outletC` holds what device_law.h says.
using OutletRule = std::function<void(const std::vector<double>& intakeC, double dtS,
                                      std::vector<double>& outletC)>;

/// A flow that a device keeps to.
struct HeldFlow {
    std::size_t device = 0;
    double flowM3S = 0.0;  ///< positive
    bool held = true;      ///< no longer by its fan's curve; false: by that again
};

/// The air of one room on one grid, marched in time with its devices: racks, coolers, terminals,
/// leaks, tanks and walls all act on the fields and answer to them.
class RoomAir {
public:
    RoomAir(const RoomInput& room, Raster raster, const airflow::AirModel& model);

    /// Fails with Cancelled, and with NotConverged when a value is not finite any more.
    [[nodiscard]] Result<void> step(const RoomStep& step, const std::stop_token& stop = {});

    /// Heat alone, carried by the velocity as it is. Fails with NotConverged as above.
    [[nodiscard]] Result<void> heatStep(double dtS, int sweeps,
                                        airflow::Remainder remainder = airflow::Remainder::Drop);

    /// Takes over velocity, pressure and temperature of the same room on another grid.
    [[nodiscard]] Result<void> startFrom(const RoomAir& other, const std::stop_token& stop = {});
    [[nodiscard]] bool wasStarted() const { return m_wasStarted; }
    /// Takes over a mean flow on the same grid, and temperatures, leaks and fans of `start`.
    void freeze(const RoomAir& start, const airflow::Faces& velocity,
                const airflow::Field& pressure);

    /// From now on outlets follow this rule instead of device_law.h; an empty one ends that.
    void setOutletRule(OutletRule rule) { m_outletRule = std::move(rule); }
    /// Flows of devices other than they are.
    void setFlows(std::span<const HeldFlow> flows);
    /// New conductances and surface temperatures of all of Raster::exchanges, in their order.
    void setExchanges(std::vector<HeatExchange> exchanges);

    /// Mean intake and outlet temperature of each slice now, °C.
    [[nodiscard]] const std::vector<double>& intakeC() const { return m_intakeC; }
    [[nodiscard]] const std::vector<double>& outletC() const { return m_outletC; }
    /// Heat that the air holds above the reference, J.
    [[nodiscard]] double storedHeatJ() const;
    /// Time in which the devices move the room's air once, s.
    [[nodiscard]] double turnoverS() const { return m_turnoverS; }
    [[nodiscard]] double deviceFlowM3S() const { return m_deviceFlowM3S; }
    [[nodiscard]] const Raster& raster() const { return m_raster; }
    [[nodiscard]] const RoomInput& room() const { return m_room; }
    [[nodiscard]] const airflow::AirFlow& air() const { return m_air; }
    [[nodiscard]] airflow::AirFlow& air() { return m_air; }
    [[nodiscard]] const std::vector<double>& leakFlowM3S() const { return m_leakM3S; }

private:
    void writePorts();
    void writeSources();
    void writeJets();
    void addJet(const RasterSlice& slice, std::vector<airflow::FaceForce>& forces) const;
    void readIntakes();
    void blowOutlets();
    void answerLeaks(double dtS);
    void answerFans(double dtS);
    [[nodiscard]] double meanPressurePa(const Port& port) const;

    RoomInput m_room;
    Raster m_raster;
    airflow::AirFlow m_air;
    airflow::ScalarSources m_sources;  ///< gain without outlets
    airflow::Field m_baseGain;
    std::vector<float> m_inverseVolume;  ///< of each cell, 1/m³
    std::vector<double> m_intakeC;
    std::vector<double> m_outletC;
    std::vector<double> m_leakM3S;    ///< from rear to front is positive
    std::vector<double> m_leakDrive;  ///< mean pressure difference of late, p / ρ, m²/s²
    double m_deviceFlowM3S = 0.0;
    double m_turnoverS = 0.0;
    OutletRule m_outletRule;
    std::vector<char> m_flowHeld;  ///< by device
    bool m_hasFanCurves = false;
    bool m_wasStarted = false;
    int m_steps = 0;
};

}  // namespace halltwin::thermal
