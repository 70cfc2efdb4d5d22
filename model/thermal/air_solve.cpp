// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_solve.h"

#include "model/thermal/air_report.h"
#include "model/thermal/capture.h"
#include "model/thermal/climb.h"
#include "model/thermal/raster.h"
#include "model/thermal/room_check.h"
#include "model/thermal/room_key.h"
#include "model/thermal/solve.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

namespace halltwin::thermal {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double coarseFromM = 0.45;  // above: Stage::Coarse
constexpr double secondsPerView = 0.15;

SolveSettings rasterSettings(const AirSettings& settings, double gridM) {
    SolveSettings result;
    result.gridM = gridM;
    result.maxCells = settings.maxCells;
    return result;
}

std::unique_ptr<RoomAir> makeRoom(const RoomInput& room, const AirSettings& settings,
                                  double gridM) {
    return std::make_unique<RoomAir>(room, rasterize(room, rasterSettings(settings, gridM)),
                                     settings.model);
}

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

Stage stageOf(const AirSettings& settings) {
    return settings.gridM > coarseFromM ? Stage::Coarse : Stage::Fine;
}

/// Calls the observer with what is known so far, seldom enough not to slow the march.
MarchObserver viewer(const AirObserver& observer, Stage stage) {
    if (!observer) return {};
    auto next = Clock::now();
    return [&observer, stage, next](const RoomAir& room, int steps) mutable {
        if (Clock::now() < next) return;
        RoomResult seen = airResult(room, snapshotOf(room, steps));
        seen.stage = stage;
        seen.converged = false;
        observer(seen);
        next = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                  std::chrono::duration<double>(secondsPerView));
    };
}

/// The mean flow of an answer with other heat, from the temperatures of `start`, to its steady end.
Result<std::unique_ptr<RoomAir>> onFrozenFlow(const RoomInput& room, const AirSettings& settings,
                                              const RoomAir& start, const SettleReport& report,
                                              const std::stop_token& stop) {
    auto frozen = makeRoom(room, settings, settings.gridM);
    frozen->freeze(start, report.velocity, report.pressure);
    if (auto settled = settleHeat(*frozen, stop); !settled) return tl::unexpected(settled.error());
    return frozen;
}

/// Where air comes from does not depend on its heat.
void copyCapture(const RoomResult& from, RoomResult& to) {
    for (std::size_t n = 0; n < to.racks.size() && n < from.racks.size(); ++n) {
        to.racks[n].coldCapture = from.racks[n].coldCapture;
        to.racks[n].hotCapture = from.racks[n].hotCapture;
    }
    to.metrics.recirculation = from.metrics.recirculation;
    to.metrics.bypass = from.metrics.bypass;
}

/// base + (now − before), of monitored temperatures.
std::vector<Monitor> shifted(const std::vector<Monitor>& base, const std::vector<double>& now,
                             const std::vector<double>& before) {
    std::vector<Monitor> result = base;
    for (std::size_t n = 0; n < result.size(); ++n)
        result[n].meanC += now[n] - before[n];
    return result;
}

}  // namespace

struct AirSolver::Answer {
    std::unique_ptr<RoomAir> room;
    SettleReport report;
    AirSettings settings;
    RoomInput flowKey;
    RoomResult result;                ///< for what does not depend on heat
    std::unique_ptr<RoomAir> frozen;  ///< the same heat on the mean flow; made when first wanted
};

AirSolver::AirSolver() = default;
AirSolver::~AirSolver() = default;
AirSolver::AirSolver(AirSolver&&) noexcept = default;
AirSolver& AirSolver::operator=(AirSolver&&) noexcept = default;

void AirSolver::clear() {
    m_last.reset();
}

Result<RoomResult> AirSolver::solve(const RoomInput& room, const AirSettings& settings,
                                    const AirObserver& observer, std::stop_token stop) {
    const auto started = Clock::now();
    // Bad input, sealed spaces and heat without cooling are found by the quick stage.
    const auto quick =
        solvePreview(room, rasterSettings(settings, std::max(settings.gridM, 0.6)), stop);
    if (!quick) return tl::unexpected(quick.error());
    const std::vector<Issue> issues = checkRoom(room, rasterSettings(settings, settings.gridM));
    const Stage stage = stageOf(settings);
    const RoomMaker maker = [&](double gridM) { return makeRoom(room, settings, gridM); };
    auto settled =
        settleByGrids(maker, settings.gridM, settings.limits, viewer(observer, stage), stop);
    if (!settled) return tl::unexpected(settled.error());
    RoomResult result = airResult(*settled->air, settled->report);
    result.stage = stage;
    result.issues.insert(result.issues.begin(), issues.begin(), issues.end());
    m_last = std::make_unique<Answer>(Answer{std::move(settled->air),
                                             std::move(settled->report),
                                             settings,
                                             withoutHeat(room),
                                             {},
                                             nullptr});
    if (auto added = addCapture(result, stop); !added) return tl::unexpected(added.error());
    result.wallS = secondsSince(started);
    m_last->result = result;
    return result;
}

Result<RoomResult> AirSolver::reheat(const RoomInput& room, const AirSettings& settings,
                                     std::stop_token stop) {
    if (!m_last || m_last->settings.gridM != settings.gridM || m_last->flowKey != withoutHeat(room))
        return solve(room, settings, {}, std::move(stop));
    const auto started = Clock::now();
    const std::vector<Issue> issues = checkRoom(room, rasterSettings(settings, settings.gridM));
    for (const Issue& issue : issues)
        if (issue.severity == Severity::Error) return tl::unexpected(toError(issue));
    if (!m_last->frozen) {
        auto base =
            onFrozenFlow(m_last->room->room(), settings, *m_last->room, m_last->report, stop);
        if (!base) return tl::unexpected(base.error());
        m_last->frozen = *std::move(base);
    }
    const RoomAir& base = *m_last->frozen;
    const auto now = onFrozenFlow(room, settings, base, m_last->report, stop);
    if (!now) return tl::unexpected(now.error());
    SettleReport report = m_last->report;
    report.intakes = shifted(report.intakes, (*now)->intakeC(), base.intakeC());
    report.outlets = shifted(report.outlets, (*now)->outletC(), base.outletC());
    for (std::size_t c = 0; c < report.temperature.size(); ++c)
        report.temperature[c] += (*now)->air().temperature[c] - base.air().temperature[c];
    RoomResult result = airResult(**now, report);
    copyCapture(m_last->result, result);
    result.stage = stageOf(settings);
    result.issues.insert(result.issues.begin(), issues.begin(), issues.end());
    result.wallS = secondsSince(started);
    return result;
}

/// Capture indices and what follows from them; an answer without them says so.
Result<void> AirSolver::addCapture(RoomResult& result, const std::stop_token& stop) const {
    const auto capture = captureOf(*m_last->room, m_last->report, stop);
    if (!capture && capture.error().code == ErrorCode::Cancelled)
        return tl::unexpected(capture.error());
    if (!capture) {
        result.issues.push_back(makeIssue("thermal.noCapture", Severity::Info, {},
                                          "Capture indices are left out: the paths of the air did "
                                          "not settle.",
                                          "Try a finer grid."));
        return {};
    }
    const auto& devices = m_last->room->raster().devices;
    std::size_t rack = 0;
    for (std::size_t n = 0; n < devices.size() && rack < result.racks.size(); ++n) {
        if (devices[n].kind != DeviceKind::Rack) continue;
        result.racks[rack].coldCapture = capture->cold[n];
        result.racks[rack].hotCapture = capture->hot[n];
        ++rack;
    }
    result.metrics.recirculation = capture->recirculated;
    result.metrics.bypass = capture->bypass;
    return {};
}

Result<Recirculation> AirSolver::recirculation(std::stop_token stop) const {
    if (!m_last)
        return fail(ErrorCode::InvalidArgument, "There is no flow yet to follow air on.",
                    "recirculation", "Solve the room first.");
    return Recirculation::of(*m_last->room, m_last->report, stop);
}

Result<RoomResult> solveAir(const RoomInput& room, const AirSettings& settings,
                            std::stop_token stop) {
    return AirSolver().solve(room, settings, {}, std::move(stop));
}

}  // namespace halltwin::thermal
