// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/item_group.h"

#include "model/edit/checks.h"
#include "model/edit/labels.h"

#include <unordered_map>
#include <unordered_set>

namespace halltwin::edit {
namespace {

using NewIds = std::unordered_map<ItemId, ItemId>;

Result<NewIds> addItems(Project& project, LabelMaker& labels, const ItemGroup& group,
                        const GroupPlacement& placement) {
    NewIds newIds;
    for (Item item : group.items) {
        const ItemId old = item.id;
        if (placement.hall.isValid()) item.hall = placement.hall;
        item.position = {item.position.x + placement.dx, item.position.y + placement.dy};
        if (auto checked = checkItem(project, item); !checked) {
            return tl::unexpected(checked.error());
        }
        item.label = labels.freeOr(item.label);
        if (!newIds.emplace(old, project.items.add(std::move(item))).second) {
            return fail(ErrorCode::DuplicateId,
                        fmt::format("the copied group holds item {} twice", old.value), {},
                        "copy the items again");
        }
    }
    return newIds;
}

template <class Link>
Result<void> addLinks(Table<Link>& table, const std::vector<Link>& links, const NewIds& newIds) {
    for (Link link : links) {
        const auto from = newIds.find(link.from);
        const auto to = newIds.find(link.to);
        if (from == newIds.end() || to == newIds.end()) {
            return fail(ErrorCode::DanglingReference,
                        fmt::format("link {} leads out of the copied group", link.id.value), {},
                        "copy both ends of the link");
        }
        link.from = from->second;
        link.to = to->second;
        table.add(std::move(link));
    }
    return {};
}

}  // namespace

ItemGroup copyItems(const Project& project, const std::vector<ItemId>& ids) {
    const std::unordered_set<ItemId> wanted(ids.begin(), ids.end());
    const auto isInside = [&](const auto& link) {
        return wanted.contains(link.from) && wanted.contains(link.to);
    };
    ItemGroup group;
    for (const Item& item : project.items) {
        if (wanted.contains(item.id)) group.items.push_back(item);
    }
    for (const PowerLink& link : project.powerLinks) {
        if (isInside(link)) group.powerLinks.push_back(link);
    }
    for (const CoolingLink& link : project.coolingLinks) {
        if (isInside(link)) group.coolingLinks.push_back(link);
    }
    return group;
}

Result<Project> insertGroup(const Project& before, const ItemGroup& group,
                            const std::vector<GroupPlacement>& placements) {
    if (group.items.empty()) {
        return fail(ErrorCode::InvalidArgument, "there is nothing to copy", {},
                    "select at least one item and copy it");
    }
    if (placements.size() > maximumItemsPerEdit / group.items.size()) {
        return fail(ErrorCode::OverLimit,
                    fmt::format("{} copies of {} items are more than {} items", placements.size(),
                                group.items.size(), maximumItemsPerEdit),
                    {}, "make fewer copies at a time");
    }
    Project after = before;
    LabelMaker labels(before);
    for (const GroupPlacement& placement : placements) {
        const auto newIds = addItems(after, labels, group, placement);
        if (!newIds) return tl::unexpected(newIds.error());
        const auto linked = addLinks(after.powerLinks, group.powerLinks, *newIds).and_then([&] {
            return addLinks(after.coolingLinks, group.coolingLinks, *newIds);
        });
        if (!linked) return tl::unexpected(linked.error());
    }
    return after;
}

}  // namespace halltwin::edit
