// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/file_io.h"
#include "model/storage/project_file.h"
#include "model/storage/recovery.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"
#include "tests/support/random_project.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <sys/wait.h>
#include <unistd.h>

using namespace halltwin;
using namespace halltwin::storage;
namespace fs = std::filesystem;

namespace {

Project withLabel(Project project, std::int64_t id, const std::string& label) {
    Item item = *project.items.find(ItemId{id});
    item.label = label;
    project.items.set(item);
    return project;
}

std::size_t filesIn(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

/// A session in a process of its own that dies without a goodbye after `work`.
template <class Work>
void inKilledProcess(const Work& work) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        work();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(status == 0);
}

}  // namespace

TEST_CASE("after a crash every recorded edit comes back, of any kind") {
    const tests::ScratchFolder folder;
    const fs::path file = folder / "hall.halltwin";
    const Project first = tests::aRandomProject(1);
    const Project second = tests::aRandomProject(2);
    const Project third = tests::aRandomProject(3);
    REQUIRE(saveProject(file, first));
    inKilledProcess([&] {
        RecoveryJournal journal(file);
        if (!journal.record(first, second) || !journal.record(second, third)) ::_exit(1);
        ::_exit(0);  // the journal's destructor does not run
    });

    const auto info = RecoveryJournal::find(file);
    REQUIRE(info);
    CHECK(info->unsavedEdits == 2);
    CHECK(info->projectFile == file);
    CHECK(info->projectName == third.info.name);
    CHECK_FALSE(info->inUse);
    const auto age = std::chrono::system_clock::now() - info->lastEdit;
    CHECK(std::chrono::abs(age) < std::chrono::minutes(1));
    const auto recovered = RecoveryJournal::recover(file);
    REQUIRE(recovered);
    REQUIRE(saveProject(folder / "third.halltwin", third));
    CHECK(*recovered == openProject(folder / "third.halltwin"));
    CHECK(RecoveryJournal::find(file));  // still there until it is dismissed

    RecoveryJournal::dismiss(file);
    CHECK_FALSE(RecoveryJournal::find(file));
    CHECK_FALSE(RecoveryJournal::recover(file));
}

TEST_CASE("nothing is written before the first edit, and nothing stays after saving and closing") {
    const tests::ScratchFolder folder;
    const fs::path file = folder / "hall.halltwin";
    const Project project = tests::aProjectOfItems(3);
    const Project edited = withLabel(project, 2, "New");
    {
        RecoveryJournal journal(file);
        CHECK(filesIn(folder.path()) == 0);
        REQUIRE(journal.record(project, edited));
        CHECK(fs::exists(RecoveryJournal::recoveryFileOf(file)));
        REQUIRE(journal.markSaved());
    }
    CHECK(filesIn(folder.path()) == 0);
    {
        RecoveryJournal journal(file);
        REQUIRE(journal.record(project, edited));
        journal.discard();
        CHECK(filesIn(folder.path()) == 0);
        REQUIRE(journal.record(project, edited));
    }
    CHECK(RecoveryJournal::find(file));  // closed with an unsaved edit: kept
}

TEST_CASE("after a save only later edits count as unsaved") {
    const tests::ScratchFolder folder;
    const fs::path file = folder / "hall.halltwin";
    const Project first = tests::aProjectOfItems(3);
    const Project second = withLabel(first, 1, "Second");
    const Project third = withLabel(second, 2, "Third");
    inKilledProcess([&] {
        RecoveryJournal journal(file);
        if (!journal.record(first, second) || !journal.markSaved()) ::_exit(1);
        ::_exit(0);
    });
    CHECK_FALSE(RecoveryJournal::find(file));
    inKilledProcess([&] {
        RecoveryJournal journal(file);
        if (!journal.record(first, second) || !journal.markSaved()) ::_exit(1);
        if (!journal.record(second, third)) ::_exit(1);
        ::_exit(0);
    });
    REQUIRE(RecoveryJournal::find(file));
    CHECK(RecoveryJournal::find(file)->unsavedEdits == 1);
    CHECK(RecoveryJournal::recover(file) == third);
}

TEST_CASE("a second window neither reads nor takes the recovery file of a living one") {
    const tests::ScratchFolder folder;
    const fs::path file = folder / "hall.halltwin";
    const Project project = tests::aProjectOfItems(3);
    const Project edited = withLabel(project, 1, "First window");
    RecoveryJournal journal(file);
    REQUIRE(journal.record(project, edited));

    const auto check = [&] {
        const auto info = RecoveryJournal::find(file);
        bool held = info && info->inUse;
        RecoveryJournal second(file);
        const auto recorded = second.record(project, withLabel(project, 2, "Second window"));
        held = held && !recorded && recorded.error().code == ErrorCode::IoFailure;
        held = held && !RecoveryJournal::recover(file);
        RecoveryJournal::dismiss(file);
        return held && fs::exists(RecoveryJournal::recoveryFileOf(file));
    };
    CHECK(check());
    inKilledProcess([&] { ::_exit(check() ? 0 : 1); });

    REQUIRE(journal.record(edited, withLabel(edited, 3, "Goes on")));
    inKilledProcess([&] { ::_exit(check() ? 0 : 1); });
}

TEST_CASE("an edit that was not recorded comes in with the next one") {
    const tests::ScratchFolder folder;
    const fs::path file = folder / "hall.halltwin";
    const Project first = tests::aProjectOfItems(3);
    Project bad = withLabel(first, 1, "Kept");
    bad.site.altitude = metres(1e9);
    Project good = withLabel(bad, 2, "Also kept");
    good.site.altitude = metres(100.0);
    {
        RecoveryJournal journal(file);
        REQUIRE(journal.record(first, first));
        CHECK(journal.record(first, bad).error().code == ErrorCode::OutOfRange);
        REQUIRE(journal.record(bad, good));
    }
    CHECK(RecoveryJournal::recover(file) == good);
}

TEST_CASE("a recovery file that cannot be read is no hindrance") {
    const tests::ScratchFolder folder;
    const fs::path file = folder / "hall.halltwin";
    const Project project = tests::aProjectOfItems(3);
    for (const std::string& noise :
         {std::string("noise"), std::string(20000, 'x'), std::string()}) {
        REQUIRE(writeFileAtomically(RecoveryJournal::recoveryFileOf(file), noise));
        CHECK_FALSE(RecoveryJournal::find(file));
        CHECK_FALSE(RecoveryJournal::recover(file));
        RecoveryJournal journal(file);
        CHECK(journal.record(project, withLabel(project, 1, "New")));
        journal.discard();
    }
}

TEST_CASE("a project file is no recovery file, nor the other way round") {
    const tests::ScratchFolder folder;
    const fs::path file = folder / "hall.halltwin";
    const Project project = tests::aProjectOfItems(3);
    REQUIRE(saveProject(RecoveryJournal::recoveryFileOf(file), project));
    CHECK_FALSE(RecoveryJournal::find(file));
    CHECK(RecoveryJournal::recover(file).error().code == ErrorCode::NotAProject);
    {
        RecoveryJournal journal(file);
        REQUIRE(journal.record(project, withLabel(project, 1, "New")));
    }
    CHECK(openProject(RecoveryJournal::recoveryFileOf(file)).error().code ==
          ErrorCode::NotAProject);
}

TEST_CASE("a folder that cannot be written to is an error, not a crash") {
    const tests::ScratchFolder folder;
    RecoveryJournal journal(folder / "absent/hall.halltwin");
    const auto result = journal.record(Project{}, Project{});
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::IoFailure);
}

TEST_CASE("projects that were never saved have a place of their own and are found there") {
    const tests::ScratchFolder state;
    ::setenv("XDG_STATE_HOME", state.path().c_str(), 1);
    CHECK(RecoveryJournal::findUntitled().empty());
    const fs::path first = RecoveryJournal::newUntitledPath();
    const fs::path second = RecoveryJournal::newUntitledPath();
    CHECK(first != second);
    CHECK(first.string().starts_with(state.path().string()));
    const Project edited = tests::aProjectOfItems(2);
    {
        RecoveryJournal journal(first);
        REQUIRE(journal.record(Project{}, edited));
        CHECK(RecoveryJournal::findUntitled().empty());  // a living window's
    }
    const auto found = RecoveryJournal::findUntitled();
    REQUIRE(found.size() == 1);
    CHECK(found[0].projectFile == first);
    CHECK(RecoveryJournal::recover(found[0].projectFile) == edited);
    RecoveryJournal::dismiss(found[0].projectFile);
    CHECK(RecoveryJournal::findUntitled().empty());
    ::unsetenv("XDG_STATE_HOME");
}
