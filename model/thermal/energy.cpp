// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/energy.h"

#include "model/thermal/fill_still.h"
#include "model/thermal/room_check.h"

#include <algorithm>
#include <cmath>
#include <map>
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

struct Source {
    std::uint32_t from;  ///< cell, or box size + slice
    double flowM3S;
};

/// What enters each cell other than through its faces: from outlets, several of which may share
/// one, and through the gaps of racks.
std::vector<std::vector<Source>> sourcesByCell(const Raster& raster, const Flow& flow) {
    std::vector<std::vector<Source>> sources(raster.grid.box.size());
    for (std::size_t n = 0; n < raster.slices.size(); ++n) {
        const RasterSlice& slice = raster.slices[n];
        const auto from = static_cast<std::uint32_t>(raster.grid.box.size() + n);
        for (const PortCell& port : slice.outlet.cells)
            sources[port.cell].push_back({from, slice.flowM3S * port.areaM2 / slice.outlet.areaM2});
    }
    for (std::size_t n = 0; n < raster.leaks.size(); ++n) {
        const LeakPath& leak = raster.leaks[n];
        const double rearward = flow.leakM3S[n];
        const std::size_t from = rearward > 0.0 ? leak.frontCell : leak.rearCell;
        sources[rearward > 0.0 ? leak.rearCell : leak.frontCell].push_back(
            {static_cast<std::uint32_t>(from), std::abs(rearward)});
    }
    return sources;
}

}  // namespace

Result<EnergyEquation> EnergyEquation::make(const Raster& raster, const Flow& flow,
                                            const Constants& constants) {
    EnergyEquation equation(raster, constants);
    equation.build(flow);
    std::vector<double> rise(raster.grid.box.size(), 0.0);
    for (const RasterHeat& heat : raster.heats)
        if (auto placed = equation.placeHeat(heat, rise); !placed)
            return tl::unexpected(placed.error());
    if (auto placed = equation.placeRoomHeat(rise); !placed) return tl::unexpected(placed.error());
    for (Step& step : equation.m_steps)
        step.heatRise = rise[step.cell];
    equation.placeExchanges();
    return equation;
}

void EnergyEquation::build(const Flow& flow) {
    const CellBox& box = m_raster->grid.box;
    const auto sources = sourcesByCell(*m_raster, flow);
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
        for (const Source& source : sources[cell])
            if (source.from >= box.size() || m_throughM3S[source.from] > 0.0)
                add(source.from, source.flowM3S);
        if (total <= m_constants.stagnantM3S) {
            m_inflows.resize(first);
            continue;
        }
        m_throughM3S[cell] = total;
        for (std::size_t n = first; n < m_inflows.size(); ++n)
            m_inflows[n].weight /= total;
        m_steps.push_back({cell, static_cast<std::uint32_t>(m_inflows.size()), 0.0});
    }
}

/// Folds heat exchange into the steps: T (1 + g) = Σ weight · T_upstream + rise + g · T_surface
/// with g = conductance / (ρ cp · inflow).
void EnergyEquation::placeExchanges() {
    const auto& exchanges = m_raster->exchanges;
    m_exchangeWK.assign(exchanges.size(), 0.0);
    if (exchanges.empty()) return;
    std::map<std::size_t, std::pair<double, double>> tanks;  // conductance: all, to moving air
    for (const HeatExchange& exchange : exchanges)
        if (exchange.kind == ExchangeKind::Tank) {
            auto& [all, moving] = tanks[exchange.input];
            all += exchange.conductanceWK;
            if (m_throughM3S[exchange.cell] > 0.0) moving += exchange.conductanceWK;
        }
    std::vector<double> weight(m_throughM3S.size(), 0.0);
    std::vector<double> pull(m_throughM3S.size(), 0.0);
    for (std::size_t n = 0; n < exchanges.size(); ++n) {
        const HeatExchange& exchange = exchanges[n];
        const double through = m_throughM3S[exchange.cell];
        if (through <= 0.0) continue;
        m_exchangeWK[n] = exchange.conductanceWK;
        if (exchange.kind == ExchangeKind::Tank)
            m_exchangeWK[n] *= tanks[exchange.input].first / tanks[exchange.input].second;
        const double g = m_exchangeWK[n] / (m_constants.heatCapacityJM3K * through);
        weight[exchange.cell] += g;
        pull[exchange.cell] += g * (exchange.surfaceC - m_constants.datumC);
    }
    std::size_t inflow = 0;
    for (Step& step : m_steps) {
        const double share = 1.0 / (1.0 + weight[step.cell]);
        step.heatRise = (step.heatRise + pull[step.cell]) * share;
        for (; inflow < step.lastInflow; ++inflow)
            m_inflows[inflow].weight *= share;
    }
}

std::vector<double> EnergyEquation::exchangedW(const std::vector<double>& temperature) const {
    std::vector<double> result;
    for (std::size_t n = 0; n < m_exchangeWK.size(); ++n) {
        const HeatExchange& exchange = m_raster->exchanges[n];
        const double differenceK =
            exchange.surfaceC - m_constants.datumC - temperature[exchange.cell];
        result.push_back(m_exchangeWK[n] > 0.0 ? m_exchangeWK[n] * differenceK : 0.0);
    }
    return result;
}

/// By volume, but no cell is warmed by more than a kelvin: what still corners cannot take goes to
/// all cells by their flow, for real air would mix.
Result<void> EnergyEquation::placeRoomHeat(std::vector<double>& rise) const {
    constexpr double mostOfOneCellK = 1.0;
    const double powerW = m_raster->roomHeatW;
    if (powerW <= 0.0) return {};
    const RoomGrid& grid = m_raster->grid;
    double volume = 0.0;
    double through = 0.0;
    const auto forRoomAir = [&](const auto& work) {
        forCells(grid.box, [&](int i, int j, int k) {
            const std::size_t cell = grid.box.at(i, j, k);
            if (k >= grid.voidLayers && k < grid.ceilingLayer && m_throughM3S[cell] > 0.0)
                work(cell, grid.grid.volume(i, j, k));
        });
    };
    forRoomAir([&](std::size_t cell, double volumeM3) {
        volume += volumeM3;
        through += m_throughM3S[cell];
    });
    if (through <= 0.0)
        return tl::unexpected(toError(
            makeIssue("thermal.stillAir", Severity::Error, {},
                      "No air moves in the hall, so the heat of lights and people cannot leave.",
                      "Switch a cooler on.")));
    double left = powerW;
    forRoomAir([&](std::size_t cell, double volumeM3) {
        const double rate = m_constants.heatCapacityJM3K * m_throughM3S[cell];
        const double share = std::min(powerW * volumeM3 / volume, rate * mostOfOneCellK);
        rise[cell] += share / rate;
        left -= share;
    });
    forRoomAir([&](std::size_t cell, double) {
        rise[cell] += left / (m_constants.heatCapacityJM3K * through);
    });
    return {};
}

Result<void> EnergyEquation::placeHeat(const RasterHeat& heat, std::vector<double>& rise) const {
    constexpr double bearableRiseK = 30.0;  // buoyancy, absent here, would carry more away
    const double heatCapacityJM3K = m_constants.heatCapacityJM3K;
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

void EnergyEquation::fillStagnant(std::vector<double>& temperature, double still) const {
    std::vector<char> known(m_throughM3S.size(), 0);
    for (const Step& step : m_steps)
        known[step.cell] = 1;
    fillStill(*m_raster, std::move(known), temperature, still);
}

double meanOver(const Port& port, const std::vector<double>& temperature) {
    double sum = 0.0;
    for (const PortCell& cell : port.cells)
        sum += temperature[cell.cell] * cell.areaM2;
    return sum / port.areaM2;
}

}  // namespace halltwin::thermal
