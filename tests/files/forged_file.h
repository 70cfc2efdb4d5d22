// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/file_io.h"
#include "model/storage/project_file.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"
#include "tests/support/random_project.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <filesystem>
#include <fstream>
#include <string>

namespace halltwin::tests {

/// Writes without waiting for the disk, which tests need not.
inline void put(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

/// A sound project file that a test then changes behind the program's back.
class ForgedFile {
public:
    explicit ForgedFile(const Project& project = aProjectOfItems(5)) {
        REQUIRE(storage::saveProject(path(), project));
    }

    [[nodiscard]] std::filesystem::path path() const { return m_folder / "forged.halltwin"; }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }

    ForgedFile& run(const std::string& sql) {
        SQLite::Database database(path().string(), SQLite::OPEN_READWRITE);
        database.exec(sql);
        return *this;
    }

    /// Opens it, which must fail, and checks that the file and its folder are as they were.
    [[nodiscard]] Error refusal() const {
        const auto before = readFile(path());
        const auto project = storage::openProject(path());
        REQUIRE_FALSE(project);
        CHECK(readFile(path()) == before);
        CHECK(std::distance(std::filesystem::directory_iterator(folder()), {}) == 1);
        CHECK_FALSE(project.error().message.empty());
        CHECK(project.error().context.find("forged.halltwin") != std::string::npos);
        CHECK_FALSE(project.error().remedy.empty());
        return project.error();
    }

private:
    ScratchFolder m_folder;
};

}  // namespace halltwin::tests
