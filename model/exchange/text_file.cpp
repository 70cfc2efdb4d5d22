// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/text_file.h"

#include "model/core/file_io.h"
#include "model/exchange/project_json.h"

namespace halltwin::exchange {
namespace {

/// Far above any project in text form that a person would write or read.
constexpr std::uintmax_t largestTextBytes = 512ULL << 20;

}  // namespace

Result<Project> readProjectText(const std::filesystem::path& file) {
    return readFile(file, largestTextBytes).and_then([&](const std::string& text) {
        return projectFromJson(text, file.filename().string());
    });
}

}  // namespace halltwin::exchange
