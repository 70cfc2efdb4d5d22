// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/wall_layer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace halltwin::airflow {

namespace {

constexpr double quarterRoot = 0.5477225575051661;  // 0.09^¼
constexpr double karman = 0.41;
constexpr double roughness = 9.8;
constexpr double laminarBelow = 11.2;  // where both laws meet

std::array<std::vector<char>, 3> prescribedFaces(const AirSpace& space) {
    std::array<std::vector<char>, 3> marks;
    for (std::vector<char>& mark : marks)
        mark.assign(space.box.size(), 0);
    for (const PrescribedFace& face : space.prescribed)
        marks[face.axis][face.cell] = 1;
    return marks;
}

}  // namespace

double WallLayer::reynolds() const {
    return quarterRoot * std::sqrt(k) * y / viscosity;
}

bool WallLayer::isTurbulent() const {
    return reynolds() > laminarBelow;
}

double WallLayer::shearPerSpeed() const {
    if (!isTurbulent()) return viscosity / y;
    return quarterRoot * std::sqrt(k) * karman / std::log(roughness * reynolds());
}

double WallLayer::production(double speed) const {
    if (!isTurbulent()) return 0.0;
    return shearPerSpeed() * speed * quarterRoot * std::sqrt(k) / (karman * y);
}

double WallLayer::dissipation() const {
    if (!isTurbulent()) return 2.0 * k * viscosity / (y * y);
    const double friction = quarterRoot * std::sqrt(k);
    return friction * friction * friction / (karman * y);
}

double WallLayer::heatPerKelvin(double prandtl, double turbulentPrandtl) const {
    const double conduction = viscosity / prandtl / y;
    if (!isTurbulent()) return conduction;
    const double ratio = prandtl / turbulentPrandtl;
    const double sublayer =
        9.24 * (std::pow(ratio, 0.75) - 1.0) * (1.0 + 0.28 * std::exp(-0.007 * ratio));
    const double friction = quarterRoot * std::sqrt(k);
    const double rise = turbulentPrandtl * (std::log(roughness * reynolds()) / karman + sublayer);
    return std::max(conduction, friction / rise);
}

WallFaces::WallFaces(const AirSpace& space) {
    const CellBox& box = space.box;
    const auto isPrescribed = prescribedFaces(space);
    forCells(box, [&](int i, int j, int k) {
        const std::size_t c = box.at(i, j, k);
        if (!space.air[c]) return;
        const std::array<int, 3> position{i, j, k};
        for (std::size_t d = 0; d < 3; ++d)
            for (const bool above : {false, true}) {
                const std::size_t face = above ? c : c - box.stride(d);
                const bool edge = position[d] == (above ? box.cells(d) - 1 : 0);
                if (space.open[d][face] > 0.0F || isPrescribed[d][face]) continue;
                if (edge && space.sides[2 * d + (above ? 1U : 0U)].slips) continue;
                m_faces.push_back({d, c, 0.5F * space.metric.axes[d].widthOf(position[d]), 0.0F});
                addBrakes(space, m_faces.back());
            }
    });
}

void WallFaces::addBrakes(const AirSpace& space, const WallFace& face) {
    const CellBox& box = space.box;
    const std::array<int, 3> position = box.position(face.air);
    const float perDepth =
        space.metric.axes[face.axis].inverseWidth[AxisMetric::index(position[face.axis])];
    for (std::size_t a = 0; a < 3; ++a) {
        if (a == face.axis) continue;
        const AxisMetric& axis = space.metric.axes[a];
        for (const int offset : {-1, 0}) {
            const std::size_t moving = offset < 0 ? face.air - box.stride(a) : face.air;
            if (space.open[a][moving] == 0.0F) continue;
            const float share =
                0.5F * axis.widthOf(position[a]) * axis.inverseDistanceAfter(position[a] + offset);
            m_brakes.push_back({a, moving, 0.0F});
            m_wallOfBrake.push_back(m_faces.size() - 1);
            m_weight.push_back(share * perDepth);
        }
    }
}

void WallFaces::update(const Field& k, double viscosity) {
    for (WallFace& face : m_faces)
        face.perSpeed =
            static_cast<float>(WallLayer{face.distance, k[face.air], viscosity}.shearPerSpeed());
    for (std::size_t n = 0; n < m_brakes.size(); ++n)
        m_brakes[n].perSpeedS = m_weight[n] * m_faces[m_wallOfBrake[n]].perSpeed;
}

}  // namespace halltwin::airflow
