// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/project_files.h"

#include "model/storage/project_file.h"

#include <utility>

namespace halltwin::views::bridge {

ProjectFiles::ProjectFiles(Done journalFailed) : m_journalFailed(std::move(journalFailed)) {}

void ProjectFiles::follow(std::optional<std::filesystem::path> file,
                          std::shared_ptr<const Project> base) {
    {
        const std::lock_guard lock(m_mutex);
        m_newest.reset();
    }
    m_queue.post([this, file = std::move(file), base = std::move(base)] {
        if (m_journal) m_journal->discard();
        m_journal.emplace(file ? *file : storage::RecoveryJournal::newUntitledPath());
        m_recorded = base;
        m_failureTold = false;
    });
}

void ProjectFiles::record(std::shared_ptr<const Project> current) {
    {
        const std::lock_guard lock(m_mutex);
        m_newest = std::move(current);
    }
    m_queue.post([this] { recordNewest(); });
}

void ProjectFiles::recordNewest() {
    std::shared_ptr<const Project> newest;
    {
        const std::lock_guard lock(m_mutex);
        newest = m_newest;
    }
    if (!m_journal || !newest || newest == m_recorded) return;
    Result<void> recorded = m_journal->record(*m_recorded, *newest);
    if (recorded) {
        m_recorded = std::move(newest);
    } else if (!std::exchange(m_failureTold, true)) {
        m_journalFailed(std::move(recorded));
    }
}

void ProjectFiles::save(std::filesystem::path file, std::shared_ptr<const Project> project,
                        Done done) {
    m_queue.post(
        [this, file = std::move(file), project = std::move(project), done = std::move(done)] {
            Result<void> outcome = storage::saveProject(file, *project);
            if (outcome) {
                if (m_journal) m_journal->discard();
                m_journal.emplace(file);
                m_recorded = project;
                recordNewest();  // edits made while this was waiting
            }
            done(std::move(outcome));
        });
}

void ProjectFiles::load(std::filesystem::path file, Loaded loaded) {
    m_queue.post(
        [file = std::move(file), loaded = std::move(loaded)] { loaded(loadProject(file)); });
}

void ProjectFiles::recover(std::filesystem::path file, Loaded loaded) {
    m_queue.post([file = std::move(file), loaded = std::move(loaded)] {
        loaded(storage::RecoveryJournal::recover(file).map([](Project project) {
            return LoadedProject{std::move(project), ProjectFormat::Database};
        }));
    });
}

void ProjectFiles::discard() {
    m_queue.post([this] {
        if (m_journal) m_journal->discard();
    });
}

}  // namespace halltwin::views::bridge
