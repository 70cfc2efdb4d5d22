// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/availability.h"

#include <array>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace halltwin::power {

/// Availability that is commonly quoted with a tier.
struct TierFigure {
    std::string_view name;
    double availability = 0.0;
};
inline constexpr std::array<TierFigure, 4> tierFigures{
    {{"Tier I", 0.99671}, {"Tier II", 0.99741}, {"Tier III", 0.99982}, {"Tier IV", 0.99995}}};
inline constexpr std::string_view tierSource =
    "availabilities commonly quoted with the Uptime Institute's tiers; the tiers themselves rate "
    "topology, not percentages";

struct AvailabilitySettings {
    int largestCut = 3;                 ///< elements in a cut set, 1 … 4
    std::optional<DrawSettings> draws;  ///< confirm by chance
};

struct LoadAvailability {
    ItemId load;
    double unavailability = 0.0;               ///< by its cut sets
    std::optional<DrawnUnavailability> drawn;  ///< by chance
    std::vector<std::vector<ItemId>> cutSets;  ///< what darkens it together, the likeliest first
};

/// Critical loads of a chain, by the reliability of its elements.
struct HallAvailability {
    std::vector<LoadAvailability> loads;  ///< in the order of the input
    double mean = 0.0;                    ///< of the loads, by their demand
    double any = 0.0;                     ///< time in which some load is dark
    std::optional<DrawnUnavailability> anyDrawn;
    std::vector<ItemId> withoutFigure;  ///< elements that state none, taken never to fail
};

/// Reliability that an element states, or one that never fails.
[[nodiscard]] Reliability statedReliability(const Element& element);

/// Every critical load by its minimal cut sets, and by draws of the whole chain where asked for.
/// Generators count as sources that are there when called; batteries bridge and are none. Fails as
/// minimalCutSets and drawUnavailability do.
[[nodiscard]] Result<HallAvailability> hallAvailability(const ChainInput& input,
                                                        const AvailabilitySettings& settings = {},
                                                        const std::stop_token& stop = {});

}  // namespace halltwin::power
