// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace halltwin::views::bridge {
class ProjectSession;
}
namespace halltwin::views::diagram {
class DiagramPane;
}

namespace halltwin::views::shell {

/// Writes the single-line diagram as it is shown: SVG or PDF, by the ending of the name.
class DiagramExport : public QObject {
    Q_OBJECT

public:
    /// The window is the parent of dialogs.
    DiagramExport(const bridge::ProjectSession& session, const diagram::DiagramPane& pane,
                  QWidget& window);

    /// Asks for a path first.
    void exportDiagram();

signals:
    /// What happened, for the status bar.
    void message(const QString& text);

private:
    const bridge::ProjectSession& m_session;
    const diagram::DiagramPane& m_pane;
    QWidget& m_window;
};

}  // namespace halltwin::views::shell
