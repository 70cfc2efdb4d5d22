// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/core/units.h"
#include "model/project/network_specs.h"
#include "model/project/plant_specs.h"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace halltwin {

enum class ItemKind {
    Rack,
    Cooler,
    Tile,
    Wall,
    Column,
    Door,
    Containment,
    UtilityFeed,
    Transformer,
    Ups,
    Pdu,
    Chiller,
    PumpSet,
    Grille,
    RearDoor,
    ImmersionTank,
    Cdu,
    Generator,
    OnSiteSource,
    Battery,
    Switchboard,
    TransferSwitch,
    DistributionPanel,
    Busway,
    RackPdu,
    PowerShelf,
    CoolingTower,
    DryCooler,
    HeatExchanger,
    WaterSource,
    WaterTank,
    HeatReuse,
};
inline constexpr std::size_t itemKindCount = 32;

/// One figure of a catalogue entry as its file states it: values in the unit that the key ends
/// with.
struct Figure {
    std::vector<double> values;
    std::string source;

    bool operator==(const Figure&) const = default;
};

enum class RackRole { Gpu, Storage, Cpu, Network };

enum class BathPhase { Single, Two };

/// Dielectric liquid that servers hang in. It takes all their heat but for what the tank's surface
/// gives to the room: surfaceConductance · (bath − air).
struct BathSpec {
    BathPhase phase = BathPhase::Single;
    Temperature temperature = celsius(45.0);  ///< two-phase: boiling point of the liquid
    HeatCapacityRate surfaceConductance;      ///< U · A of the faces that touch air
};

/// A height of a rack that a server fills, above the rack's foot.
struct RackSlot {
    Length bottom;
    Length top;
};

/// What carries power: conductors of an alternating system, or direct current.
enum class PhaseSystem { Three, Single, Direct };

/// A conversion inside a rack, in equal units: input of a unit = (output + standing) / efficiency.
struct SupplyStage {
    std::string name;
    int units = 1;
    Power standing;
    double efficiency = 1.0;
};

/// IT equipment in one rack, or in a tank when it has a bath. Air takes what neither cold plates
/// nor a bath do; the airflow is that of its fans.
struct RackSpec {
    RackRole role = RackRole::Gpu;
    Power nameplate;  ///< rated maximum of all devices in the rack
    std::optional<Power> measuredMaximum;
    Power idle;
    FlowPerPower airflow;              ///< fan flow per watt of heat, at rated load
    double minimumFlowFraction = 0.3;  ///< of the rated flow when idle
    int gpus = 0;
    int nodes = 0;
    double gpuPriceShare = 0.0;    ///< share of the price that is accelerators, 0…1
    double liquidFraction = 0.0;   ///< share of heat that a cold plate takes, 0…1
    double blankingGap = 0.0;      ///< open share of the face that leaks from rear to front
    bool chimney = false;          ///< exhaust ducted into the ceiling void
    std::vector<RackSlot> filled;  ///< from the foot up, each with an equal share of heat and air;
                                   ///< empty: even over the face
    double slotGap = 0.0;          ///< open share of the heights between slots: no blanking panels
    Length equipmentWidth;         ///< of the servers' fronts, in the middle; 0 = whole width
    std::optional<BathSpec> bath;
    Mass mass;
    std::vector<SupplyStage> stages;  ///< from the devices to the cords; empty: the power figures
                                      ///< above are those at the cords
    Power unconverted;                ///< drawn beside the stages, whatever the load
    Voltage voltage;                  ///< of its cords; 0 = not stated
    PhaseSystem system = PhaseSystem::Three;
    double powerFactor = 1.0;
    RackNetwork network;
};

enum class CoolerMedium { ChilledWater, DirectExpansion };

/// Where a cooler draws warm air in; an in-row unit at its rear.
enum class ReturnFace { Top, Rear, CeilingVoid };

/// Where a cooler blows out of its front: in the middle of its width, between two heights.
struct FrontOpening {
    Length width;            ///< 0 = whole front
    Length bottom;           ///< above the cooler's foot
    Length top;              ///< 0 = the cooler's top
    double openShare = 1.0;  ///< free area / area of the opening
};

/// A CRAH (chilled-water coil) or CRAC (own compressor), perimeter or in-row; supply at the bottom
/// or front.
struct CoolerSpec {
    CoolerMedium medium = CoolerMedium::ChilledWater;
    VolumeFlow ratedFlow;
    Power ratedCapacity;  ///< sensible, at ratedReturn and ratedWaterIn
    Temperature ratedReturn = celsius(35.0);
    Temperature ratedWaterIn = celsius(15.0);
    Power fanPower;  ///< at rated flow; falls with the cube of speed
    Temperature defaultSupply = celsius(22.0);
    double compressorCop = 0.0;    ///< of a CRAC at rated conditions
    bool underfloorSupply = true;  ///< down into the floor void where there is one
    ReturnFace returnFace = ReturnFace::Top;
    std::optional<FrontOpening> supplyOpening;  ///< of a front supply; none: the whole front
};

/// A passive water coil in a door at the rear of a rack: takes
/// effectivenessTimesCmin · (rack outlet − water in).
struct RearDoorSpec {
    HeatCapacityRate effectivenessTimesCmin;
};

/// An opening in the suspended ceiling.
struct GrilleSpec {
    double openArea = 0.5;  ///< open / total area
};

/// A coolant distribution unit: a liquid-to-liquid heat exchanger with pumps between facility water
/// and the loop of racks and tanks. Its coolant leaves at water in + approach · load / rating.
struct CduSpec {
    Power rating;                    ///< heat at the approach
    TemperatureDifference approach;  ///< coolant supply − water in, at the rating
    Power pumpPower;                 ///< motor and drive included, whenever the unit has power
    double roomShare = 0.0;          ///< of pumpPower: motor and drive heat that the room takes
};

struct TileSpec {
    double openArea = 0.25;  ///< open / total area
};

/// A wall, column, door or beam: an obstacle from its bottom up to its height. A door leaks through
/// its gaps.
struct BarrierSpec {
    double leakage = 0.0;         ///< open / total area
    Length bottom = metres(0.0);  ///< above the floor: of a beam or downstand
};

/// What a containment keeps apart. Chimney: a hot aisle that opens into the ceiling void.
enum class AisleKind { Cold, Hot, Chimney };

/// Roof over an aisle and doors at its two ends (the faces across local x).
struct ContainmentSpec {
    double leakage = 0.05;  ///< open / total area
    AisleKind kind = AisleKind::Cold;
};

/// Energy store of a UPS or of its own. The time it carries a load: energy · usable share ·
/// discharge efficiency / load, times (rated power / load)^(exponent − 1): Peukert's law.
struct BatterySpec {
    Energy energy;  ///< at the discharge rate of the rating
    double usableShare = 1.0;
    double dischargeEfficiency = 1.0;
    double peukertExponent = 1.0;  ///< 1 = energy does not depend on the rate
    Power charge;                  ///< its own charger; 0 = the UPS it hangs on charges it
};

/// A source that stands by.
struct GeneratorSpec {
    Duration start;             ///< from the loss of the mains until it takes load
    double acceptedStep = 1.0;  ///< share of the rating that it takes in one step
    Duration stepRecovery;      ///< between two steps
    Energy fuel;                ///< electric energy in its own tank; 0 = not limited
};

/// Moves its load to the other cord when the preferred one dies.
struct TransferSpec {
    Duration transfer;  ///< break between both; some milliseconds for a static switch
    bool isStatic = false;
};

/// How often a thing fails and how long it is out then.
struct Reliability {
    double failuresPerYear = 0.0;
    Duration repair;  ///< mean time from failure to service

    bool operator==(const Reliability&) const = default;
};

/// Anything that feeds or passes on power: loss = rating · (fixed + linear·x + square·x²), x =
/// output/rating.
struct ElectricalSpec {
    Power rating;  ///< real power at its output
    double fixedLoss = 0.0;
    double linearLoss = 0.0;
    double squareLoss = 0.0;
    double powerFactor = 1.0;  ///< at which it is rated; apparent rating = rating / powerFactor
    Voltage inputVoltage;      ///< line to line (three phases), to neutral (one); 0 = not stated
    Voltage outputVoltage;
    PhaseSystem system = PhaseSystem::Three;  ///< of its output
    int modules = 1;                          ///< parallel, that share the load evenly
    int redundantModules = 0;                 ///< of them; the rating is that of the others
    std::optional<BatterySpec> battery;
    std::optional<GeneratorSpec> generator;
    std::optional<TransferSpec> transfer;
    std::optional<Reliability> reliability;
};

using ItemSpec =
    std::variant<RackSpec, CoolerSpec, TileSpec, BarrierSpec, ContainmentSpec, ElectricalSpec,
                 ChillerSpec, PumpSpec, GrilleSpec, RearDoorSpec, CduSpec, TowerSpec, DryCoolerSpec,
                 ExchangerSpec, WaterSourceSpec, TankSpec, HeatReuseSpec>;

/// A thing that can be placed, with every figure's source. `spec` is what the engines read.
struct CatalogEntry {
    std::string key;  ///< "rack.dgx-h100-x4"; projects refer to it
    std::string name;
    std::string description;
    ItemKind kind = ItemKind::Rack;
    Size3 size;
    Length clearanceFront;  ///< kept free for service, before the front face
    Length clearanceRear;
    Money price;
    ItemSpec spec;
    std::map<std::string, Figure> figures;

    template <class Spec>
    [[nodiscard]] const Spec* as() const {
        return std::get_if<Spec>(&spec);
    }
};

/// A thing that is built into racks or runs between them, with every figure's source.
struct EquipmentEntry {
    std::string key;  ///< "switch.qm9700"; fabrics refer to it
    std::string name;
    std::string description;
    Money price;
    EquipmentSpec spec;
    std::map<std::string, Figure> figures;

    template <class Spec>
    [[nodiscard]] const Spec* as() const {
        return std::get_if<Spec>(&spec);
    }
};

/// All entries by key. A value; loaded once and shared.
class Catalog {
public:
    /// Adds the entry; one of the same key is replaced (a user's folder overrides ours).
    void add(CatalogEntry entry);

    [[nodiscard]] const CatalogEntry* find(std::string_view key) const;
    [[nodiscard]] const std::map<std::string, CatalogEntry, std::less<>>& entries() const {
        return m_entries;
    }
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

    /// Adds the equipment; one of the same key is replaced.
    void addEquipment(EquipmentEntry entry);

    [[nodiscard]] const EquipmentEntry* findEquipment(std::string_view key) const;
    [[nodiscard]] const std::map<std::string, EquipmentEntry, std::less<>>& equipment() const {
        return m_equipment;
    }

private:
    std::map<std::string, CatalogEntry, std::less<>> m_entries;
    std::map<std::string, EquipmentEntry, std::less<>> m_equipment;
};

}  // namespace halltwin
