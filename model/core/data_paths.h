// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

namespace halltwin {

/// The folders that are installed with the program, looked for in this order: below
/// $HALLTWIN_DATA_DIR, below
/// ../share/halltwin beside the running program, in the source tree it was built from.
/// The first that exists is taken; when none does, the last is returned and opening a file in it
/// fails.
[[nodiscard]] std::filesystem::path
resourceDirectory();  ///< catalogue, climate, icons, colour maps
[[nodiscard]] std::filesystem::path examplesDirectory();  ///< example projects

/// Entries that the user added: $XDG_DATA_HOME/halltwin/catalog, by default below ~/.local/share.
/// None when there is no such folder.
[[nodiscard]] std::optional<std::filesystem::path> userCatalogDirectory();

}  // namespace halltwin
