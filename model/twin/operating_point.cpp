// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/operating_point.h"

#include "model/project/rack_supply.h"

#include <algorithm>
#include <fmt/format.h>

namespace halltwin::twin {

Result<OperatingPoint> OperatingPoint::of(const Project& project, const Catalog& catalog,
                                          std::optional<ScenarioId> scenario) {
    if (!scenario) return OperatingPoint(project, catalog, nullptr);
    const Scenario* found = project.scenarios.find(*scenario);
    if (found == nullptr) {
        return fail(ErrorCode::NotFound, fmt::format("there is no scenario {}", scenario->value),
                    "scenarios", "choose one that the project lists");
    }
    return OperatingPoint(project, catalog, found);
}

Temperature OperatingPoint::outdoorDryBulb() const {
    const Temperature ofSite = m_project->site.outdoorDryBulb;
    return m_scenario == nullptr ? ofSite : m_scenario->outdoorDryBulb.value_or(ofSite);
}

Economics OperatingPoint::economics() const {
    Economics rates = m_project->economics;
    if (m_scenario != nullptr) rates.tariff = m_scenario->tariff.value_or(rates.tariff);
    return rates;
}

double OperatingPoint::utilisation(const Item& rack) const {
    if (m_scenario != nullptr && m_scenario->utilisation) return *m_scenario->utilisation;
    return rack.utilisation.value_or(m_project->economics.defaultUtilisation);
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
    return cordPower(spec, devicePower(rack, spec));
}

VolumeFlow OperatingPoint::rackFlow(const Item& rack, const RackSpec& spec) const {
    const Power maximum = cordPower(spec, deviceMaximum(spec));
    if (maximum <= Power{}) return {};
    const double load = rackPower(rack, spec) / maximum;
    const double least = spec.minimumFlowFraction;
    return spec.airflow * (maximum * (1.0 - spec.liquidFraction)) * (least + (1.0 - least) * load);
}

}  // namespace halltwin::twin
