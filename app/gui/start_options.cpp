// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/start_options.h"

#include <QApplication>
#include <QCommandLineParser>
#include <utility>

namespace halltwin::app {

namespace {

std::optional<QSize> sizeOf(const QString& text) {
    const QStringList parts = text.split(QLatin1Char('x'));
    if (parts.size() != 2) return std::nullopt;
    const QSize size(parts[0].toInt(), parts[1].toInt());
    if (size.width() < 640 || size.height() < 480 || size.width() > 7680 || size.height() > 4320) {
        return std::nullopt;
    }
    return size;
}

std::optional<thermal::Stage> stageOf(const QString& text) {
    using thermal::Stage;
    if (text == QLatin1String("preview")) return Stage::Preview;
    if (text == QLatin1String("coarse")) return Stage::Coarse;
    return text == QLatin1String("fine") ? std::optional(Stage::Fine) : std::nullopt;
}

constexpr std::pair<const char*, views::shell::Tab> tabs[] = {
    {"plan", views::shell::Tab::Plan},
    {"3d", views::shell::Tab::View3d},
    {"power", views::shell::Tab::Power},
    {"power-flow", views::shell::Tab::PowerFlow},
    {"growth", views::shell::Tab::Growth},
    {"availability", views::shell::Tab::Availability},
    {"losses", views::shell::Tab::Losses},
    {"network", views::shell::Tab::Network},
    {"network-racks", views::shell::Tab::NetworkRacks},
    {"network-traffic", views::shell::Tab::NetworkTraffic},
    {"network-fabrics", views::shell::Tab::NetworkFabrics},
    {"cooling", views::shell::Tab::Cooling},
    {"year", views::shell::Tab::Year},
    {"year-months", views::shell::Tab::YearMonths},
    {"sweep", views::shell::Tab::Sweep},
    {"charts", views::shell::Tab::Plan},
    {"power-charts", views::shell::Tab::PowerCharts},
    {"air", views::shell::Tab::Air},
};

QString tabNames() {
    QStringList names;
    for (const auto& [name, tab] : tabs)
        names << QLatin1String(name);
    const QString last = names.takeLast();
    return names.join(QStringLiteral(", ")) + QStringLiteral(" or ") + last;
}

std::optional<views::shell::Tab> tabOf(const QString& name) {
    for (const auto& [known, tab] : tabs) {
        if (name == QLatin1String(known)) return tab;
    }
    return std::nullopt;
}

}  // namespace

StartOptions readOptions(const QApplication& application) {
    const auto tr = [](const char* text) {
        return QCoreApplication::translate("StartOptions", text);
    };
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("A digital twin of AI data centres"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument("file", tr("Project to open, .halltwin or JSON text"), "[file]");
    const QCommandLineOption screenshot("screenshot", tr("Write a picture of the window and quit"),
                                        "file.png");
    const QCommandLineOption tab("tab", tr("What the picture shows: %1").arg(tabNames()), "name",
                                 "plan");
    const QCommandLineOption event(
        "event", tr("Event of the power chain that the picture shows, as grid-outage"), "key");
    const QCommandLineOption theme("theme", tr("light or dark"), "name");
    const QCommandLineOption size("size", tr("Size of the window, 640x480 to 7680x4320"), "WxH");
    const QCommandLineOption stage(
        "stage", tr("Finest stage of the room air: preview, coarse or fine"), "name");
    parser.addOptions({screenshot, tab, event, theme, size, stage});
    parser.process(application);

    StartOptions options;
    options.file = parser.positionalArguments().value(0);
    options.screenshot = parser.value(screenshot);
    options.event = parser.value(event);
    const std::optional<views::shell::Tab> wantedTab = tabOf(parser.value(tab));
    if (wantedTab) {
        options.tab = *wantedTab;
    } else {
        options.error = tr("--tab takes %1").arg(tabNames());
    }
    const QString wantedTheme = parser.value(theme);
    if (wantedTheme == QLatin1String("dark")) {
        options.theme = views::bridge::ThemeMode::Dark;
    } else if (wantedTheme == QLatin1String("light")) {
        options.theme = views::bridge::ThemeMode::Light;
    } else if (!wantedTheme.isEmpty()) {
        options.error = tr("--theme takes light or dark");
    }
    if (parser.isSet(stage)) {
        options.stage = stageOf(parser.value(stage));
        if (!options.stage) options.error = tr("--stage takes preview, coarse or fine");
    }
    if (parser.isSet(size)) {
        options.size = sizeOf(parser.value(size));
        if (!options.size) options.error = tr("--size takes for instance 1440x900");
    }
    return options;
}

}  // namespace halltwin::app
