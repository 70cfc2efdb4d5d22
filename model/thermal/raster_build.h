// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/raster.h"

#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace halltwin::thermal {

/// Cells that a box covers.
struct BoxCells {
    Span x;
    Span y;
    Span z;
};

enum class Side { MinusX, PlusX, MinusY, PlusY, Below, Above };

[[nodiscard]] Side sideOf(Direction direction);
[[nodiscard]] Side opposite(Side side);

/// Steps of rasterize(), in the order in which they must run.
class RasterBuilder {
public:
    RasterBuilder(const RoomInput& room, const SolveSettings& settings);

    void placeFloor();
    void placeSolids();
    void placeBarriers();
    void placeContainments();
    void closeSolidFaces();
    void connectRacks();
    void connectCoolers();
    void connectHeatSources();

    [[nodiscard]] Raster take() { return std::move(m_raster); }

private:
    /// Faces of one plane: those on the upper side of cell layer `plane` − 1 along `axis`, over `a`
    /// × `b` of the other two axes in their order.
    struct Sheet {
        std::size_t axis;
        int plane;
        Span a;
        Span b;
    };

    [[nodiscard]] BoxCells cover(ItemId id, const Rect& footprint, Length height);
    [[nodiscard]] std::optional<BoxCells> placeSolid(ItemId id, const Rect& footprint,
                                                     Length height);
    void fillSolid(const BoxCells& cells);
    [[nodiscard]] std::vector<std::size_t> cellsOf(const BoxCells& cells) const;
    void noteSnap(ItemId id, double distanceM);
    void placeTile(std::size_t index);
    void placeBarrier(const Barrier& barrier);
    void placeContainment(const Containment& containment);
    void placeSidePanels(const Containment& containment, const BoxCells& aisle, double lossK);
    [[nodiscard]] int tallestDevice(std::size_t axis, int layer, const Span& along, int top) const;
    void addLoss(const Sheet& sheet, double lossK);
    [[nodiscard]] Port port(const BoxCells& box, Side side) const;
    [[nodiscard]] Port upperPort(const BoxCells& box, Side side) const;
    [[nodiscard]] Port returnPort(const CoolerDevice& cooler, const BoxCells& box,
                                  bool underfloor) const;
    void addPortCell(Port& port, const BoxCells& box, Side side, std::array<int, 3> inside) const;
    [[nodiscard]] double faceArea(std::size_t axis, int i, int j, int k) const;
    [[nodiscard]] const GridAxis& axisGrid(std::size_t axis) const;
    void leaveOut(ItemId id, const char* rule, const char* what);

    const RoomInput& m_room;
    Raster m_raster;
    std::vector<std::optional<BoxCells>> m_rackBoxes;
    std::vector<std::optional<BoxCells>> m_coolerBoxes;
    std::vector<std::optional<BoxCells>> m_heatBoxes;
};

}  // namespace halltwin::thermal
