// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/migration.h"

#include "model/core/file_io.h"
#include "model/storage/database.h"
#include "model/storage/project_file.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string>

namespace halltwin::storage {
namespace {

namespace fs = std::filesystem;

/// Ceiling void, lights, people, envelope and blanking gaps. The defaults are what schema 1 meant.
constexpr std::string_view from1 = R"sql(
ALTER TABLE halls ADD COLUMN ceiling_void_m REAL NOT NULL DEFAULT 0;
ALTER TABLE halls ADD COLUMN ceiling_leakage REAL NOT NULL DEFAULT 0.0025;
ALTER TABLE halls ADD COLUMN lights_w_per_m2 REAL NOT NULL DEFAULT 0;
ALTER TABLE halls ADD COLUMN people INTEGER NOT NULL DEFAULT 0;
ALTER TABLE halls ADD COLUMN wall_w_per_m2_k REAL NOT NULL DEFAULT 0;
ALTER TABLE halls ADD COLUMN roof_w_per_m2_k REAL NOT NULL DEFAULT 0;
ALTER TABLE items ADD COLUMN blanking_gap REAL;
)sql";

/// Phases, cables and breakers of power links. The defaults are what schema 2 meant.
constexpr std::string_view from2 = R"sql(
ALTER TABLE power_links ADD COLUMN phase TEXT NOT NULL DEFAULT 'all';
ALTER TABLE power_links ADD COLUMN length_m REAL;
ALTER TABLE power_links ADD COLUMN area_mm2 REAL;
ALTER TABLE power_links ADD COLUMN conductor TEXT NOT NULL DEFAULT 'copper';
ALTER TABLE power_links ADD COLUMN breaker_a REAL;
)sql";

/// Climate, weather file and load profile of a year. The defaults are what schema 3 meant.
constexpr std::string_view from3 = R"sql(
ALTER TABLE site ADD COLUMN climate TEXT NOT NULL DEFAULT '';
ALTER TABLE site ADD COLUMN weather_file TEXT NOT NULL DEFAULT '';
ALTER TABLE economics ADD COLUMN load_profile TEXT NOT NULL DEFAULT 'constant';
)sql";

/// Outside air, pipes and the control of the cooling plant. The defaults are what schema 4 meant.
constexpr std::string_view from4 = R"sql(
ALTER TABLE site ADD COLUMN outdoor_wet_bulb_k REAL;
ALTER TABLE halls ADD COLUMN outside_air TEXT NOT NULL DEFAULT 'none';
ALTER TABLE cooling_links ADD COLUMN length_m REAL;
ALTER TABLE cooling_links ADD COLUMN bore_mm REAL;
ALTER TABLE cooling_links ADD COLUMN insulation_mm REAL;
CREATE TABLE plant (
    staging TEXT NOT NULL,
    supply_reset TEXT NOT NULL,
    reset_rise_k REAL NOT NULL,
    mlc_limit REAL,
    elc_limit REAL
) STRICT;
INSERT INTO plant VALUES ('all-units', 'none', 4, NULL, NULL);
)sql";

/// Fabrics, their changes by hand and cable trays; schema 5 had none.
constexpr std::string_view from5 = R"sql(
CREATE TABLE fabrics (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    topology TEXT NOT NULL,
    leaf_switch TEXT NOT NULL,
    spine_switch TEXT NOT NULL,
    hall INTEGER,
    placement TEXT NOT NULL,
    routing TEXT NOT NULL,
    oversubscription REAL NOT NULL,
    unit_nodes INTEGER NOT NULL,
    tiers INTEGER NOT NULL,
    group_switches INTEGER NOT NULL,
    hosts_per_switch INTEGER NOT NULL,
    global_links INTEGER NOT NULL,
    torus_x INTEGER NOT NULL,
    torus_y INTEGER NOT NULL,
    torus_z INTEGER NOT NULL,
    slack_share REAL NOT NULL,
    slack_m REAL NOT NULL
) STRICT;
CREATE TABLE fabric_edits (
    id INTEGER PRIMARY KEY,
    fabric INTEGER NOT NULL,
    kind TEXT NOT NULL,
    first TEXT NOT NULL,
    second TEXT NOT NULL,
    switch TEXT NOT NULL,
    rack INTEGER,
    unit INTEGER
) STRICT;
CREATE TABLE trays (
    id INTEGER PRIMARY KEY,
    hall INTEGER NOT NULL,
    name TEXT NOT NULL,
    from_x_m REAL NOT NULL,
    from_y_m REAL NOT NULL,
    to_x_m REAL NOT NULL,
    to_y_m REAL NOT NULL,
    height_m REAL NOT NULL,
    width_m REAL NOT NULL,
    depth_m REAL NOT NULL,
    fill_limit REAL NOT NULL
) STRICT;
)sql";

constexpr std::array released{Migration{1, from1}, Migration{2, from2}, Migration{3, from3},
                              Migration{4, from4}, Migration{5, from5}};

Result<std::string> upgradedBytes(const fs::path& file, int from, int target,
                                  std::span<const Migration> steps) {
    SQLite::Database database = copyToMemory(file);
    SQLite::Transaction transaction(database);
    for (int version = from; version < target; ++version) {
        const auto step = std::find_if(steps.begin(), steps.end(),
                                       [&](const Migration& m) { return m.from == version; });
        if (step == steps.end()) {
            return fail(
                ErrorCode::Unsupported,
                fmt::format("has schema {}, from which there is no way to schema {}", from, target),
                file.string(), "open and save it with the version that wrote it");
        }
        database.exec(std::string(step->sql));
    }
    setIdentity(database, projectApplicationId, target);
    transaction.commit();
    return serialized(database);
}

fs::path freeBackupName(const fs::path& file, int version) {
    const std::string stem = file.stem().string();
    for (int number = 1;; ++number) {
        const std::string suffix = number == 1 ? "" : fmt::format("-{}", number);
        const fs::path name =
            file.parent_path() /
            fmt::format("{}.schema-{}.bak{}{}", stem, version, suffix, file.extension().string());
        std::error_code error;
        if (!fs::exists(name, error)) return name;
    }
}

}  // namespace

std::span<const Migration> migrations() {
    return released;
}

Result<void> upgradeFile(const fs::path& file, int from, int target,
                         std::span<const Migration> steps) {
    const auto bytes =
        guarded(file.string(), [&] { return upgradedBytes(file, from, target, steps); });
    if (!bytes) return tl::unexpected(bytes.error());
    const auto before = readFile(file);
    if (!before) return tl::unexpected(before.error());
    const auto backup = writeFileAtomically(freeBackupName(file, from), *before);
    if (!backup) return backup;
    return writeFileAtomically(file, *bytes);
}

}  // namespace halltwin::storage
