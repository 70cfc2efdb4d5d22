// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_law.h"
#include "model/thermal/raster_build.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace halltwin::thermal {

namespace {

constexpr double leastGap = 1e-6;   // rounding of a layer that slices cover
constexpr double widestGap = 0.95;  // a slot without anything in it still has edges

/// Shares of a rack's flow and heat between two heights.
struct ProfileShare {
    double flow = 0.0;
    double heat = 0.0;
};

/// Share of the rack's height between `from` and `to`, both shares of it, that slices cover.
double coverage(const RackDevice& rack, double from, double to) {
    if (rack.slices.empty()) return 1.0;
    const double height = rack.height.in(metres);
    double covered = 0.0;
    for (const RackSlice& slice : rack.slices)
        covered += std::max(0.0, std::min(to, slice.top.in(metres) / height) -
                                     std::max(from, slice.bottom.in(metres) / height));
    return std::min(1.0, covered / (to - from));
}

/// `from` and `to` as shares of the rack's height.
ProfileShare profileShare(const RackDevice& rack, double from, double to) {
    if (rack.slices.empty() || rack.exhaustMixing == ExhaustMixing::Mixed)
        return {to - from, to - from};
    ProfileShare share;
    const double height = rack.height.in(metres);
    for (const RackSlice& slice : rack.slices) {
        const double bottom = slice.bottom.in(metres) / height;
        const double top = slice.top.in(metres) / height;
        const double part =
            std::max(0.0, std::min(to, top) - std::max(from, bottom)) / (top - bottom);
        share.flow += part * slice.flow.in(cubicMetresPerSecond);
        share.heat += part * slice.heat.in(watts);
    }
    return share;
}

bool facesAlongX(const RackDevice& rack) {
    return static_cast<std::size_t>(sideOf(rack.front)) / 2 == 0;
}

Length equipmentWidth(const RackDevice& rack) {
    if (rack.equipmentWidth > metres(0.0)) return rack.equipmentWidth;
    return facesAlongX(rack) ? rack.footprint.depth() : rack.footprint.width();
}

void append(Port& port, const Port& more) {
    port.cells.insert(port.cells.end(), more.cells.begin(), more.cells.end());
    port.areaM2 += more.areaM2;
}

}  // namespace

/// The part of a face that the equipment takes.
Port RasterBuilder::equipment(const RackDevice& rack, const Port& face) const {
    const Point centre = rack.footprint.centre();
    return within(face, {(facesAlongX(rack) ? centre.y : centre.x).in(metres),
                         equipmentWidth(rack).in(metres), -1e9, 1e9});
}

/// One entry for each grid layer with a free intake and a free exhaust. A layer that lacks one of
/// the two breathes through the nearest that has both.
std::vector<RasterBuilder::Layers> RasterBuilder::layersOf(const RackDevice& rack,
                                                           const BoxCells& box) const {
    const Side front = sideOf(rack.front);
    const std::vector<double>& z = m_raster.grid.grid.z.faces;
    const double foot = z[static_cast<std::size_t>(box.z.begin)];
    const double height = z[static_cast<std::size_t>(box.z.end)] - foot;
    std::vector<Layers> whole;
    std::vector<Layers> halves;
    for (int k = box.z.begin; k < box.z.end; ++k) {
        const BoxCells layer{box.x, box.y, {k, k + 1}};
        const double from = (z[static_cast<std::size_t>(k)] - foot) / height;
        const double to = (z[static_cast<std::size_t>(k) + 1] - foot) / height;
        const auto share = profileShare(rack, from, to);
        Layers part{layer.z,
                    equipment(rack, port(layer, front)),
                    equipment(rack, port(layer, opposite(front))),
                    share.flow,
                    share.heat,
                    rack.slices.empty()
                        ? 0.0
                        : coverage(rack, from, to) * (to - from) * rack.height.in(metres)};
        if (part.flow <= 0.0 || (part.intake.cells.empty() && part.outlet.cells.empty())) continue;
        const bool both = !part.intake.cells.empty() && !part.outlet.cells.empty();
        (both ? whole : halves).push_back(std::move(part));
    }
    if (whole.empty()) return whole;
    for (const Layers& half : halves) {
        const auto nearest =
            std::min_element(whole.begin(), whole.end(), [&](const Layers& a, const Layers& b) {
                return std::abs(a.z.begin - half.z.begin) < std::abs(b.z.begin - half.z.begin);
            });
        append(nearest->intake, half.intake);
        append(nearest->outlet, half.outlet);
        nearest->flow += half.flow;
        nearest->heat += half.heat;
        nearest->coveredM += half.coveredM;
    }
    return whole;
}

void RasterBuilder::addRack(std::size_t index, std::vector<Layers> layers) {
    const RackDevice& rack = m_room.racks[index];
    const double flow = rack.flow.in(cubicMetresPerSecond);
    const std::size_t number = m_raster.devices.size();
    m_raster.devices.push_back(
        {DeviceKind::Rack, index, rack.id, flow, m_raster.slices.size(), layers.size()});
    double flowShares = 0.0;
    double heatShares = 0.0;
    for (const Layers& layer : layers) {
        flowShares += layer.flow;
        heatShares += layer.heat;
    }
    const std::vector<double>& z = m_raster.grid.grid.z.faces;
    const double width = equipmentWidth(rack).in(metres);
    for (Layers& layer : layers) {
        const double share = layer.flow / flowShares;
        const double heatShare = heatShares > 0.0 ? layer.heat / heatShares : share;
        m_raster.slices.push_back({number, flow * share, rack.airHeat.in(watts)*heatShare,
                                   z[static_cast<std::size_t>(layer.z.begin)],
                                   z[static_cast<std::size_t>(layer.z.end)],
                                   std::move(layer.intake), std::move(layer.outlet),
                                   layer.coveredM * width * rack.exhaustOpenShare});
    }
}

void RasterBuilder::connectRacks() {
    for (std::size_t index = 0; index < m_room.racks.size(); ++index) {
        const RackDevice& rack = m_room.racks[index];
        if (!m_rackBoxes[index] || rack.flow.si() <= 0.0) continue;
        const BoxCells& box = *m_rackBoxes[index];
        const Side front = sideOf(rack.front);
        const bool ducted = m_rackDucts[index].has_value();
        Layers whole{box.z, port(box, front),
                     ducted ? port(*m_rackDucts[index], Side::Above) : port(box, opposite(front)),
                     1.0, 1.0};
        if (whole.intake.cells.empty()) {
            leaveOut(rack.id, "thermal.intakeBlocked",
                     "cannot draw air in: its front is walled in.");
        } else if (whole.outlet.cells.empty()) {
            leaveOut(rack.id, "thermal.outletBlocked",
                     "cannot blow air out: its rear is walled in.");
        } else {
            std::vector<Layers> layers;
            if (rack.exhaustMixing == ExhaustMixing::PerSlice && !ducted)
                layers = layersOf(rack, box);
            if (layers.empty()) layers.push_back(std::move(whole));
            addRack(index, std::move(layers));
        }
    }
}

void RasterBuilder::connectGaps() {
    for (std::size_t index = 0; index < m_room.racks.size(); ++index)
        if (m_room.racks[index].blankingGap + m_room.racks[index].slotGap > 0.0 &&
            m_rackBoxes[index] && !m_rackDucts[index])
            connectGap(index);
}

void RasterBuilder::connectGap(std::size_t index) {
    const RackDevice& rack = m_room.racks[index];
    const BoxCells& box = *m_rackBoxes[index];
    const auto side = static_cast<std::size_t>(sideOf(rack.front));
    const std::size_t axis = side / 2;
    const Span depth = axis == 0 ? box.x : box.y;
    const Span across = axis == 0 ? box.y : box.x;
    const GridAxis& grid = axisGrid(axis);
    if (depth.begin < 1 || depth.end >= grid.cells()) return;
    const double length = grid.centre(depth.end) - grid.centre(depth.begin - 1);
    const std::vector<double>& z = m_raster.grid.grid.z.faces;
    const double foot = z[static_cast<std::size_t>(box.z.begin)];
    const double height = z[static_cast<std::size_t>(box.z.end)] - foot;
    for (int k = box.z.begin; k < box.z.end; ++k) {
        const double covered = coverage(rack, (z[static_cast<std::size_t>(k)] - foot) / height,
                                        (z[static_cast<std::size_t>(k) + 1] - foot) / height);
        const double open = rack.blankingGap + rack.slotGap * (1.0 - covered);
        if (open < leastGap) continue;
        const double lossK = lossCoefficient(std::min(open, widestGap));
        for (int n = across.begin; n < across.end; ++n) {
            const auto at = [&](int along) {
                return axis == 0 ? m_raster.grid.box.at(along, n, k)
                                 : m_raster.grid.box.at(n, along, k);
            };
            const std::size_t below = at(depth.begin - 1);
            const std::size_t above = at(depth.end);
            if (m_raster.solid[below] != airCell || m_raster.solid[above] != airCell) continue;
            const bool frontAbove = side % 2 == 1;
            m_raster.leaks.push_back({index, frontAbove ? above : below, frontAbove ? below : above,
                                      axis, faceArea(axis, axis == 0 ? 0 : n, axis == 0 ? n : 0, k),
                                      lossK, length});
        }
    }
}

}  // namespace halltwin::thermal
