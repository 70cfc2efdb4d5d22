// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/viscosity.h"

#include "model/airflow/stencil.h"
#include "model/airflow/wide.h"

#include <algorithm>
#include <cmath>

namespace halltwin::airflow {

namespace {

struct SpeedRow {
    std::size_t cells;
    std::size_t strideY;
    std::size_t strideZ;
    const float* u;
    const float* v;
    const float* w;
    const float* distance;
    float factor;
    float longest;
    float greatest;
};

HALLTWIN_WIDE
void eddyRow(const SpeedRow& row, float* __restrict eddy) {
    for (std::size_t i = 0; i < row.cells; ++i) {
        const float u = 0.5F * (row.u[i] + *(row.u + i - 1));
        const float v = 0.5F * (row.v[i] + *(row.v + i - row.strideY));
        const float w = 0.5F * (row.w[i] + *(row.w + i - row.strideZ));
        const float speed = std::sqrt(u * u + v * v + w * w);
        eddy[i] = std::min(row.greatest,
                           row.factor * speed * std::min(row.distance[i], row.longest));
    }
}

}  // namespace

void eddyViscosity(const AirSpace& space, const ZeroEquation& model, const Field& wallDistance,
                   const Faces& velocity, Field& eddy) {
    const CellBox& box = space.box;
    forRows(box, [&](int j, int k) {
        const std::size_t first = box.at(0, j, k);
        eddyRow({static_cast<std::size_t>(box.nx), box.strideY(), box.strideZ(),
                 velocity[0].data() + first, velocity[1].data() + first,
                 velocity[2].data() + first, wallDistance.data() + first,
                 static_cast<float>(model.factor), static_cast<float>(model.longestMixingM),
                 static_cast<float>(model.greatestM2S)},
                eddy.data() + first);
    });
}

void effective(const CellBox& box, double base, double ratio, const Field& eddy, Field& out) {
    const auto offset = static_cast<float>(base);
    const auto factor = static_cast<float>(1.0 / ratio);
    forRows(box, [&](int j, int k) {
        const std::size_t first = box.at(0, j, k);
        const float* from = eddy.data() + first;
        float* to = out.data() + first;
        for (int i = 0; i < box.nx; ++i)
            to[i] = offset + factor * from[i];
    });
}

}  // namespace halltwin::airflow
