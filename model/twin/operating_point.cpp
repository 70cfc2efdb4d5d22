// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/operating_point.h"

#include "model/core/air.h"
#include "model/project/rack_supply.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace halltwin::twin {
namespace {

constexpr double usualHumidity = 0.5;  // of a site that does not state its wet bulb

bool isUsable(const MoistAir& air) {
    return std::isfinite(air.dryBulb.si()) && std::isfinite(air.humidityRatio) &&
           air.humidityRatio >= 0.0 && air.pressure.si() > 0.0;
}

}  // namespace

Result<OperatingPoint> OperatingPoint::of(const Project& project, const Catalog& catalog,
                                          std::optional<ScenarioId> scenario,
                                          const Conditions& conditions, NetworkPtr network) {
    const bool usable = std::isfinite(conditions.loadFactor) && conditions.loadFactor >= 0.0 &&
                        (!conditions.outdoors || isUsable(conditions.outdoors->air));
    if (!usable)
        return fail(ErrorCode::InvalidArgument,
                    "the outdoor temperature or the load factor is negative or not a number",
                    "conditions of the hour", "correct the weather or the load");
    const Scenario* found = scenario ? project.scenarios.find(*scenario) : nullptr;
    if (scenario && found == nullptr) {
        return fail(ErrorCode::NotFound, fmt::format("there is no scenario {}", scenario->value),
                    "scenarios", "choose one that the project lists");
    }
    OperatingPoint point(project, catalog, found, conditions);
    point.m_network = std::move(network);
    return point;
}

Temperature OperatingPoint::outdoorDryBulb() const {
    if (m_conditions.outdoors) return m_conditions.outdoors->air.dryBulb;
    const Temperature ofSite = m_project->site.outdoorDryBulb;
    return m_scenario == nullptr ? ofSite : m_scenario->outdoorDryBulb.value_or(ofSite);
}

cooling::PlantOutdoors OperatingPoint::outdoors() const {
    if (m_conditions.outdoors) return *m_conditions.outdoors;
    const Site& site = m_project->site;
    const Pressure pressure = pressureAtAltitude(site.altitude);
    const Temperature dryBulb = outdoorDryBulb();
    cooling::PlantOutdoors result;
    result.air = site.outdoorWetBulb ? airOfWetBulb(dryBulb, *site.outdoorWetBulb, pressure)
                                     : airOfHumidity(dryBulb, usualHumidity, pressure);
    return result;
}

Economics OperatingPoint::economics() const {
    Economics rates = m_project->economics;
    if (m_scenario != nullptr) rates.tariff = m_scenario->tariff.value_or(rates.tariff);
    return rates;
}

double OperatingPoint::utilisation(const Item& rack) const {
    const double own = rack.utilisation.value_or(m_project->economics.defaultUtilisation);
    const double usual = m_scenario == nullptr ? own : m_scenario->utilisation.value_or(own);
    return std::min(usual * m_conditions.loadFactor, 1.0);
}

Power OperatingPoint::deviceMaximum(const RackSpec& spec) const {
    const bool measured = m_project->economics.powerBasis == PowerBasis::MeasuredMaximum;
    return measured ? spec.measuredMaximum.value_or(spec.nameplate) : spec.nameplate;
}

Power OperatingPoint::devicePower(const Item& rack, const RackSpec& spec) const {
    const Power maximum = deviceMaximum(spec);
    const Power idle = std::min(spec.idle, maximum);
    return idle + (maximum - idle) * utilisation(rack);
}

Power OperatingPoint::rackPower(const Item& rack, const RackSpec& spec) const {
    return cordPower(spec, devicePower(rack, spec)) + networkPower(rack);
}

Power OperatingPoint::networkPower(const Item& rack) const {
    return networkPowerIn(m_network.get(), rack.id, std::clamp(utilisation(rack), 0.0, 1.0));
}

VolumeFlow OperatingPoint::rackFlow(const Item& rack, const RackSpec& spec) const {
    const Power maximum =
        cordPower(spec, deviceMaximum(spec)) + networkPowerIn(m_network.get(), rack.id, 1.0);
    if (maximum <= Power{}) return {};
    const double load = rackPower(rack, spec) / maximum;
    const double least = spec.minimumFlowFraction;
    return spec.airflow * (maximum * (1.0 - spec.liquidFraction)) * (least + (1.0 - least) * load);
}

}  // namespace halltwin::twin
