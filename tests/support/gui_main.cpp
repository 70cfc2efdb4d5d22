// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch_session.h"

#include <QApplication>
#include <QStandardPaths>
#include <QSurfaceFormat>

int main(int argc, char* argv[]) {
    // VTK's widget needs a core profile, and it must be chosen before the application object
    // exists.
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    QSurfaceFormat::setDefaultFormat(format);

    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QApplication::setApplicationName("halltwin-tests");
    QLocale::setDefault(QLocale::c());
    return halltwin::tests::runCatchSession(argc, argv);
}
