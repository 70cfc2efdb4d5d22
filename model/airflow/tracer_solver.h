// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/cell_box.h"
#include "model/airflow/tracer_weights.h"
#include "model/core/error.h"

#include <array>
#include <cstddef>
#include <stop_token>
#include <vector>

namespace halltwin::airflow {

/// A tracer enters in this cell at `rate` = Q φ_in / V.
struct TracerSource {
    std::size_t cell;
    std::size_t lane;  ///< which of the tracers that go through the matrix together
    float rate;        ///< 1/s
};

/// Where tracers enter, and the cells whose values are wanted.
struct TracerPaths {
    std::vector<TracerSource> sources;
    const std::vector<std::size_t>& watched;
};

struct TracerEffort {
    double tolerance = 1e-4;  ///< greatest change of a watched cell in a round of four sweeps
    int mostRounds = 200;
};

/// Values of the watched cells, in their order, of `lanes` tracers (2 or 8) at their
/// steady end. Fails with Cancelled, and with NotConverged where sweeps do not come to rest.
template <std::size_t lanes>
[[nodiscard]] Result<std::vector<std::array<float, lanes>>>
spreadTracers(const CellBox& box, const std::vector<TracerWeights>& weights,
              const TracerPaths& paths, const std::stop_token& stop = {},
              const TracerEffort& effort = {});

}  // namespace halltwin::airflow
