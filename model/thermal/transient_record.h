// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/room_air.h"
#include "model/thermal/transient.h"
#include "model/thermal/transient_devices.h"

#include <vector>

namespace halltwin::thermal {

/// Mean over a slice's intake of the room as it is, °C; its outlet's where it has no intake.
[[nodiscard]] double intakeNowC(const RoomAir& air, std::size_t slice);

/// Writes down what a room goes through.
class TransientRecorder {
public:
    TransientRecorder(const RoomAir& air, const TransientSettings& settings, Transient& record);

    /// After every step: who passes a limit.
    void watch(Duration at);
    void sample(Duration at, const TransientDevices& devices, double storedW);
    /// What the air does in all cells and openings.
    void field(Duration at);
    /// Time between two fields that the memory allows.
    [[nodiscard]] Duration fieldEvery() const { return m_fieldEvery; }
    [[nodiscard]] Temperature maxIntake() const;

private:
    [[nodiscard]] RackState rackState(std::size_t device) const;
    [[nodiscard]] double warmestC(const RasterDevice& rack) const;
    void pass(std::size_t rack, Duration at, double beforeC, double nowC);

    const RoomAir& m_air;
    const TransientSettings& m_settings;
    Transient& m_record;
    std::vector<std::size_t> m_rackDevices;
    std::vector<std::size_t> m_coolerDevices;
    std::vector<double> m_warmestC;  ///< intake cell of each rack, at m_watched
    Duration m_watched;
    Duration m_fieldEvery;
    std::vector<char> m_known;  ///< cells with moving air
};

}  // namespace halltwin::thermal
