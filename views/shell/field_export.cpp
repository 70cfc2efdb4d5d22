// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/field_export.h"

#include "model/core/file_io.h"
#include "model/exchange/vti.h"
#include "model/project/project.h"
#include "views/bridge/project_session.h"
#include "views/bridge/twin_feed.h"
#include "views/shell/error_box.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>
#include <memory>
#include <utility>
#include <vector>

namespace halltwin::views::shell {
namespace {

struct Target {
    HallId hall;
    QString path;
};

/// "room.vti" for one hall; "room-Data hall.vti" and so on for several.
std::vector<Target> targetsOf(const twin::TwinResult& result, const Project& project,
                              const QString& path) {
    std::vector<Target> targets;
    const QFileInfo file(path);
    for (const twin::RoomAnswer& room : result.rooms) {
        const Hall* hall = project.halls.find(room.hall);
        QString name =
            hall == nullptr ? QString::number(room.hall.value) : QString::fromStdString(hall->name);
        name.replace(QLatin1Char('/'), QLatin1Char('-'));
        const QString own = file.dir().filePath(file.completeBaseName() + QLatin1Char('-') + name +
                                                QStringLiteral(".vti"));
        targets.push_back({room.hall, result.rooms.size() == 1 ? path : own});
    }
    return targets;
}

Result<int> writeAll(const twin::TwinResult& result, const std::vector<Target>& targets) {
    for (const Target& target : targets) {
        const auto fields = exchange::roomFields(result.room(target.hall)->air);
        const auto done = writeFileAtomically(target.path.toStdString(), exchange::vtiText(fields));
        if (!done) return tl::unexpected(done.error());
    }
    return static_cast<int>(targets.size());
}

}  // namespace

FieldExport::FieldExport(const bridge::ViewContext& context, QWidget& window)
    : QObject(&window),
      m_context(context),
      m_window(window) {}

void FieldExport::exportVti() {
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    if (result == nullptr || result->rooms.empty()) {
        emit message(tr("There is no solved air to export yet"));
        return;
    }
    auto* dialog = new QFileDialog(&m_window, tr("Export the air for ParaView"));
    dialog->setObjectName(QStringLiteral("exportVtiDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("VTK image data (*.vti)"));
    dialog->setDefaultSuffix(QStringLiteral("vti"));
    dialog->selectFile(m_context.session.displayName() + QStringLiteral(".vti"));
    connect(dialog, &QFileDialog::fileSelected, this, &FieldExport::write);
    dialog->open();
}

void FieldExport::write(const QString& path) {
    const bridge::TwinResultPtr result = m_context.twin.latest();
    const auto& project = m_context.twin.latestProject();
    if (result == nullptr || project == nullptr) return;
    emit message(tr("Writing %1…").arg(path));
    const QPointer<FieldExport> self(this);
    QThreadPool::globalInstance()->start(
        [self, result, targets = targetsOf(*result, *project, path), path] {
            const auto outcome = std::make_shared<const Result<int>>(writeAll(*result, targets));
            QMetaObject::invokeMethod(qApp, [self, outcome, path] {
                if (!self) return;
                if (*outcome) {
                    emit self->message(tr("Written: %1, %n hall(s)", nullptr, **outcome).arg(path));
                } else {
                    emit self->message({});
                    showErrorBox(self->m_window, outcome->error());
                }
            });
        });
}

}  // namespace halltwin::views::shell
