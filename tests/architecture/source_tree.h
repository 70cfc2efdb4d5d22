// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::tests::architecture {

struct SourceFile {
    std::string path;  ///< from the root of the tree, with '/'
    std::string text;
};

/// The files below the named folders whose name passes `wanted`, sorted by path. A folder that is
/// not there is empty.
[[nodiscard]] std::vector<SourceFile> readTree(const std::filesystem::path& root,
                                               const std::vector<std::string>& folders,
                                               bool (*wanted)(const std::filesystem::path&));

[[nodiscard]] bool isCode(const std::filesystem::path& path);       ///< .h and .cpp
[[nodiscard]] bool isBuildFile(const std::filesystem::path& path);  ///< CMakeLists.txt
[[nodiscard]] bool isText(const std::filesystem::path& path);  ///< all but the known binary formats

}  // namespace halltwin::tests::architecture
