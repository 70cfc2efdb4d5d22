// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/set_cables.h"

#include "model/edit/checks.h"

#include <algorithm>

namespace halltwin::edit {
namespace {

Result<void> checkCable(const Project& project, const PowerLink& link) {
    const PowerLink& old = *project.powerLinks.find(link.id);
    if (old.from != link.from || old.to != link.to) {
        return fail(ErrorCode::InvalidArgument, "a cable keeps what it joins",
                    fmt::format("power link {}", link.id.value),
                    "disconnect it and connect the others");
    }
    const bool joined = std::any_of(project.powerLinks.begin(), project.powerLinks.end(),
                                    [&](const PowerLink& other) {
                                        return other.id != link.id && other.from == link.from &&
                                               other.to == link.to && other.feed == link.feed;
                                    });
    if (joined && old.feed != link.feed) {
        return fail(ErrorCode::DuplicateId,
                    fmt::format("{} supplies {} on this feed already",
                                describeItem(*project.items.find(link.from)),
                                describeItem(*project.items.find(link.to))),
                    {}, "choose the other feed");
    }
    return checkEntity(link, fmt::format("power link {}", link.id.value));
}

}  // namespace

Result<Project> apply(const Project& before, const SetCables& edit) {
    std::vector<PowerLinkId> ids;
    for (const PowerLink& link : edit.links)
        ids.push_back(link.id);
    if (auto known = checkKnown(before.powerLinks, ids, "power link"); !known) {
        return tl::unexpected(known.error());
    }
    Project after = before;
    for (const PowerLink& link : edit.links) {
        if (auto checked = checkCable(after, link); !checked) {
            return tl::unexpected(checked.error());
        }
        after.powerLinks.set(link);
    }
    return after;
}

EditLabel label(const SetCables& edit) {
    return countedLabel("edit.set-cables", "Change", edit.links.size(), "cable");
}

}  // namespace halltwin::edit
