// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/set_operation.h"
#include "model/twin/year.h"
#include "views/bridge/latest_job.h"
#include "views/bridge/view_context.h"

#include <QObject>
#include <memory>
#include <optional>
#include <stop_token>

namespace halltwin::views::year {

/// A year and the project that it is of.
struct YearAnswer {
    std::shared_ptr<const Project> project;
    twin::YearResult year;
    double seconds = 0.0;  ///< that it took, weather apart
};
using YearPtr = std::shared_ptr<const YearAnswer>;

/// What is tried on the set-points of the present design.
struct Trial {
    TemperatureDifference air;
    TemperatureDifference water;
    StagingRule staging = StagingRule::All;
    SupplyReset reset = SupplyReset::None;
    TemperatureDifference resetRise = kelvins(4.0);

    bool operator==(const Trial&) const = default;
};

/// The design with the trial's set-points and control. Fails as edit::shiftSetPoints does.
[[nodiscard]] Result<Project> tried(const Project& design, const Catalog& catalog,
                                    const Trial& trial);

/// Keeps a year in step with the session while it is wanted, and beside it the year of what is on
/// trial. Calculates on workers, the newest wish first; `changed` comes with every answer, error
/// and beginning. Lives on the GUI thread.
class YearFeed : public QObject {
    Q_OBJECT

public:
    explicit YearFeed(const bridge::ViewContext& context, QObject* parent = nullptr);
    ~YearFeed() override;

    /// Nothing is calculated while it is not wanted; what is missing then follows at once.
    void setWanted(bool wanted);
    /// None ends the trial.
    void setTrial(std::optional<Trial> trial);

    /// The site names a climate or a weather file.
    [[nodiscard]] bool hasClimate() const;
    /// Of the latest project that could be calculated; null before, and without a climate.
    [[nodiscard]] const YearPtr& present() const { return m_present; }
    /// `present()` is that of the session's project.
    [[nodiscard]] bool isCurrent() const;
    /// Of the trial; null where there is none, or not yet.
    [[nodiscard]] const YearPtr& trial() const { return m_trialAnswer; }
    [[nodiscard]] bool isTrying() const { return m_trial.has_value(); }
    /// Why there is no newer year.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    /// What leads from the session's project to the trial; none where it cannot be.
    [[nodiscard]] std::optional<edit::SetOperation> trialEdit() const;

signals:
    void changed();

private:
    class Weather;
    class Years;

    void follow();
    void followPresent();
    void followTrial();
    [[nodiscard]] std::function<Result<YearPtr>(std::shared_ptr<const Project>)> solver() const;

    bridge::ViewContext m_context;
    bool m_isWanted = false;
    std::shared_ptr<Weather> m_weather;
    std::shared_ptr<Years> m_years;
    std::shared_ptr<const Project> m_asked;
    std::optional<ScenarioId> m_askedScenario;
    std::optional<Trial> m_trial;
    YearPtr m_present;
    YearPtr m_trialAnswer;
    std::optional<Error> m_error;
    std::stop_source m_stop;
    bridge::LatestJob m_presentJob;  ///< last: they end before what they fill
    bridge::LatestJob m_trialJob;
};

}  // namespace halltwin::views::year
