// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/view_context.h"

#include <QObject>

class QLabel;
class QWidget;
class QStatusBar;

namespace halltwin::views::shell {

/// The permanent part of the status bar: what is under the cursor, how far the books of the whole
/// twin are from closing, and what the room air is worth.
class StatusInfo : public QObject {
    Q_OBJECT

public:
    StatusInfo(const bridge::ViewContext& context, QStatusBar& bar);

    void setCursorText(const QString& text);
    /// What of a transient the plan shows instead of the steady air; empty: that again.
    void setMomentText(const QString& text);

private:
    void refresh();

    bridge::ViewContext m_context;
    QLabel* m_cursor;
    QLabel* m_books;
    QLabel* m_moment;
    QWidget* m_air;
};

}  // namespace halltwin::views::shell
