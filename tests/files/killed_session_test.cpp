// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/project_file.h"
#include "model/storage/recovery.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"
#include "tests/support/random_project.h"

#include <chrono>
#include <csignal>
#include <random>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace halltwin;
using namespace halltwin::storage;
namespace fs = std::filesystem;

namespace {

/// Edit number n renames one item to n and, now and then, adds or removes one. Its number can be
/// read off the project.
Project edited(Project project, int number) {
    Item item = *project.items.find(ItemId{1 + number % 20});
    item.label = "edit " + std::to_string(number);
    project.items.set(item);
    project.info.notes = std::to_string(number);
    if (number % 7 == 0) {
        item.id = project.items.nextId();
        project.items.set(item);
    }
    if (number % 11 == 0) {
        const ItemId last = project.items.rows().back()->id;
        if (last.value > 20) project.items.eraseIf([&](const Item& i) { return i.id == last; });
    }
    return project;
}

Project afterEdits(int count) {
    Project project = tests::aProjectOfItems(200);
    for (int number = 1; number <= count; ++number)
        project = edited(project, number);
    return project;
}

int editNumber(const Project& project) {
    return project.info.notes.empty() ? 0 : std::stoi(project.info.notes);
}

/// Edits, records, tells the parent, saves every tenth edit; until it is killed.
[[noreturn]] void editForEver(const fs::path& file, int toParent) {
    Project project = tests::aProjectOfItems(200);
    RecoveryJournal journal(file);
    if (!saveProject(file, project)) ::_exit(1);
    for (int number = 0;; ++number) {
        if (::write(toParent, &number, sizeof number) != sizeof number) ::_exit(0);
        Project next = edited(project, number + 1);
        if (!journal.record(project, next)) ::_exit(2);
        project = std::move(next);
        if (number % 10 == 9 && (!saveProject(file, project) || !journal.markSaved())) ::_exit(3);
    }
}

/// When to kill: so long after the session has reported so many edits. Counting them keeps the test
/// the same on a busy machine; with none, the kill may come before the first save is done.
struct KillMoment {
    int afterReports = 0;
    std::chrono::microseconds delay{};
};

/// Runs a session until then and returns the last edit that it reported, or −1.
int lastEditOfKilledSession(const fs::path& file, KillMoment moment) {
    int ends[2] = {};
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(ends[0]);
        editForEver(file, ends[1]);
    }
    ::close(ends[1]);
    int last = -1;
    int number = 0;
    const auto readReport = [&] {
        const bool isRead = ::read(ends[0], &number, sizeof number) == sizeof number;
        if (isRead) last = number;
        return isRead;
    };
    for (int i = 0; i < moment.afterReports; ++i)
        REQUIRE(readReport());
    std::this_thread::sleep_for(moment.delay);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));
    while (readReport()) {
    }
    ::close(ends[0]);
    return last;
}

/// What the user has after the next start: the file, or what is recovered.
Project found(const fs::path& file) {
    const auto saved = openProject(file);
    INFO((saved ? std::string() : describe(saved.error())));
    REQUIRE(saved);
    const auto info = RecoveryJournal::find(file);
    if (!info) return *saved;
    CHECK_FALSE(info->inUse);
    const auto recovered = RecoveryJournal::recover(file);
    INFO((recovered ? std::string() : describe(recovered.error())));
    REQUIRE(recovered);
    return editNumber(*recovered) > editNumber(*saved) ? *recovered : *saved;
}

}  // namespace

TEST_CASE("a killed session leaves a file that opens and every edit that it reported") {
    std::mt19937 random(2024);
    std::uniform_int_distribution<int> anyCount(0, 30);
    std::uniform_int_distribution<int> anyDelay(0, 5000);
    int sessionsWithEdits = 0;
    for (int session = 0; session < 200; ++session) {
        const tests::ScratchFolder folder;
        const fs::path file = folder / "hall.halltwin";
        const KillMoment moment{session % 5 == 0 ? 0 : anyCount(random),
                                std::chrono::microseconds(anyDelay(random))};
        const int reported = lastEditOfKilledSession(file, moment);
        INFO("session " << session << ", killed " << moment.delay.count() << " us after report "
                        << moment.afterReports << ", last report " << reported);
        if (reported < 0) {
            // Killed before the first save was done: there is no file yet, or a whole one.
            if (fs::exists(file)) REQUIRE(openProject(file));
            continue;
        }
        const Project project = found(file);
        const int number = editNumber(project);
        REQUIRE(number >= reported);
        REQUIRE(number <= reported + 1);
        REQUIRE(project == afterEdits(number));
        sessionsWithEdits += number > 0 ? 1 : 0;
    }
    CHECK(sessionsWithEdits > 100);
}
