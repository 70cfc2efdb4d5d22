// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/view_context.h"

#include <QObject>

class QLabel;
class QStatusBar;

namespace halltwin::views::shell {

/// The permanent part of the status bar: what stage of the solver is on screen, its grid, how far
/// the books are from closing, and what is under the cursor.
class StatusInfo : public QObject {
    Q_OBJECT

public:
    StatusInfo(const bridge::ViewContext& context, QStatusBar& bar);

    void setCursorText(const QString& text);

private:
    void refresh();

    bridge::ViewContext m_context;
    QLabel* m_cursor;
    QLabel* m_books;
    QLabel* m_grid;
    QLabel* m_stage;
};

}  // namespace halltwin::views::shell
