// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace halltwin::views::bridge {

/// Mime type of a catalogue entry under way by drag and drop; its data is the entry's key in UTF-8.
inline constexpr char catalogMimeType[] = "application/x-halltwin-catalog-key";

}  // namespace halltwin::views::bridge
