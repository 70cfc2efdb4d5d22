// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/connect_power.h"

#include "model/edit/checks.h"

#include <algorithm>

namespace halltwin::edit {

Result<Project> apply(const Project& before, const ConnectPower& edit) {
    const PowerLink link{{}, edit.from, edit.to, edit.feed};
    const auto checked = checkEnds(before, edit.from, edit.to).and_then([&] {
        return checkEntity(link, "power link");
    });
    if (!checked) return tl::unexpected(checked.error());
    const bool joined = std::any_of(
        before.powerLinks.begin(), before.powerLinks.end(), [&](const PowerLink& other) {
            return other.from == edit.from && other.to == edit.to && other.feed == edit.feed;
        });
    if (joined) {
        return fail(ErrorCode::DuplicateId,
                    fmt::format("{} supplies {} on this feed already",
                                describeItem(*before.items.find(edit.from)),
                                describeItem(*before.items.find(edit.to))),
                    {}, "choose the other feed or another source");
    }
    Project after = before;
    after.powerLinks.add(link);
    return after;
}

EditLabel label(const ConnectPower& edit) {
    const std::string feed = edit.feed == Feed::A ? "A" : "B";
    return {"edit.connect-power", "Connect power, feed " + feed, {feed}};
}

}  // namespace halltwin::edit
