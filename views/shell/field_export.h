// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/view_context.h"

#include <QObject>

class QWidget;

namespace halltwin::views::shell {

/// Writes the air of the solved halls for ParaView: one .vti file for each hall, on a worker.
class FieldExport : public QObject {
    Q_OBJECT

public:
    /// The window is the parent of dialogs.
    FieldExport(const bridge::ViewContext& context, QWidget& window);

    /// Asks for a path first. With several halls each file has the hall's name in its own.
    void exportVti();

signals:
    /// What happened, for the status bar.
    void message(const QString& text);

private:
    void write(const QString& path);

    bridge::ViewContext m_context;
    QWidget& m_window;
};

}  // namespace halltwin::views::shell
