// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/latest_job.h"
#include "views/bridge/view_context.h"
#include "views/bridge/what_if.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;

namespace halltwin::views::diagram {

class EventModel;

/// A popup with the events that the drawn chain can be tried with, and a field to search them. Up
/// and down choose while typing, Enter or a click plays. The list is made on a worker when the
/// popup opens on another answer.
class EventPicker : public QFrame {
    Q_OBJECT

public:
    explicit EventPicker(const bridge::ViewContext& context, QWidget* parent = nullptr);

    /// Opens with its lower left corner at the upper left one of the anchor, within its screen.
    void openAbove(const QWidget& anchor);
    [[nodiscard]] bool isReady() const { return m_job.isIdle(); }

signals:
    void chosen(const halltwin::views::bridge::TrialEvent& event);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void choose(const QModelIndex& index);
    void chooseFirst();
    void moveChoice(int step);
    void tellEmptiness();

    bridge::ViewContext m_context;
    EventModel* m_model;
    QLineEdit* m_search;
    QListView* m_list;
    QLabel* m_hint;
    bridge::TwinResultPtr m_listed;  ///< that the list is about
    bridge::LatestJob m_job;         ///< last: it ends before what it fills
};

}  // namespace halltwin::views::diagram
