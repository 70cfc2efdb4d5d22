// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/set_operation.h"

#include "model/edit/checks.h"

namespace halltwin::edit {

Result<Project> apply(const Project& before, const SetOperation& edit) {
    if (auto checked = checkEntity(edit.plant, "plant"); !checked) {
        return tl::unexpected(checked.error());
    }
    Project after = before;
    after.plant = edit.plant;
    for (const Item& wanted : edit.items) {
        if (auto known = checkKnown(before.items, {wanted.id}, "item"); !known) {
            return tl::unexpected(known.error());
        }
        Item item = *before.items.find(wanted.id);
        item.supplyTemperature = wanted.supplyTemperature;
        if (auto checked = checkItem(before, item); !checked) {
            return tl::unexpected(checked.error());
        }
        after.items.set(item);
    }
    return after;
}

EditLabel label(const SetOperation&) {
    return {"edit.set-operation", "Change set-points", {}};
}

SetOperation operationOf(const Project& before, const Project& after) {
    SetOperation edit{{}, after.plant};
    for (const Item& item : after.items) {
        const Item* old = before.items.find(item.id);
        if (old != nullptr && old->supplyTemperature != item.supplyTemperature)
            edit.items.push_back(item);
    }
    return edit;
}

}  // namespace halltwin::edit
