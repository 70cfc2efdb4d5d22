// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/year_csv.h"

#include "model/project/names.h"

#include <fmt/format.h>
#include <iterator>

namespace halltwin::exchange {

std::string yearCsv(const twin::YearResult& year) {
    std::string text = "hour,dry_bulb_c,wet_bulb_c,load_factor";
    for (std::size_t n = 0; n < twin::yearPartCount; ++n)
        text += fmt::format(",{}_w", nameOf(static_cast<twin::YearPart>(n)));
    text += ",facility_w,pue,rejected_w,unmet_w,out_of_range\r\n";
    for (std::size_t n = 0; n < year.hours.size(); ++n) {
        const twin::YearHour& hour = year.hours[n];
        fmt::format_to(std::back_inserter(text), "{},{:.2f},{:.2f},{:.4f}", n,
                       hour.dryBulb.in(celsius), hour.wetBulb.in(celsius), hour.loadFactor);
        for (const Power part : hour.parts)
            fmt::format_to(std::back_inserter(text), ",{:.1f}", part.in(watts));
        const auto pue = hour.pue();
        fmt::format_to(std::back_inserter(text), ",{:.1f},{},{:.1f},{:.1f},{}\r\n",
                       hour.facility.in(watts), pue ? fmt::format("{:.5f}", *pue) : "",
                       hour.rejected.in(watts), hour.unmet.in(watts), hour.outOfRange ? 1 : 0);
    }
    return text;
}

}  // namespace halltwin::exchange
