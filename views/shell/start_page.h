// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"

#include <QWidget>
#include <functional>

class QVBoxLayout;

namespace halltwin::views::shell {

/// What the window shows first: recent projects, examples, an empty hall, and unsaved work of a
/// window that ended badly.
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(bridge::Theme& theme, QWidget* parent = nullptr);

    /// Reads recent files, examples and unsaved work again.
    void refresh();

signals:
    void newRequested();
    void openRequested();
    void fileRequested(const QString& path);
    void recoverRequested(const halltwin::views::bridge::UnsavedWork& work);

private:
    void addExamples(QVBoxLayout& column);
    void addRecent(QVBoxLayout& column);
    void addUnsaved(QVBoxLayout& column);
    void addEntry(QVBoxLayout& column, const QString& icon, const QString& title,
                  const QString& text, const std::function<void()>& onClick);

    bridge::Theme& m_theme;
    QWidget* m_content = nullptr;
};

}  // namespace halltwin::views::shell
