// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/project_file.h"

#include "model/core/file_io.h"
#include "model/storage/database.h"
#include "model/storage/migration.h"
#include "model/storage/project_tables.h"
#include "model/storage/schema.h"

#include <array>
#include <fmt/format.h>
#include <fstream>
#include <string>
#include <string_view>

namespace halltwin::storage {
namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

constexpr std::uintmax_t maximumFileBytes = 1ULL << 30;
constexpr std::string_view sqliteMagic = "SQLite format 3\0"sv;
constexpr std::size_t headerBytes = 100;

/// What we need of the first 100 bytes. Source: sqlite.org/fileformat2.html, section 1.3.
struct Header {
    std::uint32_t applicationId = 0;
    std::uint32_t schemaVersion = 0;
    bool usesWriteAheadLog = false;
};

std::uint32_t bigEndian(std::string_view bytes, std::size_t offset) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[offset + i]);
    return value;
}

tl::unexpected<Error> notAProject(const fs::path& file) {
    return fail(ErrorCode::NotAProject, "is not a HallTwin project", file.string(),
                "open a .halltwin file, or import other formats");
}

/// Looks at the file before SQLite does, so that a foreign file is told from a damaged one.
Result<Header> readHeader(const fs::path& file) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found) {
        return fail(ErrorCode::NotFound, "there is no such file", file.string(), "check the name");
    }
    if (!fs::is_regular_file(status)) return notAProject(file);
    if (const auto size = fs::file_size(file, error); !error && size > maximumFileBytes) {
        return fail(ErrorCode::OverLimit,
                    fmt::format("is larger than the limit of {} bytes", maximumFileBytes),
                    file.string(), "make sure that it is the right file");
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return fail(ErrorCode::IoFailure, "cannot be read", file.string(),
                    "check that you may read it");
    }
    std::array<char, headerBytes> buffer{};
    in.read(buffer.data(), buffer.size());
    const std::string_view bytes(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() < headerBytes || !bytes.starts_with(sqliteMagic)) return notAProject(file);
    return Header{bigEndian(bytes, 68), bigEndian(bytes, 60), bytes[18] != 1 || bytes[19] != 1};
}

Result<void> checkHeader(const Header& header, const fs::path& file) {
    if (header.applicationId != projectApplicationId) return notAProject(file);
    if (header.schemaVersion > static_cast<std::uint32_t>(projectSchemaVersion)) {
        return fail(ErrorCode::NewerSchema,
                    fmt::format("was saved in file schema {}; this program reads up to schema {}",
                                header.schemaVersion, projectSchemaVersion),
                    file.string(), "open it with a newer HallTwin");
    }
    if (header.usesWriteAheadLog) {
        return fail(ErrorCode::CorruptFile, "was put into write-ahead mode by another program",
                    file.string(), "run \"PRAGMA journal_mode = DELETE\" on it with sqlite3");
    }
    return {};
}

}  // namespace

Result<void> saveProject(const fs::path& file, const Project& project) {
    if (auto storable = checkStorable(project); !storable) return storable;
    const Result<std::string> bytes = guarded(file.string(), [&]() -> Result<std::string> {
        SQLite::Database database = openMemory();
        SQLite::Transaction transaction(database);
        setIdentity(database, projectApplicationId, projectSchemaVersion);
        database.exec(std::string(schemaSql()));
        writeProject(database, project);
        transaction.commit();
        return serialized(database);
    });
    if (!bytes) return tl::unexpected(bytes.error());
    return writeFileAtomically(file, *bytes);
}

Result<Project> openProject(const fs::path& file) {
    const auto header = readHeader(file);
    if (!header) return tl::unexpected(header.error());
    if (auto sound = checkHeader(*header, file); !sound) return tl::unexpected(sound.error());
    const int version = static_cast<int>(header->schemaVersion);
    if (version < projectSchemaVersion) {
        auto upgraded = upgradeFile(file, version, projectSchemaVersion, migrations());
        if (!upgraded) return tl::unexpected(upgraded.error());
    }
    return guarded(file.string(), [&] {
        SQLite::Database database = openImmutable(file);
        return readProject(database, file.string());
    });
}

}  // namespace halltwin::storage
