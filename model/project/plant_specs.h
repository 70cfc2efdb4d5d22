// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"

#include <array>

namespace halltwin {

enum class CondenserMedium { Air, Water };

/// Electric chiller in EnergyPlus's EIR form; curves in °C as its catalogue gives them.
struct ChillerSpec {
    CondenserMedium condenser = CondenserMedium::Air;
    Power referenceCapacity;
    double referenceCop = 3.0;
    std::array<double, 6> capacityCurve{};
    std::array<double, 6> eirCurve{};
    std::array<double, 3> partLoadCurve{};
    std::array<double, 2> waterRangeC{};      ///< leaving chilled water, fitted range
    std::array<double, 2> condenserRangeC{};  ///< entering condenser medium, fitted range
    std::array<double, 2> partLoadRange{};
    Temperature defaultSupply = celsius(10.0);
};

struct PumpSpec {
    VolumeFlow ratedFlow;
    Power ratedPower;      ///< at rated flow, motor and drive included
    Pressure ratedHead{};  ///< at rated flow; 0 = not stated
    std::array<double, 4> partLoadCurve{0.0, 0.5726, -0.3010, 0.7347};
    TemperatureDifference designRise = kelvins(6.0);  ///< water, across what it serves
};

/// How water cools in the air.
enum class TowerLaw { YorkCalc, Merkel };

/// Keeps the basin of an idle tower from freezing.
struct BasinHeaterSpec {
    HeatCapacityRate conductance;  ///< basin to outside air
    Temperature setPoint = celsius(4.0);
    Power rating{};  ///< 0 = as large as it needs
};

/// An open cooling tower at its design point.
struct TowerSpec {
    TowerLaw law = TowerLaw::YorkCalc;
    VolumeFlow water;
    VolumeFlow air;  ///< Merkel only
    Power fan;
    Temperature wetBulb = celsius(25.56);
    TemperatureDifference range = kelvins(5.56);
    TemperatureDifference approach = kelvins(3.89);
    double cyclesOfConcentration = 5.0;  ///< of salts, in the basin against make-up water
    double driftShare = 2e-5;            ///< droplets lost / water flow
    BasinHeaterSpec basin{};
    Temperature defaultSupply = celsius(20.0);  ///< leaving water that its fan holds
};

/// Wet pads or sprays in an air stream.
struct EvaporativeSpec {
    double effectiveness = 0.8;          ///< 0.7…0.9 for pads; 0 = none
    double cyclesOfConcentration = 4.0;  ///< of salts, in the sump against make-up water
    Temperature off = celsius(5.0);      ///< air colder than this stays dry: the pads would freeze
};

enum class FlowArrangement {
    Counter,
    Cross,  ///< both streams unmixed
};

/// A dry cooler by its catalogue point.
struct DryCoolerSpec {
    Power heat;
    Temperature airIn = celsius(35.0);
    Temperature fluidIn = celsius(46.0);
    Temperature fluidOut = celsius(40.0);
    Power fan;
    TemperatureDifference airRise = kelvins(8.0);  ///< of its air; catalogues seldom state it
    FlowArrangement arrangement = FlowArrangement::Cross;
    double leastAirShare = 0.1;                  ///< slowest fan speed; below it the fans cycle
    EvaporativeSpec pads{.effectiveness = 0.0};  ///< in front of the coil
    Temperature defaultSupply = celsius(30.0);   ///< leaving fluid that its fans hold
};

/// Where the exchanger of a water-side economizer sits.
enum class EconomizerPiping {
    Integrated,  ///< before the chiller: takes what it can, the chiller the rest
    Alternate,   ///< beside the chiller: takes all or nothing
};

/// What a counterflow plate exchanger between two loops of water was chosen for.
struct ExchangerSpec {
    VolumeFlow hot;   ///< of the loop that it cools
    VolumeFlow cold;  ///< of the loop that takes the heat
    TemperatureDifference range = kelvins(6.0);     ///< that the hot stream cools by
    TemperatureDifference approach = kelvins(2.0);  ///< hot stream out − cold stream in
    EconomizerPiping piping = EconomizerPiping::Integrated;
    Temperature defaultSupply = celsius(18.0);  ///< leaving hot stream where no chiller follows
};

/// Sea, lake, river or ground water behind a plate exchanger of its own.
struct WaterSourceSpec {
    std::array<double, 12> monthlyC{};  ///< of the water taken in, January first
    VolumeFlow source;                  ///< full flow of its pump
    VolumeFlow loop;                    ///< design flow of the loop that it cools
    TemperatureDifference range = kelvins(6.0);     ///< that the loop cools by, at design
    TemperatureDifference approach = kelvins(2.0);  ///< loop out − source in, at design
    Power pump;                                     ///< at full flow
    double leastFlowShare = 0.2;
    Temperature highestOut = celsius(30.0);     ///< that a permit lets back into the water
    Temperature defaultSupply = celsius(18.0);  ///< leaving loop water that its pump holds
};

enum class TankModel {
    Stratified,  ///< a diffuser tank: no mixing but where warm water comes in below cold
    Mixed,       ///< a plain buffer: two halves, each fully mixed
};

/// A tank of water that stores cold or warmth.
struct TankSpec {
    Volume volume;
    TankModel model = TankModel::Stratified;
    HeatCapacityRate loss{};  ///< of the whole surface
};

/// A district-heating network that takes heat from the halls' water.
struct HeatReuseSpec {
    Power peakDemand;
    std::array<double, 12> byMonth{};    ///< demand / peak, January first
    std::array<double, 24> byHour{};     ///< factor on that, midnight first
    Temperature supply = celsius(70.0);  ///< that the network wants
    Temperature networkReturn = celsius(45.0);
    TemperatureDifference approach = kelvins(3.0);  ///< of each exchanger
    Power heatPump;                                 ///< most heat that it gives; 0 = none
    double carnotShare = 0.5;
};

}  // namespace halltwin
