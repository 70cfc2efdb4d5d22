// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/edits.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

#include <cstdint>

namespace halltwin::tests {

/// The edited project; the test fails with the error when the edit does.
template <class Edit>
[[nodiscard]] Project applied(const Project& before, const Edit& edit) {
    const Result<Project> after = apply(before, edit);
    if (!after) FAIL(describe(after.error()));
    return *after;
}

/// The code with which the edit fails; the test fails when it does not.
template <class Edit>
[[nodiscard]] ErrorCode failureOf(const Project& before, const Edit& edit) {
    const Result<Project> after = apply(before, edit);
    REQUIRE_FALSE(after);
    CHECK_FALSE(after.error().message.empty());
    CHECK_FALSE(after.error().remedy.empty());
    return after.error().code;
}

[[nodiscard]] inline const Item& item(const Project& project, std::int64_t id) {
    const Item* found = project.items.find(ItemId{id});
    REQUIRE(found != nullptr);
    return *found;
}

[[nodiscard]] inline Point at(double xM, double yM) {
    return {metres(xM), metres(yM)};
}

}  // namespace halltwin::tests
