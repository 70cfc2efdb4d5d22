// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/event_model.h"

#include <QCoreApplication>
#include <algorithm>
#include <utility>

namespace halltwin::views::diagram {

bridge::TrialEvent trialEventOf(const power::NamedEvent& event) {
    return {QString::fromStdString(event.key), QString::fromStdString(event.name),
            QString::fromStdString(event.description), event.incidents};
}

QString eventGroupName(const QString& key) {
    static const std::pair<const char*, const char*> groups[] = {
        {"grid-", QT_TRANSLATE_NOOP("Events", "Grid")},
        {"feed-loss:", QT_TRANSLATE_NOOP("Events", "Utility feeds")},
        {"generator-fails:", QT_TRANSLATE_NOOP("Events", "Generators that do not start")},
        {"side-loss:", QT_TRANSLATE_NOOP("Events", "Sides")},
        {"maintenance:", QT_TRANSLATE_NOOP("Events", "Maintenance, and a grid outage meanwhile")},
        {"room-loss:", QT_TRANSLATE_NOOP("Events", "Rooms")},
        {"distribution-loss:", QT_TRANSLATE_NOOP("Events", "Distribution")},
        {"module-loss:", QT_TRANSLATE_NOOP("Events", "UPS modules")},
    };
    for (const auto& [prefix, name] : groups) {
        if (key.startsWith(QLatin1String(prefix)))
            return QCoreApplication::translate("Events", name);
    }
    return QCoreApplication::translate("Events", "Other events");
}

void EventModel::setEvents(std::vector<bridge::TrialEvent> events) {
    beginResetModel();
    m_events = std::move(events);
    fill();
    endResetModel();
}

void EventModel::setFilter(const QString& words) {
    beginResetModel();
    m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    fill();
    endResetModel();
}

void EventModel::fill() {
    m_rows.clear();
    QString heading;
    for (std::size_t n = 0; n < m_events.size(); ++n) {
        const bridge::TrialEvent& event = m_events[n];
        const QString group = eventGroupName(event.key);
        const QString text =
            group + QLatin1Char('\n') + event.name + QLatin1Char('\n') + event.description;
        const bool isWanted =
            std::all_of(m_words.begin(), m_words.end(), [&text](const QString& word) {
                return text.contains(word, Qt::CaseInsensitive);
            });
        if (!isWanted) continue;
        if (group != heading) m_rows.push_back({group, 0});
        heading = group;
        m_rows.push_back({{}, n});
    }
}

const bridge::TrialEvent* EventModel::eventAt(int row) const {
    if (row < 0 || row >= static_cast<int>(m_rows.size())) return nullptr;
    const Row& shown = m_rows[static_cast<std::size_t>(row)];
    return shown.heading.isEmpty() ? &m_events[shown.event] : nullptr;
}

int EventModel::nextEvent(int row, int step) const {
    for (; row >= 0 && row < static_cast<int>(m_rows.size()); row += step) {
        if (eventAt(row) != nullptr) return row;
    }
    return -1;
}

int EventModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant EventModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const bridge::TrialEvent* event = eventAt(index.row());
    switch (role) {
        case Qt::DisplayRole: return event == nullptr ? row.heading : event->name;
        case DescriptionRole: return event == nullptr ? QString() : event->description;
        case Qt::ToolTipRole: return event == nullptr ? QVariant() : QVariant(event->description);
        case Qt::AccessibleTextRole:
            return event == nullptr ? row.heading
                                    : event->name + QStringLiteral(": ") + event->description;
        case IsHeadingRole: return event == nullptr;
        default: return {};
    }
}

Qt::ItemFlags EventModel::flags(const QModelIndex& index) const {
    if (eventAt(index.row()) == nullptr) return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

}  // namespace halltwin::views::diagram
