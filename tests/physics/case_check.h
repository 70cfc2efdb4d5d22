// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/validation/cases.h"
#include "model/validation/figure_text.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::tests {

/// The part of that name of a case at full effort, calculated alone.
[[nodiscard]] inline validation::CaseResult partOf(const validation::Case& wanted,
                                                   std::string_view name) {
    const auto parts = wanted.parts(validation::Effort::Full);
    const auto part =
        std::find_if(parts.begin(), parts.end(), [&](const auto& one) { return one.name == name; });
    INFO(name);
    REQUIRE(part != parts.end());
    validation::CaseResult result;
    const auto done = validation::runPart(*part, {}, result);
    REQUIRE(done);
    return result;
}

/// What a row of a test must be held to: a tolerance that the case loosens fails the test.
struct Held {
    std::string_view quantity;  ///< how the quantity ends
    std::string_view tolerance;
};

/// As many rows as `rows`, of which those that are held are met within just these tolerances. What
/// is not held is not met today; docs/physics/validation.md says so.
inline void checkRows(const validation::CaseResult& result, std::size_t rows,
                      const std::vector<Held>& held) {
    CHECK(result.rows.size() == rows);
    for (const Held& one : held) {
        std::size_t found = 0;
        for (const validation::Row& row : result.rows) {
            if (!row.quantity.ends_with(one.quantity)) continue;
            ++found;
            INFO(row.quantity << ": " << row.calculated << " " << row.unit << ", published "
                              << row.published.value_or(0.0));
            CHECK(validation::toleranceText(row) == one.tolerance);
            CHECK(row.met);
        }
        INFO(one.quantity);
        CHECK(found > 0);
    }
}

}  // namespace halltwin::tests
