// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace halltwin::tests::architecture {
namespace {

namespace fs = std::filesystem;

std::string readFile(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

std::vector<SourceFile> readTree(const fs::path& root, const std::vector<std::string>& folders,
                                 bool (*wanted)(const fs::path&)) {
    std::vector<SourceFile> files;
    for (const std::string& folder : folders) {
        if (!fs::is_directory(root / folder)) continue;
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder))
            if (entry.is_regular_file() && wanted(entry.path()))
                files.push_back({entry.path().lexically_relative(root).generic_string(),
                                 readFile(entry.path())});
    }
    std::sort(files.begin(), files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return files;
}

bool isCode(const fs::path& path) {
    return path.extension() == ".h" || path.extension() == ".cpp";
}

bool isBuildFile(const fs::path& path) {
    return path.filename() == "CMakeLists.txt";
}

bool isText(const fs::path& path) {
    constexpr std::array binary{".png", ".jpg", ".ico", ".pdf",  ".halltwin",
                                ".qm",  ".gz",  ".ttf", ".xlsx", ".otf"};
    return std::find(binary.begin(), binary.end(), path.extension().string()) == binary.end();
}

}  // namespace halltwin::tests::architecture
