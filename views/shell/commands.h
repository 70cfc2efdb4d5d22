// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenuBar;
class QToolBar;

namespace halltwin::views::shell {

class CommandRegistry;

/// Adds every command of the window, with nothing connected to it yet.
void addCommands(CommandRegistry& commands);

/// Menus made of the commands. The "Recent files" menu is named "recentMenu" and starts empty.
void fillMenus(QMenuBar& bar, const CommandRegistry& commands);

/// The tools and the commands used most.
void fillToolBar(QToolBar& bar, const CommandRegistry& commands);

}  // namespace halltwin::views::shell
