// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/air_space.h"

#include <cmath>

namespace halltwin::airflow {

namespace {

/// How much of the mixing by eddies passes a plate with this loss: its open share, K ≈ 2.9 / share²
/// for thin plates with small holes, times what it leaves of velocity fluctuations, 1 / √(1 + K)
/// (H. L. Dryden, G. B. Schubauer, J. Aeronaut. Sci. 14 (1947)).
double eddyShare(double lossK) {
    return 1.0 / std::sqrt((1.0 + lossK / 2.9) * (1.0 + lossK));
}

}  // namespace

AirSpace::AirSpace(const AirDomain& domain)
    : metric(domain.grid),
      box(metric.box),
      open(makeFaces(box)),
      share(makeFaces(box)),
      prescribed(domain.prescribed),
      forces(domain.forces),
      sides(domain.sides),
      conductance(makeFaceField(box, 0.0F)),
      air(box.size(), 0) {
    for (std::size_t axis = 0; axis < 3; ++axis)
        forCells(box, [&](int i, int j, int k) {
            const std::size_t c = box.at(i, j, k);
            const double loss = domain.lossK[axis][c];
            if (!std::isfinite(loss)) return;
            const double distance = metric.distance(axis, i, j, k);
            open[axis][c] = 1.0F;
            share[axis][c] = static_cast<float>(eddyShare(loss));
            conductance[axis][c] = static_cast<float>(metric.area(axis, i, j, k) / distance);
            air[c] = air[c + box.stride(axis)] = 1;
            if (loss > 0.0)
                resistive.push_back({axis, c, static_cast<float>(loss / (2.0 * distance))});
        });
}

void AirSpace::holdClosedFaces(Faces& velocity) const {
    for (std::size_t axis = 0; axis < 3; ++axis)
        for (std::size_t c = 0; c < box.size(); ++c)
            velocity[axis][c] *= open[axis][c];
    const std::size_t rowLength = box.strideY();
    const std::size_t layer = box.strideZ();
    for (const PrescribedFace& face : prescribed) {
        const int i = static_cast<int>(face.cell % rowLength) - 1;
        const int j = static_cast<int>(face.cell % layer / rowLength) - 1;
        const int k = static_cast<int>(face.cell / layer) - 1;
        velocity[face.axis][face.cell] +=
            static_cast<float>(face.flowM3S / metric.area(face.axis, i, j, k));
    }
}

}  // namespace halltwin::airflow
