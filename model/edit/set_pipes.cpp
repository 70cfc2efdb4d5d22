// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/set_pipes.h"

#include "model/edit/checks.h"

namespace halltwin::edit {
namespace {

Result<void> checkPipe(const Project& project, const CoolingLink& link) {
    const CoolingLink& old = *project.coolingLinks.find(link.id);
    const std::string where = fmt::format("cooling link {}", link.id.value);
    if (old.from != link.from || old.to != link.to) {
        return fail(ErrorCode::InvalidArgument, "a pipe keeps what it joins", where,
                    "disconnect it and connect the others");
    }
    return checkEntity(link, where);
}

}  // namespace

Result<Project> apply(const Project& before, const SetPipes& edit) {
    std::vector<CoolingLinkId> ids;
    for (const CoolingLink& link : edit.links)
        ids.push_back(link.id);
    if (auto known = checkKnown(before.coolingLinks, ids, "cooling link"); !known) {
        return tl::unexpected(known.error());
    }
    Project after = before;
    for (const CoolingLink& link : edit.links) {
        if (auto checked = checkPipe(after, link); !checked) {
            return tl::unexpected(checked.error());
        }
        after.coolingLinks.set(link);
    }
    return after;
}

EditLabel label(const SetPipes& edit) {
    return countedLabel("edit.set-pipes", "Change", edit.links.size(), "pipe");
}

}  // namespace halltwin::edit
