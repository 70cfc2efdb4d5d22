// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"

#include <filesystem>
#include <span>
#include <string_view>

namespace halltwin::storage {

/// One step from a schema to the next, as SQL that never changes once it was released.
struct Migration {
    int from = 0;  ///< the schema that it starts from; it ends at from + 1
    std::string_view sql;
};

/// The steps from every released schema to the newest. Schema 1 is the first.
[[nodiscard]] std::span<const Migration> migrations();

/// Copies the file beside ("hall.schema-1.bak.halltwin"), takes it through the steps from schema
/// `from` to `target` in one transaction, and puts the result in its place in one step. Fails with
/// Unsupported when a step is missing, and as reading and writing a file fail; then the file is as
/// it was.
[[nodiscard]] Result<void> upgradeFile(const std::filesystem::path& file, int from, int target,
                                       std::span<const Migration> steps);

}  // namespace halltwin::storage
