// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/air_space.h"
#include "model/airflow/field.h"
#include "model/airflow/scalar_transport.h"
#include "model/airflow/wall_layer.h"

namespace halltwin::airflow {

/// Two equations for the energy k of turbulence and its dissipation ε, with ν_t = C_μ k² / ε
/// (B. E. Launder, D. B. Spalding, Comput. Methods Appl. Mech. Eng. 3 (1974)). Walls act by
/// `WallLayer`. Made for flows far from walls at high Reynolds numbers: too viscous in
/// stagnation points and in stable layers.
struct KEpsilon {
    enum class Production {
        Strain,       ///< ν_t S²
        KatoLaunder,  ///< ν_t S Ω: none where air is strained but does not turn (Kato, Launder
                      ///< 1993)
    };
    /// Share of the production by buoyancy in the equation of ε.
    enum class BuoyancyShare {
        None,
        All,
        Upright,  ///< tanh |w / u|: all in upright flow (R. A. W. M. Henkes et al., Int. J. Heat
                  ///< Mass Transfer 34 (1991))
    };

    double cMu = 0.09;
    double c1 = 1.44;
    double c2 = 1.92;
    double sigmaK = 1.0;
    double sigmaEpsilon = 1.3;
    Production production = Production::Strain;
    bool buoyancyMakesTurbulence = true;
    BuoyancyShare buoyancyShare = BuoyancyShare::Upright;
    double inflowIntensity = 0.10;  ///< rms fluctuation / speed of air blown in
    double inflowLengthM = 0.05;    ///< l of ε = C_μ^¾ k^1.5 / l there
    double greatestM2S = 0.2;       ///< bound of ν_t
};

/// What the turbulence reads of the air.
struct TurbulentAir {
    const Faces& velocity;
    const Field& temperature;
    double viscosityM2S = 1.5e-5;
    double turbulentPrandtl = 0.9;
    double buoyancyMS2K = 0.0;  ///< g β
};

/// k and ε of one space, marched with its air. Which faces are prescribed must not change.
class KEpsilonTransport {
public:
    KEpsilonTransport(const AirSpace& space, const KEpsilon& model, double viscosityM2S);

    /// Both equations over one time step. ν_t comes from `eddy` and goes there.
    void step(const TurbulentAir& air, double dtS, int sweeps, Field& eddy);
    /// Writes ν_t, m²/s.
    void writeEddy(Field& eddy) const;
    /// Friction of walls for k as it is.
    [[nodiscard]] const std::vector<FaceBrake>& wallBrakes(double viscosityM2S);

    Field k;        ///< m²/s²
    Field epsilon;  ///< m²/s³

private:
    void writeSources(const TurbulentAir& air, const Field& eddy);
    void holdWalls(const TurbulentAir& air, double dtS);
    void carryInflow();
    void keepPositive();

    const AirSpace& m_space;
    KEpsilon m_model;
    WallFaces m_walls;
    std::vector<float> m_wallsOfCell;  ///< number of wall faces
    ScalarSources m_kSources;
    ScalarSources m_epsilonSources;
    Field m_diffusivity;
    StepScratch m_scratch;
};

}  // namespace halltwin::airflow
