// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/connect_cooling.h"

#include "model/edit/checks.h"

#include <algorithm>

namespace halltwin::edit {

Result<Project> apply(const Project& before, const ConnectCooling& edit) {
    if (auto checked = checkEnds(before, edit.from, edit.to); !checked) {
        return tl::unexpected(checked.error());
    }
    const bool joined = std::any_of(
        before.coolingLinks.begin(), before.coolingLinks.end(),
        [&](const CoolingLink& other) { return other.from == edit.from && other.to == edit.to; });
    if (joined) {
        return fail(ErrorCode::DuplicateId,
                    fmt::format("{} supplies {} with water already",
                                describeItem(*before.items.find(edit.from)),
                                describeItem(*before.items.find(edit.to))),
                    {}, "choose another source");
    }
    Project after = before;
    after.coolingLinks.add({{}, edit.from, edit.to});
    return after;
}

EditLabel label(const ConnectCooling&) {
    return {"edit.connect-cooling", "Connect chilled water", {}};
}

}  // namespace halltwin::edit
