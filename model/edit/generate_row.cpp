// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/generate_row.h"

#include "model/edit/checks.h"
#include "model/edit/labels.h"

namespace halltwin::edit {
namespace {

Result<void> checkArguments(const GenerateRow& edit) {
    if (edit.count < 1 || edit.count > maximumRow) {
        return fail(ErrorCode::OutOfRange,
                    fmt::format("a row of {}, outside 1 to {}", edit.count, maximumRow), {},
                    "enter how many items stand in the row");
    }
    if (!(edit.pitch > metres(0.0))) {
        return fail(ErrorCode::InvalidArgument, "the pitch is not above zero", {},
                    "enter the distance from one item to the next");
    }
    return {};
}

}  // namespace

Result<Project> apply(const Project& before, const GenerateRow& edit) {
    if (auto checked = checkArguments(edit); !checked) return tl::unexpected(checked.error());
    const bool alongX = edit.rotation == Rotation::R0 || edit.rotation == Rotation::R180;
    Project after = before;
    LabelMaker labels(before);
    for (int i = 0; i < edit.count; ++i) {
        const Length offset = edit.pitch * i;
        Item item;
        item.hall = edit.hall;
        item.catalogKey = edit.catalogKey;
        item.position = {edit.start.x + (alongX ? offset : metres(0.0)),
                         edit.start.y + (alongX ? metres(0.0) : offset)};
        item.rotation = edit.rotation;
        if (!edit.labelPrefix.empty()) item.label = labels.next(edit.labelPrefix);
        if (auto checked = checkItem(before, item); !checked) {
            return tl::unexpected(checked.error());
        }
        after.items.add(std::move(item));
    }
    return after;
}

EditLabel label(const GenerateRow& edit) {
    return {"edit.generate-row",
            fmt::format("Place a row of {}", edit.count),
            {std::to_string(edit.count)}};
}

}  // namespace halltwin::edit
