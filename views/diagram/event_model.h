// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/events.h"
#include "views/bridge/what_if.h"

#include <QAbstractListModel>
#include <QString>
#include <vector>

namespace halltwin::views::diagram {

[[nodiscard]] bridge::TrialEvent trialEventOf(const power::NamedEvent& event);

/// Heading under which an event is listed: "Utility feeds", "Rooms".
[[nodiscard]] QString eventGroupName(const QString& key);

/// The events of a chain under headings, in the engine's order. A filter leaves those that hold all
/// of its words, and the headings that they need. Headings cannot be selected.
class EventModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { DescriptionRole = Qt::UserRole, IsHeadingRole };

    using QAbstractListModel::QAbstractListModel;

    void setEvents(std::vector<bridge::TrialEvent> events);
    [[nodiscard]] const std::vector<bridge::TrialEvent>& events() const { return m_events; }
    void setFilter(const QString& words);

    /// Null for a heading and outside the list.
    [[nodiscard]] const bridge::TrialEvent* eventAt(int row) const;
    /// Row of the next event from `row` on in steps of ±1; −1: there is none.
    [[nodiscard]] int nextEvent(int row, int step) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        QString heading;  ///< or, where empty, an event
        std::size_t event = 0;
    };

    void fill();

    std::vector<bridge::TrialEvent> m_events;
    std::vector<Row> m_rows;
    QStringList m_words;
};

}  // namespace halltwin::views::diagram
