// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/sequence.h"
#include "model/project/project.h"

#include <string>
#include <string_view>
#include <vector>

namespace halltwin::power {

/// Something that people plan for, as it would befall this chain: what to hand to followFailure.
struct NamedEvent {
    std::string key;          ///< stable for scripts: "grid-outage", "feed-loss:GRID-A"
    std::string name;         ///< "Loss of GRID-A"
    std::string description;  ///< one sentence: what happens, and when
    std::vector<Incident> incidents;
};

/// Time from a grid outage to the return of supply, of a dip, and from taking equipment out for
/// maintenance to the grid outage that then comes: planning values.
inline constexpr Duration outageLength = seconds(600.0);
inline constexpr Duration dipLength = seconds(2.0);
inline constexpr Duration maintenanceLead = seconds(60.0);

/// The events of a drawn chain, in this order: grid outage, with return, dip, each feed
/// ("feed-loss:"), each generator that does not start ("generator-fails:"), each path side
/// ("side-loss:A"), maintenance of each UPS and switchboard and a grid outage meanwhile
/// ("maintenance:"), each room ("room-loss:"), each busway, panel, PDU ("distribution-loss:"), a
/// module of each UPS ("module-loss:"). Keys end with the label, and with "#id" where two items
/// share one. Where a kind has more than 40 elements, those that one element feeds are an event
/// together. Empty for a chain that followFailure refuses.
[[nodiscard]] std::vector<NamedEvent> eventsOf(const ChainInput& input, const Project& project,
                                               const Catalog& catalog);

/// Time after which nothing more is to be expected of an event but slow things: its last incident
/// and five minutes, or where something returns the retransfer delay and the cool-down too.
[[nodiscard]] Duration worthFollowing(const NamedEvent& event,
                                      const SequenceSettings& settings = {});

/// Keys that look like `wanted`, the nearest first, at most `count`: to name in messages.
[[nodiscard]] std::vector<std::string> nearKeys(const std::vector<NamedEvent>& events,
                                                std::string_view wanted, std::size_t count = 5);

}  // namespace halltwin::power
