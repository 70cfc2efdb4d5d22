// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"

#include <QObject>
#include <QString>
#include <functional>

class QWidget;

namespace halltwin::views::bridge {
class ProjectSession;
}
namespace halltwin::views::diagram {
class CoolingPane;
class DiagramPane;
}  // namespace halltwin::views::diagram
namespace halltwin::views::network {
class NetworkPane;
}

namespace halltwin::views::shell {

/// Writes a diagram as it is shown: SVG or PDF, by the ending of the name. Asks for a path first.
class DiagramExport : public QObject {
    Q_OBJECT

public:
    /// The window is the parent of dialogs.
    DiagramExport(const bridge::ProjectSession& session, QWidget& window);

    void exportPower(const diagram::DiagramPane& pane);
    void exportLoops(const diagram::CoolingPane& pane);
    void exportNetwork(const network::NetworkPane& pane);

signals:
    /// What happened, for the status bar.
    void message(const QString& text);

private:
    using Write = std::function<Result<void>(const QString&)>;
    void write(const QString& title, const QString& ending, const Write& writeTo);

    const bridge::ProjectSession& m_session;
    QWidget& m_window;
};

}  // namespace halltwin::views::shell
