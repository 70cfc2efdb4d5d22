// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/document/document.h"
#include "model/edit/edits.h"
#include "model/project/catalog.h"
#include "model/project/change_set.h"
#include "model/project/project.h"

#include <QObject>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace halltwin::views::bridge {

class ProjectFiles;

/// Unsaved edits that a program which ended badly left behind.
struct UnsavedWork {
    QString path;  ///< of the project file, or a stand-in when it was never saved
    QString name;  ///< of the project
    int edits = 0;
    bool untitled = false;
};

/// The open project as views see it: the value, its history, its file. Lives on the GUI thread;
/// files are read and written on a worker in the order asked for, and the outcome comes as a
/// signal. Views draw `shown()`, which is the preview while a drag is under way, and send edits by
/// `apply`. Every committed edit also goes to a recovery file, which is gone after saving or
/// `discardChanges`.
class ProjectSession : public QObject {
    Q_OBJECT

public:
    explicit ProjectSession(std::shared_ptr<const Catalog> catalog, QObject* parent = nullptr);
    ~ProjectSession() override;  ///< waits for files being written

    /// The committed project.
    [[nodiscard]] const Project& project() const { return m_document.project(); }
    [[nodiscard]] std::shared_ptr<const Project> snapshot() const { return m_document.snapshot(); }

    /// The preview if there is one, else the committed project.
    [[nodiscard]] std::shared_ptr<const Project> shown() const {
        return m_preview ? m_preview : m_document.snapshot();
    }
    [[nodiscard]] bool hasPreview() const { return m_preview != nullptr; }

    [[nodiscard]] const Catalog& catalog() const { return *m_catalog; }
    [[nodiscard]] const std::shared_ptr<const Catalog>& sharedCatalog() const { return m_catalog; }

    /// Commits an edit and drops the preview. Edits of equal non-empty merge key that follow each
    /// other make one undo step, so a gesture takes a key of its own ("slider solar 17"). False
    /// when the edit is refused: `editRefused` says why, nothing changed.
    bool apply(const edit::AnyEdit& edit, const document::MergeKey& mergeKey = {});

    /// Shows the outcome of an edit without committing it. False, without a signal, when it is
    /// refused; the preview before it then stays.
    bool preview(const edit::AnyEdit& edit);
    void clearPreview();

    /// A gesture is under way: something is previewed, or the last edit may be joined by the next.
    [[nodiscard]] bool isInGesture() const { return hasPreview() || m_lastEditMerges; }

    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const { return m_document.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_document.canRedo(); }
    [[nodiscard]] QString
    undoText() const;  ///< "Move 3 items", empty when there is nothing to undo
    [[nodiscard]] QString redoText() const;

    /// Path of the file; empty for a project that was never saved.
    [[nodiscard]] const QString& filePath() const { return m_path; }
    [[nodiscard]] QString displayName() const;  ///< of the project
    [[nodiscard]] bool isModified() const { return m_document.isModified(); }

    /// Puts a project without a file in place; it counts as unmodified.
    void newProject(Project project);

    /// Reads .halltwin or JSON text, then emits `replaced` or `fileFailed`. A project read from
    /// text has no path, so that saving asks for one.
    void open(const QString& path);

    /// Writes to `filePath()`, which must not be empty; `saved` or `fileFailed` follows.
    void save();
    void saveAs(const QString& path);

    /// Number of reads and writes under way is not zero.
    [[nodiscard]] bool isBusy() const { return m_fileWork > 0; }

    /// Opens unsaved work as a modified project.
    void recover(const UnsavedWork& work);
    /// Deletes it for good.
    static void dismiss(const UnsavedWork& work);
    /// What belongs to this file; none when there is nothing to recover.
    [[nodiscard]] static std::optional<UnsavedWork> unsavedWork(const QString& path);
    [[nodiscard]] static std::vector<UnsavedWork> untitledWork();

    /// The user gave up the unsaved edits: the recovery file goes, and nobody asks about them
    /// again.
    void discardChanges();

signals:
    /// After every commit, undo and redo.
    void changed(const halltwin::ChangeSet& changes);
    /// Another project altogether: forget everything that was known about the old one.
    void replaced();
    void previewChanged();
    void modifiedChanged(bool modified);
    void pathChanged();
    void saved();
    void busyChanged(bool busy);
    void editRefused(const halltwin::Error& error);
    void fileFailed(const halltwin::Error& error);
    /// The recovery file cannot be written: edits are at risk until saved. Told once for each
    /// project.
    void recoveryFailed(const halltwin::Error& error);

private:
    struct Arrival;

    void onDocumentChanged(const ChangeSet& changes);
    void take(Arrival arrival);
    void startFileWork();
    void endFileWork();
    void reportModified();
    void write(const QString& path);
    void onWritten(const QString& path, const std::shared_ptr<const Project>& written);

    document::Document m_document;
    document::Subscription m_subscription;
    std::shared_ptr<const Catalog> m_catalog;
    std::shared_ptr<const Project> m_preview;
    QString m_path;
    int m_fileWork = 0;
    bool m_lastEditMerges = false;
    bool m_replacing = false;
    bool m_reportedModified = false;
    std::unique_ptr<ProjectFiles> m_files;  ///< last: it finishes its work first
};

}  // namespace halltwin::views::bridge
