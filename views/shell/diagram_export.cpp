// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/diagram_export.h"

#include "views/bridge/project_session.h"
#include "views/diagram/diagram_pane.h"
#include "views/shell/error_box.h"

#include <QFileDialog>
#include <QFileInfo>

namespace halltwin::views::shell {

DiagramExport::DiagramExport(const bridge::ProjectSession& session,
                             const diagram::DiagramPane& pane, QWidget& window)
    : QObject(&window),
      m_session(session),
      m_pane(pane),
      m_window(window) {}

void DiagramExport::exportDiagram() {
    QString path = QFileDialog::getSaveFileName(
        &m_window, tr("Export power diagram"),
        m_session.displayName() + QStringLiteral("-power.svg"), tr("SVG (*.svg);;PDF (*.pdf)"));
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".svg");
    const auto written = m_pane.write(path);
    if (!written) return showErrorBox(m_window, written.error());
    emit message(tr("Written: %1").arg(path));
}

}  // namespace halltwin::views::shell
