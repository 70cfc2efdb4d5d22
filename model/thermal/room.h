// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/core/ids.h"
#include "model/core/units.h"

#include <array>
#include <optional>
#include <vector>

namespace halltwin::thermal {

/// How the exhaust of a rack depends on its intake.
enum class ExhaustMixing {
    PerSlice,  ///< each grid layer warms its own air: exhaust at a height follows intake there
    Mixed,     ///< one exhaust temperature from the mean intake
};

/// Part of a rack's height, as measured or from a bill of servers. Only the shares of `heat` and
/// `flow` among all slices count: they are scaled to the rack's airHeat and flow.
struct RackSlice {
    Length bottom;  ///< above the rack's foot
    Length top;
    Power heat;
    VolumeFlow flow;  ///< must be positive when there is heat

    bool operator==(const RackSlice&) const = default;
};

/// Passive water coil in the rear door of a rack: air leaves it at
/// T_exhaust − ε (T_exhaust − T_water,in) with ε = effectivenessTimesCmin / (ρ Q cp), at most 1.
/// It warms air that is colder than its water. Sources: ε-NTU method, W. Kays, A. London, Compact
/// Heat Exchangers (1984); ASHRAE Datacom Series, Liquid Cooling Guidelines.
struct RearDoorExchanger {
    HeatCapacityRate effectivenessTimesCmin;  ///< heat / (exhaust − water in), of the whole door
    Temperature waterIn = celsius(18.0);

    bool operator==(const RearDoorExchanger&) const = default;
};

/// IT equipment that draws air in at its front and blows the same volume out at its rear, warmer by
/// heat / (density · flow · specific heat). A solid box from the floor to `height`.
struct RackDevice {
    ItemId id;
    Rect footprint;
    Length height = metres(2.0);
    Direction front = Direction::MinusY;  ///< side of the intake; the exhaust is opposite
    Power airHeat;    ///< heat given to the room air, liquid-cooled share excluded
    VolumeFlow flow;  ///< must be positive when there is heat
    ExhaustMixing exhaustMixing = ExhaustMixing::PerSlice;
    std::vector<RackSlice> slices;  ///< empty: heat and flow even over the face; count with
                                    ///< PerSlice only
    double blankingGap = 0.0;  ///< open share of the face through which air leaks between rear and
                               ///< front: missing blanking panels, gaps beside the rails
    double slotGap = 0.0;      ///< open share of the heights that no slice covers: slots without
                               ///< blanking panels; adds to blankingGap, needs slices
    Length equipmentWidth;     ///< of the slices' faces, in the middle of the rack; 0 = whole width
    double exhaustOpenShare = 1.0;  ///< free area / area of the slices' rears; as openFraction of
                                    ///< an AirTerminal, needs slices
    bool chimney = false;  ///< exhaust ducted into the ceiling void; without a void as any rack
    std::optional<RearDoorExchanger> rearDoor;

    bool operator==(const RackDevice&) const = default;
};

/// Where a cooler draws warm air in. CeilingVoid: through a duct from its top. When the wanted face
/// is walled in, top and rear stand in for each other, and then, for an underfloor unit, the upper
/// half of its front. An in-row cooler returns at its rear and supplies at its front.
enum class CoolerReturn { Top, Rear, CeilingVoid };

/// External static pressure of a fan unit over its flow at rated speed, Δp = a0 + a1 Q + a2 Q²,
/// falling; at speed n it is n² a0 + n a1 Q + a2 Q² (fan affinity laws). Losses of coil and filter
/// are part of the curve. Source: ASHRAE Handbook, HVAC Systems and Equipment, ch. Fans.
struct FanCurve {
    Pressure atNoFlow;             ///< a0, positive
    double linearPaPerM3S = 0.0;   ///< a1
    double squarePaPerM3S2 = 0.0;  ///< a2
    double speed = 1.0;            ///< n: share of rated speed

    bool operator==(const FanCurve&) const = default;
};

/// Where a cooler blows out of its front: in the middle of its width, between two heights.
struct SupplyOpening {
    Length width;   ///< 0 = whole front
    Length bottom;  ///< above the cooler's foot
    Length top;
    double openShare = 1.0;  ///< free area / area: outlets of fans, bars of a grille; sets the
                             ///< momentum of the jet

    bool operator==(const SupplyOpening&) const = default;
};

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
    std::optional<Power> capacity;     ///< direct expansion: greatest heat that the coil takes
    std::optional<FanCurve> fanCurve;  ///< the flow is then where the curve meets the pressure from
                                       ///< return to supply; `flow` is the first guess
    std::optional<SupplyOpening> supplyOpening;  ///< of a front supply; without: the whole front

    bool operator==(const CoolerDevice&) const = default;
};

/// An opening in the raised floor. `openArea` is the free area of its holes.
struct TileDevice {
    ItemId id;
    Rect footprint;
    Area openArea;

    bool operator==(const TileDevice&) const = default;
};

/// An opening in the suspended ceiling. Passes no air without a ceiling void.
struct CeilingGrille {
    ItemId id;
    Rect footprint;
    Area openArea;  ///< free area of its holes

    bool operator==(const CeilingGrille&) const = default;
};

enum class TerminalPlane { Floor, Ceiling };
enum class TerminalKind { Supply, Extract };

/// Air that crosses the bounds of the modelled room at a known rate: a diffuser fed from elsewhere,
/// an extract grille, a measured tile. Velocity is uniform over its faces. Supplies and extracts of
/// each connected space must balance.
struct AirTerminal {
    ItemId id;
    Rect footprint;
    TerminalPlane plane = TerminalPlane::Floor;
    TerminalKind kind = TerminalKind::Supply;
    VolumeFlow flow;
    Temperature supplyTemperature = celsius(20.0);  ///< of a Supply
    double openFraction = 1.0;  ///< free area / area; sets the momentum of a jet, where a stage has
                                ///< momentum

    bool operator==(const AirTerminal&) const = default;
};

/// Wall, door, curtain, column. One that is thin against the grid becomes a sheet, a thick tight
/// one a solid box.
struct Barrier {
    ItemId id;
    Rect footprint;
    Length height = metres(3.0);  ///< of its top above the walking surface
    double leakage = 0.0;         ///< open area / area: 0 tight, 1 wide open
    Length bottom = metres(0.0);  ///< above the walking surface: beams, downstands, curtains

    bool operator==(const Barrier&) const = default;
};

/// What an aisle's containment keeps apart. Cold and Hot have one geometry. Chimney: a hot aisle
/// whose walls go up to the ceiling and that opens into the ceiling void; Hot without a void.
enum class ContainmentKind { Cold, Hot, Chimney };

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
    ContainmentKind kind = ContainmentKind::Cold;
    double doorOpening = 0.0;  ///< open area / area of the end doors where it exceeds `leakage`; 1
                               ///< = doors open

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

/// A solid box full of warm dielectric liquid. Gives surfaceConductance · (bath − air beside it) to
/// the room. Baths run at 40–50 °C (single-phase oil) or at the boiling point of the liquid, some
/// 50–60 °C (two-phase); still air and radiation give 8–10 W/(m² K) of bare surface.
struct ImmersionTank {
    ItemId id;
    Rect footprint;
    Length height = metres(1.2);
    Temperature bathTemperature = celsius(45.0);
    HeatCapacityRate surfaceConductance;  ///< U · A of all faces that touch air, W/K

    bool operator==(const ImmersionTank&) const = default;
};

/// One side of the hall. Adiabatic at transmittance 0.
struct EnvelopeSide {
    Transmittance transmittance;          ///< from the air beside it to outside, films included
    Temperature outside = celsius(20.0);  ///< sol-air temperature, or that of the next room

    bool operator==(const EnvelopeSide&) const = default;
};

/// Walls by the side on which they stand, in the order of Direction; the roof above the ceiling or
/// its void, the floor below the slab.
struct Envelope {
    std::array<EnvelopeSide, 4> walls;
    EnvelopeSide roof;
    EnvelopeSide floor;

    bool operator==(const Envelope&) const = default;
};

/// All that the air of one hall depends on. Hall coordinates: x right and y up the plan, z = 0 the
/// walking surface.
struct RoomInput {
    Length width = metres(24.0);     ///< along x
    Length depth = metres(18.0);     ///< along y
    Length height = metres(3.6);     ///< walking surface to ceiling
    Length floorVoid;                ///< depth of the raised-floor void; 0 = slab
    Length ceilingVoid;              ///< height of the void above the ceiling; 0 = none
    Length tilePitch = metres(0.6);  ///< the grid is aligned with the tiles
    double floorLeakage = 0.0025;    ///< open area of floor seams / floor area
    double ceilingLeakage = 0.0025;  ///< open area of ceiling seams / ceiling area
    Density airDensity =
        kilogramsPerCubicMetre(1.2);       ///< at mean room temperature and site altitude
    Temperature stillAir = celsius(22.0);  ///< shown where no air moves at all
    Power lightsHeat;  ///< even over the air between walking surface and ceiling
    Power peopleHeat;  ///< likewise
    Envelope envelope;
    std::vector<RackDevice> racks;
    std::vector<CoolerDevice> coolers;
    std::vector<TileDevice> tiles;
    std::vector<CeilingGrille> grilles;
    std::vector<AirTerminal> terminals;
    std::vector<Barrier> barriers;
    std::vector<Containment> containments;
    std::vector<HeatSource> heatSources;
    std::vector<ImmersionTank> tanks;

    bool operator==(const RoomInput&) const = default;
};

}  // namespace halltwin::thermal
