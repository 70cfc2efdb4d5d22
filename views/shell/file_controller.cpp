// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/file_controller.h"

#include "views/shell/error_box.h"
#include "views/shell/new_hall_dialog.h"
#include "views/shell/settings.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <utility>

namespace halltwin::views::shell {

namespace {

QString withSuffix(const QString& path) {
    return QFileInfo(path).suffix().isEmpty() ? path + QStringLiteral(".halltwin") : path;
}

}  // namespace

QString projectFileFilter() {
    return FileController::tr("HallTwin projects (*.halltwin)");
}

FileController::FileController(bridge::ProjectSession& session, QWidget& window)
    : QObject(&window),
      m_session(session),
      m_window(window) {
    connect(&session, &bridge::ProjectSession::fileFailed, this, [this](const Error& error) {
        m_afterSave = {};
        showError(error);
    });
    connect(&session, &bridge::ProjectSession::recoveryFailed, this, &FileController::showError);
    connect(&session, &bridge::ProjectSession::replaced, this, [this] {
        if (!m_session.filePath().isEmpty()) Settings::addRecentFile(m_session.filePath());
        emit opened();
    });
    connect(&session, &bridge::ProjectSession::saved, this, [this] {
        Settings::addRecentFile(m_session.filePath());
        if (const auto next = std::exchange(m_afterSave, {})) next();
    });
}

void FileController::newProject() {
    whenSafe([this] {
        auto* dialog = new NewHallDialog(&m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this,
                [this, dialog] { m_session.newProject(dialog->project()); });
        dialog->open();
    });
}

void FileController::openWithDialog() {
    whenSafe([this] {
        const QString path = QFileDialog::getOpenFileName(
            &m_window, tr("Open project"), QFileInfo(m_session.filePath()).absolutePath(),
            tr("Projects (*.halltwin *.json);;All files (*)"));
        if (!path.isEmpty()) open(path);
    });
}

void FileController::open(const QString& path) {
    whenSafe([this, path] {
        if (const auto work = bridge::ProjectSession::unsavedWork(path)) {
            askAboutRecovery(*work);
        } else {
            m_session.open(path);
        }
    });
}

void FileController::recover(const bridge::UnsavedWork& work) {
    whenSafe([this, work] { m_session.recover(work); });
}

void FileController::save() {
    if (m_session.filePath().isEmpty()) {
        saveAs();
    } else {
        m_session.save();
    }
}

void FileController::saveAs() {
    QString start = m_session.filePath();
    if (start.isEmpty()) {
        start = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) +
                QLatin1Char('/') + m_session.displayName() + QStringLiteral(".halltwin");
    }
    const QString path =
        QFileDialog::getSaveFileName(&m_window, tr("Save project"), start, projectFileFilter());
    if (path.isEmpty()) {
        m_afterSave = {};
        return;
    }
    m_session.saveAs(withSuffix(path));
}

void FileController::whenSafe(std::function<void()> next) {
    if (!m_session.isModified()) {
        next();
        return;
    }
    auto* box =
        new QMessageBox(QMessageBox::Question, tr("Unsaved edits"),
                        tr("Save the edits to “%1”?").arg(m_session.displayName()),
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &m_window);
    box->setObjectName(QStringLiteral("unsavedDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Edits that are not saved will be lost."));
    connect(box, &QMessageBox::buttonClicked, this, [this, box, next](QAbstractButton* button) {
        switch (box->standardButton(button)) {
            case QMessageBox::Save:
                m_afterSave = next;
                save();
                break;
            case QMessageBox::Discard:
                m_session.discardChanges();
                next();
                break;
            default: break;
        }
    });
    box->open();
}

void FileController::askAboutRecovery(const bridge::UnsavedWork& work) {
    auto* box = new QMessageBox(QMessageBox::Question, tr("Unsaved edits found"),
                                tr("“%1” was not closed properly. Edits that were not saved: %2.")
                                    .arg(work.name)
                                    .arg(work.edits),
                                QMessageBox::Cancel, &m_window);
    box->setObjectName(QStringLiteral("recoveryDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* recover = box->addButton(tr("Recover the edits"), QMessageBox::AcceptRole);
    QPushButton* drop = box->addButton(tr("Open the saved file"), QMessageBox::DestructiveRole);
    box->setDefaultButton(recover);
    connect(recover, &QPushButton::clicked, this, [this, work] { m_session.recover(work); });
    connect(drop, &QPushButton::clicked, this, [this, work] {
        bridge::ProjectSession::dismiss(work);
        m_session.open(work.path);
    });
    box->open();
}

void FileController::showError(const Error& error) {
    showErrorBox(m_window, error);
}

}  // namespace halltwin::views::shell
