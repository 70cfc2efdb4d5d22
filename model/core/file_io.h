// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace halltwin {

/// The whole file. Fails with NotFound, OverLimit (larger than `maximumBytes`) or IoFailure.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& file,
                                           std::uintmax_t maximumBytes = 1ULL << 30);

/// Writes the bytes to a temporary file in the same folder, forces them to the disk and renames it
/// to `file`: whoever reads `file` sees the old content or the new one, even after a crash. A
/// symbolic link is followed, permissions are kept. Fails with IoFailure; then `file` is as it was
/// and the temporary file is gone.
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path& file,
                                               std::string_view bytes);

}  // namespace halltwin
