// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/network_plan.h"

#include "model/network/generate.h"
#include "model/network/placement.h"
#include "model/project/change_set.h"

#include <algorithm>
#include <utility>

namespace halltwin::network {
namespace {

/// What follows from plans and cables; figures that are there keep what does not follow from
/// cables.
void summarise(NetworkPlan& plan, const Project& project, const Catalog& catalog) {
    const CableLayout& layout = plan.cables.layout;
    plan.racks = rackElevations(project, catalog, plan.fabrics, layout);
    plan.bill = cableBill(layout, plan.fabrics);
    for (std::size_t f = 0; f < plan.fabrics.size(); ++f) {
        if (f < plan.figures.size()) {
            setCableFigures(plan.figures[f], layout, layout.fabrics[f]);
        } else {
            plan.figures.push_back(
                fabricFigures(plan.fabrics[f], catalog, layout, layout.fabrics[f]));
        }
    }
}

enum class Change { None, Racks, Trays, All };

/// The item as it was, at another place.
bool hasOnlyMoved(const Item& before, const Item& after) {
    Item moved = before;
    moved.position = after.position;
    moved.rotation = after.rotation;
    return moved == after;
}

bool keepsOrder(const FabricPlan& plan, const Project& after, const Catalog& catalog) {
    const HostList hosts = collectHosts(after, catalog, plan.fabric);
    return std::ranges::equal(hosts.racks, plan.hosts.racks, {}, &HostRack::item, &HostRack::item);
}

Change changeOf(const ChangeSet& changes, const NetworkPlan& previous, const Project& before,
                const Project& after) {
    if (previous.fabrics.size() != after.fabrics.size() || changes.projectReplaced)
        return Change::All;
    if (!changes.fabrics.isEmpty() || !changes.fabricEdits.isEmpty() || !changes.halls.isEmpty() ||
        !changes.items.added.empty() || !changes.items.removed.empty())
        return Change::All;
    const bool moved = std::ranges::all_of(changes.items.changed, [&](ItemId id) {
        return hasOnlyMoved(*before.items.find(id), *after.items.find(id));
    });
    if (!moved) return Change::All;
    if (!changes.trays.isEmpty()) return changes.items.isEmpty() ? Change::Trays : Change::All;
    return changes.items.isEmpty() ? Change::None : Change::Racks;
}

}  // namespace

std::vector<Issue> NetworkPlan::issues() const {
    std::vector<Issue> all;
    for (const FabricPlan& plan : fabrics)
        all.insert(all.end(), plan.issues.begin(), plan.issues.end());
    all.insert(all.end(), cables.layout.issues.begin(), cables.layout.issues.end());
    return all;
}

NetworkPlan planNetwork(const Project& project, const Catalog& catalog) {
    std::vector<FabricPlan> fabrics = generateFabrics(project, catalog);
    placeSwitches(project, catalog, fabrics);
    RoutedCables cables = routeCables(project, catalog, fabrics);
    NetworkPlan plan{std::move(fabrics), std::move(cables), {}, {}, {}};
    summarise(plan, project, catalog);
    return plan;
}

NetworkPlan updateNetwork(NetworkPlan previous, const Project& before, const Project& after,
                          const Catalog& catalog) {
    const ChangeSet changes = diff(before, after);
    const Change change = changeOf(changes, previous, before, after);
    if (change == Change::None) return previous;
    if (change == Change::Trays) {
        previous.cables = routeCables(after, catalog, previous.fabrics);
    } else {
        const bool keeps = change == Change::Racks &&
                           std::ranges::all_of(previous.fabrics, [&](const FabricPlan& plan) {
                               return keepsOrder(plan, after, catalog);
                           });
        if (!keeps) return planNetwork(after, catalog);
        previous.cables = rerouteCables(std::move(previous.cables), after, catalog,
                                        previous.fabrics, changes.items.changed);
    }
    summarise(previous, after, catalog);
    return previous;
}

}  // namespace halltwin::network
