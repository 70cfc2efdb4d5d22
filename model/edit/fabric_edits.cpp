// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/fabric_edits.h"

#include "model/edit/checks.h"

#include <unordered_set>

namespace halltwin::edit {
namespace {

Result<void> checkFabricEdit(const Project& project, const FabricEdit& edit) {
    if (auto known = checkKnown(project.fabrics, {edit.fabric}, "fabric"); !known) return known;
    if (edit.rack) {
        if (auto known = checkKnown(project.items, {*edit.rack}, "item"); !known) return known;
    }
    if (edit.first.empty()) {
        return fail(ErrorCode::InvalidArgument, "the change names no switch and no link", {},
                    "name what it changes");
    }
    return checkEntity(edit, edit.first);
}

}  // namespace

Result<Project> apply(const Project& before, const AddFabricEdits& edit) {
    if (edit.edits.empty())
        return fail(ErrorCode::InvalidArgument, "no change is named", {}, "name at least one");
    Project after = before;
    for (const FabricEdit& one : edit.edits) {
        if (auto checked = checkFabricEdit(before, one); !checked)
            return tl::unexpected(checked.error());
        after.fabricEdits.add(one);
    }
    return after;
}

EditLabel label(const AddFabricEdits& edit) {
    return countedLabel("edit.add-fabric-edits", "Make", edit.edits.size(), "fabric change");
}

Result<Project> apply(const Project& before, const RemoveFabricEdits& edit) {
    if (auto known = checkKnown(before.fabricEdits, edit.ids, "fabric change"); !known)
        return tl::unexpected(known.error());
    const std::unordered_set<FabricEditId> gone(edit.ids.begin(), edit.ids.end());
    Project after = before;
    after.fabricEdits.eraseIf([&](const FabricEdit& one) { return gone.contains(one.id); });
    return after;
}

EditLabel label(const RemoveFabricEdits& edit) {
    return countedLabel("edit.remove-fabric-edits", "Take back", edit.ids.size(), "fabric change");
}

}  // namespace halltwin::edit
