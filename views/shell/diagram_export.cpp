// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/diagram_export.h"

#include "views/bridge/project_session.h"
#include "views/diagram/cooling_pane.h"
#include "views/diagram/diagram_pane.h"
#include "views/network/network_pane.h"
#include "views/shell/error_box.h"

#include <QFileDialog>
#include <QFileInfo>

namespace halltwin::views::shell {

DiagramExport::DiagramExport(const bridge::ProjectSession& session, QWidget& window)
    : QObject(&window),
      m_session(session),
      m_window(window) {}

void DiagramExport::exportPower(const diagram::DiagramPane& pane) {
    write(tr("Export power diagram"), QStringLiteral("-power.svg"),
          [&pane](const QString& path) { return pane.write(path); });
}

void DiagramExport::exportLoops(const diagram::CoolingPane& pane) {
    write(tr("Export cooling loops"), QStringLiteral("-cooling.svg"),
          [&pane](const QString& path) { return pane.write(path); });
}

void DiagramExport::exportNetwork(const network::NetworkPane& pane) {
    const bool isRacks = pane.page() == network::NetworkPane::Page::Racks;
    write(isRacks ? tr("Export rack elevations") : tr("Export network diagram"),
          isRacks ? QStringLiteral("-racks.svg") : QStringLiteral("-network.svg"),
          [&pane](const QString& path) { return pane.write(path); });
}

void DiagramExport::write(const QString& title, const QString& ending, const Write& writeTo) {
    QString path = QFileDialog::getSaveFileName(&m_window, title, m_session.displayName() + ending,
                                                tr("SVG (*.svg);;PDF (*.pdf)"));
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".svg");
    const auto written = writeTo(path);
    if (!written) return showErrorBox(m_window, written.error());
    emit message(tr("Written: %1").arg(path));
}

}  // namespace halltwin::views::shell
