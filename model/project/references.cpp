// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/project.h"

#include <fmt/format.h>

namespace halltwin {
namespace {

template <class Id>
tl::unexpected<Error> dangling(const char* what, Id id, const char* field, std::int64_t missing) {
    return fail(
        ErrorCode::DanglingReference,
        fmt::format("{} {} names {} {}, which does not exist", what, id.value, field, missing),
        fmt::format("{} {}", what, id.value), "remove the entity or add the one that it names");
}

Result<void> checkNetworkReferences(const Project& project) {
    for (const Fabric& fabric : project.fabrics) {
        if (fabric.hall && !project.halls.contains(*fabric.hall)) {
            return dangling("fabric", fabric.id, "hall", fabric.hall->value);
        }
    }
    for (const FabricEdit& edit : project.fabricEdits) {
        if (!project.fabrics.contains(edit.fabric)) {
            return dangling("fabric edit", edit.id, "fabric", edit.fabric.value);
        }
        if (edit.rack && !project.items.contains(*edit.rack)) {
            return dangling("fabric edit", edit.id, "item", edit.rack->value);
        }
    }
    for (const CableTray& tray : project.trays) {
        if (!project.halls.contains(tray.hall)) {
            return dangling("tray", tray.id, "hall", tray.hall.value);
        }
    }
    return {};
}

}  // namespace

Result<void> checkReferences(const Project& project) {
    for (const Item& item : project.items) {
        if (!project.halls.contains(item.hall)) {
            return dangling("item", item.id, "hall", item.hall.value);
        }
    }
    for (const PowerLink& link : project.powerLinks) {
        if (!project.items.contains(link.from)) {
            return dangling("power link", link.id, "item", link.from.value);
        }
        if (!project.items.contains(link.to)) {
            return dangling("power link", link.id, "item", link.to.value);
        }
    }
    for (const CoolingLink& link : project.coolingLinks) {
        if (!project.items.contains(link.from)) {
            return dangling("cooling link", link.id, "item", link.from.value);
        }
        if (!project.items.contains(link.to)) {
            return dangling("cooling link", link.id, "item", link.to.value);
        }
    }
    return checkNetworkReferences(project);
}

}  // namespace halltwin
