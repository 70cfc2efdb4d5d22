// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/raster_build.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace halltwin::thermal {

namespace {

/// Width of a cooler's front along the wall that it faces.
Length frontWidth(const CoolerDevice& cooler) {
    const bool alongY = static_cast<std::size_t>(sideOf(cooler.front)) / 2 == 0;
    return alongY ? cooler.footprint.depth() : cooler.footprint.width();
}

Length widthOf(const SupplyOpening& opening, const CoolerDevice& cooler) {
    return opening.width > metres(0.0) ? opening.width : frontWidth(cooler);
}

double freeAreaM2(const CoolerDevice& cooler) {
    const SupplyOpening& opening = *cooler.supplyOpening;
    return opening.openShare *
           (widthOf(opening, cooler) * (opening.top - opening.bottom)).in(squareMetres);
}

}  // namespace

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

/// The cells whose centres lie in the window; all of them when there are none.
Port RasterBuilder::within(const Port& whole, const Window& window) const {
    constexpr double tie = 1e-6;
    const CellBox& box = m_raster.grid.box;
    Port part;
    for (const PortCell& cell : whole.cells) {
        const auto [i, j, k] = box.position(cell.cell);
        const Grid& grid = m_raster.grid.grid;
        const double across = cell.axis == 0 ? grid.y.centre(j) : grid.x.centre(i);
        if (std::abs(across - window.across) > 0.5 * window.width + tie) continue;
        if (cell.heightM < window.bottom - tie || cell.heightM > window.top + tie) continue;
        part.cells.push_back(cell);
        part.areaM2 += cell.areaM2;
    }
    return part.cells.empty() ? whole : part;
}

Port RasterBuilder::upperPort(const BoxCells& box, Side side) const {
    BoxCells upper = box;
    upper.z.begin = box.z.end - std::max(1, box.z.size() / 2);
    return port(upper, side);
}

/// Appends a device of one slice.
void RasterBuilder::addDevice(const RasterDevice& device, const Port& intake, const Port& outlet) {
    RasterDevice added = device;
    added.firstSlice = m_raster.slices.size();
    const std::size_t index = m_raster.devices.size();
    m_raster.devices.push_back(added);
    const GridAxis& z = m_raster.grid.grid.z;
    const Port& either = intake.cells.empty() ? outlet : intake;
    double bottom = z.faces.back();
    double top = z.faces.front();
    for (const PortCell& cell : either.cells) {
        const int layer = cellAt(z, cell.heightM);
        bottom = std::min(bottom, z.faces[static_cast<std::size_t>(layer)]);
        top = std::max(top, z.faces[static_cast<std::size_t>(layer) + 1]);
    }
    m_raster.slices.push_back({index, device.flowM3S, 0.0, bottom, top, intake, outlet});
}

Port RasterBuilder::returnPort(std::size_t index, bool underfloor) const {
    const CoolerDevice& cooler = m_room.coolers[index];
    if (m_coolerDucts[index]) return port(*m_coolerDucts[index], Side::Above);
    const BoxCells& box = *m_coolerBoxes[index];
    const Side front = sideOf(cooler.front);
    const Side rear = opposite(front);
    const bool topFirst = cooler.returnFace != CoolerReturn::Rear;
    Port result = port(box, topFirst ? Side::Above : rear);
    if (result.cells.empty()) result = topFirst ? upperPort(box, rear) : port(box, Side::Above);
    if (result.cells.empty() && underfloor) result = upperPort(box, front);
    return result;
}

/// The front, or the part of it that blows.
Port RasterBuilder::supplyPort(std::size_t index) const {
    const CoolerDevice& cooler = m_room.coolers[index];
    const Side front = sideOf(cooler.front);
    const Port face = port(*m_coolerBoxes[index], front);
    if (!cooler.supplyOpening) return face;
    const SupplyOpening& opening = *cooler.supplyOpening;
    const bool alongY = static_cast<std::size_t>(front) / 2 == 0;
    const Point centre = cooler.footprint.centre();
    return within(face,
                  {(alongY ? centre.y : centre.x).in(metres), widthOf(opening, cooler).in(metres),
                   opening.bottom.in(metres), opening.top.in(metres)});
}

void RasterBuilder::connectCoolers() {
    for (std::size_t index = 0; index < m_room.coolers.size(); ++index) {
        const CoolerDevice& cooler = m_room.coolers[index];
        const double flow = cooler.flow.in(cubicMetresPerSecond);
        if (!m_coolerBoxes[index] || flow <= 0.0) continue;
        const bool underfloor = cooler.underfloorSupply && m_raster.grid.voidLayers > 0;
        const Port intake = returnPort(index, underfloor);
        const Port outlet =
            underfloor ? port(*m_coolerBoxes[index], Side::Below) : supplyPort(index);
        if (intake.cells.empty())
            leaveOut(cooler.id, "thermal.intakeBlocked",
                     "cannot draw air in: top, rear and front are walled in.");
        else if (outlet.cells.empty())
            leaveOut(cooler.id, "thermal.outletBlocked",
                     "cannot blow air out: its supply side is walled in.");
        else
            addDevice({DeviceKind::Cooler, index, cooler.id, flow}, intake, outlet);
        if (!intake.cells.empty() && !outlet.cells.empty() && !underfloor && cooler.supplyOpening)
            m_raster.slices.back().freeAreaM2 = freeAreaM2(cooler);
    }
}

/// A terminal is taken for a device of no height on the far side of floor or ceiling.
void RasterBuilder::connectTerminals() {
    const Grid& grid = m_raster.grid.grid;
    for (std::size_t index = 0; index < m_room.terminals.size(); ++index) {
        const AirTerminal& terminal = m_room.terminals[index];
        const double flow = terminal.flow.in(cubicMetresPerSecond);
        if (flow <= 0.0) continue;
        const Rect& rect = terminal.footprint;
        const bool floor = terminal.plane == TerminalPlane::Floor;
        const int plane = floor ? m_raster.grid.voidLayers : m_raster.grid.ceilingLayer;
        const Span x = snapSolid(grid.x, rect.min.x.in(metres), rect.max.x.in(metres));
        const Span y = snapSolid(grid.y, rect.min.y.in(metres), rect.max.y.in(metres));
        noteSnap(terminal.id,
                 std::max(snapDistance(grid.x, x, rect.min.x.in(metres), rect.max.x.in(metres)),
                          snapDistance(grid.y, y, rect.min.y.in(metres), rect.max.y.in(metres))));
        const Span behind = floor ? Span{plane - 1, plane} : Span{plane, plane + 1};
        const Port face = port({x, y, behind}, floor ? Side::Above : Side::Below);
        if (face.cells.empty()) {
            leaveOut(terminal.id, "thermal.terminalBlocked",
                     "cannot pass air: something stands on all of it.");
            continue;
        }
        for (const PortCell& cell : face.cells)
            m_raster.lossK[2][cell.faceCell] = std::numeric_limits<double>::infinity();
        const RasterDevice device{DeviceKind::Terminal, index, terminal.id, flow};
        if (terminal.kind == TerminalKind::Supply) {
            addDevice(device, {}, face);
            m_raster.slices.back().freeAreaM2 = terminal.openFraction * face.areaM2;
        } else {
            addDevice(device, face, {});
        }
    }
}

}  // namespace halltwin::thermal
