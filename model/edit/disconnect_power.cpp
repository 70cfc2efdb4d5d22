// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/disconnect_power.h"

#include "model/edit/checks.h"

#include <unordered_set>

namespace halltwin::edit {

Result<Project> apply(const Project& before, const DisconnectPower& edit) {
    if (auto known = checkKnown(before.powerLinks, edit.ids, "power link"); !known) {
        return tl::unexpected(known.error());
    }
    const std::unordered_set<PowerLinkId> gone(edit.ids.begin(), edit.ids.end());
    Project after = before;
    after.powerLinks.eraseIf([&](const PowerLink& link) { return gone.contains(link.id); });
    return after;
}

EditLabel label(const DisconnectPower& edit) {
    return countedLabel("edit.disconnect-power", "Disconnect", edit.ids.size(), "power link");
}

}  // namespace halltwin::edit
