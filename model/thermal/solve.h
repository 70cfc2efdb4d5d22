// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/issue.h"
#include "model/thermal/result.h"
#include "model/thermal/room.h"

#include <cstddef>
#include <memory>
#include <stop_token>
#include <vector>

namespace halltwin::thermal {

struct SolveSettings {
    double gridM = 0.6;           ///< wanted cell size; the tile pitch is divided into whole cells
    double massTolerance = 1e-9;  ///< greatest cell imbalance / sum of device flows
    double openingTolerance =
        1e-4;                     ///< error of the flows through tiles, leaks and doors / their sum
    double heatTolerance = 1e-7;  ///< books of heat, relative
    std::size_t maxCells = 4'000'000;

    bool operator==(const SolveSettings&) const = default;
};

/// What is wrong with a room before anything is calculated, each with the items concerned. Those of
/// Severity::Error make a solve fail; the others are repeated in its result.
[[nodiscard]] std::vector<Issue> checkRoom(const RoomInput& room,
                                           const SolveSettings& settings = {});

/// Air and temperature of a hall by potential flow: mass and heat conserved to the tolerances,
/// devices coupled, no jets and no buoyancy (docs/physics/room-air.md says what that hides). Fails
/// with InvalidArgument, OutOfRange or OverLimit for a room that cannot be calculated (the context
/// names the items), with NotConverged, and with Cancelled soon after `stop` is asked for. The
/// result depends on the arguments alone, to the last bit, whatever the number of threads.
/// Thread-safe.
[[nodiscard]] Result<RoomResult>
solvePreview(const RoomInput& room, const SolveSettings& settings = {}, std::stop_token stop = {});

/// solvePreview for a room that is asked for again and again: while dragging, sliding a load,
/// undoing. Keeps the air flow of the last few rooms and takes it again when a room differs from
/// one of them only in heat or temperature. Flows are never started from another room's, so results
/// are those of solvePreview to the bit. One thread at a time.
class PreviewSolver {
public:
    PreviewSolver();
    ~PreviewSolver();
    PreviewSolver(PreviewSolver&&) noexcept;
    PreviewSolver& operator=(PreviewSolver&&) noexcept;

    [[nodiscard]] Result<RoomResult>
    solve(const RoomInput& room, const SolveSettings& settings = {}, std::stop_token stop = {});
    /// Frees what is kept.
    void clear();

private:
    struct Cache;
    std::unique_ptr<Cache> m_cache;
};

}  // namespace halltwin::thermal
