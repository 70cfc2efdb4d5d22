// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"
#include "views/shell/main_window.h"

#include <QSize>
#include <QString>
#include <optional>

class QApplication;

namespace halltwin::app {

/// What the command line asks for.
struct StartOptions {
    QString file;        ///< to open; empty: the start page
    QString screenshot;  ///< PNG to write when figures have settled; empty: none
    QString event;       ///< key of an event of the power chain to play first; empty: none
    views::shell::Tab tab = views::shell::Tab::Plan;
    std::optional<views::bridge::ThemeMode> theme;  ///< none: as last time
    std::optional<thermal::Stage> stage;            ///< finest of the room air; none: as last time
    std::optional<QSize> size;
    std::optional<QString> error;  ///< what is wrong with the arguments
};

/// Reads the application's arguments. Prints and ends the program for --help and --version.
[[nodiscard]] StartOptions readOptions(const QApplication& application);

}  // namespace halltwin::app
