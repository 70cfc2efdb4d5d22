// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/shell_parts.h"

namespace halltwin::app {

/// The 3-D view and the report for the window.
[[nodiscard]] views::shell::ShellParts windowParts();

}  // namespace halltwin::app
