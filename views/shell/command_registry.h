// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <vector>

namespace halltwin::views::shell {

/// What a command is called and how it is reached.
struct CommandSpec {
    QString id;    ///< stable, also the object name: "undoAction"
    QString text;  ///< with a mnemonic: "&Undo"
    QString icon;  ///< of resources/icons; empty: none
    QKeySequence shortcut;
    QString help;  ///< one sentence, for tooltip and status bar
    bool checkable = false;
};

/// Every command of the window as one QAction. Menus, toolbar and shortcuts share them, and a
/// search over all commands can list them.
class CommandRegistry : public QObject {
    Q_OBJECT

public:
    explicit CommandRegistry(bridge::Theme& theme, QObject* parent = nullptr);

    /// The id must be new.
    QAction* add(const CommandSpec& spec);

    /// A command that was added.
    [[nodiscard]] QAction* action(const QString& id) const;
    [[nodiscard]] const std::vector<QAction*>& actions() const { return m_actions; }

private:
    void refreshIcons();

    bridge::Theme& m_theme;
    std::vector<QAction*> m_actions;
};

/// The tooltip of a command: its name, its shortcut and its help.
[[nodiscard]] QString commandToolTip(const QAction& action, const QString& help);

}  // namespace halltwin::views::shell
