// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sweep/evaluator.h"

#include "model/core/decimal.h"
#include "model/core/hash.h"
#include "model/twin/year.h"

#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace halltwin::sweep {

namespace {

using YearPtr = std::shared_ptr<const weather::WeatherYear>;

/// Weather by what names it, shared by the threads of a sweep.
class KnownWeather {
public:
    explicit KnownWeather(WeatherOf weatherOf) : m_weatherOf(std::move(weatherOf)) {}

    Result<YearPtr> of(const Site& site) {
        const std::lock_guard lock(m_mutex);
        const auto key = std::pair(site.climate, site.weatherFile);
        const auto known = m_known.find(key);
        if (known != m_known.end()) return known->second;
        auto year = m_weatherOf(site);
        if (!year) return tl::unexpected(year.error());
        return m_known[key] = std::make_shared<const weather::WeatherYear>(*std::move(year));
    }

private:
    WeatherOf m_weatherOf;
    std::mutex m_mutex;
    std::map<std::pair<std::string, std::string>, YearPtr> m_known;
};

/// Evaluators of years that rest, with the air flows that they found: points of a sweep often share
/// them. A thread that waits within a year may begin another one, so each year takes its own.
class YearEvaluators {
public:
    Result<twin::YearResult> evaluate(const twin::TwinInput& input,
                                      const weather::WeatherYear& hours,
                                      const std::stop_token& stop) {
        twin::YearEvaluator evaluator = take();
        auto year = evaluator.evaluate(input, hours, stop);
        const std::lock_guard lock(m_mutex);
        m_resting.push_back(std::move(evaluator));
        return year;
    }

private:
    twin::YearEvaluator take() {
        const std::lock_guard lock(m_mutex);
        if (m_resting.empty()) return {};
        twin::YearEvaluator evaluator = std::move(m_resting.back());
        m_resting.pop_back();
        return evaluator;
    }

    std::mutex m_mutex;
    std::vector<twin::YearEvaluator> m_resting;
};

double orNone(const std::optional<double>& value) {
    return value.value_or(noFigure);
}

double count(std::size_t hours) {
    return static_cast<double>(hours);
}

std::vector<double> figuresOf(const twin::YearResult& year) {
    const twin::YearSum& sum = year.total;
    const auto mode = [&](cooling::LoopMode wanted) {
        return count(sum.modes[static_cast<std::size_t>(wanted)]);
    };
    const double warmestK =
        year.hours.empty() ? 0.0 : year.hours[year.worstWarmHour].warm.in(kelvins);
    return {orNone(sum.pue()),
            orNone(sum.litresPerItKwh()),
            year.cue ? year.cue->in(gramsPerKilowattHour) : noFigure,
            orNone(sum.erf()),
            orNone(sum.mlc()),
            orNone(sum.elc()),
            sum.of(twin::YearPart::It).in(megawattHours),
            sum.facility.in(megawattHours),
            sum.of(twin::YearPart::Compressors).in(megawattHours),
            sum.water.in(cubicMetres),
            year.energyCost.in(dollars),
            year.carbon.in(tonnes),
            year.hours.empty() ? 0.0 : year.hours[year.peakHour].facility.in(kilowatts),
            mode(cooling::LoopMode::Free),
            mode(cooling::LoopMode::Mixed),
            mode(cooling::LoopMode::Mechanical),
            count(year.hoursUnmet),
            count(year.hoursWarm),
            warmestK,
            count(year.hoursOutOfRange)};
}

}  // namespace

std::string fingerprintOf(const weather::WeatherYear& year) {
    std::string text;
    for (const weather::WeatherHour& hour : year.hours)
        for (const double value : {hour.dryBulb.si(), hour.dewPoint.si(), hour.pressure.si()})
            text += shortestDecimal(value) + ",";
    return fingerprintText(text);
}

Evaluator yearEvaluator(WeatherOf weatherOf) {
    auto weather = std::make_shared<KnownWeather>(std::move(weatherOf));
    auto years = std::make_shared<YearEvaluators>();
    Evaluator evaluator;
    evaluator.identity = "year";
    evaluator.figures = {"pue",
                         "wue_l_per_kwh",
                         "cue_g_per_kwh",
                         "erf",
                         "mlc",
                         "elc",
                         "it_mwh",
                         "facility_mwh",
                         "compressors_mwh",
                         "water_m3",
                         "cost_usd",
                         "carbon_t",
                         "peak_kw",
                         "free_h",
                         "mixed_h",
                         "mechanical_h",
                         "hours_unmet",
                         "hours_warm",
                         "warmest_k",
                         "hours_out_of_range"};
    evaluator.evaluate = [weather,
                          years](const twin::TwinInput& input,
                                 const std::stop_token& stop) -> Result<std::vector<double>> {
        const auto hours = weather->of(input.project->site);
        if (!hours) return tl::unexpected(hours.error());
        const auto year = years->evaluate(input, **hours, stop);
        if (!year) return tl::unexpected(year.error());
        return figuresOf(*year);
    };
    return evaluator;
}

Evaluator pointEvaluator() {
    Evaluator evaluator;
    evaluator.identity = "point";
    evaluator.figures = {"pue",          "cue_g_per_kwh",  "it_kw",          "facility_kw",
                         "max_intake_c", "cost_usd_per_h", "carbon_kg_per_h"};
    evaluator.evaluate = [](const twin::TwinInput& input,
                            const std::stop_token& stop) -> Result<std::vector<double>> {
        const auto answer = twin::evaluate(input, stop);
        if (!answer) return tl::unexpected(answer.error());
        const twin::Kpis& kpis = answer->kpis;
        return std::vector<double>{orNone(kpis.pue),
                                   orNone(kpis.carbonPerItKwh),
                                   kpis.itPower.in(kilowatts),
                                   kpis.facilityPower.in(kilowatts),
                                   kpis.maxInlet ? kpis.maxInlet->in(celsius) : noFigure,
                                   kpis.operatingCost.in(dollarsPerHour),
                                   kpis.carbon.in(gramsPerHour) / 1e3};
    };
    return evaluator;
}

}  // namespace halltwin::sweep
