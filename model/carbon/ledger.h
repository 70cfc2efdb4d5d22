// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/carbon/factors.h"
#include "model/core/error.h"
#include "model/core/units.h"
#include "model/project/entities.h"

#include <optional>
#include <string_view>
#include <vector>

namespace halltwin::carbon {

inline constexpr std::string_view carbonFormula =
    "carbon = Σ energy · share · lifecycle intensity of the source";
inline constexpr std::string_view cueFormula =
    "CUE = carbon of all energy drawn / energy of the IT equipment";
inline constexpr std::string_view cueSource = "ISO/IEC 30134-8 (carbon usage effectiveness)";

/// The shares of a supply must add up to one within this.
inline constexpr double shareTolerance = 1e-6;

struct CarbonInput {
    Power facility;       ///< mean draw over the year
    Power it;             ///< of which IT equipment
    EnergySupply supply;  ///< shares of the sources
};

/// One source with a share above zero.
struct SourceLine {
    EnergySource source = EnergySource::Coal;
    double share = 0.0;
    Power power;      ///< kWh per hour
    CarbonRate rate;  ///< g per hour, by the median
    Energy energyPerYear;
    Carbon carbonPerYear;  ///< by the median
    Carbon lowPerYear;     ///< by the least of the range
    Carbon highPerYear;
};

/// A year of 8,760 h. Totals are sums of the lines; `energyResidual` is what they differ by from
/// the energy drawn.
struct CarbonLedger {
    std::vector<SourceLine> lines;
    CarbonIntensity intensity;  ///< of the mix
    CarbonRate rate;
    Energy energyPerYear;
    Carbon carbonPerYear;
    Carbon lowPerYear;
    Carbon highPerYear;
    Energy energyResidual;
    std::optional<CarbonIntensity> cue;  ///< none without IT load
    double homes = 0.0;                  ///< average US homes with the same yearly electricity
    double cars = 0.0;                   ///< typical US cars with the same yearly emissions
};

/// Intensity of a mix. Fails with InvalidArgument where a share is negative or no number or they do
/// not add up to one.
[[nodiscard]] Result<CarbonIntensity> intensityOf(const EnergySupply& supply);

/// Fails like intensityOf, and where a power is negative or no number.
[[nodiscard]] Result<CarbonLedger> carbonLedger(const CarbonInput& input);

}  // namespace halltwin::carbon
