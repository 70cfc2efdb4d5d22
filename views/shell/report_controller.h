// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "views/bridge/view_context.h"
#include "views/shell/shell_parts.h"

#include <QObject>
#include <QString>
#include <functional>

namespace halltwin::views::shell {

/// The report as a PDF file or on paper: asks where to, and has the pages made on a worker from
/// what is shown when the user decides. Lives on the GUI thread.
class ReportController : public QObject {
    Q_OBJECT

public:
    /// Dialogs belong to `window`. `parts` and what `context` names must outlive it.
    ReportController(const bridge::ViewContext& context, const ShellParts& parts, QWidget& window);

    void exportPdf();
    void print();

signals:
    /// For the status bar: what is under way or done.
    void message(const QString& text);

private:
    [[nodiscard]] bool hasResult();
    [[nodiscard]] ReportRequest request(const QString& path) const;
    /// Runs `work` on a worker; then says `done` with the number of pages, or what failed.
    void start(std::function<Result<int>()> work, std::function<QString(int)> done);

    bridge::ViewContext m_context;
    const ShellParts& m_parts;
    QWidget& m_window;
};

}  // namespace halltwin::views::shell
