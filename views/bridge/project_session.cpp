// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/project_session.h"

#include "model/storage/recovery.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_files.h"

#include <QFileInfo>
#include <QMetaObject>
#include <utility>

namespace halltwin::views::bridge {

namespace {

std::filesystem::path toPath(const QString& path) {
    return std::filesystem::path(path.toStdU16String());
}

UnsavedWork workOf(const storage::RecoveryInfo& info, bool untitled) {
    return {QString::fromStdString(info.projectFile.string()),
            QString::fromStdString(info.projectName), static_cast<int>(info.unsavedEdits),
            untitled};
}

/// Runs on the session's thread what a callback of the file worker brings.
template <class Function>
void postTo(QObject* target, Function function) {
    QMetaObject::invokeMethod(target, std::move(function), Qt::QueuedConnection);
}

}  // namespace

/// A project that was read, and how it comes in.
struct ProjectSession::Arrival {
    Result<LoadedProject> loaded;
    QString path;  ///< file it belongs to; empty: none
    enum class State { Saved, Recovered } state = State::Saved;
};

ProjectSession::ProjectSession(std::shared_ptr<const Catalog> catalog, QObject* parent)
    : QObject(parent),
      m_document(Project()),
      m_catalog(std::move(catalog)) {
    m_files = std::make_unique<ProjectFiles>([this](const Result<void>& outcome) {
        postTo(this, [this, error = outcome.error()] { emit recoveryFailed(error); });
    });
    m_files->follow(std::nullopt, m_document.snapshot());
    m_subscription = m_document.subscribe(
        [this](const ChangeSet& changes, const Project&) { onDocumentChanged(changes); });
}

ProjectSession::~ProjectSession() = default;

bool ProjectSession::apply(const edit::AnyEdit& edit, const document::MergeKey& mergeKey) {
    m_lastEditMerges = !mergeKey.empty();
    const bool hadPreview = std::exchange(m_preview, nullptr) != nullptr;
    const auto before = m_document.snapshot();
    const Result<ChangeSet> outcome = m_document.apply(edit, mergeKey);
    // A commit tells by `changed` that what is shown is another project; without one, the end of
    // the preview has to be told.
    if (hadPreview && before == m_document.snapshot()) emit previewChanged();
    if (!outcome) emit editRefused(outcome.error());
    return outcome.has_value();
}

bool ProjectSession::preview(const edit::AnyEdit& edit) {
    Result<Project> outcome = edit::apply(project(), edit);
    if (!outcome) return false;
    m_preview = std::make_shared<const Project>(std::move(*outcome));
    emit previewChanged();
    return true;
}

void ProjectSession::clearPreview() {
    if (std::exchange(m_preview, nullptr) != nullptr) emit previewChanged();
}

void ProjectSession::undo() {
    m_lastEditMerges = false;
    clearPreview();
    m_document.undo();
}

void ProjectSession::redo() {
    m_lastEditMerges = false;
    clearPreview();
    m_document.redo();
}

QString ProjectSession::undoText() const {
    return editLabelText(m_document.undoLabel());
}

QString ProjectSession::redoText() const {
    return editLabelText(m_document.redoLabel());
}

QString ProjectSession::displayName() const {
    return QString::fromStdString(project().info.name);
}

void ProjectSession::newProject(Project project) {
    take({LoadedProject{std::move(project), ProjectFormat::Text}, {}, Arrival::State::Saved});
}

void ProjectSession::open(const QString& path) {
    startFileWork();
    m_files->load(toPath(path), [this, path](Result<LoadedProject> loaded) {
        auto carried = std::make_shared<Result<LoadedProject>>(std::move(loaded));
        postTo(this, [this, path, carried] {
            endFileWork();
            const bool hasFile = *carried && (*carried)->format == ProjectFormat::Database;
            take({std::move(*carried), hasFile ? path : QString(), Arrival::State::Saved});
        });
    });
}

void ProjectSession::recover(const UnsavedWork& work) {
    startFileWork();
    m_files->recover(toPath(work.path), [this, work](Result<LoadedProject> loaded) {
        auto carried = std::make_shared<Result<LoadedProject>>(std::move(loaded));
        postTo(this, [this, work, carried] {
            endFileWork();
            const bool good = carried->has_value();
            take({std::move(*carried), work.untitled ? QString() : work.path,
                  Arrival::State::Recovered});
            // An untitled project gets a journal of another name, which holds the work from now on.
            if (good && work.untitled) dismiss(work);
        });
    });
}

void ProjectSession::dismiss(const UnsavedWork& work) {
    storage::RecoveryJournal::dismiss(toPath(work.path));
}

std::optional<UnsavedWork> ProjectSession::unsavedWork(const QString& path) {
    const auto info = storage::RecoveryJournal::find(toPath(path));
    if (!info || info->inUse) return std::nullopt;
    return workOf(*info, false);
}

std::vector<UnsavedWork> ProjectSession::untitledWork() {
    std::vector<UnsavedWork> works;
    for (const storage::RecoveryInfo& info : storage::RecoveryJournal::findUntitled()) {
        if (!info.inUse) works.push_back(workOf(info, true));
    }
    return works;
}

void ProjectSession::discardChanges() {
    m_files->discard();
    m_document.markSaved();
    reportModified();
}

void ProjectSession::save() {
    write(m_path);
}

void ProjectSession::saveAs(const QString& path) {
    write(path);
}

void ProjectSession::write(const QString& path) {
    startFileWork();
    const auto current = m_document.snapshot();
    m_files->save(toPath(path), current, [this, path, current](const Result<void>& outcome) {
        const std::optional<Error> error = outcome ? std::nullopt : std::optional(outcome.error());
        postTo(this, [this, path, current, error] {
            endFileWork();
            if (error) {
                emit fileFailed(*error);
            } else {
                onWritten(path, current);
            }
        });
    });
}

void ProjectSession::onWritten(const QString& path, const std::shared_ptr<const Project>& written) {
    if (path != m_path) {
        m_path = path;
        emit pathChanged();
    }
    if (written == m_document.snapshot()) m_document.markSaved();
    reportModified();
    emit saved();
}

void ProjectSession::take(Arrival arrival) {
    if (!arrival.loaded) {
        emit fileFailed(arrival.loaded.error());
        return;
    }
    m_preview.reset();
    m_lastEditMerges = false;
    m_replacing = true;
    m_document.replace(std::move(arrival.loaded->project));
    m_replacing = false;
    m_path = arrival.path;
    const auto file = m_path.isEmpty() ? std::nullopt : std::optional(toPath(m_path));
    const bool recovered = arrival.state == Arrival::State::Recovered;
    m_files->follow(file, recovered ? std::make_shared<const Project>() : m_document.snapshot());
    if (recovered) {
        m_document.markUnsaved();
        m_files->record(m_document.snapshot());
    }
    emit pathChanged();
    emit replaced();
    reportModified();
}

void ProjectSession::onDocumentChanged(const ChangeSet& changes) {
    if (m_replacing) return;
    m_files->record(m_document.snapshot());
    emit changed(changes);
    reportModified();
}

void ProjectSession::reportModified() {
    if (m_reportedModified == isModified()) return;
    m_reportedModified = isModified();
    emit modifiedChanged(m_reportedModified);
}

void ProjectSession::startFileWork() {
    if (++m_fileWork == 1) emit busyChanged(true);
}

void ProjectSession::endFileWork() {
    if (--m_fileWork == 0) emit busyChanged(false);
}

}  // namespace halltwin::views::bridge
