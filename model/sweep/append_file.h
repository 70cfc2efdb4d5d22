// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

namespace halltwin::sweep {

/// A file that lines are added to, each handed to the system at once, so that a killed program
/// loses none that it wrote. Held by one program at a time.
class AppendFile {
public:
    /// Opens or makes the file, cut to its first `keep` bytes. Fails with InvalidArgument where
    /// another program holds it, and with IoFailure.
    [[nodiscard]] static Result<AppendFile> open(const std::filesystem::path& file,
                                                 std::uintmax_t keep);

    [[nodiscard]] Result<void> append(std::string_view line);

private:
    struct Close {
        void operator()(std::FILE* stream) const { std::fclose(stream); }
    };

    AppendFile(std::FILE* stream, std::filesystem::path file)
        : m_stream(stream),
          m_file(std::move(file)) {}

    std::unique_ptr<std::FILE, Close> m_stream;
    std::filesystem::path m_file;
};

}  // namespace halltwin::sweep
