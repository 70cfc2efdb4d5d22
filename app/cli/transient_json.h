// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "model/project/project.h"
#include "model/thermal/air_class.h"
#include "model/thermal/transient.h"

#include <string>

namespace halltwin::cli {

/// The item with this label or number. Fails with NotFound.
[[nodiscard]] Result<ItemId> findItem(const Project& project, const std::string& wanted,
                                      const std::string& where);

/// ASHRAE recommended, and the allowable range of a class at the site.
[[nodiscard]] thermal::IntakeLimits limitsOf(const Project& project, const std::string& airClass);

/// Progress of a transient on stderr, at most once a second.
[[nodiscard]] thermal::TransientObserver progressOnStderr();

/// A transient in the keys of the `transient` command; samples a second apart or more.
[[nodiscard]] Json transientJson(const Project& project, const thermal::Transient& transient);

void printTransient(const Project& project, const thermal::Transient& transient);

}  // namespace halltwin::cli
