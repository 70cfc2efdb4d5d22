// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/view_context.h"

#include <QObject>

class QWidget;

namespace halltwin::views::shell {

/// Writes all schedules of the project, those of its networks among them, to a workbook, on a
/// worker.
class ScheduleExport : public QObject {
    Q_OBJECT

public:
    /// The window is the parent of dialogs.
    ScheduleExport(const bridge::ViewContext& context, QWidget& window);

    /// Asks for a path first.
    void exportWorkbook();

signals:
    /// What happened, for the status bar.
    void message(const QString& text);

private:
    void write(const QString& path);

    bridge::ViewContext m_context;
    QWidget& m_window;
};

}  // namespace halltwin::views::shell
