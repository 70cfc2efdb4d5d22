// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/network.h"
#include "model/power/sequence.h"

#include <span>

namespace halltwin::power {

/// Follows failures of one network, one after the other or at the same time. Keeps references to
/// what it is made of. Thread-safe.
class Sequencer {
public:
    Sequencer(const Network& network, const SequenceSettings& settings);

    /// As followFailure. Incidents must name elements of the network.
    [[nodiscard]] Sequence follow(std::span<const Incident> incidents) const;

    [[nodiscard]] const ChainResult& before() const { return m_before; }
    [[nodiscard]] const Network& network() const { return m_network; }

private:
    const Network& m_network;
    const SequenceSettings& m_settings;
    ChainState m_state;
    std::vector<std::uint8_t> m_energised;
    ChainResult m_before;
};

/// Fails with NotFound for an id that is no element of the chain.
[[nodiscard]] Result<void> checkElements(const ChainInput& input, std::span<const ItemId> ids);

/// As checkElements, and with InvalidArgument for a time that is negative or no number and for
/// something but a generator that should not start.
[[nodiscard]] Result<void> checkIncidents(const ChainInput& input,
                                          std::span<const Incident> incidents);

}  // namespace halltwin::power
