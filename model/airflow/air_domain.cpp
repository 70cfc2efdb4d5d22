// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/air_domain.h"

#include <limits>
#include <utility>

namespace halltwin::airflow {

namespace {

constexpr double closed = std::numeric_limits<double>::infinity();

}  // namespace

void closeCell(AirDomain& domain, std::size_t cell) {
    const CellBox box = domain.box();
    for (std::size_t axis = 0; axis < 3; ++axis) {
        domain.lossK[axis][cell] = closed;
        domain.lossK[axis][cell - box.stride(axis)] = closed;
    }
}

AirDomain makeClosedBox(Grid grid) {
    AirDomain domain;
    domain.grid = std::move(grid);
    const CellBox box = domain.box();
    domain.lossK = makeFaceField(box, closed);
    forCells(box, [&](int i, int j, int k) {
        const std::size_t c = box.at(i, j, k);
        if (i + 1 < box.nx) domain.lossK[0][c] = 0.0;
        if (j + 1 < box.ny) domain.lossK[1][c] = 0.0;
        if (k + 1 < box.nz) domain.lossK[2][c] = 0.0;
    });
    return domain;
}

}  // namespace halltwin::airflow
