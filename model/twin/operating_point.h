// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/plant.h"
#include "model/core/error.h"
#include "model/project/catalog.h"
#include "model/project/project.h"
#include "model/twin/networks.h"

#include <optional>

namespace halltwin::twin {

/// What an hour of the year changes against the project and its scenario.
struct Conditions {
    std::optional<cooling::PlantOutdoors> outdoors;
    double loadFactor = 1.0;  ///< of every rack's utilisation, which stays within 0…1
};

/// A project seen through one scenario: every engine asks here for what a scenario may change.
/// Refers to the project and the catalogue, which must outlive it. `network` is that of the project;
/// without it switches and their modules draw nothing.
class OperatingPoint {
public:
    /// Fails with NotFound when the project has no such scenario, and with InvalidArgument for
    /// conditions that are no numbers.
    [[nodiscard]] static Result<OperatingPoint> of(const Project& project, const Catalog& catalog,
                                                   std::optional<ScenarioId> scenario,
                                                   const Conditions& conditions = {},
                                                   NetworkPtr network = nullptr);

    [[nodiscard]] const Project& project() const { return *m_project; }
    [[nodiscard]] const Catalog& catalog() const { return *m_catalog; }

    /// Entry of the item's key with the wanted specification; null when it is gone or of another
    /// kind.
    template <class Spec>
    [[nodiscard]] const Spec* spec(const Item& item) const {
        const CatalogEntry* entry = m_catalog->find(item.catalogKey);
        return entry == nullptr ? nullptr : entry->as<Spec>();
    }

    [[nodiscard]] Temperature outdoorDryBulb() const;

    /// Air of the site's altitude and wet bulb, without one of 50 % relative humidity; or what the
    /// conditions say.
    [[nodiscard]] cooling::PlantOutdoors outdoors() const;

    /// Project economics with the scenario's tariff.
    [[nodiscard]] Economics economics() const;

    /// IT load fraction: the scenario's, else the rack's own, else the project's.
    [[nodiscard]] double utilisation(const Item& rack) const;

    /// Fabrics of the project; null where it has none.
    [[nodiscard]] const network::NetworkPlan* network() const { return m_network.get(); }

    /// Power that a rack draws over its cords: idle + (maximum − idle) · utilisation, by nameplate
    /// or measured maximum, through the rack's supply stages where it has some, and what switches
    /// and modules in it draw.
    [[nodiscard]] Power rackPower(const Item& rack, const RackSpec& spec) const;

    /// The part of it that its devices draw, after the supply stages.
    [[nodiscard]] Power devicePower(const Item& rack, const RackSpec& spec) const;

    /// What switches and modules in the rack draw, with the switches at the rack's utilisation.
    [[nodiscard]] Power networkPower(const Item& rack) const;

    /// Airflow of a rack's fans: airflow per watt · maximum air heat · (least + (1 − least) · load
    /// fraction), where the load fraction is power / maximum.
    [[nodiscard]] VolumeFlow rackFlow(const Item& rack, const RackSpec& spec) const;

private:
    OperatingPoint(const Project& project, const Catalog& catalog, const Scenario* scenario,
                   const Conditions& conditions)
        : m_project(&project),
          m_catalog(&catalog),
          m_scenario(scenario),
          m_conditions(conditions) {}

    [[nodiscard]] Power deviceMaximum(const RackSpec& spec) const;

    const Project* m_project;
    const Catalog* m_catalog;
    const Scenario* m_scenario;
    Conditions m_conditions;
    NetworkPtr m_network;
};

}  // namespace halltwin::twin
