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

    void placePlanes();
    void placeSolids();
    void placeDucts();
    void placeBarriers();
    void placeContainments();
    void closeSolidFaces();
    void connectRacks();
    void connectCoolers();
    void connectTerminals();
    void connectGaps();
    void connectHeatSources();
    void connectTanks();
    void connectEnvelope();

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
    /// A hole in the floor or ceiling.
    struct Opening {
        ItemId id;
        const Rect& footprint;
        Area openArea;
    };
    /// A part of an upright face, in hall coordinates.
    struct Window {
        double across = 0.0;  ///< its middle, along x or y, m
        double width = 0.0;
        double bottom = 0.0;
        double top = 0.0;
    };
    /// Grid layers of a rack that breathe on their own, and their shares of its flow and heat.
    struct Layers {
        Span z;
        Port intake;
        Port outlet;
        double flow = 0.0;
        double heat = 0.0;
        double coveredM = 0.0;  ///< height of the slices in it
    };

    [[nodiscard]] BoxCells cover(ItemId id, const Rect& footprint, Length height);
    [[nodiscard]] std::optional<BoxCells> placeSolid(ItemId id, const Rect& footprint,
                                                     Length height);
    [[nodiscard]] std::optional<BoxCells> placeDuct(const std::optional<BoxCells>& box, bool wanted,
                                                    ItemId id);
    void fillSolid(const BoxCells& cells);
    [[nodiscard]] std::vector<std::size_t> cellsOf(const BoxCells& cells) const;
    void noteSnap(ItemId id, double distanceM);
    [[nodiscard]] bool hasCeilingVoid() const {
        return m_raster.grid.ceilingLayer < m_raster.grid.box.nz;
    }
    void startPlane(int plane, double leakage);
    void finishPlane(int plane);
    [[nodiscard]] std::vector<TilePart> placeOpening(const Opening& opening, int plane,
                                                     std::size_t index);
    void placeBarrier(const Barrier& barrier);
    void placeContainment(const Containment& containment);
    void placeRoof(const Containment& containment, const BoxCells& aisle);
    void placeSidePanels(const Containment& containment, const BoxCells& aisle);
    [[nodiscard]] int tallestDevice(std::size_t axis, int layer, const Span& along, int top) const;
    void addLoss(const Sheet& sheet, double lossK);
    [[nodiscard]] Port port(const BoxCells& box, Side side) const;
    [[nodiscard]] Port within(const Port& whole, const Window& window) const;
    [[nodiscard]] Port upperPort(const BoxCells& box, Side side) const;
    [[nodiscard]] Port returnPort(std::size_t index, bool underfloor) const;
    void addPortCell(Port& port, const BoxCells& box, Side side, std::array<int, 3> inside) const;
    [[nodiscard]] std::vector<Layers> layersOf(const RackDevice& rack, const BoxCells& box) const;
    [[nodiscard]] Port equipment(const RackDevice& rack, const Port& face) const;
    void addRack(std::size_t index, std::vector<Layers> layers);
    void addDevice(const RasterDevice& device, const Port& intake, const Port& outlet);
    [[nodiscard]] Port supplyPort(std::size_t index) const;
    void connectGap(std::size_t index);
    void placeExchanges(HeatExchange exchange, const Port& faces, double perAreaWM2K);
    [[nodiscard]] double faceArea(std::size_t axis, int i, int j, int k) const;
    [[nodiscard]] const GridAxis& axisGrid(std::size_t axis) const;
    void leaveOut(ItemId id, const char* rule, const char* what);

    const RoomInput& m_room;
    Raster m_raster;
    std::vector<std::optional<BoxCells>> m_rackBoxes;
    std::vector<std::optional<BoxCells>> m_coolerBoxes;
    std::vector<std::optional<BoxCells>> m_heatBoxes;
    std::vector<std::optional<BoxCells>> m_tankBoxes;
    std::vector<std::optional<BoxCells>> m_rackDucts;    ///< up to the ceiling void
    std::vector<std::optional<BoxCells>> m_coolerDucts;  ///< likewise
};

}  // namespace halltwin::thermal
