// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/settings.h"

#include <QFileInfo>
#include <QSettings>

namespace halltwin::views::shell {

namespace {

constexpr char recentKey[] = "recentFiles";
constexpr char themeKey[] = "theme";
constexpr char airKey[] = "air/finest";
constexpr char geometryKey[] = "window/geometry";
constexpr char stateKey[] = "window/docks";
const QString rangeKey = QStringLiteral("air/range/");

}  // namespace

QStringList Settings::recentFiles() {
    QStringList files = QSettings().value(recentKey).toStringList();
    files.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return files;
}

void Settings::addRecentFile(const QString& path) {
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(absolute);
    files.prepend(absolute);
    QSettings().setValue(recentKey, QStringList(files.mid(0, mostRecent)));
}

bridge::ThemeMode Settings::theme() {
    return QSettings().value(themeKey).toString() == QLatin1String("dark")
               ? bridge::ThemeMode::Dark
               : bridge::ThemeMode::Light;
}

void Settings::setTheme(bridge::ThemeMode mode) {
    QSettings().setValue(themeKey, mode == bridge::ThemeMode::Dark ? "dark" : "light");
}

thermal::Stage Settings::finestStage() {
    const QString stage = QSettings().value(airKey).toString();
    if (stage == QLatin1String("preview")) return thermal::Stage::Preview;
    return stage == QLatin1String("coarse") ? thermal::Stage::Coarse : thermal::Stage::Fine;
}

void Settings::setFinestStage(thermal::Stage stage) {
    constexpr const char* names[] = {"preview", "coarse", "fine"};
    QSettings().setValue(airKey, names[static_cast<std::size_t>(stage)]);
}

std::optional<Settings::Range> Settings::pinnedRange(const QString& quantity) {
    const QSettings settings;
    bool hasLow = false;
    bool hasHigh = false;
    const Range range{settings.value(rangeKey + quantity + "/from").toDouble(&hasLow),
                      settings.value(rangeKey + quantity + "/to").toDouble(&hasHigh)};
    const bool isUsable = hasLow && hasHigh && range.minimum < range.maximum;
    return isUsable ? std::optional(range) : std::nullopt;
}

void Settings::setPinnedRange(const QString& quantity, const std::optional<Range>& range) {
    QSettings settings;
    if (!range) return settings.remove(rangeKey + quantity);
    settings.setValue(rangeKey + quantity + "/from", range->minimum);
    settings.setValue(rangeKey + quantity + "/to", range->maximum);
}

QByteArray Settings::geometry() {
    return QSettings().value(geometryKey).toByteArray();
}

QByteArray Settings::dockState() {
    return QSettings().value(stateKey).toByteArray();
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& dockState) {
    QSettings settings;
    settings.setValue(geometryKey, geometry);
    settings.setValue(stateKey, dockState);
}

}  // namespace halltwin::views::shell
