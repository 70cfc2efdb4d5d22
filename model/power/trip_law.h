// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"

#include <optional>
#include <string_view>

namespace halltwin::power {

inline constexpr std::string_view tripLawSource =
    "extremely inverse time law, IEC 60255-151: t = TMS · 80 / ((x / pick-up)² − 1), x = load / "
    "rating; at once above the instantaneous setting";

/// When the protective device of an overloaded element lets go. One law for all elements stands for
/// the curves of breakers, fuses and relays, which differ from maker to maker.
struct TripLaw {
    double pickup = 1.05;         ///< load / rating below which nothing ever trips
    double timeMultiplier = 1.0;  ///< TMS
    double instantaneous = 10.0;  ///< load / rating that trips at once

    bool operator==(const TripLaw&) const = default;
};

/// Time after which a steady load trips, or none where it never does.
[[nodiscard]] std::optional<Duration> tripTime(const TripLaw& law, double loading);

}  // namespace halltwin::power
