// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/capture.h"

#include "model/thermal/air_exchange.h"

#include <algorithm>
#include <array>
#include <utility>

namespace halltwin::thermal {

namespace {

using airflow::TracerSource;
using airflow::TracerWeights;

constexpr std::size_t coolerLane = 0;
constexpr std::size_t rackLane = 1;

/// Of each device, what comes from coolers and terminals and what from racks.
using Shares = std::vector<std::array<double, 2>>;

bool isRack(const RasterDevice& device) {
    return device.kind == DeviceKind::Rack;
}

/// Follows the air of all `from` ports to the `to` ports of each device.
Result<Shares> follow(const Raster& raster, const std::vector<TracerWeights>& weights,
                      PortSide from, PortSide to, const std::stop_token& stop) {
    const DevicePorts entries = devicePorts(raster, from);
    const DevicePorts ends = devicePorts(raster, to);
    std::vector<TracerSource> sources;
    for (std::size_t n = 0; n < raster.devices.size(); ++n)
        addPortSources(raster, entries, n, isRack(raster.devices[n]) ? rackLane : coolerLane,
                       sources);
    const auto seen =
        airflow::spreadTracers<2>(raster.grid.box, weights, {std::move(sources), ends.cells}, stop);
    if (!seen) return tl::unexpected(seen.error());
    Shares shares(raster.devices.size(), {0.0, 0.0});
    std::size_t n = 0;
    for (std::size_t device = 0; device < shares.size(); ++device)
        for (; n < ends.deviceEnd[device]; ++n)
            for (std::size_t lane = 0; lane < 2; ++lane)
                shares[device][lane] += ends.share[n] * (*seen)[n][lane];
    return shares;
}

void addRoomShares(const Raster& raster, const Shares& drawn, Capture& capture) {
    std::array<double, 2> racksM3S{0.0, 0.0};
    std::array<double, 2> coolersM3S{0.0, 0.0};
    for (std::size_t n = 0; n < raster.devices.size(); ++n) {
        const RasterDevice& device = raster.devices[n];
        for (std::size_t lane = 0; lane < 2; ++lane)
            (isRack(device) ? racksM3S : coolersM3S)[lane] += device.flowM3S * drawn[n][lane];
    }
    const auto shareOf = [](const std::array<double, 2>& parts, std::size_t lane) {
        const double all = parts[0] + parts[1];
        return all > 0.0 ? std::clamp(parts[lane] / all, 0.0, 1.0) : 0.0;
    };
    capture.recirculated = shareOf(racksM3S, rackLane);
    capture.bypass = shareOf(coolersM3S, coolerLane);
}

std::vector<double> fromCoolers(const Shares& shares) {
    std::vector<double> result;
    result.reserve(shares.size());
    for (const auto& parts : shares)
        result.push_back(std::clamp(parts[coolerLane], 0.0, 1.0));
    return result;
}

}  // namespace

Result<Capture> captureOf(const RoomAir& room, const SettleReport& report,
                          const std::stop_token& stop) {
    const Raster& raster = room.raster();
    const std::vector<TracerWeights> weights = roomTracers(room, report);
    const auto drawn = follow(raster, weights, PortSide::Outlet, PortSide::Intake, stop);
    if (!drawn) return tl::unexpected(drawn.error());
    const auto blown = follow(raster, airflow::backwards(weights, room.air().space().metric),
                              PortSide::Intake, PortSide::Outlet, stop);
    if (!blown) return tl::unexpected(blown.error());
    Capture capture;
    capture.cold = fromCoolers(*drawn);
    capture.hot = fromCoolers(*blown);
    addRoomShares(raster, *drawn, capture);
    return capture;
}

}  // namespace halltwin::thermal
