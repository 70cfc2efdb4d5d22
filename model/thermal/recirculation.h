// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/ids.h"
#include "model/core/units.h"
#include "model/thermal/room_air.h"
#include "model/thermal/settle.h"

#include <cstddef>
#include <memory>
#include <stop_token>
#include <vector>

namespace halltwin::thermal {

/// Where the air that each device draws in was blown out: the heat-recirculation matrix of a frozen
/// flow (Q. Tang, S. Gupta, D. Stanzione, P. Cayton, DASC 2006). Devices are those of the raster.
/// share(i, j) of device i's intake air left device j last; shares of a row add up to one in a room
/// without leaks to outside. Changes of heat and set-points follow by superposition; the flow, and
/// with it buoyancy, stays as it was.
class Recirculation {
public:
    /// Needs a flow free of divergence. Fails with Cancelled and NotConverged. Does
    /// not depend on threads.
    [[nodiscard]] static Result<Recirculation> of(const RoomAir& room, const SettleReport& report,
                                                  const std::stop_token& stop = {});

    [[nodiscard]] std::size_t devices() const { return m_ids.size(); }
    [[nodiscard]] ItemId id(std::size_t device) const { return m_ids[device]; }
    [[nodiscard]] DeviceKind kind(std::size_t device) const { return m_kinds[device]; }
    [[nodiscard]] double share(std::size_t of, std::size_t from) const {
        return m_share[of * m_ids.size() + from];
    }

    /// Intake temperatures, °C, of all devices after outlets have changed by `outletChangeK` beyond
    /// what the air brings: of a rack its change of P / (ρ Q cp), of a cooler its change of supply
    /// temperature. Racks pass on what their intake changes by; coolers that hold their set-point
    /// do not.
    [[nodiscard]] std::vector<double> intakesAfter(const std::vector<double>& outletChangeK) const;

private:
    std::vector<ItemId> m_ids;
    std::vector<DeviceKind> m_kinds;
    std::vector<double> m_passOn;   ///< d outlet / d intake of each device
    std::vector<double> m_intakeC;  ///< now
    std::vector<double> m_share;    ///< row by row
};

}  // namespace halltwin::thermal
