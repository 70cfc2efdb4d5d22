// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/solve.h"

#include "model/thermal/device_heat.h"
#include "model/thermal/device_law.h"
#include "model/thermal/energy.h"
#include "model/thermal/flow.h"
#include "model/thermal/raster.h"
#include "model/thermal/report.h"
#include "model/thermal/room_check.h"
#include "model/thermal/room_key.h"

#include <algorithm>
#include <chrono>
#include <deque>
#include <string>
#include <utility>

namespace halltwin::thermal {

namespace {

bool takesHeat(const RoomInput& room, const RasterDevice& device) {
    if (device.kind == DeviceKind::Cooler) return true;
    if (device.kind == DeviceKind::Rack) return room.racks[device.input].rearDoor.has_value();
    return room.terminals[device.input].kind == TerminalKind::Extract;
}

/// A device that the grid left out may have been the last that took heat away.
Result<void> checkCooled(const RoomInput& room, const Raster& raster) {
    const bool hot = !raster.heats.empty() || raster.roomHeatW > 0.0 ||
                     std::any_of(raster.slices.begin(), raster.slices.end(),
                                 [](const RasterSlice& slice) { return slice.heatW > 0.0; });
    const bool cooled =
        !raster.exchanges.empty() ||
        std::any_of(raster.devices.begin(), raster.devices.end(),
                    [&](const RasterDevice& device) { return takesHeat(room, device); });
    if (!hot || cooled) return {};
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
    const EnergyEquation::Constants constants{volumetricHeat(room),
                                              10.0 * settings.massTolerance * flow.deviceFlowM3S,
                                              datumOf(room, raster)};
    const auto energy = EnergyEquation::make(raster, flow, constants);
    if (!energy) return tl::unexpected(energy.error());
    const auto heat = coupleDevices(room, raster, *energy, settings.heatTolerance, stop);
    if (!heat) return tl::unexpected(heat.error());
    std::vector<double> pictureC = heat->temperatureC;
    energy->fillStagnant(pictureC, room.stillAir.in(celsius));
    return makeResult({room, raster, flow, *heat, pictureC});
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
    Raster raster = rasterize(room, settings);
    RoomInput key = withoutHeat(room);
    std::shared_ptr<const Flow> flow = m_cache->find(key, settings);
    if (!flow) {
        auto solved = solveFlow(room, raster, settings, stop);
        if (!solved) return tl::unexpected(solved.error());
        flow = std::make_shared<const Flow>(*std::move(solved));
        m_cache->keep(std::move(key), settings, flow);
    }
    for (std::size_t device = 0; device < raster.devices.size(); ++device)
        if (flow->deviceM3S[device] != raster.devices[device].flowM3S)
            setFlow(raster, device, flow->deviceM3S[device]);
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
