// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/start_options.h"
#include "app/gui/window_parts.h"
#include "model/core/version.h"
#include "views/bridge/load_project.h"
#include "views/bridge/messages.h"
#include "views/shell/settings.h"

#include <QApplication>
#include <QMessageBox>
#include <QTimer>
#include <cstdio>

using namespace halltwin;

namespace {

constexpr int afterResultMilliseconds = 1500;  ///< for the views to draw, the 3-D view included
constexpr int longestWaitMilliseconds = 120000;

/// Writes the picture once the finest figures are on screen, or after the longest wait those that
/// are (at once on the start page), and ends the program.
void takeScreenshot(views::shell::MainWindow& window, const app::StartOptions& options) {
    const auto write = [&window, path = options.screenshot] {
        const bool written = window.grab().save(path);
        if (!written) std::fprintf(stderr, "halltwin: cannot write %s\n", qPrintable(path));
        QCoreApplication::exit(written ? 0 : 1);
    };
    const auto writeSoon = [&window, write] {
        QTimer::singleShot(afterResultMilliseconds, &window, write);
    };
    if (options.file.isEmpty()) {
        writeSoon();
        return;
    }
    QObject::connect(
        &window.twin(), &views::bridge::TwinFeed::settled, &window,
        [&window, tab = options.tab, event = options.event, writeSoon] {
            window.showTab(tab);
            if (!event.isEmpty() && !window.playEvent(event))
                std::fprintf(stderr, "halltwin: no event %s\n", qPrintable(event));
            writeSoon();
        },
        Qt::SingleShotConnection);
    QTimer::singleShot(longestWaitMilliseconds, &window, [&window, tab = options.tab, writeSoon] {
        if (window.twin().latest() != nullptr) {
            window.showTab(tab);
            writeSoon();
            return;
        }
        std::fprintf(stderr, "halltwin: no result within two minutes\n");
        QCoreApplication::exit(1);
    });
}

}  // namespace

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QApplication::setOrganizationName("HallTwin");
    QApplication::setApplicationName("halltwin");
    QApplication::setApplicationVersion(QString::fromStdString(std::string(version())));
    const app::StartOptions options = app::readOptions(application);
    if (options.error) {
        std::fprintf(stderr, "halltwin: %s\n", qPrintable(*options.error));
        return 2;
    }
    views::bridge::Theme theme;
    theme.apply(application, options.theme.value_or(views::shell::Settings::theme()));
    QApplication::setWindowIcon(theme.icon("halltwin"));

    const auto catalog = views::bridge::loadCatalog();
    if (!catalog) {
        QMessageBox::critical(nullptr, "HallTwin", views::bridge::errorText(catalog.error()));
        return 1;
    }
    for (const std::string& problem : catalog->problems) {
        std::fprintf(stderr, "halltwin: catalogue: %s\n", problem.c_str());
    }
    views::shell::MainWindow window(catalog->catalog, theme, app::windowParts());
    if (options.stage) window.twin().setFinest(*options.stage);
    if (options.size) window.resize(*options.size);
    window.show();
    if (!options.screenshot.isEmpty()) takeScreenshot(window, options);
    if (!options.file.isEmpty()) window.openFile(options.file);
    return QApplication::exec();
}
