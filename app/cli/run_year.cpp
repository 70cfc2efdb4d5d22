// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_year.h"

#include "app/cli/interrupt.h"
#include "app/cli/year_json.h"
#include "model/core/data_paths.h"
#include "model/core/file_io.h"
#include "model/exchange/site_weather.h"
#include "model/exchange/year_csv.h"

#include <array>
#include <chrono>
#include <fmt/format.h>
#include <iostream>

namespace halltwin::cli {
namespace {

constexpr std::array monthNames{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string pueText(const twin::YearSum& sum) {
    const auto pue = sum.pue();
    return pue ? fmt::format("{:.3f}", *pue) : "–";
}

void printMonths(const twin::YearResult& year) {
    std::cout << fmt::format(
        "\n{:<6}{:>12}{:>10}{:>10}{:>13}{:>11}{:>8}{:>9}{:>14}{:>12}{:>8}{:>11}\n", "month",
        "IT MWh", "fans", "pumps", "compressors", "rejection", "reuse", "lights", "distribution",
        "all MWh", "PUE", "water m³");
    const auto line = [](const char* name, const twin::YearSum& sum) {
        const auto of = [&](twin::YearPart part) { return sum.of(part).in(megawattHours); };
        std::cout << fmt::format(
            "{:<6}{:>12.1f}{:>10.1f}{:>10.1f}{:>13.1f}{:>11.1f}{:>8.1f}{:>9.1f}{:>14.1f}{:>12.1f}"
            "{:>8}{:>10.1f}\n",
            name, of(twin::YearPart::It), of(twin::YearPart::Fans), of(twin::YearPart::Pumps),
            of(twin::YearPart::Compressors), of(twin::YearPart::HeatRejection),
            of(twin::YearPart::HeatReuse), of(twin::YearPart::Lights),
            of(twin::YearPart::Distribution), sum.facility.in(megawattHours), pueText(sum),
            sum.water.in(cubicMetres));
    };
    for (std::size_t n = 0; n < monthNames.size(); ++n)
        if (year.months[n].hours > 0) line(monthNames[n], year.months[n]);
    line("year", year.total);
}

void printComponent(const char* name, const std::optional<double>& value,
                    const std::optional<double>& limit) {
    if (!value) return;
    std::cout << fmt::format("{:<24} {:>14.3f} ", name, *value);
    if (limit)
        std::cout << fmt::format("limit {:.3f}: {}\n", *limit, *value <= *limit ? "met" : "missed");
    else
        std::cout << "(the project sets no limit)\n";
}

/// What the plant did: water, heat that is used again, hours by mode, where it fell short.
void printPlant(const twin::YearResult& year, const PlantControl& control) {
    const twin::YearSum& sum = year.total;
    const auto in = [&](cooling::LoopMode mode) {
        return sum.modes[static_cast<std::size_t>(mode)];
    };
    if (const auto wue = sum.litresPerItKwh())
        std::cout << fmt::format("{:<24} {:>14.3f} L/kWh, {:.1f} m³ of water\n", "WUE", *wue,
                                 sum.water.in(cubicMetres));
    if (sum.recovered > Energy{})
        std::cout << fmt::format("{:<24} {:>14.3f} {:.1f} MWh of heat used again\n", "ERF",
                                 sum.erf().value_or(0.0), sum.recovered.in(megawattHours));
    printComponent("MLC", sum.mlc(), control.mlcLimit);
    printComponent("ELC", sum.elc(), control.elcLimit);
    std::cout << fmt::format("{:<24} {:>14} hours free, {} mixed, {} mechanical, {} idle\n",
                             "Cooling", in(cooling::LoopMode::Free), in(cooling::LoopMode::Mixed),
                             in(cooling::LoopMode::Mechanical), in(cooling::LoopMode::Idle));
    if (year.hoursWarm > 0) {
        const twin::YearHour& worst = year.hours[year.worstWarmHour];
        std::cout << fmt::format(
            "{:<24} {:>14} hours above it, worst {:.1f} K in hour {} at {:.1f} °C, wet bulb "
            "{:.1f} °C\n",
            "Set-point", year.hoursWarm, worst.warm.in(kelvins), year.worstWarmHour,
            worst.dryBulb.in(celsius), worst.wetBulb.in(celsius));
    }
    if (year.daysShifted > 0)
        std::cout << fmt::format(
            "{:<24} {:>14} days on which heat was moved to colder hours: {:.1f} MWh, which spared "
            "{:.2f} MWh\n",
            "Tanks", year.daysShifted, year.shifted.in(megawattHours),
            year.savedByTanks.in(megawattHours));
    if (year.hoursIcing > 0)
        std::cout << fmt::format("{:<24} {:>14} hours in which a tower leaves too cold water in "
                                 "frost\n",
                                 "Icing", year.hoursIcing);
}

bool keepsLimits(const twin::YearResult& year, const PlantControl& control) {
    const auto keeps = [](const std::optional<double>& value, const std::optional<double>& limit) {
        return !value || !limit || *value <= *limit;
    };
    return keeps(year.total.mlc(), control.mlcLimit) && keeps(year.total.elc(), control.elcLimit);
}

void printYear(const Opened& opened, const twin::YearResult& year, double seconds) {
    const twin::YearHour& peak = year.hours[year.peakHour];
    std::cout << fmt::format("{}  ({}; {})\n\n", opened.project->info.name, year.site.city,
                             year.site.source);
    std::cout << fmt::format("{:<24} {:>14} of {} hours, calculated in {:.2f} s\n", "PUE",
                             pueText(year.total), year.hours.size(), seconds);
    if (year.cue)
        std::cout << fmt::format("{:<24} {:>14.1f} g/kWh\n", "CUE",
                                 year.cue->in(gramsPerKilowattHour));
    std::cout << fmt::format("{:<24} {:>14.2f} M$ of energy\n", "Cost",
                             year.energyCost.in(dollars) / 1e6);
    std::cout << fmt::format("{:<24} {:>14.1f} t CO2e\n", "Carbon", year.carbon.in(tonnes));
    std::cout << fmt::format("{:<24} {:>14.1f} kW in hour {} at {:.1f} °C\n", "Highest power",
                             peak.facility.in(kilowatts), year.peakHour, peak.dryBulb.in(celsius));
    std::cout << fmt::format("{:<24} {:>14.1e} of the sums, {:.1e} against hours solved alone\n",
                             "Books", year.residual, year.interpolationError);
    printPlant(year, opened.project->plant);
    if (year.hoursOutOfRange > 0)
        std::cout << fmt::format("{:<24} {:>14} hours beyond a unit's fitted range\n",
                                 "Out of range", year.hoursOutOfRange);
    if (year.hoursUnmet > 0) {
        const twin::YearHour& worst = year.hours[year.worstUnmetHour];
        std::cout << fmt::format("{:<24} {:>14} hours, worst {:.1f} kW in hour {} at {:.1f} °C\n",
                                 "Heat not taken", year.hoursUnmet, worst.unmet.in(kilowatts),
                                 year.worstUnmetHour, worst.dryBulb.in(celsius));
    }
    printMonths(year);
}

}  // namespace

void addYearOptions(CLI::App& command, YearQuestion& question) {
    auto* year = command.add_flag("--year", question.year, "every hour of a weather year");
    auto* hour = command.add_option("--hour", question.hour,
                                    "the operating point of one hour of the year, from 0");
    year->excludes(hour);
    auto* weather =
        command.add_option("--weather", question.weather, "EPW file instead of the project's");
    auto* climate = command.add_option(
        "--climate", question.climate,
        "climate instead of the project's: ie-dublin and others of resources/climate");
    weather->excludes(climate);
    command.add_option("--csv", question.csv, "write the hours of --year as a table")->needs(year);
}

Result<weather::WeatherYear> weatherOf(const Project& project, const std::string& projectFile,
                                       const YearQuestion& question) {
    Site site = project.site;
    std::filesystem::path folder = std::filesystem::path(projectFile).parent_path();
    if (!question.climate.empty()) {
        site.climate = question.climate;
        site.weatherFile.clear();
    }
    if (!question.weather.empty()) {
        site.weatherFile = question.weather;
        folder.clear();
    }
    return exchange::siteWeather(site, {folder, resourceDirectory() / "climate"});
}

Status runYear(const Question& question, const YearQuestion& wanted) {
    const auto opened = open(question);
    if (!opened) return refuse(opened.error());
    const auto weather = weatherOf(*opened->project, question.file, wanted);
    if (!weather) return refuse(weather.error());
    for (const std::string& note : weather->notes)
        std::cerr << "halltwin-cli: " << note << '\n';
    const auto started = std::chrono::steady_clock::now();
    const auto year = twin::evaluateYear(
        {opened->project, opened->catalog, opened->scenario, settingsOf(question)}, *weather,
        interruptToken());
    if (!year) return refuse(year.error());
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    if (!wanted.csv.empty()) {
        const auto written = writeFileAtomically(wanted.csv, exchange::yearCsv(*year));
        if (!written) return refuse(written.error());
    }
    if (wanted.json)
        print(yearJson(*year, opened->project->plant,
                       wanted.csv.empty() ? Hours::Write : Hours::Leave));
    else
        printYear(*opened, *year, seconds);
    return year->hoursUnmet == 0 && keepsLimits(*year, opened->project->plant)
               ? Status::Done
               : Status::DoesNotHold;
}

}  // namespace halltwin::cli
