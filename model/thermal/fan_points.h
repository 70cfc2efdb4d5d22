// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/room.h"

#include <cstddef>
#include <vector>

namespace halltwin::thermal {

/// Search for the flows at which fans give just the pressures that they work against, which depend
/// on the flows of all of them. Broyden's method (Mathematics of Computation 19, 1965), started
/// from the slopes of the curves and of resistances that grow with the square of the flow; steps
/// are limited, and flows stay between 2 % and 150 % of free delivery. A fan that cannot hold even
/// the least flow for some steps is taken to have no operating point: it is given the flow that it
/// started with, and the others are sought around it.
class FanPoints {
public:
    FanPoints(std::vector<FanCurve> curves, std::vector<double> flowsM3S);

    [[nodiscard]] const std::vector<double>& flowsM3S() const { return m_flows; }

    /// Takes over the pressures that belong to the present flows. True when all fans but those
    /// without an operating point meet them to 0.1 % of their pressure without flow.
    bool meet(const std::vector<double>& risesPa);
    [[nodiscard]] bool isMet(std::size_t fan) const;

    /// Moves on to flows that should be better.
    void step();

private:
    [[nodiscard]] double pressureWithoutFlow(std::size_t fan) const;
    [[nodiscard]] bool dropStalled();
    void startJacobian(const std::vector<double>& risesPa);
    void updateJacobian(const std::vector<double>& before);

    std::vector<FanCurve> m_curves;
    std::vector<double> m_commandedM3S;
    std::vector<double> m_flows;
    std::vector<int> m_stuck;  ///< steps at the least flow and still short of pressure
    std::vector<char> m_stalled;
    std::vector<double> m_freeM3S;
    std::vector<double> m_moved;    ///< last change of the flows
    std::vector<double> m_missing;  ///< fan pressure − pressure worked against, Pa
    std::vector<double> m_inverse;  ///< of the Jacobian d missing / d flow, row by row
};

}  // namespace halltwin::thermal
