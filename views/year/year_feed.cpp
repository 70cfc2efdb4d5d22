// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/year/year_feed.h"

#include "model/core/data_paths.h"
#include "model/edit/shift_set_points.h"
#include "model/exchange/site_weather.h"
#include "views/bridge/project_session.h"
#include "views/bridge/twin_feed.h"

#include <QFileInfo>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <utility>

namespace halltwin::views::year {

Result<Project> tried(const Project& design, const Catalog& catalog, const Trial& trial) {
    auto shifted = edit::shiftSetPoints(design, catalog, trial.air, trial.water);
    if (shifted) {
        shifted->plant.staging = trial.staging;
        shifted->plant.reset = trial.reset;
        shifted->plant.resetRise = trial.resetRise;
    }
    return shifted;
}

/// The weather that was read last, for both workers.
class YearFeed::Weather {
public:
    using Ptr = std::shared_ptr<const weather::WeatherYear>;

    Result<Ptr> of(const Site& site, const std::filesystem::path& folder) {
        const std::lock_guard lock(m_mutex);
        if (m_year != nullptr && site.climate == m_climate && site.weatherFile == m_file &&
            folder == m_folder)
            return m_year;
        auto read = exchange::siteWeather(site, {folder, resourceDirectory() / "climate"});
        if (!read) return tl::unexpected(read.error());
        m_climate = site.climate;
        m_file = site.weatherFile;
        m_folder = folder;
        m_year = std::make_shared<const weather::WeatherYear>(*std::move(read));
        return m_year;
    }

    /// A file may hold something else by now.
    void forget() {
        const std::lock_guard lock(m_mutex);
        m_year.reset();
    }

private:
    std::mutex m_mutex;
    std::string m_climate;
    std::string m_file;
    std::filesystem::path m_folder;
    Ptr m_year;
};

/// One evaluator for both workers: a trial shares its rooms with the present design.
class YearFeed::Years {
public:
    Result<YearPtr> solve(const twin::TwinInput& input, const weather::WeatherYear& hours,
                          const std::stop_token& stop) {
        const std::lock_guard lock(m_mutex);
        const auto started = std::chrono::steady_clock::now();
        auto year = m_evaluator.evaluate(input, hours, stop);
        if (!year) return tl::unexpected(year.error());
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
        return std::make_shared<const YearAnswer>(
            YearAnswer{input.project, *std::move(year), seconds});
    }

private:
    std::mutex m_mutex;
    twin::YearEvaluator m_evaluator;
};

YearFeed::YearFeed(const bridge::ViewContext& context, QObject* parent)
    : QObject(parent),
      m_context(context),
      m_weather(std::make_shared<Weather>()),
      m_years(std::make_shared<Years>()) {
    connect(&context.session, &bridge::ProjectSession::changed, this, &YearFeed::follow);
    connect(&context.session, &bridge::ProjectSession::pathChanged, this, [this] {
        m_asked.reset();
        follow();
    });
    connect(&context.session, &bridge::ProjectSession::replaced, this, [this] {
        m_present.reset();
        m_trial.reset();
        m_weather->forget();
        follow();
    });
    connect(&context.twin, &bridge::TwinFeed::scenarioChanged, this, &YearFeed::follow);
}

YearFeed::~YearFeed() {
    m_stop.request_stop();
}

void YearFeed::setWanted(bool wanted) {
    m_isWanted = wanted;
    if (wanted) follow();
}

void YearFeed::setTrial(std::optional<Trial> trial) {
    if (trial == m_trial) return;
    m_trial = trial;
    followTrial();
}

bool YearFeed::hasClimate() const {
    const Site& site = m_context.session.project().site;
    return !site.climate.empty() || !site.weatherFile.empty();
}

bool YearFeed::isCurrent() const {
    return m_present != nullptr && m_present->project == m_context.session.snapshot() &&
           m_askedScenario == m_context.twin.scenario();
}

std::optional<edit::SetOperation> YearFeed::trialEdit() const {
    if (!m_trial) return std::nullopt;
    const Project& design = m_context.session.project();
    const auto after = tried(design, m_context.session.catalog(), *m_trial);
    if (!after) return std::nullopt;
    return edit::operationOf(design, *after);
}

void YearFeed::follow() {
    if (!m_isWanted) return;
    followPresent();
    followTrial();
}

std::function<Result<YearPtr>(std::shared_ptr<const Project>)> YearFeed::solver() const {
    const std::filesystem::path folder =
        QFileInfo(m_context.session.filePath()).absolutePath().toStdString();
    return [catalog = m_context.session.sharedCatalog(), scenario = m_context.twin.scenario(),
            weather = m_weather, years = m_years, folder,
            stop = m_stop.get_token()](std::shared_ptr<const Project> project) -> Result<YearPtr> {
        const auto hours = weather->of(project->site, folder);
        if (!hours) return tl::unexpected(hours.error());
        return years->solve({std::move(project), catalog, scenario, {}}, **hours, stop);
    };
}

void YearFeed::followPresent() {
    const auto project = m_context.session.snapshot();
    if (project == m_asked && m_askedScenario == m_context.twin.scenario()) return;
    m_asked = project;
    m_askedScenario = m_context.twin.scenario();
    if (!hasClimate()) {
        m_presentJob.forget();
        m_present.reset();
        m_error.reset();
        emit changed();
        return;
    }
    m_presentJob.want([this, project, solve = solver()] {
        const auto answer = solve(project);
        return [this, project, answer] {
            if (answer) m_present = *answer;
            if (project == m_asked) m_error = answer ? std::nullopt : std::optional(answer.error());
            emit changed();
        };
    });
    emit changed();
}

void YearFeed::followTrial() {
    if (!m_trial || !hasClimate() || !m_isWanted) {
        m_trialJob.forget();
        m_trialAnswer.reset();
        emit changed();
        return;
    }
    m_trialJob.want([this, design = m_context.session.snapshot(),
                     catalog = m_context.session.sharedCatalog(), trial = *m_trial,
                     solve = solver()] {
        const auto project = tried(*design, *catalog, trial);
        const auto answer = project ? solve(std::make_shared<const Project>(*project))
                                    : Result<YearPtr>(tl::unexpected(project.error()));
        return [this, answer] {
            m_trialAnswer = answer ? *answer : nullptr;
            m_error = answer ? std::nullopt : std::optional(answer.error());
            emit changed();
        };
    });
}

}  // namespace halltwin::views::year
