// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/cooler_mass.h"
#include "model/thermal/raster.h"
#include "model/thermal/room_air.h"
#include "model/thermal/thermal_mass.h"
#include "model/thermal/transient.h"

#include <optional>
#include <vector>

namespace halltwin::thermal {

/// Heat of all devices since the start, J.
struct DeviceHeats {
    double itJ = 0.0;
    double fansJ = 0.0;
    double coilFeedJ = 0.0;
    double doorsJ = 0.0;
};

/// The memory of a room's racks and coolers: what they hold of heat, how fast their fans turn,
/// which of them have water, how warm that is. Acts on a RoomAir as its OutletRule.
class TransientDevices {
public:
    /// At rest with the room as it is.
    TransientDevices(const RoomAir& air, const TransientSettings& settings);

    void apply(const TransientEvent& event);
    /// Fans and chilled water over the next step; the flows that changed.
    [[nodiscard]] std::vector<HeldFlow> advance(double dtS);
    /// OutletRule.
    void blow(const std::vector<double>& intakeC, double dtS, std::vector<double>& outletC);

    [[nodiscard]] const DeviceHeats& heats() const { return m_heats; }
    [[nodiscard]] double serversJ() const;
    [[nodiscard]] double framesJ() const;
    [[nodiscard]] double coilsJ() const;
    [[nodiscard]] double waterExcessK() const { return m_loop.excessK(); }
    /// Over the last step, by device.
    [[nodiscard]] double itHeatW() const { return m_itW; }
    [[nodiscard]] double removedW() const { return m_feedW + m_doorW; }
    [[nodiscard]] double coilFeedW(std::size_t device) const { return m_devices[device].feedW; }

private:
    struct Device {
        DeviceKind kind = DeviceKind::Terminal;
        std::size_t input = 0;
        ItemId id;
        double fullFlowM3S = 0.0;
        FanSpeed fan;
        bool powered = true;
        bool fed = true;
        bool held = false;  ///< its flow is not its curve's
        double loadFactor = 1.0;
        CoolerDevice cooler;  ///< with the set-point and water of now
        std::optional<CoilMass> coil;
        double feedW = 0.0;
    };
    struct Slice {
        ServerMass servers;
        PassedMass frame;
    };

    void addRack(const RoomAir& air, Device device, const TransientSettings& settings);
    void addCooler(const RoomAir& air, Device device, const TransientSettings& settings);
    [[nodiscard]] bool concerns(const TransientEvent& event, const Device& device) const;
    void applyTo(Device& device, const TransientEvent& event);
    [[nodiscard]] double blowRack(const Device& device, std::size_t slice, AirThrough air);
    [[nodiscard]] double blowCooler(Device& device, const AirThrough& air);
    [[nodiscard]] double fanHeatW(const Device& device) const;
    [[nodiscard]] CoolerDevice coolerNow(const Device& device, double rateWK) const;

    const RoomInput& m_room;
    const Raster& m_raster;
    double m_heatCapacityJM3K;
    std::vector<Device> m_devices;
    std::vector<std::optional<Slice>> m_slices;
    WaterLoop m_loop;
    DeviceHeats m_heats;
    double m_itW = 0.0;
    double m_feedW = 0.0;
    double m_doorW = 0.0;
};

}  // namespace halltwin::thermal
