// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/remove_hall.h"

#include "model/edit/checks.h"
#include "model/edit/removal.h"

#include <unordered_set>

namespace halltwin::edit {

Result<Project> apply(const Project& before, const RemoveHall& edit) {
    if (auto known = checkKnown(before.halls, {edit.id}, "hall"); !known) {
        return tl::unexpected(known.error());
    }
    std::unordered_set<ItemId> inside;
    for (const Item& item : before.items) {
        if (item.hall == edit.id) inside.insert(item.id);
    }
    Project after = withoutItems(before, inside);
    after.trays.eraseIf([&](const CableTray& tray) { return tray.hall == edit.id; });
    std::unordered_set<FabricId> gone;
    for (const Fabric& fabric : before.fabrics)
        if (fabric.hall == edit.id) gone.insert(fabric.id);
    after.fabrics.eraseIf([&](const Fabric& fabric) { return gone.contains(fabric.id); });
    after.fabricEdits.eraseIf([&](const FabricEdit& one) { return gone.contains(one.fabric); });
    after.halls.eraseIf([&](const Hall& hall) { return hall.id == edit.id; });
    return after;
}

EditLabel label(const RemoveHall&) {
    return {"edit.remove-hall", "Remove hall", {}};
}

}  // namespace halltwin::edit
