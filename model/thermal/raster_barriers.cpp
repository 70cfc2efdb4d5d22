// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_law.h"
#include "model/thermal/raster_build.h"
#include "model/thermal/room_check.h"

#include <algorithm>
#include <array>
#include <limits>

namespace halltwin::thermal {

void RasterBuilder::addLoss(const Sheet& sheet, double lossK) {
    const CellBox& box = m_raster.grid.box;
    if (sheet.plane <= 0 || sheet.plane >= box.cells(sheet.axis))
        return;  // on a wall of the hall: nothing to add
    for (int b = sheet.b.begin; b < sheet.b.end; ++b)
        for (int a = sheet.a.begin; a < sheet.a.end; ++a) {
            const int below = sheet.plane - 1;
            const std::size_t cell = sheet.axis == 0   ? box.at(below, a, b)
                                     : sheet.axis == 1 ? box.at(a, below, b)
                                                       : box.at(a, b, below);
            m_raster.lossK[sheet.axis][cell] += lossK;  // one behind the other: heads add up
        }
}

void RasterBuilder::placeBarriers() {
    for (const Barrier& barrier : m_room.barriers)
        placeBarrier(barrier);
}

void RasterBuilder::placeBarrier(const Barrier& barrier) {
    const Grid& grid = m_raster.grid.grid;
    const Rect& rect = barrier.footprint;
    const Span x = snap(grid.x, rect.min.x.in(metres), rect.max.x.in(metres));
    const Span y = snap(grid.y, rect.min.y.in(metres), rect.max.y.in(metres));
    const int top = nearestFace(grid.z, std::min(barrier.height, m_room.height).in(metres));
    const int foot =
        std::max(m_raster.grid.voidLayers, nearestFace(grid.z, barrier.bottom.in(metres)));
    const Span z{foot, std::max(top, foot + 1)};
    if (x.size() == 0 && y.size() == 0) {
        m_raster.issues.push_back(makeIssue("thermal.barrierTooSmall", Severity::Info, {barrier.id},
                                            "Item " + std::to_string(barrier.id.value) +
                                                " is smaller than the grid can see.",
                                            "Choose a finer grid if it matters to the airflow."));
        return;
    }
    if (x.size() > 0 && y.size() > 0 && barrier.leakage <= 0.0) {
        fillSolid({x, y, z});
        return;
    }
    const double lossK = lossCoefficient(barrier.leakage);
    const bool sheetAcrossX = rect.width() <= rect.depth();
    if (sheetAcrossX) {
        const int plane = nearestFace(grid.x, rect.centre().x.in(metres));
        noteSnap(barrier.id, std::abs(grid.x.faces[static_cast<std::size_t>(plane)] -
                                      rect.centre().x.in(metres)));
        addLoss({0, plane, snapSolid(grid.y, rect.min.y.in(metres), rect.max.y.in(metres)), z},
                lossK);
    } else {
        const int plane = nearestFace(grid.y, rect.centre().y.in(metres));
        noteSnap(barrier.id, std::abs(grid.y.faces[static_cast<std::size_t>(plane)] -
                                      rect.centre().y.in(metres)));
        addLoss({1, plane, snapSolid(grid.x, rect.min.x.in(metres), rect.max.x.in(metres)), z},
                lossK);
    }
}

void RasterBuilder::placeContainments() {
    for (const Containment& containment : m_room.containments)
        placeContainment(containment);
}

void RasterBuilder::placeContainment(const Containment& containment) {
    BoxCells aisle = cover(containment.id, containment.footprint, containment.height);
    placeRoof(containment, aisle);
    if (containment.kind == ContainmentKind::Chimney && hasCeilingVoid())
        aisle.z.end = m_raster.grid.ceilingLayer;
    const double doorK = lossCoefficient(std::max(containment.leakage, containment.doorOpening));
    const bool alongX =
        containment.rotation == Rotation::R0 || containment.rotation == Rotation::R180;
    const std::size_t axis = alongX ? 0 : 1;
    const Span ends = alongX ? aisle.x : aisle.y;
    const Span across = alongX ? aisle.y : aisle.x;
    addLoss({axis, ends.begin, across, aisle.z}, doorK);
    addLoss({axis, ends.end, across, aisle.z}, doorK);
    placeSidePanels(containment, aisle);
}

/// The roof of an aisle, or for a chimney the hole in the ceiling above it.
void RasterBuilder::placeRoof(const Containment& containment, const BoxCells& aisle) {
    if (containment.kind != ContainmentKind::Chimney || !hasCeilingVoid()) {
        if (containment.kind == ContainmentKind::Chimney)
            m_raster.issues.push_back(makeIssue(
                "thermal.noCeilingVoid", Severity::Warning, {containment.id},
                "Item " + std::to_string(containment.id.value) +
                    " is ducted to the ceiling void, but there is none.",
                "Give the hall a ceiling void. The aisle is calculated with a closed roof."));
        addLoss({2, aisle.z.end, aisle.x, aisle.y}, lossCoefficient(containment.leakage));
        return;
    }
    const BoxCells ceiling{
        aisle.x, aisle.y, {m_raster.grid.ceilingLayer - 1, m_raster.grid.ceilingLayer}};
    for (const std::size_t face : cellsOf(ceiling)) {
        m_raster.lossK[2][face] = 0.0;
        m_raster.planeConductance[face] = std::numeric_limits<double>::infinity();
    }
}

void RasterBuilder::placeSidePanels(const Containment& containment, const BoxCells& aisle) {
    const double lossK = lossCoefficient(containment.leakage);
    const bool alongX =
        containment.rotation == Rotation::R0 || containment.rotation == Rotation::R180;
    const std::size_t axis = alongX ? 1 : 0;  // across the aisle
    const Span along = alongX ? aisle.x : aisle.y;
    const Span across = alongX ? aisle.y : aisle.x;
    const std::array<int, 2> outside{across.begin - 1, across.end};
    const std::array<int, 2> planes{across.begin, across.end};
    for (std::size_t side = 0; side < 2; ++side) {
        const int devices = tallestDevice(axis, outside[side], along, aisle.z.end);
        if (devices > aisle.z.begin)
            addLoss({axis, planes[side], along, {devices, aisle.z.end}}, lossK);
    }
}

/// Layer above the tallest device in the row of cells beside an aisle, not above `top`.
int RasterBuilder::tallestDevice(std::size_t axis, int layer, const Span& along, int top) const {
    const CellBox& box = m_raster.grid.box;
    if (layer < 0 || layer >= box.cells(axis)) return top;
    int height = m_raster.grid.voidLayers;
    for (int n = along.begin; n < along.end; ++n)
        for (int k = height; k < top; ++k) {
            const std::size_t cell = axis == 0 ? box.at(layer, n, k) : box.at(n, layer, k);
            if (m_raster.solid[cell] == airCell) break;
            height = k + 1;
        }
    return height;
}

}  // namespace halltwin::thermal
