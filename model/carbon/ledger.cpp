// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/carbon/ledger.h"

#include <cmath>
#include <fmt/format.h>

namespace halltwin::carbon {

namespace {

constexpr Duration oneYear = years(1.0);

Result<void> checkShares(const EnergySupply& supply) {
    double sum = 0.0;
    for (const double share : supply.share) {
        if (!std::isfinite(share) || share < 0.0) {
            return fail(ErrorCode::InvalidArgument,
                        "A share of the energy supply is negative or not a number", "energy supply",
                        "Give shares of zero or more");
        }
        sum += share;
    }
    if (std::abs(sum - 1.0) <= shareTolerance) return {};
    return fail(ErrorCode::InvalidArgument,
                fmt::format("The shares of the energy supply add up to {:.6g}, not to 1", sum),
                "energy supply", "Change them so that they add up to 1");
}

SourceLine sourceLine(EnergySource source, double share, Power facility) {
    const SourceFactor& factor = factorOf(source);
    SourceLine line;
    line.source = source;
    line.share = share;
    line.power = facility * share;
    line.rate = line.power * factor.median;
    line.energyPerYear = line.power * oneYear;
    line.carbonPerYear = line.energyPerYear * factor.median;
    line.lowPerYear = line.energyPerYear * factor.low;
    line.highPerYear = line.energyPerYear * factor.high;
    return line;
}

}  // namespace

Result<CarbonIntensity> intensityOf(const EnergySupply& supply) {
    if (const Result<void> shares = checkShares(supply); !shares) {
        return tl::unexpected<Error>(shares.error());
    }
    CarbonIntensity sum;
    for (std::size_t i = 0; i < energySourceCount; ++i) {
        sum += sourceFactors[i].median * supply.share[i];
    }
    return sum;
}

Result<CarbonLedger> carbonLedger(const CarbonInput& input) {
    for (const Power power : {input.facility, input.it}) {
        if (std::isfinite(power.si()) && power.si() >= 0.0) continue;
        return fail(ErrorCode::InvalidArgument, "A power is negative or not a number", "carbon",
                    "Give powers of zero or more");
    }
    const Result<CarbonIntensity> intensity = intensityOf(input.supply);
    if (!intensity) return tl::unexpected<Error>(intensity.error());

    CarbonLedger ledger;
    ledger.intensity = *intensity;
    for (std::size_t i = 0; i < energySourceCount; ++i) {
        if (input.supply.share[i] <= 0.0) continue;
        const auto source = static_cast<EnergySource>(i);
        ledger.lines.push_back(sourceLine(source, input.supply.share[i], input.facility));
        const SourceLine& line = ledger.lines.back();
        ledger.rate += line.rate;
        ledger.energyPerYear += line.energyPerYear;
        ledger.carbonPerYear += line.carbonPerYear;
        ledger.lowPerYear += line.lowPerYear;
        ledger.highPerYear += line.highPerYear;
    }
    ledger.energyResidual = input.facility * oneYear - ledger.energyPerYear;
    if (input.it.si() > 0.0) ledger.cue = ledger.carbonPerYear / (input.it * oneYear);
    ledger.homes = ledger.energyPerYear / homePerYear;
    ledger.cars = ledger.carbonPerYear / carPerYear;
    return ledger;
}

}  // namespace halltwin::carbon
