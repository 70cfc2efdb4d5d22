// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/architecture/violation.h"

#include <string_view>

namespace halltwin::tests::architecture {

/// What is left of `found` after the exceptions, plus a violation "stale-exception" for each that
/// is not needed. A line of `list` reads `rule file measured what`, as in `function-length
/// model/a/b.cpp 75 solve`; it covers that place while its figure does not grow. '#' starts a
/// comment. Only rules that measure can have exceptions.
[[nodiscard]] Violations withoutExceptions(Violations found, std::string_view list);

}  // namespace halltwin::tests::architecture
