// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/recirculation.h"

#include "model/airflow/tracer_solver.h"
#include "model/thermal/device_law.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tbb/parallel_for.h>

namespace halltwin::thermal {

namespace {

using airflow::TracerSolver;

/// The intake cells of all devices and how much of each device's air passes each.
struct Intakes {
    std::vector<std::size_t> cells;
    std::vector<double> share;           ///< of the device's flow
    std::vector<std::size_t> deviceEnd;  ///< one past the last entry of each device
};

Intakes intakesOf(const Raster& raster) {
    Intakes intakes;
    for (const RasterDevice& device : raster.devices) {
        for (std::size_t n = 0; n < device.sliceCount; ++n) {
            const RasterSlice& slice = raster.slices[device.firstSlice + n];
            for (const PortCell& port : slice.intake.cells) {
                intakes.cells.push_back(port.cell);
                intakes.share.push_back(slice.flowM3S / device.flowM3S * port.areaM2 /
                                        slice.intake.areaM2);
            }
        }
        intakes.deviceEnd.push_back(intakes.cells.size());
    }
    return intakes;
}

double inverseVolume(const Raster& raster, std::size_t cell) {
    const CellBox& box = raster.grid.box;
    const auto [i, j, k] = box.position(cell);
    return 1.0 / raster.grid.grid.volume(i, j, k);
}

/// Rate at which each slice's outlet renews the air of its cells, 1/s.
template <class Take>
void forOutletCells(const Raster& raster, const RasterDevice& device, const Take& take) {
    for (std::size_t n = 0; n < device.sliceCount; ++n) {
        const RasterSlice& slice = raster.slices[device.firstSlice + n];
        for (const PortCell& port : slice.outlet.cells)
            take(port.cell, slice.flowM3S * port.areaM2 / slice.outlet.areaM2 *
                                inverseVolume(raster, port.cell));
    }
}

airflow::Field renewal(const Raster& raster) {
    airflow::Field decay(raster.grid.box);
    for (const RasterDevice& device : raster.devices)
        forOutletCells(raster, device, [&](std::size_t cell, double rate) {
            decay[cell] += static_cast<float>(rate);
        });
    return decay;
}

bool givesColdAir(DeviceKind kind) {
    return kind != DeviceKind::Rack;
}

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
        result.m_flowM3S.push_back(device.flowM3S);
        const double intakeC = report.intakes[device.firstSlice].meanC;
        result.m_passOn.push_back(outletLaw(room.room(), raster, device.firstSlice, intakeC).share);
        double mean = 0.0;
        for (std::size_t n = 0; n < device.sliceCount; ++n)
            mean += raster.slices[device.firstSlice + n].flowM3S / device.flowM3S *
                    report.intakes[device.firstSlice + n].meanC;
        result.m_intakeC.push_back(mean);
    }
    const Intakes intakes = intakesOf(raster);
    const TracerSolver solver({room.air().space(), report.velocity, room.air().diffusivity()},
                              renewal(raster));
    const std::size_t batches = (count + TracerSolver::lanes - 1) / TracerSolver::lanes;
    tbb::parallel_for(std::size_t{0}, batches, [&](std::size_t batch) {
        if (stop.stop_requested()) return;
        const std::size_t first = batch * TracerSolver::lanes;
        const std::size_t last = std::min(count, first + TracerSolver::lanes);
        std::vector<TracerSolver::Source> sources;
        for (std::size_t device = first; device < last; ++device)
            forOutletCells(raster, raster.devices[device], [&](std::size_t cell, double rate) {
                sources.push_back({cell, device - first, static_cast<float>(rate)});
            });
        const auto seen = solver.solve(sources, intakes.cells);
        std::size_t n = 0;
        for (std::size_t of = 0; of < count; ++of)
            for (; n < intakes.deviceEnd[of]; ++n)
                for (std::size_t from = first; from < last; ++from)
                    result.m_share[of * count + from] += intakes.share[n] * seen[n][from - first];
    });
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, "The recirculation of heat was cancelled.");
    return result;
}

double Recirculation::rowSum(std::size_t of) const {
    double sum = 0.0;
    for (std::size_t from = 0; from < devices(); ++from)
        sum += share(of, from);
    return sum;
}

double Recirculation::coldCapture(std::size_t rack) const {
    double sum = 0.0;
    for (std::size_t from = 0; from < devices(); ++from)
        if (givesColdAir(m_kinds[from])) sum += share(rack, from);
    return std::clamp(sum, 0.0, 1.0);
}

double Recirculation::hotCapture(std::size_t rack) const {
    double drawnM3S = 0.0;
    for (std::size_t of = 0; of < devices(); ++of)
        if (givesColdAir(m_kinds[of])) drawnM3S += m_flowM3S[of] * share(of, rack);
    return std::clamp(drawnM3S / m_flowM3S[rack], 0.0, 1.0);
}

double Recirculation::recirculatedShare() const {
    double drawnM3S = 0.0;
    double recirculatedM3S = 0.0;
    for (std::size_t of = 0; of < devices(); ++of) {
        if (m_kinds[of] != DeviceKind::Rack) continue;
        drawnM3S += m_flowM3S[of];
        recirculatedM3S += m_flowM3S[of] * (1.0 - coldCapture(of));
    }
    return drawnM3S > 0.0 ? recirculatedM3S / drawnM3S : 0.0;
}

double Recirculation::bypassShare() const {
    double returnedM3S = 0.0;
    double bypassM3S = 0.0;
    for (std::size_t of = 0; of < devices(); ++of) {
        if (!givesColdAir(m_kinds[of])) continue;
        returnedM3S += m_flowM3S[of] * rowSum(of);
        bypassM3S += m_flowM3S[of] * coldCapture(of);
    }
    return returnedM3S > 0.0 ? std::clamp(bypassM3S / returnedM3S, 0.0, 1.0) : 0.0;
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
