// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/removal.h"

namespace halltwin::edit {

Project withoutItems(const Project& before, const std::unordered_set<ItemId>& gone) {
    const auto touches = [&](const auto& link) {
        return gone.contains(link.from) || gone.contains(link.to);
    };
    Project after = before;
    after.powerLinks.eraseIf(touches);
    after.coolingLinks.eraseIf(touches);
    after.fabricEdits.eraseIf(
        [&](const FabricEdit& edit) { return edit.rack && gone.contains(*edit.rack); });
    after.items.eraseIf([&](const Item& item) { return gone.contains(item.id); });
    return after;
}

}  // namespace halltwin::edit
