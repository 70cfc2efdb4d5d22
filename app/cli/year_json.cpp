// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/year_json.h"

#include "model/project/names.h"

#include <string>

namespace halltwin::cli {
namespace {

constexpr double secondsPerHour = 3600.0;

std::string partKey(std::size_t part, const char* unit) {
    return std::string(nameOf(static_cast<twin::YearPart>(part))) + unit;
}

Json sumJson(const twin::YearSum& sum) {
    Json json{{"hours", sum.hours},
              {"facility_kwh", sum.facility.in(kilowattHours)},
              {"pue", optionalNumber(sum.pue())}};
    for (std::size_t n = 0; n < twin::yearPartCount; ++n)
        json[partKey(n, "_kwh")] = sum.parts[n].in(kilowattHours);
    json["recovered_kwh"] = sum.recovered.in(kilowattHours);
    json["water_m3"] = sum.water.in(cubicMetres);
    json["wue_l_per_kwh"] = optionalNumber(sum.litresPerItKwh());
    for (std::size_t n = 0; n < cooling::loopModeCount; ++n)
        json["modes_h"][std::string(nameOf(static_cast<cooling::LoopMode>(n)))] = sum.modes[n];
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
              {"recovered_w", hour.recovered.in(watts)},
              {"water_kg_per_h", hour.water.in(kilogramsPerSecond)*secondsPerHour},
              {"mode", nameOf(hour.mode)},
              {"above_set_point_k", hour.warm.in(kelvins)},
              {"icing", hour.icing},
              {"tank_w", hour.tank.in(watts)},
              {"out_of_range", hour.outOfRange}};
    for (std::size_t part = 0; part < twin::yearPartCount; ++part)
        json[partKey(part, "_w")] = hour.parts[part].in(watts);
    return json;
}

/// A component of ASHRAE 90.4 beside the limit that the project gives it.
Json loadComponent(const std::optional<double>& value, const std::optional<double>& limit) {
    Json met = nullptr;
    if (value && limit) met = *value <= *limit;
    return {{"value", optionalNumber(value)}, {"limit", optionalNumber(limit)}, {"met", met}};
}

Json warmJson(const twin::YearResult& year) {
    if (year.hoursWarm == 0) return {{"hours", 0}};
    return {{"hours", year.hoursWarm},
            {"worst_hour", year.worstWarmHour},
            {"worst_k", year.hours[year.worstWarmHour].warm.in(kelvins)}};
}

}  // namespace

Json yearJson(const twin::YearResult& year, const PlantControl& control, Hours hours) {
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
        {"wue_l_per_kwh", optionalNumber(year.total.litresPerItKwh())},
        {"erf", optionalNumber(year.total.erf())},
        {"mlc", loadComponent(year.total.mlc(), control.mlcLimit)},
        {"elc", loadComponent(year.total.elc(), control.elcLimit)},
        {"water_m3", year.total.water.in(cubicMetres)},
        {"recovered_kwh", year.total.recovered.in(kilowattHours)},
        {"cue_g_per_kwh", year.cue ? Json(year.cue->in(gramsPerKilowattHour)) : Json(nullptr)},
        {"energy_cost_usd", year.energyCost.in(dollars)},
        {"carbon_kg", year.carbon.in(grams) / 1e3},
        {"rejected_kwh", year.rejected.in(kilowattHours)},
        {"peak_hour", year.peakHour},
        {"peak_power_w", year.hours[year.peakHour].facility.in(watts)},
        {"hours_out_of_range", year.hoursOutOfRange},
        {"hours_unmet", year.hoursUnmet},
        {"above_set_point", warmJson(year)},
        {"hours_icing", year.hoursIcing},
        {"tanks",
         {{"days", year.daysShifted},
          {"moved_kwh", year.shifted.in(kilowattHours)},
          {"saved_kwh", year.savedByTanks.in(kilowattHours)}}},
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
