// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/files.h"

namespace halltwin::cli {

/// The operating point in the keys of the `run` command. Energies, masses and moneys are those of
/// one hour.
[[nodiscard]] Json runJson(const Answered& answered);

}  // namespace halltwin::cli
