// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/set_site.h"

#include "model/edit/checks.h"

namespace halltwin::edit {

Result<Project> apply(const Project& before, const SetSite& edit) {
    if (auto checked = checkEntity(edit.site, "site"); !checked) {
        return tl::unexpected(checked.error());
    }
    Project after = before;
    after.site = edit.site;
    return after;
}

EditLabel label(const SetSite&) {
    return {"edit.set-site", "Change site", {}};
}

}  // namespace halltwin::edit
