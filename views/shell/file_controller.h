// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "views/bridge/project_session.h"

#include <QObject>
#include <QString>
#include <functional>

class QWidget;

namespace halltwin::views::shell {

/// New, open, save and close with the questions that go with them. Nothing waits for a file: what
/// is to follow a save runs when the session says that it is done.
class FileController : public QObject {
    Q_OBJECT

public:
    /// Dialogs belong to `window`.
    FileController(bridge::ProjectSession& session, QWidget& window);

    void newProject();
    void openWithDialog();
    /// Offers unsaved work of this file first, if there is any.
    void open(const QString& path);
    void recover(const bridge::UnsavedWork& work);
    void save();
    void saveAs();

    /// Runs `next` at once, or after the user saved or gave up the unsaved edits; never when they
    /// cancel.
    void whenSafe(std::function<void()> next);

signals:
    /// A project is there to be worked on.
    void opened();

private:
    void askAboutRecovery(const bridge::UnsavedWork& work);
    void showError(const Error& error);

    bridge::ProjectSession& m_session;
    QWidget& m_window;
    std::function<void()> m_afterSave;
};

/// Filter of the file dialogs for project files.
[[nodiscard]] QString projectFileFilter();

}  // namespace halltwin::views::shell
