// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/recirculation.h"

#include "model/thermal/air_exchange.h"
#include "model/thermal/device_law.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tbb/parallel_for.h>
#include <utility>

namespace halltwin::thermal {

namespace {

/// Tracers that go through the matrix together.
constexpr std::size_t lanes = 8;

}  // namespace

Result<Recirculation> Recirculation::of(const RoomAir& room, const SettleReport& report,
                                        const std::stop_token& stop) {
    const Raster& raster = room.raster();
    const std::size_t count = raster.devices.size();
    Recirculation result;
    result.m_share.assign(count * count, 0.0);
    for (const RasterDevice& device : raster.devices) {
        result.m_ids.push_back(device.id);
        result.m_kinds.push_back(device.kind);
        const double intakeC = report.intakes[device.firstSlice].meanC;
        result.m_passOn.push_back(outletLaw(room.room(), raster, device.firstSlice, intakeC).share);
        double mean = 0.0;
        for (std::size_t n = 0; n < device.sliceCount; ++n)
            mean += raster.slices[device.firstSlice + n].flowM3S / device.flowM3S *
                    report.intakes[device.firstSlice + n].meanC;
        result.m_intakeC.push_back(mean);
    }
    const DevicePorts intakes = devicePorts(raster, PortSide::Intake);
    const DevicePorts outlets = devicePorts(raster, PortSide::Outlet);
    const std::vector<airflow::TracerWeights> weights = roomTracers(room, report);
    const std::size_t batches = (count + lanes - 1) / lanes;
    std::vector<std::optional<Error>> errors(batches);
    tbb::parallel_for(std::size_t{0}, batches, [&](std::size_t batch) {
        const std::size_t first = batch * lanes;
        const std::size_t last = std::min(count, first + lanes);
        std::vector<airflow::TracerSource> sources;
        for (std::size_t device = first; device < last; ++device)
            addPortSources(raster, outlets, device, device - first, sources);
        const auto seen = airflow::spreadTracers<lanes>(raster.grid.box, weights,
                                                        {std::move(sources), intakes.cells}, stop);
        if (!seen) {
            errors[batch] = seen.error();
            return;
        }
        std::size_t n = 0;
        for (std::size_t of = 0; of < count; ++of)
            for (; n < intakes.deviceEnd[of]; ++n)
                for (std::size_t from = first; from < last; ++from)
                    result.m_share[of * count + from] +=
                        intakes.share[n] * (*seen)[n][from - first];
    });
    for (const std::optional<Error>& error : errors)
        if (error) return tl::unexpected(*error);
    return result;
}

std::vector<double> Recirculation::intakesAfter(const std::vector<double>& outletChangeK) const {
    constexpr int mostRounds = 200;
    constexpr double enoughK = 1e-7;
    const std::size_t count = devices();
    std::vector<double> change(count, 0.0);
    for (int round = 0; round < mostRounds; ++round) {
        double greatest = 0.0;
        for (std::size_t of = 0; of < count; ++of) {
            double sum = 0.0;
            for (std::size_t from = 0; from < count; ++from)
                sum += share(of, from) * (outletChangeK[from] + m_passOn[from] * change[from]);
            greatest = std::max(greatest, std::abs(sum - change[of]));
            change[of] = sum;
        }
        if (greatest < enoughK) break;
    }
    for (std::size_t of = 0; of < count; ++of)
        change[of] += m_intakeC[of];
    return change;
}

}  // namespace halltwin::thermal
