// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/database.h"

#include "model/project/field_check.h"

#include <SQLiteCpp/Backup.h>
#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <memory>
#include <sqlite3.h>
#include <utility>

namespace halltwin::storage {
namespace {

constexpr std::uint64_t heapForPages = 64;  // MiB, before SQLite drops pages that it can read again

/// A file name as a URI path: what could end it or escape is percent-encoded.
std::string uriPath(const std::filesystem::path& file) {
    std::string uri;
    for (const char c : std::filesystem::absolute(file).string()) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '-' || c == '_';
        uri += isPlain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri;
}

}  // namespace

void harden(SQLite::Database& database) {
    sqlite3* handle = database.getHandle();
    constexpr std::array switches{
        std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1}, std::pair{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        std::pair{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        std::pair{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, std::pair{SQLITE_DBCONFIG_ENABLE_VIEW, 0}};
    for (const auto& [option, value] : switches)
        sqlite3_db_config(handle, option, value, nullptr);

    // An older schema may need more columns than ours for a while, hence the slack.
    constexpr std::array limits{
        std::pair{SQLITE_LIMIT_LENGTH, static_cast<int>(4 * maximumTextBytes)},
        std::pair{SQLITE_LIMIT_SQL_LENGTH, 100'000},
        std::pair{SQLITE_LIMIT_COLUMN, 200},
        std::pair{SQLITE_LIMIT_EXPR_DEPTH, 50},
        std::pair{SQLITE_LIMIT_COMPOUND_SELECT, 10},
        std::pair{SQLITE_LIMIT_ATTACHED, 0},
        std::pair{SQLITE_LIMIT_TRIGGER_DEPTH, 1},
        std::pair{SQLITE_LIMIT_WORKER_THREADS, 0}};
    for (const auto& [limit, value] : limits)
        sqlite3_limit(handle, limit, value);
    database.exec("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;");
    database.exec(fmt::format("PRAGMA cache_size = -{}", heapForPages * 1024));
}

SQLite::Database openImmutable(const std::filesystem::path& file) {
    SQLite::Database database("file:" + uriPath(file) + "?immutable=1",
                              SQLite::OPEN_READONLY | SQLite::OPEN_URI);
    harden(database);
    return database;
}

SQLite::Database openMemory() {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    harden(database);
    return database;
}

SQLite::Database copyToMemory(const std::filesystem::path& file) {
    SQLite::Database source = openImmutable(file);
    SQLite::Database copy = openMemory();
    SQLite::Backup(copy, source).executeStep();
    return copy;
}

std::string serialized(SQLite::Database& database) {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> bytes(
        sqlite3_serialize(database.getHandle(), "main", &size, 0), &sqlite3_free);
    if (bytes == nullptr) throw SQLite::Exception("out of memory", SQLITE_NOMEM);
    return {reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
}

void setIdentity(SQLite::Database& database, std::uint32_t applicationId, int schemaVersion) {
    database.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};",
                              applicationId, schemaVersion));
}

Error errorFrom(const SQLite::Exception& exception, const std::string& context) {
    const std::string what = exception.what();
    switch (exception.getErrorCode()) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorCode::IoFailure, "is in use by another window", context,
                    "close the other window"};
        case SQLITE_FULL:
            return {ErrorCode::IoFailure, "the disk is full", context, "free some disk space"};
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_READONLY:
        case SQLITE_IOERR:
            return {ErrorCode::IoFailure, "cannot be read or written: " + what, context,
                    "check the folder and its permissions"};
        case SQLITE_TOOBIG:
        case SQLITE_NOMEM:
            return {ErrorCode::OverLimit, "holds more than a project may: " + what, context,
                    "open a copy from before"};
        default:
            return {ErrorCode::CorruptFile, "is damaged: " + what, context,
                    "open a copy from before, or recover what the sqlite3 program can read"};
    }
}

}  // namespace halltwin::storage
