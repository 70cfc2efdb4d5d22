// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/flow.h"

#include "model/thermal/device_law.h"
#include "model/thermal/fan_points.h"
#include "model/thermal/flow_problem.h"

#include <algorithm>
#include <utility>

namespace halltwin::thermal {

namespace {

double meanPressurePa(const Port& port, const std::vector<double>& pressurePa) {
    double sum = 0.0;
    for (const PortCell& cell : port.cells)
        sum += pressurePa[cell.cell] * cell.areaM2;
    return sum / port.areaM2;
}

/// The fans whose flow is sought, and the state of the search.
class FanSearch {
public:
    FanSearch(const RoomInput& room, const Raster& raster, const SolveSettings& settings)
        : m_room(room),
          m_raster(raster),
          m_problem(m_raster, room.airDensity.in(kilogramsPerCubicMetre), settings) {
        for (std::size_t n = 0; n < m_raster.devices.size(); ++n)
            if (m_raster.devices[n].kind == DeviceKind::Cooler &&
                room.coolers[m_raster.devices[n].input].fanCurve)
                m_fans.push_back(n);
    }

    Result<Flow> solve(const std::stop_token& stop);

private:
    [[nodiscard]] const CoolerDevice& cooler(std::size_t fan) const {
        return m_room.coolers[m_raster.devices[m_fans[fan]].input];
    }
    [[nodiscard]] FanPoints start() const;
    Result<Flow> solveAt(const std::vector<double>& flowsM3S, const std::stop_token& stop);
    Result<Flow> giveUp(const FanPoints& points, int iterations, const std::stop_token& stop);
    [[nodiscard]] std::vector<ItemId> without(const FanPoints& points) const;

    const RoomInput& m_room;
    Raster m_raster;  ///< a copy whose flows the search may change
    FlowProblem m_problem;
    std::vector<std::size_t> m_fans;  ///< index of each in m_raster.devices
};

FanPoints FanSearch::start() const {
    std::vector<FanCurve> curves;
    std::vector<double> flows;
    for (std::size_t n = 0; n < m_fans.size(); ++n) {
        curves.push_back(*cooler(n).fanCurve);
        flows.push_back(m_raster.devices[m_fans[n]].flowM3S);
    }
    return {std::move(curves), std::move(flows)};
}

Result<Flow> FanSearch::solveAt(const std::vector<double>& flowsM3S, const std::stop_token& stop) {
    for (std::size_t n = 0; n < m_fans.size(); ++n)
        setFlow(m_raster, m_fans[n], flowsM3S[n]);
    return m_problem.solve(stop);
}

/// Fans that found no operating point.
std::vector<ItemId> FanSearch::without(const FanPoints& points) const {
    std::vector<ItemId> items;
    for (std::size_t n = 0; n < m_fans.size(); ++n)
        if (!points.isMet(n)) items.push_back(cooler(n).id);
    return items;
}

/// Fans that found no operating point are given their commanded flow.
Result<Flow> FanSearch::giveUp(const FanPoints& points, int iterations,
                               const std::stop_token& stop) {
    std::vector<double> flows = points.flowsM3S();
    for (std::size_t n = 0; n < m_fans.size(); ++n)
        if (!points.isMet(n)) flows[n] = cooler(n).flow.in(cubicMetresPerSecond);
    Result<Flow> flow = solveAt(flows, stop);
    if (!flow) return flow;
    flow->stalled = without(points);
    flow->iterations += iterations;
    return flow;
}

Result<Flow> FanSearch::solve(const std::stop_token& stop) {
    constexpr int mostSteps = 40;
    FanPoints points = start();
    int iterations = 0;
    for (int step = 0; step < mostSteps; ++step) {
        Result<Flow> flow = solveAt(points.flowsM3S(), stop);
        if (!flow) return flow;
        iterations += flow->iterations;
        flow->iterations = iterations;
        std::vector<double> rises;
        for (const std::size_t fan : m_fans)
            rises.push_back(pressureRisePa(m_raster, fan, flow->pressurePa));
        if (points.meet(rises)) {
            flow->stalled = without(points);
            return flow;
        }
        points.step();
    }
    return giveUp(points, iterations, stop);
}

}  // namespace

std::vector<double> airSources(const Raster& raster) {
    std::vector<double> source(raster.grid.box.size(), 0.0);
    for (const RasterSlice& slice : raster.slices) {
        for (const PortCell& port : slice.outlet.cells)
            source[port.cell] += slice.flowM3S * port.areaM2 / slice.outlet.areaM2;
        for (const PortCell& port : slice.intake.cells)
            source[port.cell] -= slice.flowM3S * port.areaM2 / slice.intake.areaM2;
    }
    return source;
}

double pressureRisePa(const Raster& raster, std::size_t device,
                      const std::vector<double>& pressurePa) {
    const RasterSlice& slice = raster.slices[raster.devices[device].firstSlice];
    return meanPressurePa(slice.outlet, pressurePa) - meanPressurePa(slice.intake, pressurePa);
}

Result<Flow> solveFlow(const RoomInput& room, const Raster& raster, const SolveSettings& settings,
                       const std::stop_token& stop) {
    const bool curves =
        std::any_of(raster.devices.begin(), raster.devices.end(), [&](const RasterDevice& device) {
            return device.kind == DeviceKind::Cooler && room.coolers[device.input].fanCurve;
        });
    if (curves) return FanSearch(room, raster, settings).solve(stop);
    return FlowProblem(raster, room.airDensity.in(kilogramsPerCubicMetre), settings).solve(stop);
}

}  // namespace halltwin::thermal
