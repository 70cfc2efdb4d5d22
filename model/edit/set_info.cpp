// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/set_info.h"

#include "model/edit/checks.h"

namespace halltwin::edit {

Result<Project> apply(const Project& before, const SetInfo& edit) {
    if (edit.info.name.empty()) {
        return fail(ErrorCode::InvalidArgument, "the project's name is empty", {}, "enter a name");
    }
    Project after = before;
    after.info = edit.info;
    return after;
}

EditLabel label(const SetInfo&) {
    return {"edit.set-info", "Change project details", {}};
}

}  // namespace halltwin::edit
