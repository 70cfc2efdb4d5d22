// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/set_fabric.h"

#include "model/edit/checks.h"

namespace halltwin::edit {

Result<Project> apply(const Project& before, const SetFabric& edit) {
    const Fabric& fabric = edit.fabric;
    const bool isNew = fabric.id == FabricId{};
    if (!isNew) {
        if (auto known = checkKnown(before.fabrics, {fabric.id}, "fabric"); !known)
            return tl::unexpected(known.error());
    }
    if (fabric.hall) {
        if (auto known = checkKnown(before.halls, {*fabric.hall}, "hall"); !known)
            return tl::unexpected(known.error());
    }
    if (fabric.name.empty())
        return fail(ErrorCode::InvalidArgument, "the fabric's name is empty", {}, "enter a name");
    if (auto checked = checkEntity(fabric, fabric.name); !checked)
        return tl::unexpected(checked.error());
    Project after = before;
    if (isNew) {
        after.fabrics.add(fabric);
    } else {
        after.fabrics.set(fabric);
    }
    return after;
}

EditLabel label(const SetFabric& edit) {
    return {"edit.set-fabric", "Change fabric " + edit.fabric.name, {edit.fabric.name}};
}

Result<Project> apply(const Project& before, const RemoveFabric& edit) {
    if (auto known = checkKnown(before.fabrics, {edit.id}, "fabric"); !known)
        return tl::unexpected(known.error());
    Project after = before;
    after.fabrics.eraseIf([&](const Fabric& fabric) { return fabric.id == edit.id; });
    after.fabricEdits.eraseIf([&](const FabricEdit& one) { return one.fabric == edit.id; });
    return after;
}

EditLabel label(const RemoveFabric&) {
    return {"edit.remove-fabric", "Remove fabric", {}};
}

}  // namespace halltwin::edit
