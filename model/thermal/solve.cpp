// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/solve.h"

#include "model/thermal/device_heat.h"
#include "model/thermal/energy.h"
#include "model/thermal/flow.h"
#include "model/thermal/raster.h"
#include "model/thermal/report.h"
#include "model/thermal/room_check.h"

#include <algorithm>
#include <chrono>
#include <deque>
#include <string>
#include <utility>

namespace halltwin::thermal {

namespace {

/// The part of a room that its air flow depends on: heat and temperatures taken out.
RoomInput withoutHeat(RoomInput room) {
    for (RackDevice& rack : room.racks)
        rack.airHeat = {};
    for (CoolerDevice& cooler : room.coolers) {
        cooler.supplySetpoint = {};
        cooler.fanHeat = {};
        cooler.effectivenessTimesCmin = {};
        cooler.waterIn = {};
        cooler.capacity.reset();
    }
    for (HeatSource& source : room.heatSources)
        source.heat = {};
    room.stillAir = {};
    return room;
}

Result<void> checkCooled(const RoomInput& room, const Raster& raster) {
    const bool hot =
        !raster.heats.empty() ||
        std::any_of(raster.racks.begin(), raster.racks.end(), [&](const RasterDevice& rack) {
            return room.racks[rack.input].airHeat > watts(0.0);
        });
    if (!hot || !raster.coolers.empty()) return {};
    std::vector<ItemId> items;
    for (const CoolerDevice& cooler : room.coolers)
        items.push_back(cooler.id);
    return tl::unexpected(
        toError(makeIssue("thermal.noCooling", Severity::Error, items,
                          "Nothing removes the heat of this hall: its coolers are walled in.",
                          "Give the coolers free air at their intake and outlet.")));
}

Result<RoomResult> finish(const RoomInput& room, const SolveSettings& settings,
                          const Raster& raster, const Flow& flow, const std::stop_token& stop) {
    if (auto cooled = checkCooled(room, raster); !cooled) return tl::unexpected(cooled.error());
    const double stagnant = 10.0 * settings.massTolerance * flow.deviceFlowM3S;
    const auto energy = EnergyEquation::make(raster, flow, volumetricHeat(room), stagnant);
    if (!energy) return tl::unexpected(energy.error());
    const auto heat = coupleDevices(room, raster, *energy, settings.heatTolerance, stop);
    if (!heat) return tl::unexpected(heat.error());
    return makeResult({room, raster, flow, *energy, *heat});
}

}  // namespace

struct PreviewSolver::Cache {
    struct Entry {
        RoomInput room;  ///< without heat
        SolveSettings settings;
        std::shared_ptr<const Flow> flow;
    };
    std::deque<Entry> entries;  ///< the latest first

    std::shared_ptr<const Flow> find(const RoomInput& room, const SolveSettings& settings) {
        const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
            return entry.settings == settings && entry.room == room;
        });
        return found == entries.end() ? nullptr : found->flow;
    }

    void keep(RoomInput room, const SolveSettings& settings, std::shared_ptr<const Flow> flow) {
        constexpr std::size_t mostEntries = 4;
        entries.push_front({std::move(room), settings, std::move(flow)});
        if (entries.size() > mostEntries) entries.pop_back();
    }
};

PreviewSolver::PreviewSolver() : m_cache(std::make_unique<Cache>()) {}
PreviewSolver::~PreviewSolver() = default;
PreviewSolver::PreviewSolver(PreviewSolver&&) noexcept = default;
PreviewSolver& PreviewSolver::operator=(PreviewSolver&&) noexcept = default;

void PreviewSolver::clear() {
    m_cache->entries.clear();
}

Result<RoomResult> PreviewSolver::solve(const RoomInput& room, const SolveSettings& settings,
                                        std::stop_token stop) {
    const auto started = std::chrono::steady_clock::now();
    const std::vector<Issue> issues = checkRoom(room, settings);
    for (const Issue& issue : issues)
        if (issue.severity == Severity::Error) return tl::unexpected(toError(issue));
    const Raster raster = rasterize(room, settings);
    RoomInput key = withoutHeat(room);
    std::shared_ptr<const Flow> flow = m_cache->find(key, settings);
    if (!flow) {
        auto solved = solveFlow(raster, room.airDensity.in(kilogramsPerCubicMetre), settings, stop);
        if (!solved) return tl::unexpected(solved.error());
        flow = std::make_shared<const Flow>(*std::move(solved));
        m_cache->keep(std::move(key), settings, flow);
    }
    Result<RoomResult> result = finish(room, settings, raster, *flow, stop);
    if (!result) return result;
    result->issues.insert(result->issues.begin(), issues.begin(), issues.end());
    result->wallS =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return result;
}

Result<RoomResult> solvePreview(const RoomInput& room, const SolveSettings& settings,
                                std::stop_token stop) {
    return PreviewSolver().solve(room, settings, std::move(stop));
}

}  // namespace halltwin::thermal
