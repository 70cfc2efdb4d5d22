// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/recovery.h"

#include "model/storage/database.h"
#include "model/storage/project_file.h"
#include "model/storage/project_tables.h"
#include "model/storage/schema.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>
#include <utility>

namespace halltwin::storage {
namespace {

namespace fs = std::filesystem;
using std::chrono::system_clock;

constexpr std::string_view suffix = ".halltwin-recovery";
constexpr std::string_view untitledPrefix = "untitled-";

/// With exclusive locking the write-ahead log needs no shared memory file, and the lock, which ends
/// with the process, tells other windows that the file is taken.
SQLite::Database openLocked(const fs::path& file, int flags) {
    SQLite::Database database(file.string(), flags);
    harden(database);
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    database.exec("BEGIN IMMEDIATE; COMMIT");
    return database;
}

std::int64_t unixMilliseconds(system_clock::time_point time) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

void stamp(SQLite::Database& database, const fs::path& projectFile, std::int64_t unsavedEdits) {
    database.exec("DELETE FROM recovery");
    SQLite::Statement insert(database, "INSERT INTO recovery VALUES (?, ?, ?, ?)");
    insert.bind(1, projectFile.string());
    insert.bind(2, static_cast<std::int64_t>(::getpid()));
    insert.bind(3, unsavedEdits);
    insert.bind(4, unixMilliseconds(system_clock::now()));
    insert.exec();
}

void removeFiles(const fs::path& recoveryFile) {
    std::error_code ignored;
    for (const char* part : {"", "-wal", "-shm", "-journal"})
        fs::remove(recoveryFile.string() + part, ignored);
}

std::int64_t identity(SQLite::Database& database, const char* pragma) {
    SQLite::Statement statement(database, pragma);
    return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

Result<void> checkIdentity(SQLite::Database& database, const fs::path& recoveryFile) {
    if (identity(database, "PRAGMA application_id") != recoveryApplicationId) {
        return fail(ErrorCode::NotAProject, "is not a recovery file", recoveryFile.string(),
                    "remove it");
    }
    const std::int64_t version = identity(database, "PRAGMA user_version");
    if (version == projectSchemaVersion) return {};
    return fail(version > projectSchemaVersion ? ErrorCode::NewerSchema : ErrorCode::Unsupported,
                fmt::format("was written in file schema {}; this program reads schema {}", version,
                            projectSchemaVersion),
                recoveryFile.string(), "recover with the version of HallTwin that wrote it");
}

std::optional<RecoveryInfo> readInfo(const fs::path& recoveryFile) {
    std::error_code error;
    if (!fs::is_regular_file(recoveryFile, error)) return std::nullopt;
    RecoveryInfo info;
    info.recoveryFile = recoveryFile;
    try {
        SQLite::Database database = openLocked(recoveryFile, SQLite::OPEN_READWRITE);
        if (!checkIdentity(database, recoveryFile)) return std::nullopt;
        SQLite::Statement row(database, "SELECT project_file, process_id, unsaved_edits, "
                                        "last_edit_unix_ms, info.name FROM recovery, info LIMIT 1");
        if (!row.executeStep()) return std::nullopt;
        info.projectFile = row.getColumn(0).getString();
        info.processId = row.getColumn(1).getInt64();
        info.unsavedEdits = row.getColumn(2).getInt64();
        info.lastEdit =
            system_clock::time_point(std::chrono::milliseconds(row.getColumn(3).getInt64()));
        info.projectName = row.getColumn(4).getString();
    } catch (const SQLite::Exception& exception) {
        if (exception.getErrorCode() != SQLITE_BUSY) return std::nullopt;
        info.inUse = true;
        return info;
    }
    if (info.unsavedEdits == 0) return std::nullopt;
    return info;
}

fs::path stateFolder() {
    if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && *state == '/') {
        return fs::path(state) / "halltwin";
    }
    const char* home = std::getenv("HOME");
    const fs::path base =
        home != nullptr && *home == '/' ? fs::path(home) : fs::temp_directory_path();
    return base / ".local" / "state" / "halltwin";
}

}  // namespace

struct RecoveryJournal::State {
    fs::path projectFile;
    fs::path recoveryFile;
    std::optional<SQLite::Database> database;
    std::optional<Project> written;  ///< what the recovery file holds
    std::int64_t unsavedEdits = 0;

    /// Makes a fresh recovery file that holds `project`. One that a window left which is gone is
    /// replaced.
    void create(const Project& project) {
        if (projectFile.parent_path() == stateFolder()) {
            std::error_code ignored;
            fs::create_directories(stateFolder(), ignored);
        }
        database.emplace(openLocked(recoveryFile, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE));
        SQLite::Transaction transaction(*database);
        dropTables();
        setIdentity(*database, recoveryApplicationId, projectSchemaVersion);
        database->exec(std::string(schemaSql()));
        database->exec(std::string(recoverySchemaSql()));
        writeProject(*database, project);
        stamp(*database, projectFile, 0);
        transaction.commit();
        written = project;
        unsavedEdits = 0;
    }

    void close() {
        database.reset();
        written.reset();
        unsavedEdits = 0;
    }

private:
    void dropTables() {
        std::vector<std::string> names;
        SQLite::Statement tables(*database, "SELECT name FROM sqlite_schema WHERE type = 'table'");
        while (tables.executeStep())
            names.push_back(tables.getColumn(0).getString());
        tables.reset();
        for (const std::string& name : names)
            database->exec(fmt::format("DROP TABLE \"{}\"", name));
    }
};

RecoveryJournal::RecoveryJournal(fs::path projectFile) : m_state(std::make_unique<State>()) {
    m_state->recoveryFile = recoveryFileOf(projectFile);
    m_state->projectFile = std::move(projectFile);
}

RecoveryJournal::~RecoveryJournal() {
    if (m_state && m_state->unsavedEdits == 0) discard();
}

RecoveryJournal::RecoveryJournal(RecoveryJournal&&) noexcept = default;
RecoveryJournal& RecoveryJournal::operator=(RecoveryJournal&& other) noexcept {
    std::swap(m_state, other.m_state);  // other's destructor deals with what was ours
    return *this;
}

Result<void> RecoveryJournal::prepare(const Project& current) {
    if (auto storable = checkStorable(current); !storable) return storable;
    const auto create = [&]() -> Result<void> {
        m_state->create(current);
        return {};
    };
    auto created = guarded(m_state->recoveryFile.string(), create);
    if (!created && created.error().code == ErrorCode::CorruptFile) {
        // A leftover that nobody can read is of no use.
        m_state->close();
        removeFiles(m_state->recoveryFile);
        created = guarded(m_state->recoveryFile.string(), create);
    }
    if (!created) m_state->close();
    return created;
}

Result<void> RecoveryJournal::record(const Project& before, const Project& after) {
    if (!m_state->written) {
        if (auto prepared = prepare(before); !prepared) return prepared;
    }
    return guarded(m_state->recoveryFile.string(), [&]() -> Result<void> {
        SQLite::Transaction transaction(*m_state->database);
        auto result = writeDifference(*m_state->database, *m_state->written, after);
        if (!result) return result;
        stamp(*m_state->database, m_state->projectFile, m_state->unsavedEdits + 1);
        transaction.commit();
        m_state->written = after;
        ++m_state->unsavedEdits;
        return {};
    });
}

Result<void> RecoveryJournal::markSaved() {
    if (!m_state->written) return {};
    return guarded(m_state->recoveryFile.string(), [&]() -> Result<void> {
        SQLite::Transaction transaction(*m_state->database);
        stamp(*m_state->database, m_state->projectFile, 0);
        transaction.commit();
        m_state->unsavedEdits = 0;
        return {};
    });
}

void RecoveryJournal::discard() {
    if (!m_state->database) return;
    m_state->close();
    removeFiles(m_state->recoveryFile);
}

const fs::path& RecoveryJournal::projectFile() const {
    return m_state->projectFile;
}

fs::path RecoveryJournal::recoveryFileOf(const fs::path& projectFile) {
    std::error_code error;
    fs::path whole = fs::weakly_canonical(projectFile, error);
    if (error) whole = fs::absolute(projectFile, error);
    const bool isOurs = whole.extension() == ".halltwin";
    const fs::path name = isOurs ? whole.stem() : whole.filename();
    return whole.parent_path() / fmt::format(".{}{}", name.string(), suffix);
}

std::optional<RecoveryInfo> RecoveryJournal::find(const fs::path& projectFile) {
    auto info = readInfo(recoveryFileOf(projectFile));
    // The file may have been moved since, with its recovery file.
    if (info) info->projectFile = projectFile;
    return info;
}

Result<Project> RecoveryJournal::recover(const fs::path& projectFile) {
    const fs::path file = recoveryFileOf(projectFile);
    std::error_code error;
    if (!fs::exists(file, error)) {
        return fail(ErrorCode::NotFound, "there are no unsaved edits", file.string(),
                    "open the project itself");
    }
    return guarded(file.string(), [&]() -> Result<Project> {
        SQLite::Database database = openLocked(file, SQLite::OPEN_READWRITE);
        if (auto sound = checkIdentity(database, file); !sound)
            return tl::unexpected(sound.error());
        return readProject(database, file.string());
    });
}

void RecoveryJournal::dismiss(const fs::path& projectFile) {
    const fs::path file = recoveryFileOf(projectFile);
    const auto info = readInfo(file);
    if (!info || !info->inUse) removeFiles(file);
}

fs::path RecoveryJournal::newUntitledPath() {
    static std::atomic<int> count{0};
    const std::int64_t now = unixMilliseconds(system_clock::now());
    return stateFolder() /
           fmt::format("{}{}-{}-{}.halltwin", untitledPrefix, now, ::getpid(), ++count);
}

std::vector<RecoveryInfo> RecoveryJournal::findUntitled() {
    std::vector<RecoveryInfo> found;
    std::error_code error;
    for (fs::directory_iterator at(stateFolder(), error), end; !error && at != end;
         at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (!name.starts_with(fmt::format(".{}", untitledPrefix)) || !name.ends_with(suffix))
            continue;
        auto info = readInfo(at->path());
        if (!info || info->inUse) continue;
        // ".untitled-1.halltwin-recovery" belongs to "untitled-1.halltwin"
        const std::string stem = name.substr(1, name.size() - 1 - suffix.size());
        info->projectFile = at->path().parent_path() / (stem + ".halltwin");
        found.push_back(std::move(*info));
    }
    std::sort(found.begin(), found.end(),
              [](const RecoveryInfo& a, const RecoveryInfo& b) { return a.lastEdit > b.lastEdit; });
    return found;
}

}  // namespace halltwin::storage
