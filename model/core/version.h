// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace halltwin {

/// The program's version, as in "0.1.0".
[[nodiscard]] std::string_view version();

}  // namespace halltwin
