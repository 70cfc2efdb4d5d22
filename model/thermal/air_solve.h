// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/air_flow.h"
#include "model/core/error.h"
#include "model/thermal/recirculation.h"
#include "model/thermal/result.h"
#include "model/thermal/room.h"
#include "model/thermal/settle.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <stop_token>

namespace halltwin::thermal {

/// How the stages with momentum are calculated. The defaults hold for every room.
struct AirSettings {
    double gridM = 0.3;  ///< wanted cell size; coarser than 0.45 m is Stage::Coarse
    airflow::AirModel model;
    SettleLimits limits;
    std::size_t maxCells = 4'000'000;
};

/// Seen every now and then while an answer is on its way: its figures so far, not converged.
using AirObserver = std::function<void(const RoomResult&)>;

/// Solves the air of one hall by the Navier–Stokes equations, from coarse grids to the wanted one.
/// Keeps the last answer's flow. One thread at a time.
class AirSolver {
public:
    AirSolver();
    ~AirSolver();
    AirSolver(AirSolver&&) noexcept;
    AirSolver& operator=(AirSolver&&) noexcept;

    /// Air, temperatures and devices of a room with momentum, buoyancy and turbulence
    /// (docs/physics/room-air.md). Fails as solvePreview does. The result is `converged` when it
    /// is steady or its means stand and its books close to 0.1 %; otherwise it says how far it is
    /// from that. It depends on the arguments alone, to the last bit, whatever the number of
    /// threads and whatever was solved before.
    [[nodiscard]] Result<RoomResult> solve(const RoomInput& room, const AirSettings& settings = {},
                                           const AirObserver& observer = {},
                                           std::stop_token stop = {});
    /// The last answer with other heat, set-points or water temperatures: its flow is frozen, and
    /// only heat is solved anew. Where the flow never rests, the change that the frozen mean flow
    /// answers with is added to the mean temperatures. Anything else that differs: as `solve`.
    [[nodiscard]] Result<RoomResult> reheat(const RoomInput& room, const AirSettings& settings = {},
                                            std::stop_token stop = {});
    /// Where the air of the last answer comes from; its flow is frozen. Fails with InvalidArgument
    /// when there is no answer yet, and with Cancelled.
    [[nodiscard]] Result<Recirculation> recirculation(std::stop_token stop = {}) const;
    /// Frees what is kept.
    void clear();

private:
    struct Answer;
    [[nodiscard]] Result<void> addCapture(RoomResult& result, const std::stop_token& stop) const;

    std::unique_ptr<Answer> m_last;
};

[[nodiscard]] Result<RoomResult> solveAir(const RoomInput& room, const AirSettings& settings = {},
                                          std::stop_token stop = {});

}  // namespace halltwin::thermal
