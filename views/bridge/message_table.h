// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace halltwin::views::bridge {

/// Shown text of one code in English, the source language of translations. %1, %2… are the code's
/// arguments in order.
struct IssueText {
    std::string_view rule;
    const char* title;
    const char* fix;
};

/// `one` is for a count of one in the first argument, `many` for all else.
struct EditText {
    std::string_view code;
    const char* one;
    const char* many;
};

/// Translation contexts of the tables.
inline constexpr char issueContext[] = "Issue";
inline constexpr char editContext[] = "Edit";

/// Null when the table has no such code.
[[nodiscard]] const IssueText* findIssueText(std::string_view rule);
[[nodiscard]] const EditText* findEditText(std::string_view code);

}  // namespace halltwin::views::bridge
