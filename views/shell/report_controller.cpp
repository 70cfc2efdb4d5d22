// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/report_controller.h"

#include "model/project/project.h"
#include "views/bridge/project_session.h"
#include "views/bridge/twin_feed.h"
#include "views/shell/error_box.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QThreadPool>
#include <memory>
#include <utility>

namespace halltwin::views::shell {

ReportController::ReportController(const bridge::ViewContext& context, const ShellParts& parts,
                                   QWidget& window)
    : QObject(&window),
      m_context(context),
      m_parts(parts),
      m_window(window) {}

void ReportController::exportPdf() {
    if (!hasResult()) return;
    QString path = QFileDialog::getSaveFileName(
        &m_window, tr("Export PDF report"),
        m_context.session.displayName() + QStringLiteral(".pdf"), tr("PDF (*.pdf)"));
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".pdf");
    emit message(tr("Writing %1…").arg(path));
    start([wanted = request(path), write = m_parts.writeReport] { return write(wanted); },
          [path](int pages) { return tr("Written: %1, %n page(s)", nullptr, pages).arg(path); });
}

void ReportController::print() {
    if (!hasResult()) return;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(m_context.session.displayName());
    printer->setPageOrientation(QPageLayout::Landscape);
    QPrintDialog dialog(printer.get(), &m_window);
    dialog.setObjectName(QStringLiteral("printDialog"));
    dialog.setOption(QAbstractPrintDialog::PrintPageRange, false);  // the report goes as a whole
    if (dialog.exec() != QDialog::Accepted) return;
    emit message(tr("Printing…"));
    start([wanted = request({}), printer,
           paint = m_parts.printReport] { return paint(wanted, *printer); },
          [](int pages) { return tr("Printed: %n page(s)", nullptr, pages); });
}

bool ReportController::hasResult() {
    if (m_context.twin.latest() != nullptr) return true;
    emit message(tr("There is no result to report yet"));
    return false;
}

ReportRequest ReportController::request(const QString& path) const {
    const bridge::TwinFeed& twin = m_context.twin;
    ReportRequest wanted{
        path, twin.latestProject(), m_context.session.sharedCatalog(), twin.latest(), {}};
    const Scenario* scenario =
        twin.scenario() ? wanted.project->scenarios.find(*twin.scenario()) : nullptr;
    if (scenario != nullptr) wanted.scenario = QString::fromStdString(scenario->name);
    wanted.scenarioId = twin.scenario();
    wanted.folder = QFileInfo(m_context.session.filePath()).absolutePath();
    return wanted;
}

void ReportController::start(std::function<Result<int>()> work, std::function<QString(int)> done) {
    const QPointer<ReportController> self(this);
    QThreadPool::globalInstance()->start([self, work = std::move(work), done = std::move(done)] {
        const auto outcome = std::make_shared<const Result<int>>(work());
        QMetaObject::invokeMethod(qApp, [self, outcome, done] {
            if (!self) return;
            if (*outcome) {
                emit self->message(done(**outcome));
            } else {
                emit self->message({});
                showErrorBox(self->m_window, outcome->error());
            }
        });
    });
}

}  // namespace halltwin::views::shell
