// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/paths.h"

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <system_error>

namespace halltwin::tests {

std::filesystem::path sourcePath(std::string_view relative) {
    return std::filesystem::path(HALLTWIN_SOURCE_DIR) / relative;
}

std::filesystem::path buildPath(std::string_view relative) {
    std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    while (!std::filesystem::exists(folder / "CMakeCache.txt")) {
        if (folder == folder.root_path())
            throw std::runtime_error("this test does not run from a build folder");
        folder = folder.parent_path();
    }
    return folder / relative;
}

ScratchFolder::ScratchFolder() {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "halltwin-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
        throw std::runtime_error("no scratch folder at " + pattern);
    m_path = pattern;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

}  // namespace halltwin::tests
