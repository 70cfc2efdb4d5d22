// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/core/ids.h"
#include "model/core/units.h"
#include "model/project/network_entities.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace halltwin {

struct ProjectInfo {
    std::string name = "Untitled";
    std::string author;
    std::string client;
    std::string notes;

    bool operator==(const ProjectInfo&) const = default;
};

/// Where the data centre stands and the outside air that its plant rejects heat to.
struct Site {
    std::string name;
    Length altitude;                                   ///< above sea level
    Temperature outdoorDryBulb = celsius(25.0);        ///< set operating point of the plant
    Temperature condenserWaterSupply =
        celsius(24.0);  ///< entering water-cooled condensers that no pump set serves
    std::string climate;      ///< key of the climate catalogue that a year is calculated with
    std::string weatherFile;  ///< EPW file of a year, from the project's folder; before `climate`
    std::optional<Temperature> outdoorWetBulb;  ///< none: air of 50 % relative humidity

    bool operator==(const Site&) const = default;
};

/// A data hall holds racks; a plant room holds equipment indoors; a yard is outside air.
enum class HallKind { DataHall, PlantRoom, Yard };

/// Sensible heat of one person at light work on their feet.
/// Source: ASHRAE Handbook, Fundamentals (2021), ch. 18, table 1 (75 W sensible, 55 W latent:
/// standing, light work, walking).
inline constexpr Power sensibleHeatPerPerson = watts(75.0);

/// Whether the coolers of a hall can take outside air in (air-side economizer).
enum class OutsideAir { None, Economizer };

/// A rectangular room. Item positions are relative to its lower-left inner corner.
struct Hall {
    HallId id;
    std::string name;
    HallKind kind = HallKind::DataHall;
    Point origin;                 ///< lower-left corner on the site plan
    Length width = metres(24.0);  ///< along x
    Length depth = metres(18.0);  ///< along y
    Length height = metres(3.6);  ///< walking surface to ceiling
    Length floorVoid;             ///< depth of the raised-floor void; 0 = slab
    Length tile = metres(0.6);    ///< pitch of the tile grid
    double floorLeakage = 0.0025;  ///< open area of floor seams / floor area, typical 0.0017–0.0035
    Length ceilingVoid;            ///< height of the void above the ceiling; 0 = none
    double ceilingLeakage = 0.0025;   ///< open area of ceiling seams / ceiling area
    HeatFlux lights;                  ///< heat of the lighting / floor area
    int people = 0;                   ///< present, each giving sensibleHeatPerPerson to the air
    Transmittance wallTransmittance;  ///< of all four walls, to the outdoor air; 0 = adiabatic
    Transmittance roofTransmittance;  ///< to the outdoor air, sun not counted; 0 = adiabatic
    Temperature plantRoomTemperature =
        celsius(25.0);  ///< held by its own ventilation (plant rooms)
    OutsideAir outsideAir = OutsideAir::None;

    bool operator==(const Hall&) const = default;
};

/// A device, building part or plant unit that stands in a hall; what it is says its catalogue
/// entry. `position` is the lower-left corner of the footprint after rotation. Optional fields
/// override the catalogue's figure for this one item.
struct Item {
    ItemId id;
    HallId hall;
    std::string catalogKey;
    std::string label;
    Point position;
    Rotation rotation = Rotation::R0;
    std::optional<Length> width;  ///< along x at R0 (walls, containment, doors)
    std::optional<Length> depth;  ///< along y at R0
    std::optional<Length> height;
    std::optional<double> utilisation;  ///< IT load fraction of a rack or tank, 0…1
    std::optional<Temperature>
        supplyTemperature;  ///< set-point of a cooler (air), of what cools water, or of a bath
    std::optional<double> fanSpeed;  ///< of a cooler's rated flow, 0…1; 0 = off
    std::optional<double>
        blankingGap;  ///< open share of a rack's face that leaks from rear to front

    bool operator==(const Item&) const = default;
};

enum class Feed { A, B };

/// Which conductors of a three-phase system a link uses.
enum class Phase { All, L1, L2, L3 };

enum class Conductor { Copper, Aluminium };

/// A cord, cable or busway from a source element to the element that it supplies. Without length
/// and conductor area it loses nothing.
struct PowerLink {
    PowerLinkId id;
    ItemId from;
    ItemId to;
    Feed feed = Feed::A;  ///< into a transfer switch: A is the preferred side
    Phase phase = Phase::All;
    std::optional<Length> length{};  ///< one way
    std::optional<Area> area{};      ///< of each phase conductor
    Conductor conductor = Conductor::Copper;
    std::optional<Current> breaker{};  ///< rated current of its protective device

    bool operator==(const PowerLink&) const = default;
};

/// A pair of pipes, supply and return: from what cools water to a pump set, from a pump set to what
/// takes water, or with coolant from a distribution unit to a rack or tank. What a pipe leaves
/// empty follows from its ends and its flow (model/cooling/pipes.h).
struct CoolingLink {
    CoolingLinkId id;
    ItemId from;
    ItemId to;
    std::optional<Length> length{};      ///< one way
    std::optional<Length> bore{};        ///< inner diameter
    std::optional<Length> insulation{};  ///< thickness around the pipe

    bool operator==(const CoolingLink&) const = default;
};

/// Which of equal units run.
enum class StagingRule {
    All,         ///< all share the load
    Fewest,      ///< as few as carry it
    LeastPower,  ///< the number that takes the least power
};

/// What the supply set-points of chillers follow.
enum class SupplyReset {
    None,
    Load,     ///< warmer as the load falls from full to 30 %
    WetBulb,  ///< warmer as the outdoor wet bulb rises from 10 to 25 °C
};

/// How the cooling plant is run, and the limits that its year is held against.
struct PlantControl {
    StagingRule staging = StagingRule::All;
    SupplyReset reset = SupplyReset::None;
    TemperatureDifference resetRise = kelvins(4.0);  ///< at the far end of the reset
    std::optional<double> mlcLimit;  ///< mechanical load component, ASHRAE 90.4, of the project
    std::optional<double> elcLimit;  ///< electrical loss component

    bool operator==(const PlantControl&) const = default;
};

/// Which power figure of the IT catalogue a project is calculated with.
enum class PowerBasis { Nameplate, MeasuredMaximum };

/// How the utilisation of IT equipment goes through day and week (model/project/load_profile.h).
enum class LoadProfile { Constant, Diurnal };

/// A named operating point; what it leaves empty stays as in the project.
struct Scenario {
    ScenarioId id;
    std::string name;
    std::optional<double> utilisation;  ///< of every rack, 0…1
    std::optional<Temperature> outdoorDryBulb;
    std::optional<EnergyPrice> tariff;

    bool operator==(const Scenario&) const = default;
};

/// Prices and rates behind capital and operation. Defaults and their sources:
/// docs/physics/economics.md.
struct Economics {
    EnergyPrice tariff = dollarsPerKilowattHour(0.10);
    PowerBasis powerBasis = PowerBasis::MeasuredMaximum;
    double defaultUtilisation = 1.0;      ///< of racks without their own
    LoadProfile loadProfile = LoadProfile::Constant;  ///< of a year
    int staff = 30;                       ///< full-time equivalents
    Money staffCost = dollars(120000.0);  ///< per person and year, all in
    double itMaintenance = 0.02;          ///< of IT capital per year
    double plantMaintenance = 0.03;       ///< of power and cooling capital per year
    AreaPrice building = dollarsPerSquareMetre(6000.0);
    double softCost = 0.08;     ///< design, permits, commissioning / hardware
    double contingency = 0.05;  ///< of hardware and soft cost
    Duration gpuLife = years(4.0);
    Duration serverLife = years(6.0);
    Duration networkLife = years(8.0);
    Duration buildingLife = years(25.0);
    Duration plantLife = years(18.0);

    bool operator==(const Economics&) const = default;
};

enum class EnergySource {
    Coal,
    Gas,
    Biomass,
    SolarUtility,
    SolarRoof,
    Geothermal,
    ConcentratedSolar,
    Hydro,
    Nuclear,
    WindOffshore,
    WindOnshore,
};
inline constexpr std::size_t energySourceCount = 11;

/// Share of each source in the electricity bought. Shares sum to one.
struct EnergySupply {
    std::array<double, energySourceCount> share{0.20, 0.35, 0.01, 0.05, 0.0, 0.01,
                                                0.0,  0.08, 0.20, 0.0,  0.10};

    bool operator==(const EnergySupply&) const = default;
    [[nodiscard]] double of(EnergySource source) const {
        return share[static_cast<std::size_t>(source)];
    }
};

}  // namespace halltwin
