// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_law.h"
#include "model/thermal/raster_build.h"
#include "model/thermal/room_check.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace halltwin::thermal {

namespace {

constexpr double closed = std::numeric_limits<double>::infinity();

}  // namespace

RasterBuilder::RasterBuilder(const RoomInput& room, const SolveSettings& settings) : m_room(room) {
    m_raster.grid = makeGrid(room, settings);
    const CellBox& box = m_raster.grid.box;
    m_raster.solid.assign(box.size(), solidCell);
    for (int k = 0; k < box.nz; ++k)
        for (int j = 0; j < box.ny; ++j) {
            const auto row = m_raster.solid.begin() + static_cast<std::ptrdiff_t>(box.at(0, j, k));
            std::fill(row, row + box.nx, airCell);
        }
    m_raster.lossK = makeFaceField(box, 0.0);
    m_raster.roomHeatW = (room.lightsHeat + room.peopleHeat).in(watts);
    m_raster.planeConductance.assign(box.size(), 0.0);
}

const GridAxis& RasterBuilder::axisGrid(std::size_t axis) const {
    const Grid& grid = m_raster.grid.grid;
    return axis == 0 ? grid.x : axis == 1 ? grid.y : grid.z;
}

double RasterBuilder::faceArea(std::size_t axis, int i, int j, int k) const {
    const Grid& grid = m_raster.grid.grid;
    if (axis == 0) return grid.y.width(j) * grid.z.width(k);
    return axis == 1 ? grid.x.width(i) * grid.z.width(k) : grid.x.width(i) * grid.y.width(j);
}

void RasterBuilder::noteSnap(ItemId id, double distanceM) {
    if (distanceM > 1e-3) m_raster.snapErrors.push_back({id, metres(distanceM)});
}

void RasterBuilder::leaveOut(ItemId id, const char* rule, const char* what) {
    m_raster.issues.push_back(makeIssue(rule, Severity::Error, {id},
                                        "Item " + std::to_string(id.value) + " " + what,
                                        "Move it, or choose a finer grid."));
}

BoxCells RasterBuilder::cover(ItemId id, const Rect& footprint, Length height) {
    const Grid& grid = m_raster.grid.grid;
    const double x0 = footprint.min.x.in(metres);
    const double x1 = footprint.max.x.in(metres);
    const double y0 = footprint.min.y.in(metres);
    const double y1 = footprint.max.y.in(metres);
    const double top = std::min(height, m_room.height).in(metres);
    BoxCells cells{snapSolid(grid.x, x0, x1),
                   snapSolid(grid.y, y0, y1),
                   {m_raster.grid.voidLayers,
                    std::max(m_raster.grid.voidLayers + 1, nearestFace(grid.z, top))}};
    noteSnap(id,
             std::max({snapDistance(grid.x, cells.x, x0, x1), snapDistance(grid.y, cells.y, y0, y1),
                       snapDistance(grid.z, cells.z, 0.0, top)}));
    return cells;
}

void RasterBuilder::fillSolid(const BoxCells& cells) {
    for (const std::size_t cell : cellsOf(cells))
        m_raster.solid[cell] = solidCell;
}

std::vector<std::size_t> RasterBuilder::cellsOf(const BoxCells& cells) const {
    std::vector<std::size_t> result;
    for (int k = cells.z.begin; k < cells.z.end; ++k)
        for (int j = cells.y.begin; j < cells.y.end; ++j)
            for (int i = cells.x.begin; i < cells.x.end; ++i)
                result.push_back(m_raster.grid.box.at(i, j, k));
    return result;
}

std::optional<BoxCells> RasterBuilder::placeSolid(ItemId id, const Rect& footprint, Length height) {
    const BoxCells cells = cover(id, footprint, height);
    const std::vector<std::size_t> wanted = cellsOf(cells);
    const bool free = std::all_of(wanted.begin(), wanted.end(), [&](std::size_t cell) {
        return m_raster.solid[cell] == airCell;
    });
    if (!free) {
        leaveOut(id, "thermal.gridTooCoarse",
                 "shares a grid cell with its neighbour and is left out.");
        return std::nullopt;
    }
    fillSolid(cells);
    return cells;
}

void RasterBuilder::placeSolids() {
    for (const RackDevice& rack : m_room.racks)
        m_rackBoxes.push_back(placeSolid(rack.id, rack.footprint, rack.height));
    for (const CoolerDevice& cooler : m_room.coolers)
        m_coolerBoxes.push_back(placeSolid(cooler.id, cooler.footprint, cooler.height));
    for (const HeatSource& source : m_room.heatSources)
        m_heatBoxes.push_back(placeSolid(source.id, source.footprint, source.height));
    for (const ImmersionTank& tank : m_room.tanks)
        m_tankBoxes.push_back(placeSolid(tank.id, tank.footprint, tank.height));
}

/// A solid shaft from the top of a box to the ceiling. The cells above it breathe through it.
std::optional<BoxCells> RasterBuilder::placeDuct(const std::optional<BoxCells>& box, bool wanted,
                                                 ItemId id) {
    if (!wanted || !box) return std::nullopt;
    if (!hasCeilingVoid()) {
        m_raster.issues.push_back(
            makeIssue("thermal.noCeilingVoid", Severity::Warning, {id},
                      "Item " + std::to_string(id.value) +
                          " is ducted to the ceiling void, but there is none.",
                      "Give the hall a ceiling void. The item is calculated without its duct."));
        return std::nullopt;
    }
    BoxCells duct = *box;
    duct.z = {std::min(box->z.end, m_raster.grid.ceilingLayer - 1), m_raster.grid.ceilingLayer};
    fillSolid(duct);
    return duct;
}

void RasterBuilder::placeDucts() {
    for (std::size_t n = 0; n < m_rackBoxes.size(); ++n) {
        const RackDevice& rack = m_room.racks[n];
        std::optional<BoxCells> rear = m_rackBoxes[n];
        if (rear) {
            const auto side = static_cast<std::size_t>(opposite(sideOf(rack.front)));
            Span& depth = side / 2 == 0 ? rear->x : rear->y;
            const int half = std::max(1, depth.size() / 2);
            depth = side % 2 == 1 ? Span{depth.end - half, depth.end}
                                  : Span{depth.begin, depth.begin + half};
        }
        m_rackDucts.push_back(placeDuct(rear, rack.chimney, rack.id));
    }
    for (std::size_t n = 0; n < m_coolerBoxes.size(); ++n) {
        const CoolerDevice& cooler = m_room.coolers[n];
        m_coolerDucts.push_back(
            placeDuct(m_coolerBoxes[n], cooler.returnFace == CoolerReturn::CeilingVoid, cooler.id));
    }
}

void RasterBuilder::closeSolidFaces() {
    const CellBox& box = m_raster.grid.box;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const std::size_t stride = box.stride(axis);
        for (std::size_t cell = 0; cell < box.size(); ++cell)
            if (m_raster.solid[cell] != airCell || cell + stride >= box.size() ||
                m_raster.solid[cell + stride] != airCell)
                m_raster.lossK[axis][cell] = closed;
    }
}

void RasterBuilder::startPlane(int plane, double leakage) {
    const CellBox& box = m_raster.grid.box;
    const double leak = 1.0 / std::sqrt(lossCoefficient(leakage));
    for (int j = 0; j < box.ny; ++j)
        for (int i = 0; i < box.nx; ++i)
            m_raster.planeConductance[box.at(i, j, plane - 1)] = leak;
}

void RasterBuilder::finishPlane(int plane) {
    const CellBox& box = m_raster.grid.box;
    for (int j = 0; j < box.ny; ++j)
        for (int i = 0; i < box.nx; ++i) {
            const std::size_t face = box.at(i, j, plane - 1);
            const double conductance = m_raster.planeConductance[face];
            m_raster.lossK[2][face] =
                conductance > 0.0 ? 1.0 / (conductance * conductance) : closed;
        }
}

/// Raised floor and suspended ceiling.
void RasterBuilder::placePlanes() {
    const auto append = [](std::vector<TilePart>& all, const std::vector<TilePart>& parts) {
        all.insert(all.end(), parts.begin(), parts.end());
    };
    if (const int floor = m_raster.grid.voidLayers; floor > 0) {
        startPlane(floor, m_room.floorLeakage);
        for (std::size_t n = 0; n < m_room.tiles.size(); ++n) {
            const TileDevice& tile = m_room.tiles[n];
            append(m_raster.tileParts,
                   placeOpening({tile.id, tile.footprint, tile.openArea}, floor, n));
        }
        finishPlane(floor);
    }
    if (hasCeilingVoid()) {
        const int ceiling = m_raster.grid.ceilingLayer;
        startPlane(ceiling, m_room.ceilingLeakage);
        for (std::size_t n = 0; n < m_room.grilles.size(); ++n) {
            const CeilingGrille& grille = m_room.grilles[n];
            append(m_raster.grilleParts,
                   placeOpening({grille.id, grille.footprint, grille.openArea}, ceiling, n));
        }
        finishPlane(ceiling);
    }
}

std::vector<TilePart> RasterBuilder::placeOpening(const Opening& opening, int plane,
                                                  std::size_t index) {
    const Grid& grid = m_raster.grid.grid;
    const double x0 = opening.footprint.min.x.in(metres);
    const double x1 = opening.footprint.max.x.in(metres);
    const double y0 = opening.footprint.min.y.in(metres);
    const double y1 = opening.footprint.max.y.in(metres);
    const Span x = snapSolid(grid.x, x0, x1);
    const Span y = snapSolid(grid.y, y0, y1);
    noteSnap(opening.id,
             std::max(snapDistance(grid.x, x, x0, x1), snapDistance(grid.y, y, y0, y1)));
    double area = 0.0;
    for (int j = y.begin; j < y.end; ++j)
        for (int i = x.begin; i < x.end; ++i)
            area += faceArea(2, i, j, 0);
    // The open area is kept when the grid changes the opening's size. A plate as open as the
    // opening itself still costs the head that the jet loses.
    const double openFraction = std::min(opening.openArea.in(squareMetres) / area, 0.999);
    std::vector<TilePart> parts;
    if (openFraction <= 0.0) return parts;
    const double conductance = 1.0 / std::sqrt(lossCoefficient(openFraction));
    for (int j = y.begin; j < y.end; ++j)
        for (int i = x.begin; i < x.end; ++i) {
            const std::size_t face = m_raster.grid.box.at(i, j, plane - 1);
            m_raster.planeConductance[face] += conductance;
            parts.push_back({index, face, conductance});
        }
    return parts;
}

Raster rasterize(const RoomInput& room, const SolveSettings& settings) {
    RasterBuilder builder(room, settings);
    builder.placePlanes();
    builder.placeSolids();
    builder.placeDucts();
    builder.placeBarriers();
    builder.placeContainments();
    builder.closeSolidFaces();
    builder.connectRacks();
    builder.connectCoolers();
    builder.connectTerminals();
    builder.connectGaps();
    builder.connectHeatSources();
    builder.connectTanks();
    builder.connectEnvelope();
    return builder.take();
}

}  // namespace halltwin::thermal
