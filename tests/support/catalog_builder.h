// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"

#include <string>
#include <utility>

namespace halltwin::tests {

/// An entry with round figures that tests can calculate with by hand; they describe no product.
inline CatalogEntry anEntry(std::string key, ItemKind kind, Size3 size, ItemSpec spec) {
    CatalogEntry entry;
    entry.key = std::move(key);
    entry.name = "Test " + entry.key;
    entry.kind = kind;
    entry.size = size;
    entry.price = dollars(1000.0);
    entry.spec = std::move(spec);
    return entry;
}

/// 10 kW nameplate, 8 kW measured, 2 kW idle; its air warms by about 12 K at sea level.
inline CatalogEntry aRackEntry() {
    RackSpec spec;
    spec.nameplate = kilowatts(10.0);
    spec.measuredMaximum = kilowatts(8.0);
    spec.idle = kilowatts(2.0);
    spec.airflow = cubicMetresPerSecondPerWatt(7e-5);
    spec.gpus = 8;
    spec.nodes = 1;
    spec.gpuPriceShare = 0.7;
    spec.mass = kilograms(800.0);
    auto entry =
        anEntry("test.rack", ItemKind::Rack, {metres(0.6), metres(1.2), metres(2.2)}, spec);
    entry.clearanceFront = metres(1.2);
    entry.clearanceRear = metres(0.9);
    entry.price = dollars(300000.0);
    return entry;
}

inline CatalogEntry aCoolerEntry(std::string key, CoolerMedium medium) {
    CoolerSpec spec;
    spec.medium = medium;
    spec.ratedFlow = cubicMetresPerSecond(8.0);
    spec.ratedCapacity = kilowatts(100.0);
    spec.fanPower = kilowatts(6.0);
    spec.compressorCop = medium == CoolerMedium::DirectExpansion ? 3.0 : 0.0;
    auto entry =
        anEntry(std::move(key), ItemKind::Cooler, {metres(2.4), metres(0.9), metres(2.0)}, spec);
    entry.clearanceFront = metres(0.9);
    return entry;
}

/// An element of the power chain of 1 MW with 1 % fixed and 1 % full-load resistive loss.
inline CatalogEntry anElectricalEntry(std::string key, ItemKind kind) {
    ElectricalSpec spec;
    spec.rating = megawatts(1.0);
    spec.fixedLoss = 0.01;
    spec.squareLoss = 0.01;
    return anEntry(std::move(key), kind, {metres(1.2), metres(0.8), metres(2.0)}, spec);
}

inline CatalogEntry aChillerEntry() {
    ChillerSpec spec;
    spec.referenceCapacity = megawatts(1.0);
    spec.referenceCop = 3.0;
    spec.capacityCurve = {1.0, 0.0, 0.0, 0.0, 0.0, 0.0};
    spec.eirCurve = {1.0, 0.0, 0.0, 0.0, 0.0, 0.0};
    spec.partLoadCurve = {0.0, 1.0, 0.0};
    spec.waterRangeC = {5.0, 20.0};
    spec.condenserRangeC = {5.0, 45.0};
    spec.partLoadRange = {0.1, 1.0};
    return anEntry("test.chiller", ItemKind::Chiller, {metres(6.0), metres(2.2), metres(2.5)},
                   spec);
}

inline CatalogEntry aPumpEntry() {
    PumpSpec spec;
    spec.ratedFlow = litresPerSecond(40.0);
    spec.ratedPower = kilowatts(15.0);
    return anEntry("test.pumps", ItemKind::PumpSet, {metres(1.5), metres(1.0), metres(1.5)}, spec);
}

/// A rack of 40 kW of which cold plates take three quarters.
inline CatalogEntry aLiquidRackEntry() {
    CatalogEntry entry = aRackEntry();
    entry.key = "test.liquid-rack";
    auto& spec = std::get<RackSpec>(entry.spec);
    spec.nameplate = kilowatts(40.0);
    spec.measuredMaximum.reset();
    spec.liquidFraction = 0.75;
    return entry;
}

/// 50 kW of servers in a bath of 45 °C that loses 50 W/K.
inline CatalogEntry aTankEntry() {
    RackSpec spec;
    spec.nameplate = kilowatts(50.0);
    spec.idle = kilowatts(10.0);
    spec.mass = kilograms(2000.0);
    spec.bath = BathSpec{BathPhase::Single, celsius(45.0), wattsPerKelvin(50.0)};
    return anEntry("test.tank", ItemKind::ImmersionTank, {metres(2.4), metres(1.2), metres(1.2)},
                   spec);
}

/// 1 MW that takes load 10 s after the mains failed.
inline CatalogEntry aGeneratorEntry() {
    CatalogEntry entry = anElectricalEntry("test.generator", ItemKind::Generator);
    auto& spec = std::get<ElectricalSpec>(entry.spec);
    spec.fixedLoss = 0.0;
    spec.squareLoss = 0.0;
    spec.generator = GeneratorSpec{seconds(10.0), 0.5, seconds(5.0), megawattHours(24.0)};
    return entry;
}

/// Five minutes at 1 MW.
inline CatalogEntry aBatteryEntry() {
    CatalogEntry entry = anElectricalEntry("test.battery", ItemKind::Battery);
    auto& spec = std::get<ElectricalSpec>(entry.spec);
    spec.fixedLoss = 0.0;
    spec.squareLoss = 0.0;
    spec.battery = BatterySpec{kilowattHours(1000.0 / 12.0), 1.0, 1.0, 1.0, {}};
    return entry;
}

/// A rack of 8 kW of devices behind two stages, with 1 kW beside them.
inline CatalogEntry aStagedRackEntry() {
    CatalogEntry entry = aRackEntry();
    entry.key = "test.staged-rack";
    auto& spec = std::get<RackSpec>(entry.spec);
    spec.nameplate = kilowatts(8.0);
    spec.measuredMaximum.reset();
    spec.stages = {{"Converters", 4, watts(10.0), 0.98}, {"Rectifiers", 2, watts(20.0), 0.96}};
    spec.unconverted = kilowatts(1.0);
    return entry;
}

/// The kinds of the power chain beside utility, transformer, UPS and PDU.
inline void addPowerKinds(Catalog& catalog) {
    catalog.add(aGeneratorEntry());
    catalog.add(aBatteryEntry());
    catalog.add(aStagedRackEntry());
    catalog.add(anElectricalEntry("test.switchboard", ItemKind::Switchboard));
    catalog.add(anElectricalEntry("test.busway", ItemKind::Busway));
    CatalogEntry transfer = anElectricalEntry("test.transfer", ItemKind::TransferSwitch);
    std::get<ElectricalSpec>(transfer.spec).transfer = TransferSpec{seconds(0.1), false};
    catalog.add(transfer);
}

/// The wet and the ducted kinds of aCatalog().
inline void addLiquidAndCeiling(Catalog& catalog) {
    const Length tile = metres(0.6);
    catalog.add(
        anEntry("test.grille", ItemKind::Grille, {tile, tile, metres(0.0)}, GrilleSpec{0.5}));
    catalog.add(anEntry("test.rear-door", ItemKind::RearDoor,
                        {metres(0.6), metres(0.25), metres(2.2)},
                        RearDoorSpec{wattsPerKelvin(500.0)}));
    catalog.add(aTankEntry());
    catalog.add(anEntry("test.cdu", ItemKind::Cdu, {metres(0.6), metres(1.2), metres(2.0)},
                        CduSpec{kilowatts(100.0), kelvins(4.0), kilowatts(1.0), 0.25}));
    catalog.add(aLiquidRackEntry());
    CatalogEntry chimney = aRackEntry();
    chimney.key = "test.chimney-rack";
    std::get<RackSpec>(chimney.spec).chimney = true;
    catalog.add(chimney);
    CatalogEntry inRow = aCoolerEntry("test.in-row", CoolerMedium::ChilledWater);
    inRow.size = {metres(0.6), metres(1.2), metres(2.2)};
    std::get<CoolerSpec>(inRow.spec).returnFace = ReturnFace::Rear;
    std::get<CoolerSpec>(inRow.spec).underfloorSupply = false;
    catalog.add(inRow);
    catalog.add(anEntry("test.hot-aisle", ItemKind::Containment,
                        {metres(6.0), metres(1.2), metres(2.4)},
                        ContainmentSpec{0.05, AisleKind::Hot}));
}

/// One entry of each kind, keys "test.rack", "test.crah", "test.crac", "test.tile", "test.wall",
/// "test.column", "test.door", "test.containment", "test.utility", "test.transformer", "test.ups",
/// "test.pdu", "test.chiller" and "test.pumps"; "test.grille", "test.rear-door", "test.tank" and
/// "test.cdu"; and of known kinds "test.liquid-rack", "test.chimney-rack", "test.in-row" and
/// "test.hot-aisle"; of the power chain "test.generator", "test.battery", "test.switchboard",
/// "test.transfer" and "test.busway"; and "test.staged-rack".
inline Catalog aCatalog() {
    Catalog catalog;
    catalog.add(aRackEntry());
    catalog.add(aCoolerEntry("test.crah", CoolerMedium::ChilledWater));
    catalog.add(aCoolerEntry("test.crac", CoolerMedium::DirectExpansion));
    const Length tile = metres(0.6);
    catalog.add(anEntry("test.tile", ItemKind::Tile, {tile, tile, metres(0.05)}, TileSpec{0.25}));
    catalog.add(anEntry("test.wall", ItemKind::Wall, {metres(3.0), metres(0.1), metres(3.6)},
                        BarrierSpec{}));
    catalog.add(anEntry("test.column", ItemKind::Column, {metres(0.4), metres(0.4), metres(3.6)},
                        BarrierSpec{}));
    catalog.add(anEntry("test.door", ItemKind::Door, {metres(1.2), metres(0.1), metres(2.2)},
                        BarrierSpec{0.05}));
    catalog.add(anEntry("test.containment", ItemKind::Containment,
                        {metres(6.0), metres(1.2), metres(2.4)}, ContainmentSpec{0.05}));
    catalog.add(anElectricalEntry("test.utility", ItemKind::UtilityFeed));
    catalog.add(anElectricalEntry("test.transformer", ItemKind::Transformer));
    catalog.add(anElectricalEntry("test.ups", ItemKind::Ups));
    catalog.add(anElectricalEntry("test.pdu", ItemKind::Pdu));
    catalog.add(aChillerEntry());
    catalog.add(aPumpEntry());
    addLiquidAndCeiling(catalog);
    addPowerKinds(catalog);
    return catalog;
}

}  // namespace halltwin::tests
