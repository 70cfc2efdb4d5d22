// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/energy.h"

#include "model/thermal/room_check.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::thermal {

namespace {

/// Air cells of a hall in the order of falling pressure.
std::vector<std::uint32_t> downstreamOrder(const Raster& raster, const Flow& flow) {
    const CellBox& box = raster.grid.box;
    std::vector<std::pair<double, std::uint32_t>> keys;
    keys.reserve(box.interior());
    for (std::size_t cell = 0; cell < box.size(); ++cell)
        if (raster.solid[cell] == airCell)
            keys.emplace_back(-flow.pressurePa[cell], static_cast<std::uint32_t>(cell));
    std::sort(keys.begin(), keys.end());
    std::vector<std::uint32_t> order;
    order.reserve(keys.size());
    for (const auto& [pressure, cell] : keys)
        order.push_back(cell);
    return order;
}

struct OutletAir {
    std::uint32_t device;
    double flowM3S;
};

/// What the devices blow into each cell; several may share one.
std::vector<std::vector<OutletAir>> outletsByCell(const Raster& raster) {
    std::vector<std::vector<OutletAir>> outlets(raster.grid.box.size());
    std::uint32_t number = 0;
    const auto add = [&](const RasterDevice& device) {
        for (const PortCell& port : device.outlet.cells)
            outlets[port.cell].push_back(
                {number, device.flowM3S * port.areaM2 / device.outlet.areaM2});
        ++number;
    };
    std::for_each(raster.racks.begin(), raster.racks.end(), add);
    std::for_each(raster.coolers.begin(), raster.coolers.end(), add);
    return outlets;
}

}  // namespace

Result<EnergyEquation> EnergyEquation::make(const Raster& raster, const Flow& flow,
                                            double heatCapacityJM3K, double stagnantM3S) {
    EnergyEquation equation(raster);
    equation.build(flow, stagnantM3S);
    std::vector<double> rise(raster.grid.box.size(), 0.0);
    for (const RasterHeat& heat : raster.heats)
        if (auto placed = equation.placeHeat(heat, heatCapacityJM3K, rise); !placed)
            return tl::unexpected(placed.error());
    for (Step& step : equation.m_steps)
        step.heatRise = rise[step.cell];
    return equation;
}

void EnergyEquation::build(const Flow& flow, double stagnantM3S) {
    const CellBox& box = m_raster->grid.box;
    const auto outlets = outletsByCell(*m_raster);
    m_throughM3S.assign(box.size(), 0.0);
    m_inflows.reserve(box.interior() * 3);
    for (const std::uint32_t cell : downstreamOrder(*m_raster, flow)) {
        const std::size_t first = m_inflows.size();
        double total = 0.0;
        const auto add = [&](std::size_t from, double flowM3S) {
            m_inflows.push_back({static_cast<std::uint32_t>(from), flowM3S});
            total += flowM3S;
        };
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const std::size_t stride = box.stride(axis);
            const double above = -flow.flowM3S[axis][cell];
            const double below = flow.flowM3S[axis][cell - stride];
            if (above > 0.0 && m_throughM3S[cell + stride] > 0.0) add(cell + stride, above);
            if (below > 0.0 && m_throughM3S[cell - stride] > 0.0) add(cell - stride, below);
        }
        for (const OutletAir& outlet : outlets[cell])
            add(box.size() + outlet.device, outlet.flowM3S);
        if (total <= stagnantM3S) {
            m_inflows.resize(first);
            continue;
        }
        m_throughM3S[cell] = total;
        for (std::size_t n = first; n < m_inflows.size(); ++n)
            m_inflows[n].weight /= total;
        m_steps.push_back({cell, static_cast<std::uint32_t>(m_inflows.size()), 0.0});
    }
}

Result<void> EnergyEquation::placeHeat(const RasterHeat& heat, double heatCapacityJM3K,
                                       std::vector<double>& rise) const {
    constexpr double bearableRiseK = 30.0;  // buoyancy, absent here, would carry more away
    const CellBox& box = m_raster->grid.box;
    std::vector<std::size_t> cells = heat.cells;
    std::vector<char> reached(box.size(), 0);
    double through = 0.0;
    for (const std::size_t cell : cells) {
        reached[cell] = 1;
        through += m_throughM3S[cell];
    }
    const auto enough = [&] { return heat.powerW <= through * heatCapacityJM3K * bearableRiseK; };
    for (std::size_t head = 0; head < cells.size() && !enough(); ++head)
        for (std::size_t axis = 0; axis < 3; ++axis)
            for (const std::size_t next :
                 {cells[head] - box.stride(axis), cells[head] + box.stride(axis)})
                if (m_raster->solid[next] == airCell && reached[next] == 0) {
                    reached[next] = 1;
                    cells.push_back(next);
                    through += m_throughM3S[next];
                }
    if (through <= 0.0)
        return tl::unexpected(
            toError(makeIssue("thermal.stillAir", Severity::Error, {heat.id},
                              "No air moves past item " + std::to_string(heat.id.value) +
                                  ", so its heat cannot leave.",
                              "Give the space around it a supply of air.")));
    for (const std::size_t cell : cells)
        if (m_throughM3S[cell] > 0.0) rise[cell] += heat.powerW / (heatCapacityJM3K * through);
    return {};
}

void EnergyEquation::sweep(const std::vector<double>& outlets, Heat heat,
                           std::vector<double>& temperature) const {
    const std::size_t size = m_raster->grid.box.size();
    temperature.resize(size + outlets.size(), 0.0);
    std::copy(outlets.begin(), outlets.end(),
              temperature.begin() + static_cast<std::ptrdiff_t>(size));
    const double factor = heat == Heat::Include ? 1.0 : 0.0;
    const Inflow* inflow = m_inflows.data();
    for (const Step& step : m_steps) {
        double value = factor * step.heatRise;
        for (const Inflow* end = m_inflows.data() + step.lastInflow; inflow != end; ++inflow)
            value += inflow->weight * temperature[inflow->from];
        temperature[step.cell] = value;
    }
}

std::optional<double> EnergyEquation::neighbourMean(std::size_t cell, const Known& known,
                                                    Through through) const {
    double sum = 0.0;
    int count = 0;
    const auto look = [&](std::size_t neighbour, double lossK) {
        if (known.flag[neighbour] == 0 || (through == Through::Air && !std::isfinite(lossK)))
            return;
        sum += known.temperature[neighbour];
        ++count;
    };
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const std::size_t stride = m_raster->grid.box.stride(axis);
        look(cell - stride, m_raster->lossK[axis][cell - stride]);
        look(cell + stride, m_raster->lossK[axis][cell]);
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

void EnergyEquation::spread(Known& known, Through through) const {
    std::vector<std::size_t> unknown;
    forCells(m_raster->grid.box, [&](int i, int j, int k) {
        const std::size_t cell = m_raster->grid.box.at(i, j, k);
        if (known.flag[cell] == 0) unknown.push_back(cell);
    });
    // Ring by ring: a ring takes its values from the ones before only, so that no direction is
    // preferred.
    std::vector<std::pair<std::size_t, double>> ring;
    do {
        ring.clear();
        std::vector<std::size_t> left;
        for (const std::size_t cell : unknown)
            if (const auto mean = neighbourMean(cell, known, through))
                ring.emplace_back(cell, *mean);
            else
                left.push_back(cell);
        for (const auto& [cell, value] : ring) {
            known.temperature[cell] = value;
            known.flag[cell] = 1;
        }
        unknown.swap(left);
    } while (!ring.empty());
}

void EnergyEquation::fillStagnant(std::vector<double>& temperature, double still) const {
    Known known{temperature, std::vector<char>(m_throughM3S.size(), 0)};
    for (const Step& step : m_steps)
        known.flag[step.cell] = 1;
    spread(known, Through::Air);
    for (std::size_t cell = 0; cell < known.flag.size(); ++cell)
        if (known.flag[cell] == 0 && m_raster->solid[cell] == airCell) {
            temperature[cell] = still;
            known.flag[cell] = 1;
        }
    spread(known, Through::Solids);
}

double meanOver(const Port& port, const std::vector<double>& temperature) {
    double sum = 0.0;
    for (const PortCell& cell : port.cells)
        sum += temperature[cell.cell] * cell.areaM2;
    return sum / port.areaM2;
}

}  // namespace halltwin::thermal
