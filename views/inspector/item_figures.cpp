// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/item_figures.h"

#include "model/thermal/air_class.h"
#include "model/twin/room_figures.h"
#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/inspector/plant_figures.h"
#include "views/inspector/power_figures.h"

#include <QCoreApplication>
#include <algorithm>
#include <optional>

namespace halltwin::views::inspector {

namespace {

constexpr Temperature recommendedIntake = celsius(27.0);
constexpr Temperature allowableIntake = celsius(32.0);

QString text(const char* english) {
    return QCoreApplication::translate("ItemFigures", english);
}

FigureTone toneOfIntake(Temperature intake) {
    if (intake > allowableIntake) return FigureTone::Bad;
    return intake > recommendedIntake ? FigureTone::Warning : FigureTone::Plain;
}

FigureTone toneOfLoading(double loading) {
    if (loading > 1.0) return FigureTone::Bad;
    return loading > power::continuousLoadLimit ? FigureTone::Warning : FigureTone::Plain;
}

template <class Results>
const typename Results::value_type* findById(const Results& results, ItemId id) {
    const auto at = std::find_if(results.begin(), results.end(),
                                 [id](const auto& result) { return result.id == id; });
    return at == results.end() ? nullptr : &*at;
}

using Figures = std::vector<ItemFigure>;

FigureTone toneOfShare(double share) {
    switch (thermal::airShareRating(share)) {
        case thermal::Rating::Good: return FigureTone::Plain;
        case thermal::Rating::Acceptable: return FigureTone::Warning;
        case thermal::Rating::Poor: return FigureTone::Bad;
    }
    return FigureTone::Plain;
}

void append(Figures& figures, const Figures& more) {
    figures.insert(figures.end(), more.begin(), more.end());
}

void addAirClass(Figures& figures, const thermal::RackResult& rack, Length altitude) {
    const auto airClass = thermal::airClassOf(rack, altitude);
    if (!airClass) {
        figures.push_back({text("ASHRAE class"), text("none: beyond A4"), FigureTone::Bad});
        return;
    }
    const std::string_view name = thermal::nameOf(*airClass);
    QString value = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    if (thermal::allows(thermal::AirClass::H1, rack, altitude))
        value = text("%1, and H1").arg(value);
    const bool isMild = *airClass == thermal::AirClass::A1 || *airClass == thermal::AirClass::A2;
    figures.push_back(
        {text("ASHRAE class"), value, isMild ? FigureTone::Plain : FigureTone::Warning});
}

void addCapture(Figures& figures, const thermal::RackResult& rack) {
    if (rack.coldCapture) {
        const double recirculated = 1.0 - *rack.coldCapture;
        figures.push_back({text("Capture index, cold aisle"),
                           bridge::formatShare(*rack.coldCapture), toneOfShare(recirculated)});
        figures.push_back({text("Recirculated intake"), bridge::formatShare(recirculated),
                           toneOfShare(recirculated)});
    }
    if (rack.hotCapture)
        figures.push_back(
            {text("Capture index, hot aisle"), bridge::formatShare(*rack.hotCapture)});
}

void addAir(Figures& figures, const Item& item, const thermal::RoomResult& air, Length altitude) {
    if (const auto* rack = findById(air.racks, item.id)) {
        figures.push_back({text("Heat to air"), bridge::formatPower(rack->airHeat)});
        figures.push_back({text("Intake, mean"), bridge::formatTemperature(rack->intakeMean),
                           toneOfIntake(rack->intakeMean)});
        figures.push_back({text("Intake, warmest"), bridge::formatTemperature(rack->intakeMax),
                           toneOfIntake(rack->intakeMax)});
        addAirClass(figures, *rack, altitude);
        addCapture(figures, *rack);
        figures.push_back({text("Exhaust"), bridge::formatTemperature(rack->exhaustMean)});
        figures.push_back({text("Airflow"), bridge::formatFlow(rack->flow)});
        if (rack->doorHeat != Power()) {
            figures.push_back(
                {text("Taken by its rear door"), bridge::formatPower(rack->doorHeat)});
        }
    }
    if (const auto* tank = findById(air.tanks, item.id)) {
        figures.push_back({text("Heat to air"), bridge::formatPower(tank->heat)});
    }
    if (const auto* grille = findById(air.grilles, item.id)) {
        figures.push_back({text("Airflow, upwards"), bridge::formatFlow(grille->flow)});
    }
    if (const auto* cooler = findById(air.coolers, item.id)) {
        figures.push_back({text("Heat taken"), bridge::formatPower(cooler->heat)});
        figures.push_back({text("Return air"), bridge::formatTemperature(cooler->returnT)});
        figures.push_back({text("Supply air"), bridge::formatTemperature(cooler->supplyT),
                           cooler->atLimit ? FigureTone::Bad : FigureTone::Plain});
        figures.push_back({text("Airflow"), bridge::formatFlow(cooler->flow)});
        if (cooler->atLimit) {
            figures.push_back({text("Capacity"), text("at its limit"), FigureTone::Bad});
        }
    }
    if (const auto* tile = findById(air.tiles, item.id)) {
        figures.push_back({text("Airflow, upwards"), bridge::formatFlow(tile->flow)});
    }
}

void addCoolant(Figures& figures, const Item& item, const twin::TwinResult& result) {
    const twin::CduAnswer* cdu = findById(result.cdus, item.id);
    if (cdu == nullptr) return;
    figures.push_back({text("Heat taken"), bridge::formatPower(cdu->heat)});
    figures.push_back(
        {text("Loading"), bridge::formatShare(cdu->loading), toneOfLoading(cdu->loading)});
    if (cdu->supply) {
        figures.push_back({text("Coolant supply"), bridge::formatTemperature(*cdu->supply)});
    }
    if (const auto water = twin::facilityWater(result, cdu->id)) {
        const std::string_view name = thermal::waterClassOf(*water);
        figures.push_back({text("Facility water class"),
                           QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))});
    }
}

void addPlant(Figures& figures, const Item& item, const cooling::PlantResult& plant) {
    if (const auto* chiller = findById(plant.chillers, item.id)) {
        figures.push_back({text("Heat taken"), bridge::formatPower(chiller->state.heat)});
        figures.push_back({text("Electric power"), bridge::formatPower(chiller->state.power)});
        figures.push_back({text("COP"), bridge::formatNumber(chiller->state.cop, 2)});
        figures.push_back({text("Part load"), bridge::formatShare(chiller->state.partLoad)});
    }
    if (const auto* pump = findById(plant.pumps, item.id)) {
        figures.push_back(
            {text("Water flow"), bridge::formatWithUnit(pump->state.flow.in(litresPerSecond), 1,
                                                        QStringLiteral("L/s"))});
        figures.push_back({text("Water rise"), bridge::formatDifference(pump->state.rise)});
        figures.push_back({text("Electric power"), bridge::formatPower(pump->state.power)});
    }
    if (const auto* coil = findById(plant.coils, item.id); coil != nullptr && coil->connected) {
        figures.push_back({text("Chilled water in"), bridge::formatTemperature(coil->waterIn)});
    }
    if (const auto* direct = findById(plant.direct, item.id)) {
        figures.push_back({text("Compressor"), bridge::formatPower(direct->power)});
        figures.push_back({text("COP"), bridge::formatNumber(direct->cop, 2)});
    }
}

void addSpec(Figures& figures, const CatalogEntry& entry) {
    if (const auto* rack = entry.as<RackSpec>()) {
        figures.push_back({text("Nameplate"), bridge::formatPower(rack->nameplate)});
        if (rack->measuredMaximum) {
            figures.push_back(
                {text("Measured maximum"), bridge::formatPower(*rack->measuredMaximum)});
        }
        figures.push_back({text("Idle"), bridge::formatPower(rack->idle)});
        if (rack->gpus > 0) {
            figures.push_back({text("GPUs"), bridge::formatNumber(rack->gpus, 0)});
        }
        if (rack->liquidFraction > 0.0) {
            figures.push_back({text("Liquid-cooled"), bridge::formatShare(rack->liquidFraction)});
        }
        if (rack->bath) {
            figures.push_back({text("Bath"), bridge::formatTemperature(rack->bath->temperature)});
        }
        if (rack->mass > Mass()) figures.push_back({text("Mass"), bridge::formatMass(rack->mass)});
        append(figures, supplyFigures(*rack));
    } else if (const auto* cooler = entry.as<CoolerSpec>()) {
        figures.push_back({text("Sensible capacity"), bridge::formatPower(cooler->ratedCapacity)});
        figures.push_back({text("Rated airflow"), bridge::formatFlow(cooler->ratedFlow)});
        figures.push_back({text("Fan power"), bridge::formatPower(cooler->fanPower)});
    } else if (const auto* tile = entry.as<TileSpec>()) {
        figures.push_back({text("Open area"), bridge::formatShare(tile->openArea)});
    } else if (const auto* grille = entry.as<GrilleSpec>()) {
        figures.push_back({text("Open area"), bridge::formatShare(grille->openArea)});
    } else if (const auto* door = entry.as<RearDoorSpec>()) {
        figures.push_back({text("Heat per kelvin of air above water"),
                           bridge::formatPower(door->effectivenessTimesCmin * kelvins(1.0))});
    } else if (const auto* cdu = entry.as<CduSpec>()) {
        figures.push_back({text("Rating"), bridge::formatPower(cdu->rating)});
        figures.push_back({text("Approach"), bridge::formatDifference(cdu->approach)});
        figures.push_back({text("Pump power"), bridge::formatPower(cdu->pumpPower)});
    } else if (const auto* element = entry.as<ElectricalSpec>()) {
        append(figures, electricalFigures(*element));
    } else if (const auto* chiller = entry.as<ChillerSpec>()) {
        figures.push_back({text("Capacity"), bridge::formatPower(chiller->referenceCapacity)});
        figures.push_back({text("Reference COP"), bridge::formatNumber(chiller->referenceCop, 2)});
    } else if (const auto* pump = entry.as<PumpSpec>()) {
        figures.push_back(
            {text("Rated flow"), bridge::formatWithUnit(pump->ratedFlow.in(litresPerSecond), 1,
                                                        QStringLiteral("L/s"))});
        figures.push_back({text("Rated power"), bridge::formatPower(pump->ratedPower)});
        if (pump->ratedHead > Pressure()) {
            figures.push_back(
                {text("Rated head"), bridge::formatWithUnit(pump->ratedHead.in(kilopascals), 0,
                                                            QStringLiteral("kPa"))});
        }
    } else {
        append(figures, plantSpecFigures(entry));
    }
}

}  // namespace

Figures itemFigures(const Item& item, const twin::TwinResult& result, Length altitude) {
    Figures figures;
    if (const twin::RoomAnswer* room = result.room(item.hall))
        addAir(figures, item, room->air, altitude);
    append(figures, chainFigures(item.id, result.power));
    addPlant(figures, item, result.cooling);
    append(figures, plantFigures(item.id, result.cooling));
    addCoolant(figures, item, result);
    return figures;
}

Figures catalogFigures(const CatalogEntry& entry) {
    Figures figures;
    figures.push_back(
        {text("Size"), QStringLiteral("%1 × %2 × %3")
                           .arg(bridge::formatNumber(entry.size.width.in(millimetres), 0),
                                bridge::formatNumber(entry.size.depth.in(millimetres), 0),
                                bridge::formatMillimetres(entry.size.height))});
    addSpec(figures, entry);
    if (entry.price > Money()) figures.push_back({text("Price"), bridge::formatMoney(entry.price)});
    return figures;
}

}  // namespace halltwin::views::inspector
