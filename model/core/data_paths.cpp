// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/data_paths.h"

#include <cstdlib>
#include <system_error>
#include <vector>

namespace halltwin {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> dataRoots() {
    std::vector<fs::path> roots;
    if (const char* chosen = std::getenv("HALLTWIN_DATA_DIR"); chosen != nullptr && *chosen != '\0')
        roots.emplace_back(chosen);
    std::error_code unreadable;
    const fs::path program = fs::read_symlink("/proc/self/exe", unreadable);
    if (!unreadable) roots.push_back(program.parent_path().parent_path() / "share" / "halltwin");
    roots.emplace_back(HALLTWIN_SOURCE_DIR);
    return roots;
}

fs::path dataDirectory(const char* name) {
    const std::vector<fs::path> roots = dataRoots();
    for (const fs::path& root : roots) {
        std::error_code unreadable;
        if (fs::is_directory(root / name, unreadable)) return root / name;
    }
    return roots.back() / name;
}

}  // namespace

fs::path resourceDirectory() {
    return dataDirectory("resources");
}

fs::path examplesDirectory() {
    return dataDirectory("examples");
}

std::optional<fs::path> userCatalogDirectory() {
    fs::path data;
    if (const char* chosen = std::getenv("XDG_DATA_HOME"); chosen != nullptr && *chosen != '\0') {
        data = chosen;
    } else if (const char* home = std::getenv("HOME"); home != nullptr) {
        data = fs::path(home) / ".local" / "share";
    }
    const fs::path folder = data / "halltwin" / "catalog";
    std::error_code unreadable;
    if (data.empty() || !fs::is_directory(folder, unreadable)) return std::nullopt;
    return folder;
}

}  // namespace halltwin
