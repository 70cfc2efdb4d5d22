// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/year_json.h"

#include "model/project/names.h"

#include <string>

namespace halltwin::cli {
namespace {

std::string partKey(std::size_t part, const char* unit) {
    return std::string(nameOf(static_cast<twin::YearPart>(part))) + unit;
}

Json sumJson(const twin::YearSum& sum) {
    Json json{{"hours", sum.hours},
              {"facility_kwh", sum.facility.in(kilowattHours)},
              {"pue", optionalNumber(sum.pue())}};
    for (std::size_t n = 0; n < twin::yearPartCount; ++n)
        json[partKey(n, "_kwh")] = sum.parts[n].in(kilowattHours);
    return json;
}

Json hourJson(std::size_t n, const twin::YearHour& hour) {
    Json json{{"hour", n},
              {"dry_bulb_c", hour.dryBulb.in(celsius)},
              {"wet_bulb_c", hour.wetBulb.in(celsius)},
              {"load_factor", hour.loadFactor},
              {"facility_w", hour.facility.in(watts)},
              {"pue", optionalNumber(hour.pue())},
              {"rejected_w", hour.rejected.in(watts)},
              {"unmet_w", hour.unmet.in(watts)},
              {"out_of_range", hour.outOfRange}};
    for (std::size_t part = 0; part < twin::yearPartCount; ++part)
        json[partKey(part, "_w")] = hour.parts[part].in(watts);
    return json;
}

}  // namespace

Json yearJson(const twin::YearResult& year, Hours hours) {
    const double count = static_cast<double>(year.hours.size());
    const Duration length = halltwin::hours(count);
    Json months = Json::array();
    for (const twin::YearSum& month : year.months)
        months.push_back(sumJson(month));
    Json json{
        {"site", {{"city", year.site.city}, {"source", year.site.source}}},
        {"it_power_w", (year.total.of(twin::YearPart::It) / length).in(watts)},
        {"facility_power_w", (year.total.facility / length).in(watts)},
        {"pue", optionalNumber(year.total.pue())},
        {"wue_l_per_kwh", nullptr},
        {"cue_g_per_kwh", year.cue ? Json(year.cue->in(gramsPerKilowattHour)) : Json(nullptr)},
        {"energy_cost_usd", year.energyCost.in(dollars)},
        {"carbon_kg", year.carbon.in(grams) / 1e3},
        {"rejected_kwh", year.rejected.in(kilowattHours)},
        {"peak_hour", year.peakHour},
        {"peak_power_w", year.hours[year.peakHour].facility.in(watts)},
        {"hours_out_of_range", year.hoursOutOfRange},
        {"hours_unmet", year.hoursUnmet},
        {"energy", sumJson(year.total)},
        {"months", std::move(months)},
        {"books", {{"residual", year.residual}, {"interpolation", year.interpolationError}}}};
    if (hours == Hours::Leave) return json;
    Json list = Json::array();
    for (std::size_t n = 0; n < year.hours.size(); ++n)
        list.push_back(hourJson(n, year.hours[n]));
    json["hours"] = std::move(list);
    return json;
}

}  // namespace halltwin::cli
