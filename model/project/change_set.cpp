// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/change_set.h"

namespace halltwin {
namespace {

constexpr Aspects everythingOfAnItem = Aspect::Geometry | Aspect::Electrical | Aspect::Thermal |
                                       Aspect::Cooling | Aspect::Costs | Aspect::Text |
                                       Aspect::Network;
constexpr Aspects loads = Aspect::Electrical | Aspect::Thermal | Aspect::Cooling | Aspect::Costs;

Aspects of(const Item&) {
    return everythingOfAnItem;
}

Aspects between(const Item& a, const Item& b) {
    if (a.catalogKey != b.catalogKey) return everythingOfAnItem;
    Aspects aspects;
    const bool sameShape = a.width == b.width && a.depth == b.depth && a.height == b.height;
    if (a.hall != b.hall || a.position != b.position || a.rotation != b.rotation || !sameShape) {
        aspects |= Aspect::Geometry | Aspect::Thermal | Aspect::Network;
    }
    const bool sameSetting = a.utilisation == b.utilisation &&
                             a.supplyTemperature == b.supplyTemperature && a.fanSpeed == b.fanSpeed;
    if (!sameSetting) aspects |= loads;
    if (a.label != b.label) aspects |= Aspect::Text;
    return aspects;
}

Aspects of(const Hall&) {
    return Aspect::Geometry | Aspect::Thermal | Aspect::Costs | Aspect::Text | Aspect::Network;
}

Aspects between(const Hall& a, const Hall& b) {
    Aspects aspects;
    if (a.name != b.name) aspects |= Aspect::Text;
    Hall renamed = a;
    renamed.name = b.name;
    if (!(renamed == b)) aspects |= Aspect::Geometry | Aspect::Thermal | Aspect::Costs | Aspect::Network;
    return aspects;
}

// Losses of the chain heat the rooms that it stands in, and every watt has its price.
Aspects of(const PowerLink&) {
    return loads;
}
Aspects between(const PowerLink&, const PowerLink&) {
    return loads;
}

Aspects of(const CoolingLink&) {
    return loads;
}
Aspects between(const CoolingLink&, const CoolingLink&) {
    return loads;
}

// Switches and optics draw power in the racks that they stand in.
Aspects of(const Fabric&) {
    return loads | Aspect::Network | Aspect::Text;
}

Aspects between(const Fabric& a, const Fabric& b) {
    Aspects aspects;
    if (a.name != b.name) aspects |= Aspect::Text;
    Fabric renamed = a;
    renamed.name = b.name;
    if (!(renamed == b)) aspects |= loads | Aspect::Network;
    return aspects;
}

Aspects of(const FabricEdit&) {
    return loads | Aspect::Network;
}
Aspects between(const FabricEdit&, const FabricEdit&) {
    return loads | Aspect::Network;
}

// The way that a cable takes decides its medium, and so the power of its ends.
Aspects of(const CableTray&) {
    return loads | Aspect::Network | Aspect::Geometry;
}
Aspects between(const CableTray&, const CableTray&) {
    return loads | Aspect::Network | Aspect::Geometry;
}

Aspects of(const Scenario&) {
    return loads | Aspect::Text;
}

Aspects between(const Scenario& a, const Scenario& b) {
    Aspects aspects;
    if (a.name != b.name) aspects |= Aspect::Text;
    Scenario renamed = a;
    renamed.name = b.name;
    if (!(renamed == b)) aspects |= loads;
    return aspects;
}

template <class T>
TableChange<typename Table<T>::IdType> diffTables(const Table<T>& before, const Table<T>& after,
                                                  Aspects& aspects) {
    TableChange<typename Table<T>::IdType> change;
    const auto& old = before.rows();
    const auto& now = after.rows();
    if (&old == &now) return change;
    auto a = old.begin();
    auto b = now.begin();
    while (a != old.end() || b != now.end()) {
        if (b == now.end() || (a != old.end() && (*a)->id < (*b)->id)) {
            change.removed.push_back((*a)->id);
            aspects |= of(**a++);
        } else if (a == old.end() || (*b)->id < (*a)->id) {
            change.added.push_back((*b)->id);
            aspects |= of(**b++);
        } else {
            if (*a != *b && !(**a == **b)) {
                change.changed.push_back((*b)->id);
                aspects |= between(**a, **b);
            }
            ++a;
            ++b;
        }
    }
    return change;
}

}  // namespace

bool ChangeSet::isEmpty() const {
    return halls.isEmpty() && items.isEmpty() && powerLinks.isEmpty() && coolingLinks.isEmpty() &&
           fabrics.isEmpty() && fabricEdits.isEmpty() && trays.isEmpty() && scenarios.isEmpty() && !infoChanged && !siteChanged && !plantChanged && !economicsChanged &&
           !energyChanged && !projectReplaced;
}

ChangeSet diff(const Project& before, const Project& after) {
    ChangeSet change;
    change.halls = diffTables(before.halls, after.halls, change.aspects);
    change.items = diffTables(before.items, after.items, change.aspects);
    change.powerLinks = diffTables(before.powerLinks, after.powerLinks, change.aspects);
    change.coolingLinks = diffTables(before.coolingLinks, after.coolingLinks, change.aspects);
    change.fabrics = diffTables(before.fabrics, after.fabrics, change.aspects);
    change.fabricEdits = diffTables(before.fabricEdits, after.fabricEdits, change.aspects);
    change.trays = diffTables(before.trays, after.trays, change.aspects);
    change.scenarios = diffTables(before.scenarios, after.scenarios, change.aspects);
    change.infoChanged = !(before.info == after.info);
    change.siteChanged = !(before.site == after.site);
    change.plantChanged = !(before.plant == after.plant);
    change.economicsChanged = !(before.economics == after.economics);
    change.energyChanged = !(before.energy == after.energy);
    if (change.infoChanged) change.aspects |= Aspect::Text;
    if (change.siteChanged) change.aspects |= loads | Aspect::Text;
    if (change.plantChanged) change.aspects |= loads;
    if (change.economicsChanged) change.aspects |= loads;
    if (change.energyChanged) change.aspects |= Aspect::EnergyMix;
    return change;
}

}  // namespace halltwin
