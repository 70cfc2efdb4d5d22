// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/hydraulic_check.h"
#include "model/cooling/hydraulic_network.h"

#include <Eigen/Sparse>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace halltwin::cooling {

namespace {

constexpr int mostIterations = 200;
constexpr Eigen::Index isFixed = -1;

/// Flow to start from: of the size that the element is made for.
struct StartFlow {
    double operator()(const HydraulicPipe& pipe) const {
        return 0.5 * 0.25 * std::numbers::pi * pipe.diameter.si() * pipe.diameter.si();
    }
    double operator()(const HydraulicValve& valve) const { return 0.3 * valve.kv / 3600.0; }
    double operator()(const HydraulicCoil& coil) const { return coil.designFlow.si(); }
    double operator()(const HydraulicCheckValve& valve) const { return 0.3 * valve.kv / 3600.0; }
    double operator()(const HydraulicPump& pump) const { return pump.bestFlow.si(); }
};

/// Newton's method on flows and pressures together. After the first step the flows balance at every
/// node, and each step stays in the balanced flows; among them the true ones have the least
/// content Σ ∫ drop dq, a convex function, which the line search goes down on.
class Newton {
public:
    Newton(const HydraulicNetwork& network, const HydraulicParts& parts)
        : m_network(network),
          m_flows(size(network.links.size())),
          m_drops(m_flows.size()),
          m_slopes(m_flows.size()),
          m_step(m_flows.size()),
          m_pressures(size(network.nodes.size())) {
        placeNodes(parts);
        for (Eigen::Index n = 0; n < m_flows.size(); ++n)
            m_flows[n] = std::visit(StartFlow{}, link(n).element);
    }

    /// Whether it converged.
    bool run() {
        for (m_iterations = 1; m_iterations <= mostIterations; ++m_iterations) {
            evaluate(m_flows);
            if (!solveLinear()) return false;
            const double share = m_iterations == 1 ? 1.0 : lineSearch();
            m_flows += share * m_step;
            if (m_iterations > 1 && isThere()) return m_flows.allFinite();
        }
        return false;
    }

    [[nodiscard]] HydraulicResult result() const {
        HydraulicResult result;
        result.iterations = m_iterations;
        for (Eigen::Index n = 0; n < m_pressures.size(); ++n)
            result.pressures.push_back(pascals(m_pressures[n]));
        Eigen::VectorXd balance = Eigen::VectorXd::Zero(m_pressures.size());
        for (Eigen::Index n = 0; n < m_flows.size(); ++n) {
            const HydraulicLink& at = link(n);
            const VolumeFlow flow = cubicMetresPerSecond(m_flows[n]);
            LinkFlow state{flow, pascals(dropByPressures(n))};
            if (const auto* pump = std::get_if<HydraulicPump>(&at.element))
                state.power = pumpPower(*pump, flow);
            result.links.push_back(state);
            balance[size(at.from)] -= m_flows[n];
            balance[size(at.to)] += m_flows[n];
            const double drop = dropOf(at.element, m_network.fluid, m_flows[n]).dropPa;
            result.energyPa = std::max(result.energyPa, std::abs(drop - dropByPressures(n)));
        }
        for (std::size_t n = 0; n < m_network.nodes.size(); ++n) {
            if (m_row[n] == isFixed) continue;
            const double off = balance[size(n)] - m_network.nodes[n].demand.si();
            result.continuityM3S = std::max(result.continuityM3S, std::abs(off));
        }
        return result;
    }

private:
    static Eigen::Index size(std::size_t n) { return static_cast<Eigen::Index>(n); }
    [[nodiscard]] const HydraulicLink& link(Eigen::Index n) const {
        return m_network.links[static_cast<std::size_t>(n)];
    }
    [[nodiscard]] double dropByPressures(Eigen::Index n) const {
        return m_pressures[size(link(n).from)] - m_pressures[size(link(n).to)];
    }

    /// Rows of the nodes whose pressure is not given. A part without a given one gets one.
    void placeNodes(const HydraulicParts& parts) {
        std::vector<bool> hasFixed(parts.count, false);
        for (std::size_t n = 0; n < m_network.nodes.size(); ++n) {
            if (m_network.nodes[n].fixed) hasFixed[parts.partOfNode[n]] = true;
        }
        m_row.assign(m_network.nodes.size(), isFixed);
        m_pressures.setZero();
        for (std::size_t n = 0; n < m_network.nodes.size(); ++n) {
            const HydraulicNode& node = m_network.nodes[n];
            const std::size_t part = parts.partOfNode[n];
            if (node.fixed) {
                m_pressures[size(n)] = node.fixed->si();
            } else if (hasFixed[part]) {
                m_row[n] = m_rows++;
            }
            hasFixed[part] = true;
        }
    }

    void evaluate(const Eigen::VectorXd& flows) {
        for (Eigen::Index n = 0; n < flows.size(); ++n) {
            const DropAt at = dropOf(link(n).element, m_network.fluid, flows[n]);
            m_drops[n] = at.dropPa;
            m_slopes[n] = at.slope;
        }
    }

    /// Pressures with which the linear laws around the present flows balance, and the step to them.
    bool solveLinear() {
        std::vector<Eigen::Triplet<double>> entries;
        entries.reserve(4 * m_network.links.size());
        Eigen::VectorXd right = Eigen::VectorXd::Zero(m_rows);
        for (std::size_t n = 0; n < m_network.nodes.size(); ++n) {
            if (m_row[n] != isFixed) right[m_row[n]] -= m_network.nodes[n].demand.si();
        }
        for (Eigen::Index n = 0; n < m_flows.size(); ++n) {
            const double conductance = 1.0 / m_slopes[n];
            const double constant = m_flows[n] - conductance * m_drops[n];
            addEnd(entries, right, {link(n).from, link(n).to, conductance, -constant});
            addEnd(entries, right, {link(n).to, link(n).from, conductance, constant});
        }
        if (m_rows > 0) {
            Eigen::SparseMatrix<double> matrix(m_rows, m_rows);
            matrix.setFromTriplets(entries.begin(), entries.end());
            if (m_iterations == 1) m_solver.analyzePattern(matrix);
            m_solver.factorize(matrix);
            if (m_solver.info() != Eigen::Success) return false;
            Eigen::VectorXd solved = m_solver.solve(right);
            solved += m_solver.solve(right - matrix * solved);  // takes rounding off the balance
            for (std::size_t n = 0; n < m_network.nodes.size(); ++n) {
                if (m_row[n] != isFixed) m_pressures[size(n)] = solved[m_row[n]];
            }
        }
        for (Eigen::Index n = 0; n < m_flows.size(); ++n)
            m_step[n] = (dropByPressures(n) - m_drops[n]) / m_slopes[n];
        return m_step.allFinite();
    }

    /// One end of a link in the balance of its node.
    struct End {
        std::size_t here;
        std::size_t there;
        double conductance;
        double constant;
    };
    void addEnd(std::vector<Eigen::Triplet<double>>& entries, Eigen::VectorXd& right,
                const End& end) const {
        const Eigen::Index row = m_row[end.here];
        if (row == isFixed) return;
        entries.emplace_back(row, row, end.conductance);
        right[row] += end.constant;
        if (m_row[end.there] == isFixed) {
            right[row] += end.conductance * m_pressures[size(end.there)];
        } else {
            entries.emplace_back(row, m_row[end.there], -end.conductance);
        }
    }

    /// Slope of the content along the step.
    [[nodiscard]] double slopeAt(double share) const {
        double sum = 0.0;
        for (Eigen::Index n = 0; n < m_flows.size(); ++n) {
            const double flow = m_flows[n] + share * m_step[n];
            const double drop = dropOf(link(n).element, m_network.fluid, flow).dropPa;
            sum += (drop - dropByPressures(n)) * m_step[n];
        }
        return sum;
    }

    [[nodiscard]] double lineSearch() const {
        const double start = slopeAt(0.0);
        if (slopeAt(1.0) <= -0.1 * start || start >= 0.0) return 1.0;
        double low = 0.0;
        double high = 1.0;
        for (int n = 0; n < 60; ++n) {
            const double middle = 0.5 * (low + high);
            const double slope = slopeAt(middle);
            if (std::abs(slope) <= -0.1 * start) return middle;
            (slope > 0.0 ? high : low) = middle;
        }
        return high;
    }

    [[nodiscard]] bool isThere() const {
        const double flowScale = m_flows.size() > 0 ? m_flows.cwiseAbs().maxCoeff() : 0.0;
        double worstPa = 0.0;
        double scalePa = 1.0;
        for (Eigen::Index n = 0; n < m_flows.size(); ++n) {
            const double drop = dropOf(link(n).element, m_network.fluid, m_flows[n]).dropPa;
            worstPa = std::max(worstPa, std::abs(drop - dropByPressures(n)));
            scalePa = std::max(scalePa, std::abs(drop));
        }
        // Where nothing flows there is only rounding: a tenth of a microlitre a second, 10 µPa.
        constexpr double stillM3S = 1e-10;
        constexpr double stillPa = 1e-5;
        return worstPa < std::max(1e-9 * scalePa, stillPa) &&
               m_step.cwiseAbs().maxCoeff() < 1e-8 * flowScale + stillM3S;
    }

    const HydraulicNetwork& m_network;
    Eigen::VectorXd m_flows;
    Eigen::VectorXd m_drops;
    Eigen::VectorXd m_slopes;
    Eigen::VectorXd m_step;
    Eigen::VectorXd m_pressures;
    std::vector<Eigen::Index> m_row;
    Eigen::Index m_rows = 0;
    Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>> m_solver;
    int m_iterations = 0;
};

}  // namespace

Result<HydraulicResult> solveHydraulics(const HydraulicNetwork& network) {
    if (auto good = checkFigures(network); !good) return tl::unexpected(good.error());
    const HydraulicParts parts = partsOf(network);
    if (auto good = checkHydraulics(network, parts); !good) return tl::unexpected(good.error());
    if (network.links.empty()) {
        HydraulicResult still;
        for (const HydraulicNode& node : network.nodes)
            still.pressures.push_back(node.fixed.value_or(Pressure{}));
        return still;
    }
    Newton newton(network, parts);
    if (!newton.run())
        return fail(ErrorCode::NotConverged, "The flows of the network were not found",
                    network.links.front().name, "Look for elements with extreme figures");
    HydraulicResult result = newton.result();
    findLimit(network, parts, result);
    return result;
}

}  // namespace halltwin::cooling
