// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/pressure.h"
#include "model/thermal/flow.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace halltwin::thermal {

/// The equations of solveFlow for given device flows. Solving again after the raster's flows have
/// changed starts from the last solution.
class FlowProblem {
public:
    /// Keeps references to both arguments.
    FlowProblem(const Raster& raster, double densityKgM3, const SolveSettings& settings);

    [[nodiscard]] Result<Flow> solve(const std::stop_token& stop);

private:
    /// How the law u (1 + s |u|) = g Δp is made linear. Secant: u = g Δp / (1 + s |u₀|), which
    /// keeps flow and pressure difference of one sign. Tangent: Newton's step about u₀, which
    /// converges quadratically.
    enum class Linearisation { Secant, Tangent };

    struct ResistiveFace {
        std::size_t axis;
        std::size_t cell;
        double areaM2;
        double openConductance;  ///< of the same face with K = 0, m³/(s Pa)
        double slowing;          ///< τ K / (2 d), s/m
        double speedMS;          ///< u that the law is linearised about
    };

    struct Face {
        std::size_t axis;
        std::size_t cell;
        double areaM2;
        double distanceM;
        double lossK;
    };

    void collectFaces();
    void collectLeaks();
    void addFace(const Face& face);
    static double slope(const ResistiveFace& face, Linearisation linearisation);
    static double offset(const ResistiveFace& face, Linearisation linearisation);
    [[nodiscard]] airflow::FaceField<double> conductance(Linearisation linearisation) const;
    [[nodiscard]] std::vector<double> rightSide(Linearisation linearisation) const;
    double adoptSpeeds(Linearisation linearisation);
    [[nodiscard]] Result<void> prepare(Linearisation linearisation);
    [[nodiscard]] Result<void> iterate(Flow& flow, const std::stop_token& stop);
    [[nodiscard]] Result<void> checkBalance(const airflow::Regions& islands) const;
    [[nodiscard]] std::vector<ItemId> unbalancedDevices(const std::vector<char>& inIsland) const;
    void finish(Flow& flow) const;
    void separateLeaks(Flow& flow) const;

    const Raster& m_raster;
    const SolveSettings& m_settings;
    double m_densityKgM3;
    std::vector<double> m_source;
    std::vector<double> m_pressure;
    airflow::FaceField<double> m_open;  ///< conductance of faces without resistance
    std::vector<ResistiveFace> m_resistive;
    std::optional<airflow::PressureSolver> m_solver;
};

}  // namespace halltwin::thermal
