// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/network.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace halltwin::power {

/// One solve of a network in one state, from the loads up, then the voltage drops down. Used once.
class UpwardSolve {
public:
    UpwardSolve(const Network& network, const ChainState& state);

    [[nodiscard]] ChainResult run();

private:
    /// What a node takes in, and how it stands on the phases.
    struct Input {
        double realW = 0.0;
        double reactiveVar = 0.0;
        std::array<double, 3> shares{1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0};
    };
    using Phases = std::array<double, 3>;

    void prepare();
    [[nodiscard]] Input settle(std::size_t node);
    [[nodiscard]] Input settleElement(std::size_t node);
    void fillPhases(std::size_t node, ElementResult& result) const;
    void drawFromAbove(std::size_t node, const Input& input, std::vector<std::size_t>& open);
    void chooseCords(std::size_t node);
    void share(std::size_t node, double realW);
    void shareAmong(std::span<const std::size_t> places, double realW);
    void drawOver(std::size_t cord, double realW, const Input& input);
    [[nodiscard]] double onSiteLimit(std::size_t cord) const;
    [[nodiscard]] bool isLiving(std::size_t cord) const {
        return m_energised[m_graph.cords[cord].from] != 0 && m_network.isClosed(m_state, cord);
    }
    void dropVoltages();
    void closeBooks();

    const Network& m_network;
    const ChainInput& m_input;
    const Graph& m_graph;
    const ChainState& m_state;
    std::vector<std::uint8_t> m_energised;
    std::vector<std::uint32_t> m_pending;  ///< living cords below that have not drawn yet
    std::vector<std::uint32_t> m_below;    ///< living cords below
    std::vector<double> m_outputW;
    std::vector<double> m_reactiveVar;  ///< of the output; empty without reactive loads
    std::vector<Phases> m_phasesW;      ///< of the output; empty without single-phase cords
    std::vector<std::size_t> m_order;   ///< nodes as they were settled
    // Of the node in hand: its living cords that may carry something, and what each carries.
    std::vector<std::size_t> m_mains;
    std::vector<std::size_t> m_batteries;
    std::span<const std::size_t> m_shareCords;
    std::vector<double> m_shareW;  ///< by place in m_shareCords
    ChainResult m_result;
};

}  // namespace halltwin::power
