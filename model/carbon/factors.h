// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"
#include "model/project/entities.h"

#include <array>
#include <string_view>

namespace halltwin::carbon {

inline constexpr std::string_view factorSource =
    "IPCC AR5 WG III (2014), Annex III, table A.III.2: lifecycle emissions, median "
    "(minimum–maximum)";
inline constexpr std::string_view homeSource = "10,500 kWh a year, rounded: US Energy Information "
                                               "Administration, electricity use of an average "
                                               "US home";
inline constexpr std::string_view carSource =
    "4.6 t CO2 a year: US Environmental Protection Agency, Greenhouse Gas Emissions from a Typical "
    "Passenger Vehicle";

inline constexpr Energy homePerYear = kilowattHours(10500.0);
inline constexpr Carbon carPerYear = tonnes(4.6);

/// Lifecycle emissions of a kilowatt-hour from one source.
struct SourceFactor {
    CarbonIntensity low;
    CarbonIntensity median;
    CarbonIntensity high;
};

/// In the order of EnergySource. Solar, biomass and gas follow that table's rows: PV utility, PV
/// rooftop, dedicated biomass, combined-cycle gas, pulverised coal.
inline constexpr std::array<SourceFactor, energySourceCount> sourceFactors = [] {
    constexpr auto row = [](double low, double median, double high) {
        return SourceFactor{gramsPerKilowattHour(low), gramsPerKilowattHour(median),
                            gramsPerKilowattHour(high)};
    };
    return std::array<SourceFactor, energySourceCount>{
        row(740.0, 820.0, 910.0), row(410.0, 490.0, 650.0), row(130.0, 230.0, 420.0),
        row(18.0, 48.0, 180.0),   row(26.0, 41.0, 60.0),    row(6.0, 38.0, 79.0),
        row(8.8, 27.0, 63.0),     row(1.0, 24.0, 2200.0),   row(3.7, 12.0, 110.0),
        row(8.0, 12.0, 35.0),     row(7.0, 11.0, 56.0)};
}();

[[nodiscard]] constexpr const SourceFactor& factorOf(EnergySource source) {
    return sourceFactors[static_cast<std::size_t>(source)];
}

}  // namespace halltwin::carbon
