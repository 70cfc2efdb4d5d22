// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/sequence.h"

#include <array>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace halltwin::power {

inline constexpr std::string_view headroomFormula =
    "left = the smaller of 80 % of the rating − load in the normal state, and rating − load after "
    "the worst single failure; with single-phase loads three times what is left on the fullest "
    "phase; and what the breakers of its living cords still let through, at 80 % of their current "
    "in the normal state and at all of it after a failure";
inline constexpr std::string_view preferredRatingSource =
    "series R10 of ISO 3, by which IEC 60076-1 grades transformers";

/// What a group of equal units has to carry.
struct SizingNeed {
    Power connected;         ///< sum of what hangs below
    double diversity = 1.0;  ///< highest demand at one time / connected
    int units = 1;
    int redundant = 0;       ///< of them, which may be out
    bool continuous = true;  ///< keep to 80 % of the rating
};

/// Least rating of one unit. Fails with OutOfRange where no unit is left to carry anything, and
/// with InvalidArgument for a power or a diversity that is negative or no number.
[[nodiscard]] Result<Power> requiredRating(const SizingNeed& need);

/// The next preferred rating upwards: 1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8 times a power of
/// ten.
[[nodiscard]] Power preferredRating(Power least);

/// What an element can still take.
struct Headroom {
    enum class Limit {
        Continuous,  ///< 80 % of its rating in the normal state
        Phase,       ///< 80 % of a third of it on its fullest phase
        Failure,     ///< its rating after the worst single failure
        Breaker,     ///< the breaker of a cord that feeds it: 80 % of its current, or with a
                     ///< failure named all of it after that
    };
    ItemId element;
    Power left;  ///< more output, evenly on all phases; negative where it has too much already
    Limit limit = Limit::Continuous;
    std::optional<Phase> phase;  ///< the fullest, where single-phase loads hang below; of Breaker:
                                 ///< that of a single-phase cord
    std::optional<std::array<Power, 3>> phaseLeft;  ///< more single-phase load, by phase
    ItemId failure;  ///< of Failure, and of Breaker after one: the element whose loss is the worst
    PowerLinkId link;  ///< of Breaker: the cord
    ItemId linkFrom;   ///< of Breaker: its upper end
    Power normal;      ///< output now
    Power worst;       ///< output after the worst single failure
    Power required;    ///< least rating for both
    Power suggested;   ///< preferred rating at or above it
};

struct HeadroomSettings {
    bool withFailures = true;  ///< look at single failures too
    SequenceSettings sequence;
};

/// Every element with a rating that passes power on or is a utility feed or generator, the fullest
/// first: the short list of what limits growth. Single failures are followed without trips, so that
/// an overload shows in full. Fails as followFailure does, and with Cancelled.
[[nodiscard]] Result<std::vector<Headroom>> headroomOf(const ChainInput& input,
                                                       const HeadroomSettings& settings = {},
                                                       const std::stop_token& stop = {});

}  // namespace halltwin::power
