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
    /// Needs a flow free of divergence. Fails with Cancelled. Does not depend on threads.
    [[nodiscard]] static Result<Recirculation> of(const RoomAir& room, const SettleReport& report,
                                                  const std::stop_token& stop = {});

    [[nodiscard]] std::size_t devices() const { return m_ids.size(); }
    [[nodiscard]] ItemId id(std::size_t device) const { return m_ids[device]; }
    [[nodiscard]] DeviceKind kind(std::size_t device) const { return m_kinds[device]; }
    [[nodiscard]] double share(std::size_t of, std::size_t from) const {
        return m_share[of * m_ids.size() + from];
    }

    /// Cold-aisle capture index of a rack: share of its intake that comes straight from coolers and
    /// supply terminals. Hot-aisle capture index: share of its exhaust that coolers and extracts
    /// draw in before any other rack does. 0…1. Source: J. VanGilder, S. Shrivastava, ASHRAE
    /// Transactions 113 (2007).
    [[nodiscard]] double coldCapture(std::size_t rack) const;
    [[nodiscard]] double hotCapture(std::size_t rack) const;

    /// Share of all racks' intake air that left a rack last; 0 without racks.
    [[nodiscard]] double recirculatedShare() const;
    /// Share of the air of coolers and supply terminals that returns without passing a rack.
    [[nodiscard]] double bypassShare() const;

    /// Intake temperatures, °C, of all devices after outlets have changed by `outletChangeK` beyond
    /// what the air brings: of a rack its change of P / (ρ Q cp), of a cooler its change of supply
    /// temperature. Racks pass on what their intake changes by; coolers that hold their set-point
    /// do not.
    [[nodiscard]] std::vector<double> intakesAfter(const std::vector<double>& outletChangeK) const;

private:
    [[nodiscard]] double rowSum(std::size_t of) const;

    std::vector<ItemId> m_ids;
    std::vector<DeviceKind> m_kinds;
    std::vector<double> m_flowM3S;
    std::vector<double> m_passOn;   ///< d outlet / d intake of each device
    std::vector<double> m_intakeC;  ///< now
    std::vector<double> m_share;    ///< row by row
};

}  // namespace halltwin::thermal
