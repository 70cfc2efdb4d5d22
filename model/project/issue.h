// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"

#include <string>
#include <vector>

namespace halltwin {

enum class Severity { Info, Warning, Error };

/// What a rule check or an engine found. `rule` is a stable name ("layout.overlap") that the window
/// translates by; `arguments` fill the translated text; `message` is the English default.
struct Issue {
    std::string rule;
    Severity severity = Severity::Warning;
    HallId hall;  ///< where to look; invalid when the issue has no place
    std::vector<ItemId> items;
    std::string message;
    std::string fix;  ///< what to do, in words
    std::vector<std::string> arguments;

    bool operator==(const Issue&) const = default;
};

}  // namespace halltwin
