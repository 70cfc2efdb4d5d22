// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/cord_circuit.h"
#include "model/power/graph.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace halltwin::power {

/// What of a chain is in service at a moment, and how its standby sources stand. Flags are bytes:
/// 0 or 1.
struct ChainState {
    std::vector<std::uint8_t> gone;   ///< by element: failed or tripped
    std::vector<std::uint8_t> open;   ///< by element: a transfer switch in its break
    std::vector<std::uint8_t> awake;  ///< by element: a generator that runs; a battery, or the own
                                      ///< battery of a UPS, that is ready to give
    std::vector<double> walkIn;  ///< by element: share of its input that it draws over its cords
                                 ///< while a battery gives the rest; 1 without
    std::vector<std::uint8_t> linkGone;  ///< by link of the input
    std::vector<std::uint8_t> off;       ///< by load: takes nothing although it could
    std::vector<std::uint8_t> onB;       ///< by element: a transfer switch that stays on its B side
    std::vector<int> modulesOut;         ///< by element: of its parallel modules
    std::vector<double> chargeW;         ///< by element: what chargers at it draw
    std::vector<double> storedW;         ///< by element: the part of it that batteries store
};

/// Element has a battery of its own beside its cords.
[[nodiscard]] bool hasOwnBattery(const Element& element);

/// A chain by index, made once and solved in many states. Keeps a reference to its input.
/// Thread-safe once made.
class Network {
public:
    /// Fails as solveChain does.
    [[nodiscard]] static Result<Network> of(const ChainInput& input);

    /// All in service, standby sources at rest.
    [[nodiscard]] ChainState normalState() const;

    /// Nodes that some living source reaches.
    [[nodiscard]] std::vector<std::uint8_t> energised(const ChainState& state) const;

    /// A cord that is not tripped, and not one that a transfer switch has left.
    [[nodiscard]] bool isClosed(const ChainState& state, std::size_t cord) const;

    /// Everything but the issues.
    [[nodiscard]] ChainResult solve(const ChainState& state) const;

    [[nodiscard]] const ChainInput& input() const { return *m_input; }
    [[nodiscard]] const Graph& graph() const { return m_graph; }
    [[nodiscard]] const std::vector<std::vector<std::size_t>>& loops() const { return m_loops; }
    [[nodiscard]] const CordCircuit& circuit(std::size_t cord) const { return m_circuits[cord]; }
    [[nodiscard]] bool isInLoop(std::size_t node) const { return m_looped[node] != 0; }
    [[nodiscard]] bool hasPhases() const { return m_hasPhases; }
    [[nodiscard]] bool hasReactive() const { return m_hasReactive; }

private:
    Network() = default;
    void makeCircuits();

    const ChainInput* m_input = nullptr;
    Graph m_graph;
    std::vector<std::vector<std::size_t>> m_loops;
    std::vector<std::uint8_t> m_looped;
    std::vector<CordCircuit> m_circuits;  ///< by cord
    bool m_hasPhases = false;             ///< some cord is of one phase
    bool m_hasReactive = false;           ///< some load has a power factor below 1
};

}  // namespace halltwin::power
