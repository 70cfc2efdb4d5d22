// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/k_epsilon.h"

#include "model/airflow/k_epsilon_row.h"
#include "model/airflow/stencil.h"
#include "model/airflow/viscosity.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace halltwin::airflow {

namespace {

constexpr float leastK = 1e-9F;         // m²/s²
constexpr float leastEpsilon = 1e-12F;  // m²/s³

struct Inflow {
    double k;
    double epsilon;
};

Inflow inflowAt(const KEpsilon& model, double speed) {
    const double k =
        std::max(1.5 * std::pow(model.inflowIntensity * speed, 2.0), static_cast<double>(leastK));
    return {k, std::pow(model.cMu, 0.75) * std::pow(k, 1.5) / model.inflowLengthM};
}

/// The cell that a prescribed face blows into, and how fast.
struct Blown {
    std::size_t cell;
    double speedMS;
    double ratePerS;  ///< air changes of the cell
    bool isAir;
};

Blown blownBy(const AirSpace& space, const PrescribedFace& face) {
    const CellBox& box = space.box;
    const std::size_t cell = face.flowM3S > 0.0 ? face.cell + box.stride(face.axis) : face.cell;
    const auto [i, j, k] = box.position(cell);
    if (!box.contains(i, j, k) || !space.air[cell]) return {cell, 0.0, 0.0, false};
    const double flow = std::abs(face.flowM3S);
    return {cell, flow / space.metric.area(face.axis, i, j, k), flow / space.metric.volume(i, j, k),
            true};
}

}  // namespace

KEpsilonTransport::KEpsilonTransport(const AirSpace& space, const KEpsilon& model,
                                     double viscosityM2S)
    : k(space.box),
      epsilon(space.box),
      m_space(space),
      m_model(model),
      m_walls(space),
      m_wallsOfCell(space.box.size(), 0.0F),
      m_kSources{Field(space.box), Field(space.box)},
      m_epsilonSources{Field(space.box), Field(space.box)},
      m_diffusivity(space.box),
      m_scratch(space.box) {
    for (const WallFace& face : m_walls.faces())
        m_wallsOfCell[face.air] += 1.0F;
    double speed = 0.1;
    for (const PrescribedFace& face : space.prescribed)
        speed = std::max(speed, blownBy(space, face).speedMS);
    const double quiet = 0.1 * inflowAt(model, speed).k;
    k.fill(static_cast<float>(quiet));
    epsilon.fill(static_cast<float>(model.cMu * quiet * quiet / (20.0 * viscosityM2S)));
}

void KEpsilonTransport::writeEddy(Field& eddy) const {
    const CellBox& box = m_space.box;
    const auto cMu = static_cast<float>(m_model.cMu);
    const auto greatest = static_cast<float>(m_model.greatestM2S);
    forRows(box, [&](int j, int kk) {
        const std::size_t first = box.at(0, j, kk);
        const float* energy = k.data() + first;
        const float* loss = epsilon.data() + first;
        float* out = eddy.data() + first;
        for (int i = 0; i < box.nx; ++i)
            out[i] = std::min(greatest, cMu * energy[i] * energy[i] / loss[i]);
    });
}

const std::vector<FaceBrake>& KEpsilonTransport::wallBrakes(double viscosityM2S) {
    m_walls.update(k, viscosityM2S);
    return m_walls.brakes();
}

void KEpsilonTransport::step(const TurbulentAir& air, double dtS, int sweeps, Field& eddy) {
    m_walls.update(k, air.viscosityM2S);
    writeSources(air, eddy);
    holdWalls(air, dtS);
    carryInflow();
    effective(m_space.box, air.viscosityM2S, m_model.sigmaK, eddy, m_diffusivity);
    stepScalar({m_space, air.velocity, m_diffusivity}, m_kSources, {dtS, sweeps}, m_scratch, k);
    effective(m_space.box, air.viscosityM2S, m_model.sigmaEpsilon, eddy, m_diffusivity);
    stepScalar({m_space, air.velocity, m_diffusivity}, m_epsilonSources, {dtS, sweeps}, m_scratch,
               epsilon);
    keepPositive();
    writeEddy(eddy);
}

void KEpsilonTransport::writeSources(const TurbulentAir& air, const Field& eddy) {
    const CellBox& box = m_space.box;
    const double buoyancy = m_model.buoyancyMakesTurbulence ? air.buoyancyMS2K : 0.0;
    forRows(box, [&](int j, int kk) {
        const std::size_t first = box.at(0, j, kk);
        TurbulenceRow row;
        row.cells = box.nx;
        for (std::size_t d = 0; d < 3; ++d) {
            row.stride[d] = static_cast<std::ptrdiff_t>(box.stride(d));
            row.axis[d] = axisRow(m_space.metric.axes[d], d == 0 ? 0 : d == 1 ? j : kk);
            row.velocity[d] = air.velocity[d].data() + first;
            row.open[d] = m_space.open[d].data() + first;
        }
        row.temperature = air.temperature.data() + first;
        row.eddy = eddy.data() + first;
        row.k = k.data() + first;
        row.epsilon = epsilon.data() + first;
        row.buoyancy = static_cast<float>(buoyancy / air.turbulentPrandtl);
        row.c1 = static_cast<float>(m_model.c1);
        row.c2 = static_cast<float>(m_model.c2);
        row.turns = m_model.production == KEpsilon::Production::KatoLaunder;
        row.buoyancyShare = m_model.buoyancyShare;
        turbulenceRow(row, {m_kSources.gain.data() + first, m_kSources.decay.data() + first,
                            m_epsilonSources.gain.data() + first,
                            m_epsilonSources.decay.data() + first});
    });
}

void KEpsilonTransport::holdWalls(const TurbulentAir& air, double dtS) {
    // Firm against everything else in a cell, and within the digits of single precision.
    const auto firm = static_cast<float>(1e3 / dtS);
    for (const WallFace& face : m_walls.faces()) {
        m_kSources.gain[face.air] = m_kSources.decay[face.air] = 0.0F;
        m_epsilonSources.gain[face.air] = 0.0F;
        m_epsilonSources.decay[face.air] = 0.0F;
    }
    for (const WallFace& face : m_walls.faces()) {
        const std::size_t c = face.air;
        const WallLayer layer{face.distance, k[c], air.viscosityM2S};
        const float share = 1.0F / m_wallsOfCell[c];
        double square = 0.0;
        for (std::size_t d = 0; d < 3; ++d) {
            if (d == face.axis) continue;
            const double u =
                0.5 * (air.velocity[d][c] + air.velocity[d][c - m_space.box.stride(d)]);
            square += u * u;
        }
        const auto loss = static_cast<float>(layer.dissipation());
        m_kSources.gain[c] += share * static_cast<float>(layer.production(std::sqrt(square)));
        m_kSources.decay[c] += share * loss / k[c];
        m_epsilonSources.gain[c] += share * firm * loss;
        m_epsilonSources.decay[c] += share * firm;
    }
}

void KEpsilonTransport::carryInflow() {
    for (const PrescribedFace& face : m_space.prescribed) {
        const Blown blown = blownBy(m_space, face);
        if (!blown.isAir) continue;
        const Inflow in = inflowAt(m_model, blown.speedMS);
        const auto rate = static_cast<float>(blown.ratePerS);
        m_kSources.gain[blown.cell] += rate * static_cast<float>(in.k);
        m_kSources.decay[blown.cell] += rate;
        if (m_wallsOfCell[blown.cell] > 0.0F) continue;
        m_epsilonSources.gain[blown.cell] += rate * static_cast<float>(in.epsilon);
        m_epsilonSources.decay[blown.cell] += rate;
    }
}

void KEpsilonTransport::keepPositive() {
    const CellBox& box = m_space.box;
    const auto perEddy = static_cast<float>(m_model.cMu / m_model.greatestM2S);
    forRows(box, [&](int j, int kk) {
        const std::size_t first = box.at(0, j, kk);
        float* energy = k.data() + first;
        float* loss = epsilon.data() + first;
        for (int i = 0; i < box.nx; ++i) {
            energy[i] = std::max(energy[i], leastK);
            loss[i] = std::max({loss[i], leastEpsilon, perEddy * energy[i] * energy[i]});
        }
    });
}

}  // namespace halltwin::airflow
