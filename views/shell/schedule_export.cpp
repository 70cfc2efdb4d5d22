// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/schedule_export.h"

#include "model/exchange/project_schedules.h"
#include "model/exchange/workbook.h"
#include "model/project/project.h"
#include "views/bridge/project_session.h"
#include "views/bridge/twin_feed.h"
#include "views/shell/error_box.h"

#include <QApplication>
#include <QFileDialog>
#include <QPointer>
#include <QThreadPool>
#include <memory>

namespace halltwin::views::shell {
namespace {

/// What a workbook is made from; copies, for the worker.
struct Wish {
    std::shared_ptr<const Project> project;
    std::shared_ptr<const Catalog> catalog;
    twin::NetworkPtr network;  ///< of this project; null: to be planned
    QString path;

    [[nodiscard]] Result<void> write() const {
        const auto planned = network != nullptr ? network : twin::networkOf(*project, *catalog);
        const halltwin::network::NetworkPlan none;
        const auto& plan = planned != nullptr ? *planned : none;
        return exchange::writeWorkbook(
            path.toStdString(),
            exchange::projectSchedules({*project, *catalog, plan}, exchange::bisectionsOf(plan)),
            {project->info.name, project->info.author});
    }
};

}  // namespace

ScheduleExport::ScheduleExport(const bridge::ViewContext& context, QWidget& window)
    : QObject(&window),
      m_context(context),
      m_window(window) {}

void ScheduleExport::exportWorkbook() {
    auto* dialog = new QFileDialog(&m_window, tr("Export schedules"));
    dialog->setObjectName(QStringLiteral("exportSchedulesDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Workbook (*.xlsx)"));
    dialog->setDefaultSuffix(QStringLiteral("xlsx"));
    dialog->selectFile(m_context.session.displayName() + QStringLiteral(".xlsx"));
    connect(dialog, &QFileDialog::fileSelected, this, &ScheduleExport::write);
    dialog->open();
}

void ScheduleExport::write(const QString& path) {
    Wish wish{m_context.session.snapshot(), m_context.session.sharedCatalog(), {}, path};
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    if (result != nullptr && m_context.twin.latestProject() == wish.project)
        wish.network = result->network;
    emit message(tr("Writing %1…").arg(path));
    const QPointer<ScheduleExport> self(this);
    QThreadPool::globalInstance()->start([self, wish] {
        const auto outcome = std::make_shared<const Result<void>>(wish.write());
        QMetaObject::invokeMethod(qApp, [self, outcome, path = wish.path] {
            if (!self) return;
            if (*outcome) {
                emit self->message(tr("Written: %1").arg(path));
            } else {
                emit self->message({});
                showErrorBox(self->m_window, outcome->error());
            }
        });
    });
}

}  // namespace halltwin::views::shell
