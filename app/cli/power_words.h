// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/sequence.h"
#include "model/project/project.h"

#include <string>

namespace halltwin::cli {

/// Why an event of the power chain happened, in words.
[[nodiscard]] std::string whyOf(const Project& project, const power::SequenceEvent& event);

}  // namespace halltwin::cli
