// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/year_csv.h"

#include "model/cooling/plant.h"
#include "model/exchange/csv.h"
#include "model/project/names.h"

#include <vector>

namespace halltwin::exchange {

namespace {

constexpr double secondsPerHour = 3600.0;

std::vector<std::string> header() {
    std::vector<std::string> names{"hour", "dry_bulb_c", "wet_bulb_c", "load_factor"};
    for (std::size_t n = 0; n < twin::yearPartCount; ++n)
        names.push_back(std::string(nameOf(static_cast<twin::YearPart>(n))) + "_w");
    for (const char* name :
         {"facility_w", "pue", "rejected_w", "unmet_w", "out_of_range", "recovered_w",
          "water_kg_per_h", "mode", "above_set_point_k", "icing", "tank_w"})
        names.emplace_back(name);
    return names;
}

}  // namespace

std::string yearCsv(const twin::YearResult& year) {
    CsvTable table(header());
    for (std::size_t n = 0; n < year.hours.size(); ++n) {
        const twin::YearHour& hour = year.hours[n];
        table.number(static_cast<double>(n))
            .number(hour.dryBulb.in(celsius))
            .number(hour.wetBulb.in(celsius))
            .number(hour.loadFactor);
        for (const Power part : hour.parts)
            table.number(part.in(watts));
        table.number(hour.facility.in(watts));
        if (const auto pue = hour.pue())
            table.number(*pue);
        else
            table.empty();
        table.number(hour.rejected.in(watts))
            .number(hour.unmet.in(watts))
            .number(hour.outOfRange ? 1.0 : 0.0)
            .number(hour.recovered.in(watts))
            .number(hour.water.in(kilogramsPerSecond)*secondsPerHour)
            .text(nameOf(hour.mode))
            .number(hour.warm.in(kelvins))
            .number(hour.icing ? 1.0 : 0.0)
            .number(hour.tank.in(watts));
    }
    return table.str();
}

}  // namespace halltwin::exchange
