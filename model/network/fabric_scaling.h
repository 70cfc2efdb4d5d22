// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_job.h"
#include "model/network/scaling.h"

#include <stop_token>
#include <vector>

namespace halltwin::network {

/// A training step on the GPUs of a fabric: computation, then the job's collective among all.
struct FabricScalingInput {
    Duration computePerStep = seconds(0.25);
    double overlap = 0.0;  ///< as in ScalingInput
    FabricJob job;
    Loss loss{};  ///< taken out of the fabric first
};

/// Scaling efficiency from 8 GPUs, or all where there are fewer, to all of the fabric: each number
/// takes the first GPUs in the order of the servers. Fails with NotFound on fewer than two GPUs
/// that reach each other, as scalingCurve and collectiveOnFabric do, and with Cancelled.
[[nodiscard]] Result<std::vector<ScalingPoint>> fabricScaling(const PlannedFabric& fabric,
                                                              const Catalog& catalog,
                                                              const FabricScalingInput& input,
                                                              const std::stop_token& stop = {});

}  // namespace halltwin::network
