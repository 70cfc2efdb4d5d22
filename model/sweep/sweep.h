// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sweep/axis.h"
#include "model/sweep/evaluator.h"
#include "model/sweep/sweep_table.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace halltwin::sweep {

/// What is varied on what.
struct SweepPlan {
    twin::TwinInput base;  ///< of every point; conditions at their defaults
    std::vector<Axis> axes;
    int jobs = 0;  ///< points at a time; 0 = one for each core
};

/// How far a sweep has come.
struct SweepProgress {
    std::size_t points = 0;   ///< of the grid
    std::size_t skipped = 0;  ///< that were finished before
    std::size_t done = 0;     ///< by this run
    std::size_t failed = 0;   ///< of them, with an error instead of figures
};

/// Called after every point, one call at a time, on any thread.
using OnPoint = std::function<void(const SweepRow&, const SweepProgress&)>;

/// Fingerprint of program version, project, scenario, settings, paths and evaluator: what makes two
/// sweeps the same but for the values of their axes.
[[nodiscard]] std::string identityOf(const SweepPlan& plan, const Evaluator& evaluator);

/// Evaluates the whole grid without a file. Every value is tried on the project first, so that a
/// bad one fails before anything is calculated, as withParameter does. A point that cannot be
/// evaluated is a row with its error. Stopping ends after the points under way, which are dropped,
/// with Cancelled.
[[nodiscard]] Result<SweepProgress> runSweep(const SweepPlan& plan, const Evaluator& evaluator,
                                             const OnPoint& onPoint, const std::stop_token& stop);

/// The same with a file to which each point is appended when it is done; points that the file has
/// are skipped, and a line that a killed run left torn is dropped. Fails with InvalidArgument,
/// nothing touched, where the file holds another sweep or is written by another run, with
/// ParseFailure where it is no sweep's, and with IoFailure.
[[nodiscard]] Result<SweepProgress> runSweep(const SweepPlan& plan, const Evaluator& evaluator,
                                             const std::filesystem::path& file,
                                             const OnPoint& onPoint, const std::stop_token& stop);

}  // namespace halltwin::sweep
