// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/file_kind.h"

#include <array>
#include <fstream>
#include <string>
#include <string_view>

namespace halltwin::exchange {
namespace {

std::string firstBytes(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) return {};
    std::array<char, 4096> buffer{};
    std::ifstream in(file, std::ios::binary);
    in.read(buffer.data(), buffer.size());
    return {buffer.data(), static_cast<std::size_t>(in.gcount())};
}

}  // namespace

bool looksLikeSqlite(const std::filesystem::path& file) {
    using namespace std::string_view_literals;
    return firstBytes(file).starts_with("SQLite format 3\0"sv);
}

bool looksLikeJson(const std::filesystem::path& file) {
    const std::string bytes = firstBytes(file);
    std::string_view text = bytes;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{';
}

}  // namespace halltwin::exchange
