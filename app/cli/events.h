// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/files.h"
#include "model/power/events.h"

#include <string>
#include <vector>

namespace halltwin::cli {

/// What may befall the power chain of an opened project. Fails as twin::powerChain does.
[[nodiscard]] Result<std::vector<power::NamedEvent>> eventsOf(const Opened& opened,
                                                              const Question& question);

/// The event of this key. Fails with NotFound, naming keys that look like it.
[[nodiscard]] Result<power::NamedEvent> findEvent(const Opened& opened, const Question& question,
                                                  const std::string& key);

}  // namespace halltwin::cli
