// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"

#include <QFrame>

class QLabel;

namespace halltwin::views::shell {

/// A card in the upper left corner of the plan: what is on trial, whom it leaves dark, and a button
/// that puts everything back. Keeps its place by itself; the parent must not be what a view
/// scrolls.
class TrialBadge : public QFrame {
    Q_OBJECT

public:
    TrialBadge(bridge::Theme& theme, QWidget* parent);

    /// "On trial: GRID-A out" and "2 racks dark"; an empty title hides it.
    void setTrial(const QString& title, const QString& toll);

signals:
    void restoreWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void restyle();

    bridge::Theme& m_theme;
    QLabel* m_text;
    QWidget* m_restore;
    QString m_title;
    QString m_toll;
};

}  // namespace halltwin::views::shell
