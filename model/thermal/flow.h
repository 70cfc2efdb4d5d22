// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/cell_box.h"
#include "model/core/error.h"
#include "model/thermal/raster.h"
#include "model/thermal/solve.h"

#include <stop_token>
#include <vector>

namespace halltwin::thermal {

using airflow::FaceField;

/// Air flow through every face, without the ports of devices.
struct Flow {
    FaceField<double> flowM3S;       ///< along the axis is positive
    std::vector<double> leakM3S;     ///< of Raster::leaks, from front to rear
    std::vector<double> pressurePa;  ///< mean 0 in each island of connected air
    std::vector<double> deviceM3S;   ///< of Raster::devices; differs from the input where a fan
                                     ///< curve decides
    std::vector<ItemId> stalled;     ///< coolers whose fan curve meets no pressure; they are
                                     ///< given their commanded flow
    double deviceFlowM3S = 0.0;      ///< sum of all outlets
    double massResidual = 0.0;       ///< greatest imbalance of a cell / deviceFlowM3S
    int iterations = 0;
    bool converged = false;
};

/// Air that devices put into (positive) or draw from each cell, m³/s.
[[nodiscard]] std::vector<double> airSources(const Raster& raster);

/// Mean pressure at a cooler's outlet less that at its intake, Pa.
[[nodiscard]] double pressureRisePa(const Raster& raster, std::size_t device,
                                    const std::vector<double>& pressurePa);

/// Potential flow with resistive faces. Through each face of area A between cell centres d apart
///     u (1 + τ K |u| / (2 d)) = (τ / ρ) (p₁ − p₂) / d,
/// that is, ρ u d / τ of pressure for the open air and K ½ρu² for what stands in the face; the
/// flows of every cell add up to its sources. The law is solved by Newton's method about the flows
/// of the last step (the gradient algorithm of E. Todini and S. Pilati for pipe networks, 1987),
/// started from one pressure across all openings. The flows of coolers with a fan curve follow by
/// Broyden's method (1965) from the pressures that they work against. Fails with InvalidArgument
/// when a closed space has no balance of supply and return, naming its devices, and with Cancelled.
[[nodiscard]] Result<Flow> solveFlow(const RoomInput& room, const Raster& raster,
                                     const SolveSettings& settings, const std::stop_token& stop);

}  // namespace halltwin::thermal
