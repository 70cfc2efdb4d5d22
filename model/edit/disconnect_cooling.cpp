// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/disconnect_cooling.h"

#include "model/edit/checks.h"

#include <unordered_set>

namespace halltwin::edit {

Result<Project> apply(const Project& before, const DisconnectCooling& edit) {
    if (auto known = checkKnown(before.coolingLinks, edit.ids, "cooling link"); !known) {
        return tl::unexpected(known.error());
    }
    const std::unordered_set<CoolingLinkId> gone(edit.ids.begin(), edit.ids.end());
    Project after = before;
    after.coolingLinks.eraseIf([&](const CoolingLink& link) { return gone.contains(link.id); });
    return after;
}

EditLabel label(const DisconnectCooling& edit) {
    return countedLabel("edit.disconnect-cooling", "Disconnect", edit.ids.size(), "cooling link");
}

}  // namespace halltwin::edit
