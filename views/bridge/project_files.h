// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/project.h"
#include "model/storage/recovery.h"
#include "views/bridge/io_queue.h"
#include "views/bridge/load_project.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace halltwin::views::bridge {

/// The file side of a session: project file and recovery journal, both worked on by one thread in
/// the order of the calls. Callbacks run on that thread. Calls return at once; the destructor
/// finishes them.
class ProjectFiles {
public:
    using Done = std::function<void(Result<void>)>;
    using Loaded = std::function<void(Result<LoadedProject>)>;

    /// `journalFailed` hears of the first failure to write the recovery file of each project.
    explicit ProjectFiles(Done journalFailed);

    /// Starts a journal for another project. Unsaved edits of the one before are dropped.
    void follow(std::optional<std::filesystem::path> file, std::shared_ptr<const Project> base);

    /// Puts the state after an edit into the journal. States that wait are skipped for newer ones.
    void record(std::shared_ptr<const Project> current);

    /// Writes the project; on success the journal follows the new file and has nothing to recover.
    void save(std::filesystem::path file, std::shared_ptr<const Project> project, Done done);
    void load(std::filesystem::path file, Loaded loaded);
    void recover(std::filesystem::path file, Loaded loaded);

    /// Removes the journal's file.
    void discard();

private:
    void recordNewest();

    Done m_journalFailed;
    std::mutex m_mutex;
    std::shared_ptr<const Project> m_newest;  ///< guarded by m_mutex

    // Used by the worker only.
    std::optional<storage::RecoveryJournal> m_journal;
    std::shared_ptr<const Project> m_recorded;
    bool m_failureTold = false;

    IoQueue m_queue;  ///< last: it ends before what its tasks use
};

}  // namespace halltwin::views::bridge
