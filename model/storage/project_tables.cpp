// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/project_tables.h"

#include "model/project/parts.h"
#include "model/storage/row_io.h"

#include <set>
#include <vector>

namespace halltwin::storage {
namespace {

constexpr std::string_view damagedRemedy =
    "open a copy from before, or correct the row with the sqlite3 program";

template <class Entity>
std::string columnList() {
    std::string list;
    for (const std::string& column : columnsOf<Entity>())
        list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", column);
    return list;
}

/// Puts rows of one kind into their table; one of the same id is replaced.
template <class Entity>
class RowWriter {
public:
    RowWriter(SQLite::Database& database, std::string_view table)
        : m_statement(database, insertSql(table)) {}

    void write(const Entity& entity) {
        visitFields(RowBinder(m_statement), entity);
        m_statement.exec();
        m_statement.reset();
    }

private:
    static std::string insertSql(std::string_view table) {
        const std::size_t columns = columnsOf<Entity>().size();
        std::string places = "?";
        for (std::size_t i = 1; i < columns; ++i)
            places += ", ?";
        return fmt::format("INSERT OR REPLACE INTO \"{}\" ({}) VALUES ({})", table,
                           columnList<Entity>(), places);
    }

    SQLite::Statement m_statement;
};

template <class Entity>
void replaceSingle(SQLite::Database& database, std::string_view table, const Entity& entity) {
    database.exec(fmt::format("DELETE FROM \"{}\"", table));
    RowWriter<Entity>(database, table).write(entity);
}

struct PartWriter {
    SQLite::Database& database;

    template <class Entity>
    void operator()(std::string_view name, const Entity& entity) const {
        replaceSingle(database, name, entity);
    }
    template <class Entity>
    void operator()(std::string_view name, const Table<Entity>& table) const {
        RowWriter<Entity> writer(database, name);
        for (const Entity& entity : table)
            writer.write(entity);
    }
};

/// Calls added(row) for rows of `after` that are new or differ, removed(id) for those of `before`
/// that are gone. Rows that two versions of a table share are the same object, so most of the walk
/// compares pointers.
template <class Entity, class Added, class Removed>
void compareTables(const Table<Entity>& before, const Table<Entity>& after, const Added& added,
                   const Removed& removed) {
    if (&before.rows() == &after.rows()) return;
    auto old = before.rows().begin();
    const auto oldEnd = before.rows().end();
    for (const auto& row : after.rows()) {
        for (; old != oldEnd && (*old)->id < row->id; ++old)
            removed((*old)->id);
        const bool isPresent = old != oldEnd && (*old)->id == row->id;
        if (!isPresent || (*old != row && **old != *row)) added(*row);
        if (isPresent) ++old;
    }
    for (; old != oldEnd; ++old)
        removed((*old)->id);
}

template <class Entity>
Result<void> checkEntity(std::string_view table, const Entity& entity) {
    const auto problem = checkFields(entity);
    if (!problem) return {};
    std::string where(table);
    if constexpr (requires { entity.id; }) where += fmt::format(" {}", entity.id.value);
    return fail(ErrorCode::OutOfRange, fmt::format("\"{}\" {}", problem->field, problem->message),
                where, "correct the value, then save again");
}

/// Runs a check over the parts of a project until one fails.
template <class Check>
Result<void> checkParts(const Project& project, const Check& check) {
    Result<void> result;
    visitParts(
        [&](std::string_view name, const auto& part) {
            if (result) result = check(name, part);
        },
        project);
    return result;
}

struct StorableCheck {
    template <class Entity>
    Result<void> operator()(std::string_view name, const Entity& entity) const {
        return checkEntity(name, entity);
    }
    template <class Entity>
    Result<void> operator()(std::string_view name, const Table<Entity>& table) const {
        if (table.size() > maximumRows) {
            return fail(ErrorCode::OverLimit, fmt::format("has more than {} rows", maximumRows),
                        std::string(name), "split the project");
        }
        for (const Entity& entity : table) {
            if (auto result = checkEntity(name, entity); !result) return result;
        }
        return {};
    }
};

/// Pairs each part of one project with the same part of another.
template <class Visit>
void visitBoth(const Project& before, const Project& after, const Visit& visit) {
    std::vector<const void*> others;
    visitParts([&](std::string_view, const auto& part) { others.push_back(&part); }, before);
    std::size_t next = 0;
    visitParts(
        [&]<class Part>(std::string_view name, const Part& part) {
            visit(name, *static_cast<const Part*>(others[next++]), part);
        },
        after);
}

class DifferenceCheck {
public:
    template <class Entity>
    void operator()(std::string_view name, const Entity& before, const Entity& after) const {
        if (before != after) note(checkEntity(name, after));
    }
    template <class Entity>
    void operator()(std::string_view name, const Table<Entity>& before,
                    const Table<Entity>& after) const {
        compareTables(
            before, after, [&](const Entity& row) { note(checkEntity(name, row)); }, [](auto) {});
    }

    Result<void>& result;

private:
    void note(Result<void> found) const {
        if (result) result = std::move(found);
    }
};

struct DifferenceWriter {
    SQLite::Database& database;

    template <class Entity>
    void operator()(std::string_view name, const Entity& before, const Entity& after) const {
        if (before != after) replaceSingle(database, name, after);
    }
    template <class Entity>
    void operator()(std::string_view name, const Table<Entity>& before,
                    const Table<Entity>& after) const {
        if (&before.rows() == &after.rows()) return;
        RowWriter<Entity> writer(database, name);
        SQLite::Statement erase(database, fmt::format("DELETE FROM \"{}\" WHERE id = ?", name));
        compareTables(
            before, after, [&](const Entity& row) { writer.write(row); },
            [&](auto id) {
                erase.bind(1, id.value);
                erase.exec();
                erase.reset();
            });
    }
};

/// Reads parts; keeps the first error and reads nothing after it.
class PartLoader {
public:
    PartLoader(SQLite::Database& database, const std::string& context)
        : m_database(database),
          m_context(context) {}

    template <class Entity>
    void operator()(std::string_view name, Entity& entity) {
        if (m_error) return;
        SQLite::Statement rows(m_database,
                               fmt::format("SELECT {} FROM \"{}\"", columnList<Entity>(), name));
        int count = 0;
        for (; rows.executeStep() && !m_error; ++count)
            readRow(rows, entity, name);
        if (!m_error && count != 1) {
            add(ErrorCode::CorruptFile, name, fmt::format("has {} rows, expected one", count));
        }
    }
    template <class Entity>
    void operator()(std::string_view name, Table<Entity>& table) {
        if (m_error) return;
        SQLite::Statement rows(m_database, fmt::format("SELECT {} FROM \"{}\" ORDER BY id",
                                                       columnList<Entity>(), name));
        decltype(Entity::id) last;
        while (rows.executeStep()) {
            Entity entity;
            if (!readRow(rows, entity, name)) return;
            if (entity.id <= last) {
                return add(ErrorCode::DuplicateId, name,
                           fmt::format("holds the id {} twice", entity.id.value));
            }
            last = entity.id;
            table.set(std::move(entity));
        }
    }

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    template <class Entity>
    bool readRow(SQLite::Statement& row, Entity& entity, std::string_view table) {
        RowReader reader(row);
        visitFields(reader, entity);
        if (!reader.error()) return true;
        std::string where(table);
        if constexpr (requires { entity.id; }) where += fmt::format(" {}", entity.id.value);
        add(reader.error()->code, where, reader.error()->message);
        return false;
    }
    void add(ErrorCode code, std::string_view where, std::string message) {
        m_error = Error{code, std::move(message), fmt::format("{}: {}", m_context, where),
                        std::string(damagedRemedy)};
    }

    SQLite::Database& m_database;
    const std::string& m_context;
    std::optional<Error> m_error;
};

/// A real table with exactly our columns (no view, virtual table or generated column, which could
/// run code of the file's author) and no more rows than a project may have.
Result<void> checkTable(SQLite::Database& database, std::string_view name,
                        const std::vector<std::string>& columns) {
    const std::string where = fmt::format("table {}", name);
    SQLite::Statement entry(database,
                            "SELECT count(*) FROM sqlite_schema WHERE name = ? AND type = 'table' "
                            "AND rootpage > 0");
    entry.bind(1, std::string(name));
    if (!entry.executeStep() || entry.getColumn(0).getInt() != 1) {
        return fail(ErrorCode::CorruptFile, "is missing", where, std::string(damagedRemedy));
    }
    std::set<std::string> found;
    bool isPlain = true;
    SQLite::Statement info(database, fmt::format("PRAGMA table_xinfo(\"{}\")", name));
    while (info.executeStep()) {
        found.insert(info.getColumn(1).getString());
        isPlain = isPlain && info.getColumn(6).getInt() == 0;
    }
    if (!isPlain || found != std::set<std::string>(columns.begin(), columns.end())) {
        return fail(ErrorCode::CorruptFile,
                    fmt::format("has the columns {}, expected {}", fmt::join(found, ", "),
                                fmt::join(columns, ", ")),
                    where, std::string(damagedRemedy));
    }
    SQLite::Statement count(
        database,
        fmt::format("SELECT count(*) FROM (SELECT 1 FROM \"{}\" LIMIT {})", name, maximumRows + 1));
    if (count.executeStep() && count.getColumn(0).getInt64() > static_cast<int>(maximumRows)) {
        return fail(ErrorCode::OverLimit, fmt::format("has more than {} rows", maximumRows), where,
                    "make sure that it is the right file");
    }
    return {};
}

struct TableCheck {
    SQLite::Database& database;

    template <class Entity>
    Result<void> operator()(std::string_view name, const Entity&) const {
        return checkTable(database, name, columnsOf<Entity>());
    }
    template <class Entity>
    Result<void> operator()(std::string_view name, const Table<Entity>&) const {
        return checkTable(database, name, columnsOf<Entity>());
    }
};

/// Structure of the pages: order of keys, records that fit, indices that agree.
Result<void> checkPages(SQLite::Database& database) {
    SQLite::Statement check(database, "PRAGMA quick_check(1)");
    const std::string verdict = check.executeStep() ? check.getColumn(0).getString() : "no verdict";
    if (verdict == "ok") return {};
    return fail(ErrorCode::CorruptFile, "is damaged: " + verdict, "", std::string(damagedRemedy));
}

Error withContext(Error error, const std::string& context) {
    error.context = error.context.empty() ? context : context + ": " + error.context;
    return error;
}

}  // namespace

Result<void> checkStorable(const Project& project) {
    auto result = checkParts(project, StorableCheck{});
    return result ? checkReferences(project) : result;
}

void writeProject(SQLite::Database& database, const Project& project) {
    visitParts(PartWriter{database}, project);
}

Result<void> writeDifference(SQLite::Database& database, const Project& before,
                             const Project& after) {
    Result<void> result;
    visitBoth(before, after, DifferenceCheck{result});
    if (result) visitBoth(before, after, DifferenceWriter{database});
    return result;
}

Result<Project> readProject(SQLite::Database& database, const std::string& context) {
    Project project;
    auto sound = checkParts(project, TableCheck{database});
    if (sound) sound = checkPages(database);
    if (!sound) return tl::unexpected(withContext(sound.error(), context));

    PartLoader loader(database, context);
    visitParts(loader, project);
    if (loader.error()) return tl::unexpected(*loader.error());
    sound = checkReferences(project);
    if (!sound) return tl::unexpected(withContext(sound.error(), context));
    return project;
}

}  // namespace halltwin::storage
