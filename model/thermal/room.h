// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/core/ids.h"
#include "model/core/units.h"

#include <optional>
#include <vector>

namespace halltwin::thermal {

/// IT equipment that draws air in at its front and blows the same volume out at its rear, warmer by
/// heat / (density · flow · specific heat). A solid box from the floor to `height`.
struct RackDevice {
    ItemId id;
    Rect footprint;
    Length height = metres(2.0);
    Direction front = Direction::MinusY;  ///< side of the intake; the exhaust is opposite
    Power airHeat;    ///< heat given to the room air, liquid-cooled share excluded
    VolumeFlow flow;  ///< must be positive when there is heat

    bool operator==(const RackDevice&) const = default;
};

/// Where a cooler draws warm air in. The other one is tried when the wanted face is walled in,
/// and then, for an underfloor unit, the upper half of its front.
enum class CoolerReturn { Top, Rear };

/// A unit that takes air from the room and returns it cold: CRAC, CRAH, in-row cooler.
/// The coil holds `supplySetpoint` unless a limit stops it; the fan's heat is part of the coil's
/// load. A unit without flow is a solid box and nothing more.
struct CoolerDevice {
    ItemId id;
    Rect footprint;
    Length height = metres(2.0);
    Direction front = Direction::MinusY;
    CoolerReturn returnFace = CoolerReturn::Top;
    bool underfloorSupply =
        true;  ///< down into the floor void if there is one, else out of the front
    VolumeFlow flow;
    Temperature supplySetpoint = celsius(20.0);
    Power fanHeat;
    HeatCapacityRate effectivenessTimesCmin;  ///< chilled-water coil: heat / (return − water in); 0
                                              ///< = no such limit
    Temperature waterIn = celsius(7.0);
    std::optional<Power> capacity;  ///< direct expansion: greatest heat that the coil takes

    bool operator==(const CoolerDevice&) const = default;
};

/// An opening in the raised floor. `openArea` is the free area of its holes.
struct TileDevice {
    ItemId id;
    Rect footprint;
    Area openArea;

    bool operator==(const TileDevice&) const = default;
};

/// Wall, door, curtain, column. One that is thin against the grid becomes a sheet, a thick tight
/// one a solid box.
struct Barrier {
    ItemId id;
    Rect footprint;
    Length height = metres(3.0);
    double leakage = 0.0;  ///< open area / area: 0 tight, 1 wide open

    bool operator==(const Barrier&) const = default;
};

/// Containment of one aisle: a roof over `footprint` at `height`, a door at both ends, and panels
/// above the devices on both long sides. A place on a long side where no device stands stays open
/// below those panels.
struct Containment {
    ItemId id;
    Rect footprint;  ///< of the aisle, after rotation
    Length height = metres(2.2);
    double leakage = 0.05;  ///< open area / area of roof, doors and panels
    Rotation rotation =
        Rotation::R0;  ///< the aisle runs along plan x at R0 and R180, along y otherwise

    bool operator==(const Containment&) const = default;
};

/// A solid box that warms the air around it and moves none: distribution unit, UPS, lighting
/// ballast.
struct HeatSource {
    ItemId id;
    Rect footprint;
    Length height = metres(2.0);
    Power heat;

    bool operator==(const HeatSource&) const = default;
};

/// All that the air of one hall depends on. Hall coordinates: x right and y up the plan, z = 0 the
/// walking surface.
struct RoomInput {
    Length width = metres(24.0);     ///< along x
    Length depth = metres(18.0);     ///< along y
    Length height = metres(3.6);     ///< walking surface to ceiling
    Length floorVoid;                ///< depth of the raised-floor void; 0 = slab
    Length tilePitch = metres(0.6);  ///< the grid is aligned with the tiles
    double floorLeakage = 0.0025;    ///< open area of floor seams / floor area
    Density airDensity =
        kilogramsPerCubicMetre(1.2);       ///< at mean room temperature and site altitude
    Temperature stillAir = celsius(22.0);  ///< shown where no air moves at all
    std::vector<RackDevice> racks;
    std::vector<CoolerDevice> coolers;
    std::vector<TileDevice> tiles;
    std::vector<Barrier> barriers;
    std::vector<Containment> containments;
    std::vector<HeatSource> heatSources;

    bool operator==(const RoomInput&) const = default;
};

}  // namespace halltwin::thermal
