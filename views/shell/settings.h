// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/result.h"
#include "views/bridge/theme.h"

#include <QByteArray>
#include <QStringList>
#include <optional>

namespace halltwin::views::shell {

/// What the window remembers from one start to the next, in the user's QSettings.
struct Settings {
    static constexpr int mostRecent = 10;

    /// Existing files, the last opened one first.
    [[nodiscard]] static QStringList recentFiles();
    static void addRecentFile(const QString& path);

    [[nodiscard]] static bridge::ThemeMode theme();
    static void setTheme(bridge::ThemeMode mode);

    /// Finest stage of the room air that is calculated by itself; Fine at first.
    [[nodiscard]] static thermal::Stage finestStage();
    static void setFinestStage(thermal::Stage stage);

    /// Range that the colours of a quantity ("temperature", "speed", "pressure") are held at; none:
    /// it follows the data.
    struct Range {
        double minimum = 0.0;
        double maximum = 1.0;
    };
    [[nodiscard]] static std::optional<Range> pinnedRange(const QString& quantity);
    static void setPinnedRange(const QString& quantity, const std::optional<Range>& range);

    [[nodiscard]] static QByteArray geometry();
    [[nodiscard]] static QByteArray dockState();
    static void setWindow(const QByteArray& geometry, const QByteArray& dockState);
};

}  // namespace halltwin::views::shell
