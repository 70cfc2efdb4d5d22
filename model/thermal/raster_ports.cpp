// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/raster_build.h"

#include <algorithm>
#include <array>

namespace halltwin::thermal {

Side sideOf(Direction direction) {
    constexpr std::array<Side, 4> sides{Side::MinusY, Side::PlusX, Side::PlusY, Side::MinusX};
    return sides[static_cast<std::size_t>(direction)];
}

Side opposite(Side side) {
    constexpr std::array<Side, 6> sides{Side::PlusX,  Side::MinusX, Side::PlusY,
                                        Side::MinusY, Side::Above,  Side::Below};
    return sides[static_cast<std::size_t>(side)];
}

void RasterBuilder::addPortCell(Port& port, const BoxCells& box, Side side,
                                std::array<int, 3> inside) const {
    const auto number = static_cast<std::size_t>(side);
    const std::size_t axis = number / 2;
    const bool upper = number % 2 == 1;
    const std::array<Span, 3> spans{box.x, box.y, box.z};
    inside[axis] = upper ? spans[axis].end - 1 : spans[axis].begin;
    std::array<int, 3> outside = inside;
    outside[axis] += upper ? 1 : -1;
    const CellBox& cells = m_raster.grid.box;
    const std::size_t air = cells.at(outside[0], outside[1], outside[2]);
    if (m_raster.solid[air] != airCell) return;
    const std::size_t device = cells.at(inside[0], inside[1], inside[2]);
    const double area = faceArea(axis, inside[0], inside[1], inside[2]);
    port.cells.push_back({air, axis, upper ? device : air, upper ? 1.0 : -1.0, area,
                          m_raster.grid.grid.z.centre(outside[2])});
    port.areaM2 += area;
}

Port RasterBuilder::port(const BoxCells& box, Side side) const {
    const std::size_t axis = static_cast<std::size_t>(side) / 2;
    Port result;
    const Span x =
        axis == 0 ? Span{0, 1} : box.x;  // addPortCell puts in the layer along its own axis
    const Span y = axis == 1 ? Span{0, 1} : box.y;
    const Span z = axis == 2 ? Span{0, 1} : box.z;
    for (int k = z.begin; k < z.end; ++k)
        for (int j = y.begin; j < y.end; ++j)
            for (int i = x.begin; i < x.end; ++i)
                addPortCell(result, box, side, {i, j, k});
    return result;
}

Port RasterBuilder::upperPort(const BoxCells& box, Side side) const {
    BoxCells upper = box;
    upper.z.begin = box.z.end - std::max(1, box.z.size() / 2);
    return port(upper, side);
}

void RasterBuilder::connectRacks() {
    for (std::size_t index = 0; index < m_room.racks.size(); ++index) {
        const RackDevice& rack = m_room.racks[index];
        const double flow = rack.flow.in(cubicMetresPerSecond);
        if (!m_rackBoxes[index] || flow <= 0.0) continue;
        const Side front = sideOf(rack.front);
        RasterDevice device{index, rack.id, flow, port(*m_rackBoxes[index], front),
                            port(*m_rackBoxes[index], opposite(front))};
        if (device.intake.cells.empty())
            leaveOut(rack.id, "thermal.intakeBlocked",
                     "cannot draw air in: its front is walled in.");
        else if (device.outlet.cells.empty())
            leaveOut(rack.id, "thermal.outletBlocked",
                     "cannot blow air out: its rear is walled in.");
        else
            m_raster.racks.push_back(std::move(device));
    }
}

Port RasterBuilder::returnPort(const CoolerDevice& cooler, const BoxCells& box,
                               bool underfloor) const {
    const Side front = sideOf(cooler.front);
    const Side rear = opposite(front);
    const bool topFirst = cooler.returnFace == CoolerReturn::Top;
    Port result = port(box, topFirst ? Side::Above : rear);
    if (result.cells.empty()) result = topFirst ? upperPort(box, rear) : port(box, Side::Above);
    if (result.cells.empty() && underfloor) result = upperPort(box, front);
    return result;
}

void RasterBuilder::connectCoolers() {
    for (std::size_t index = 0; index < m_room.coolers.size(); ++index) {
        const CoolerDevice& cooler = m_room.coolers[index];
        const double flow = cooler.flow.in(cubicMetresPerSecond);
        if (!m_coolerBoxes[index] || flow <= 0.0) continue;
        const BoxCells& box = *m_coolerBoxes[index];
        const bool underfloor = cooler.underfloorSupply && m_raster.grid.voidLayers > 0;
        RasterDevice device{index, cooler.id, flow, returnPort(cooler, box, underfloor),
                            port(box, underfloor ? Side::Below : sideOf(cooler.front))};
        if (device.intake.cells.empty())
            leaveOut(cooler.id, "thermal.intakeBlocked",
                     "cannot draw air in: top, rear and front are walled in.");
        else if (device.outlet.cells.empty())
            leaveOut(cooler.id, "thermal.outletBlocked",
                     "cannot blow air out: its supply side is walled in.");
        else
            m_raster.coolers.push_back(std::move(device));
    }
}

void RasterBuilder::connectHeatSources() {
    for (std::size_t index = 0; index < m_room.heatSources.size(); ++index) {
        const HeatSource& source = m_room.heatSources[index];
        if (!m_heatBoxes[index] || source.heat <= watts(0.0)) continue;
        RasterHeat heat{source.id, source.heat.in(watts), {}};
        for (const Side side : {Side::MinusX, Side::PlusX, Side::MinusY, Side::PlusY, Side::Above})
            for (const PortCell& touching : port(*m_heatBoxes[index], side).cells)
                heat.cells.push_back(touching.cell);
        std::sort(heat.cells.begin(), heat.cells.end());
        heat.cells.erase(std::unique(heat.cells.begin(), heat.cells.end()), heat.cells.end());
        if (heat.cells.empty())
            leaveOut(source.id, "thermal.outletBlocked", "cannot give off heat: it is walled in.");
        else
            m_raster.heats.push_back(std::move(heat));
    }
}

}  // namespace halltwin::thermal
