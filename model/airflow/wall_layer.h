// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/air_space.h"
#include "model/airflow/field.h"
#include "model/airflow/momentum.h"

#include <cstddef>
#include <vector>

namespace halltwin::airflow {

/// The layer of air on a smooth wall, known by the turbulence energy k at distance y from it, with
/// y* = C_μ^¼ √k y / ν: linear below y* = 11.2, logarithmic beyond, U / u* = ln(9.8 y*) / 0.41
/// (B. E. Launder, D. B. Spalding, Comput. Methods Appl. Mech. Eng. 3 (1974)). SI units.
struct WallLayer {
    double y = 0.0;          ///< distance to the wall, m
    double k = 0.0;          ///< m²/s²
    double viscosity = 0.0;  ///< molecular, m²/s

    [[nodiscard]] double reynolds() const;  ///< y*
    [[nodiscard]] bool isTurbulent() const;
    /// Shear stress per density and speed at y, m/s.
    [[nodiscard]] double shearPerSpeed() const;
    /// Rate at which the shear makes turbulence at y, per density, m²/s³.
    [[nodiscard]] double production(double speed) const;
    /// m²/s³
    [[nodiscard]] double dissipation() const;
    /// Heat flux per ρ c_p and kelvin between the wall and y, m/s, with the sublayer's resistance
    /// by C. L. V. Jayatilleke, Prog. Heat Mass Transfer 1 (1969).
    [[nodiscard]] double heatPerKelvin(double prandtl, double turbulentPrandtl) const;
};

/// One side of a closed face that air moves along.
struct WallFace {
    std::size_t axis = 0;
    std::size_t air = 0;    ///< cell on this side
    float distance = 0.0F;  ///< of its centre, m
    float perSpeed = 0.0F;  ///< shear per density and speed now, m/s
};

/// All closed faces beside air, but for sides of the box that slip and faces that air is blown or
/// drawn through, and what they do to the air along them.
class WallFaces {
public:
    explicit WallFaces(const AirSpace& space);

    /// Shear for the turbulence energy as it is.
    void update(const Field& k, double viscosity);
    /// The same as forces on the velocities beside the walls.
    [[nodiscard]] const std::vector<FaceBrake>& brakes() const { return m_brakes; }
    [[nodiscard]] const std::vector<WallFace>& faces() const { return m_faces; }

private:
    void addBrakes(const AirSpace& space, const WallFace& face);

    std::vector<WallFace> m_faces;
    std::vector<FaceBrake> m_brakes;
    std::vector<std::size_t> m_wallOfBrake;
    std::vector<float> m_weight;  ///< of each brake, 1/m
};

}  // namespace halltwin::airflow
