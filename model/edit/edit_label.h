// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace halltwin::edit {

/// What an edit is called in the history list. `code` is a stable name ("edit.move-items") that the
/// window translates by, `arguments` fill the translated text, `text` is the English default.
struct EditLabel {
    std::string code;
    std::string text;
    std::vector<std::string> arguments;

    bool operator==(const EditLabel&) const = default;
};

}  // namespace halltwin::edit
