// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"

#include <string>
#include <utility>

namespace halltwin::cooling {

/// The unit's name in front of where it failed.
[[nodiscard]] inline tl::unexpected<Error> failedAt(const std::string& name, Error error) {
    error.context = name.empty() ? error.context : name + ", " + error.context;
    return tl::unexpected<Error>(std::move(error));
}

}  // namespace halltwin::cooling
