// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/cable_trays.h"

#include "model/edit/checks.h"

#include <unordered_set>

namespace halltwin::edit {
namespace {

Result<void> checkTray(const Project& project, const CableTray& tray) {
    if (tray.id != TrayId{}) {
        if (auto known = checkKnown(project.trays, {tray.id}, "tray"); !known) return known;
    }
    if (auto known = checkKnown(project.halls, {tray.hall}, "hall"); !known) return known;
    if (tray.from == tray.to) {
        return fail(ErrorCode::InvalidArgument, "the tray has no length", tray.name,
                    "draw it from one point to another");
    }
    return checkEntity(tray, tray.name.empty() ? "tray" : tray.name);
}

}  // namespace

Result<Project> apply(const Project& before, const SetTrays& edit) {
    if (edit.trays.empty())
        return fail(ErrorCode::InvalidArgument, "no tray is named", {}, "select at least one tray");
    Project after = before;
    for (const CableTray& tray : edit.trays) {
        if (auto checked = checkTray(before, tray); !checked)
            return tl::unexpected(checked.error());
        if (tray.id == TrayId{}) {
            after.trays.add(tray);
        } else {
            after.trays.set(tray);
        }
    }
    return after;
}

EditLabel label(const SetTrays& edit) {
    return countedLabel("edit.set-trays", "Change", edit.trays.size(), "tray");
}

Result<Project> apply(const Project& before, const RemoveTrays& edit) {
    if (auto known = checkKnown(before.trays, edit.ids, "tray"); !known)
        return tl::unexpected(known.error());
    const std::unordered_set<TrayId> gone(edit.ids.begin(), edit.ids.end());
    Project after = before;
    after.trays.eraseIf([&](const CableTray& tray) { return gone.contains(tray.id); });
    return after;
}

EditLabel label(const RemoveTrays& edit) {
    return countedLabel("edit.remove-trays", "Delete", edit.ids.size(), "tray");
}

}  // namespace halltwin::edit
