// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/momentum.h"

#include "model/airflow/momentum_row.h"
#include "model/airflow/stencil.h"

#include <algorithm>
#include <cmath>

namespace halltwin::airflow {

namespace {

/// Friction velocity² / speed^1.75 at distance y from a smooth wall by u⁺ = 8.3 y⁺^(1/7)
/// (H. Werner, H. Wengle, 8th Symposium on Turbulent Shear Flows (1991)): 8.3^(−7/4) (ν / y)^(1/4).
double powerLawFactor(double molecularViscosity, double distance) {
    return std::pow(8.3, -1.75) * std::pow(molecularViscosity / distance, 0.25);
}

MomentumRow momentumRow(const AirSpace& space, const MomentumTerms& terms, const Faces& velocity,
                        int j, int k) {
    const CellBox& box = space.box;
    const std::size_t first = box.at(0, j, k);
    const std::array<int, 3> position{0, j, k};
    MomentumRow row;
    row.cells = box.nx;
    for (std::size_t d = 0; d < 3; ++d) {
        row.stride[d] = static_cast<std::ptrdiff_t>(box.stride(d));
        row.axis[d] = axisRow(space.metric.axes[d], position[d]);
        row.velocity[d] = velocity[d].data() + first;
        row.open[d] = space.open[d].data() + first;
        const bool lowSlips = space.sides[2 * d].slips && (d == 0 || position[d] == 0);
        const bool highSlips =
            space.sides[2 * d + 1].slips && (d == 0 || position[d] + 1 == box.cells(d));
        row.brakesBelow[d] = lowSlips ? 0.0F : 1.0F;
        row.brakesAbove[d] = highSlips ? 0.0F : 1.0F;
        row.wallLaw[d] = terms.walls.power[d][static_cast<std::size_t>(position[d])];
    }
    row.molecular = terms.walls.molecularM2S;
    row.viscosity = terms.viscosity.data() + first;
    row.pressure = terms.pressure.data() + first;
    row.buoyancy = terms.buoyancy.data() + first;
    return row;
}

/// Losses of resistive faces and forces, added to a rate that does not hold them yet.
void addFaceTerms(const AirSpace& space, const Faces& velocity, MomentumScratch& scratch) {
    for (const ResistiveFace& face : space.resistive) {
        const float u = velocity[face.axis][face.cell];
        const float brake = face.headsPerMetre * std::abs(u);
        float& rate = scratch.rate[face.axis][face.cell];
        float& diagonal = scratch.diagonal[face.axis][face.cell];
        rate -= brake * u;
        diagonal = diagonal / (1.0F + 2.0F * brake * diagonal);
        scratch.change[face.axis][face.cell] = rate * diagonal;
    }
    for (const FaceForce& force : space.forces) {
        float& rate = scratch.rate[force.axis][force.cell];
        rate += static_cast<float>(force.accelerationMS2);
        scratch.change[force.axis][force.cell] = rate * scratch.diagonal[force.axis][force.cell];
    }
}

/// The drag of a side of the box that moves along itself.
void addMovingSides(const AirSpace& space, const MomentumTerms& terms, MomentumScratch& scratch) {
    const CellBox& box = space.box;
    for (std::size_t side = 0; side < 6; ++side) {
        const std::size_t axis = side / 2;
        const BoxSide& wall = space.sides[side];
        const int layer = side % 2 == 0 ? 0 : box.cells(axis) - 1;
        const double width = space.metric.axes[axis].widthOf(layer);
        for (std::size_t component = 0; component < 3; ++component) {
            if (component == axis || wall.velocityMS[component] == 0.0) continue;
            const auto pull = static_cast<float>(2.0 * terms.molecularM2S / (width * width) *
                                                 wall.velocityMS[component]);
            forCells(box, [&](int i, int j, int k) {
                if (std::array<int, 3>{i, j, k}[axis] != layer) return;
                const std::size_t c = box.at(i, j, k);
                if (space.open[component][c] == 0.0F) return;
                float& rate = scratch.rate[component][c];
                rate += pull;
                scratch.change[component][c] = rate * scratch.diagonal[component][c];
            });
        }
    }
}

void addBrakes(std::span<const FaceBrake> brakes, const Faces& velocity, MomentumScratch& scratch) {
    for (const FaceBrake& brake : brakes) {
        float& rate = scratch.rate[brake.axis][brake.cell];
        float& diagonal = scratch.diagonal[brake.axis][brake.cell];
        rate -= brake.perSpeedS * velocity[brake.axis][brake.cell];
        diagonal = diagonal / (1.0F + brake.perSpeedS * diagonal);
        scratch.change[brake.axis][brake.cell] = rate * diagonal;
    }
}

}  // namespace

WallLaw::WallLaw(const GridMetric& metric, WallFriction friction, double molecularViscosityM2S) {
    if (friction == WallFriction::NoSlip) molecularM2S = static_cast<float>(molecularViscosityM2S);
    for (std::size_t axis = 0; axis < 3; ++axis)
        for (int n = 0; n < metric.box.cells(axis); ++n)
            power[axis].push_back(
                friction == WallFriction::PowerLaw
                    ? static_cast<float>(
                          powerLawFactor(molecularViscosityM2S, 0.5 * metric.axes[axis].widthOf(n)))
                    : 0.0F);
}

void stepMomentum(const AirSpace& space, const MomentumTerms& terms, const ImplicitStep& step,
                  MomentumScratch& scratch, Faces& velocity) {
    const CellBox& box = space.box;
    const auto rowAt = [&](int j, int k) {
        MomentumRow row = momentumRow(space, terms, velocity, j, k);
        row.inverseDt = static_cast<float>(1.0 / step.dtS);
        return row;
    };
    forRows(box, [&](int j, int k) {
        const std::size_t first = box.at(0, j, k);
        const MomentumRow row = rowAt(j, k);
        for (std::size_t d = 0; d < 3; ++d)
            momentumRateRow(static_cast<int>(d), row, scratch.rate[d].data() + first,
                            scratch.diagonal[d].data() + first, scratch.change[d].data() + first);
    });
    addFaceTerms(space, velocity, scratch);
    addMovingSides(space, terms, scratch);
    addBrakes(terms.brakes, velocity, scratch);
    for (int sweep = 0; sweep < step.sweeps; ++sweep)
        forAlternateRows(box, [&](int j, int k) {
            thread_local std::vector<float> line;
            line.resize(static_cast<std::size_t>(box.nx));
            const std::size_t first = box.at(0, j, k);
            const MomentumRow row = rowAt(j, k);
            for (std::size_t d = 0; d < 3; ++d)
                momentumRelaxRow(static_cast<int>(d), row,
                                 {scratch.rate[d].data() + first,
                                  scratch.diagonal[d].data() + first,
                                  scratch.change[d].data() + first, line.data()});
        });
    forRows(box, [&](int j, int k) {
        const std::size_t first = box.at(0, j, k);
        for (std::size_t d = 0; d < 3; ++d) {
            float* u = velocity[d].data() + first;
            const float* change = scratch.change[d].data() + first;
            for (int i = 0; i < box.nx; ++i)
                u[i] += change[i];
        }
    });
}

}  // namespace halltwin::airflow
