// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace halltwin::tests {

/// A file of the source tree, named from its root: `sourcePath("tests/files/golden/v1.halltwin")`.
[[nodiscard]] std::filesystem::path sourcePath(std::string_view relative);

/// A file of the build that the running test belongs to: `buildPath("app/cli/halltwin-cli")`.
[[nodiscard]] std::filesystem::path buildPath(std::string_view relative);

/// A fresh folder that is removed, with its content, when the object goes.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const {
        return m_path / name;
    }

private:
    std::filesystem::path m_path;
};

}  // namespace halltwin::tests
