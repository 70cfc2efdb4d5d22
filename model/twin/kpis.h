// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"

#include <optional>

namespace halltwin::twin {

/// The figures of the tile row. Definitions: ISO/IEC 30134-2 (PUE), -8 (CUE), -9 (WUE).
struct Kpis {
    Power itPower;              ///< drawn at the racks' inlets
    Power facilityPower;        ///< drawn from all utility feeds
    std::optional<double> pue;  ///< none without IT power
    std::optional<double>
        waterPerItKwh;  ///< litres per IT kWh; none while the plant's water is not modelled
    std::optional<double> carbonPerItKwh;  ///< g CO2e per IT kWh (CUE)
    std::optional<Temperature> maxInlet;   ///< hottest rack intake; none without racks
    MoneyRate operatingCost;               ///< energy, staff and maintenance; depreciation apart
    CarbonRate carbon;

    bool operator==(const Kpis&) const = default;
};

/// Relative residuals of the ledgers: what is left when the parts shown are taken from the total
/// shown.
struct Books {
    double airHeat = 0.0;  ///< worst room: heat into the air less heat taken out
    double airMass = 0.0;  ///< worst room: air in less air out of any cell
    double power = 0.0;    ///< source input less loads and losses
    double heat = 0.0;     ///< electricity in less heat rejected outdoors
    double cost = 0.0;
    double carbon = 0.0;

    bool operator==(const Books&) const = default;
    [[nodiscard]] double worst() const;
};

}  // namespace halltwin::twin
