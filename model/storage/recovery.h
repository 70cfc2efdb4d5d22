// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/project.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace halltwin::storage {

/// A recovery file with edits that were not saved.
struct RecoveryInfo {
    std::filesystem::path
        projectFile;  ///< what the edits belong to; for an untitled project its stand-in path
    std::filesystem::path recoveryFile;
    std::string projectName;
    std::int64_t unsavedEdits = 0;
    std::chrono::system_clock::time_point lastEdit;
    std::int64_t processId = 0;  ///< who wrote it
    bool inUse = false;          ///< a running window keeps it: it is not for recovery now
};

/// Keeps the current state of an edited project in a file beside it (".hall.halltwin-recovery"),
/// one SQLite transaction an edit, so that a killed program loses at most the edit in flight.
/// (After a power failure the last few edits may be missing: a commit does not wait for the disk.)
/// Nothing is written before the first edit. One window owns the file as long as the object lives;
/// a lock that dies with the process says so to all others. Thread rule: one thread at a time.
class RecoveryJournal {
public:
    /// For a project without a file yet, take `newUntitledPath()`.
    explicit RecoveryJournal(std::filesystem::path projectFile);
    ~RecoveryJournal();  ///< keeps the file when it has unsaved edits, else removes it
    RecoveryJournal(RecoveryJournal&&) noexcept;
    RecoveryJournal& operator=(RecoveryJournal&&) noexcept;

    /// Writes `current` as the saved state, so that the first `record` need not. Optional; takes as
    /// long as a save.
    [[nodiscard]] Result<void> prepare(const Project& current);

    /// Commits what changed between the two. When it fails (IoFailure: folder not writable, disk
    /// full, or another window owns the recovery file; OutOfRange), the edits recorded before are
    /// still there, and a later call brings in what this one missed.
    [[nodiscard]] Result<void> record(const Project& before, const Project& after);

    /// To be called after a save of the state last recorded: there is nothing to recover now.
    [[nodiscard]] Result<void> markSaved();

    /// Removes the file: the edits were saved, or the user gave them up.
    void discard();

    [[nodiscard]] const std::filesystem::path& projectFile() const;

    /// The recovery file that belongs to a project file, whether or not it exists.
    [[nodiscard]] static std::filesystem::path
    recoveryFileOf(const std::filesystem::path& projectFile);

    /// Nothing when there are no unsaved edits, or when the file cannot be read.
    [[nodiscard]] static std::optional<RecoveryInfo> find(const std::filesystem::path& projectFile);

    /// The project with all recorded edits. Leaves the recovery file: call `dismiss` after the user
    /// has saved. Fails as `openProject`, and with IoFailure when a running window owns the file.
    [[nodiscard]] static Result<Project> recover(const std::filesystem::path& projectFile);

    /// Removes a recovery file that no running window owns.
    static void dismiss(const std::filesystem::path& projectFile);

    /// A fresh stand-in path below $XDG_STATE_HOME/halltwin (~/.local/state/halltwin) for a project
    /// that was never saved.
    [[nodiscard]] static std::filesystem::path newUntitledPath();

    /// Unsaved edits of projects that were never saved, left by windows that are gone.
    [[nodiscard]] static std::vector<RecoveryInfo> findUntitled();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace halltwin::storage
