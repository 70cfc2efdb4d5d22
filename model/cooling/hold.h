// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace halltwin::cooling {

/// How the fans of a tower or dry cooler run.
struct FanHold {
    double leavingC = 0.0;
    double airShare = 0.0;  ///< of the design flow while they turn
    double duty = 1.0;      ///< share of time that they turn
    bool holdsWanted = false;
};

/// The air share between `least` and 1 at which a falling function of it is `wanted`, which must
/// lie between its ends. It is looked for by the share's inverse, in which approaches are nearly
/// straight.  Source: false position with the Illinois weight.
template <class LeavingAt>
[[nodiscard]] double shareAt(const LeavingAt& leavingAt, double wanted, double least) {
    double low = 1.0;
    double high = 1.0 / least;
    double belowK = leavingAt(1.0) - wanted;
    double aboveK = leavingAt(least) - wanted;
    double middle = low;
    int sameSide = 0;  // below zero: the last steps were below
    for (int n = 0; n < 60 && aboveK - belowK > 1e-12; ++n) {
        middle = low - belowK * (high - low) / (aboveK - belowK);
        const double offK = leavingAt(1.0 / middle) - wanted;
        if (std::abs(offK) < 1e-8 || high - low < 1e-12) break;
        if (offK < 0.0) {
            low = middle;
            belowK = offK;
            if (sameSide < 0) aboveK *= 0.5;
            sameSide = -1;
        } else {
            high = middle;
            aboveK = offK;
            if (sameSide > 0) belowK *= 0.5;
            sameSide = 1;
        }
    }
    return 1.0 / middle;
}

/// The least air that brings water to `wantedC`, `leavingAt(airShare)` being where it comes to in
/// °C. Below the least share the fans cycle; where even that is too cold, so that the water warms
/// to `wantedC` on the average.
template <class LeavingAt>
[[nodiscard]] FanHold holdWanted(const LeavingAt& leavingAt, double wantedC, double rangeK,
                                 double leastShare) {
    const double coldestC = leavingAt(1.0);
    if (!(coldestC < wantedC)) return {coldestC, 1.0, 1.0, coldestC <= wantedC};
    const double slowC = leavingAt(leastShare);
    if (slowC <= wantedC) return {wantedC, leastShare, rangeK / (wantedC + rangeK - slowC), true};
    return {wantedC, shareAt(leavingAt, wantedC, leastShare), 1.0, true};
}

}  // namespace halltwin::cooling
