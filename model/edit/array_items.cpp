// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/array_items.h"

#include "model/edit/checks.h"
#include "model/edit/item_group.h"

namespace halltwin::edit {
namespace {

Result<void> checkArguments(const Project& project, const ArrayItems& edit) {
    if (edit.copies < 1 || edit.copies > maximumCopies) {
        return fail(ErrorCode::OutOfRange,
                    fmt::format("{} copies, outside 1 to {}", edit.copies, maximumCopies), {},
                    "enter the number of copies to add");
    }
    if (edit.dx == metres(0.0) && edit.dy == metres(0.0)) {
        return fail(ErrorCode::InvalidArgument, "the pitch is zero: copies would lie on each other",
                    {}, "enter the distance from one copy to the next");
    }
    return checkKnown(project.items, edit.ids, "item").and_then([&] {
        return checkShift(edit.dx, edit.dy);
    });
}

}  // namespace

Result<Project> apply(const Project& before, const ArrayItems& edit) {
    if (auto checked = checkArguments(before, edit); !checked) {
        return tl::unexpected(checked.error());
    }
    std::vector<GroupPlacement> placements;
    for (int n = 1; n <= edit.copies; ++n) {
        placements.push_back({{}, edit.dx * n, edit.dy * n});
    }
    return insertGroup(before, copyItems(before, edit.ids), placements);
}

EditLabel label(const ArrayItems& edit) {
    const auto copies = static_cast<std::size_t>(edit.copies < 0 ? 0 : edit.copies);
    return countedLabel("edit.array-items", "Array of", copies * edit.ids.size(), "item");
}

}  // namespace halltwin::edit
