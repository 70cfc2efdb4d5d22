// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/event_list.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace halltwin::views::charts {

namespace {

using What = power::SequenceEvent::What;

QString whatText(const power::SequenceEvent& event) {
    const std::string_view word = power::nameOf(event.what);
    QString text = QCoreApplication::translate("SequenceEvent", std::string(word).c_str());
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    const bool hasLoading = event.what == What::Tripped || event.what == What::Loaded ||
                            event.what == What::Overstepped;
    if (hasLoading && event.loading > 0.0)
        text = EventListModel::tr("%1, at %2").arg(text, bridge::formatShare(event.loading));
    return text;
}

bool isBad(What what) {
    return what == What::Failed || what == What::Tripped || what == What::Dark ||
           what == What::BatteryEmpty || what == What::FuelEmpty || what == What::Overstepped ||
           what == What::Loaded || what == What::StartFailed || what == What::ModuleLost;
}

}  // namespace

std::vector<EventRow> eventRows(const power::Sequence& sequence, const EventNames& names) {
    using Key = std::tuple<double, What, ItemId, ItemKind, QString>;
    std::map<Key, std::size_t> places;
    std::vector<EventRow> rows;
    std::vector<ItemKind> kinds;
    for (const power::SequenceEvent& event : sequence.events) {
        const ItemKind kind = names.kindOf(event.item);
        const QString what = whatText(event);
        const auto [place, isNew] = places.try_emplace(
            Key{event.at.in(seconds), event.what, event.cause, kind, what}, rows.size());
        if (isNew) {
            rows.push_back({event.at, {}, event.cause, {}, what, {}, isBad(event.what)});
            kinds.push_back(kind);
        }
        rows[place->second].items.push_back(event.item);
    }
    for (std::size_t n = 0; n < rows.size(); ++n) {
        EventRow& row = rows[n];
        row.element =
            row.items.size() == 1
                ? names.nameOf(row.items.front())
                : QStringLiteral("%1 × %2").arg(row.items.size()).arg(bridge::kindName(kinds[n]));
        if (row.cause.isValid()) row.because = names.nameOf(row.cause);
    }
    return rows;
}

EventListModel::EventListModel(const bridge::Theme& theme, QObject* parent)
    : QAbstractTableModel(parent),
      m_theme(theme) {}

void EventListModel::setRows(std::vector<EventRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int EventListModel::rowAt(Duration time) const {
    const auto after =
        std::upper_bound(m_rows.begin(), m_rows.end(), time,
                         [](Duration at, const EventRow& row) { return at < row.at; });
    return static_cast<int>(after - m_rows.begin()) - 1;
}

int EventListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const EventRow& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::ForegroundRole && index.column() == WhatColumn && row.isBad)
        return m_theme.colors().danger;
    if (role == Qt::TextAlignmentRole && index.column() == AtColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    switch (index.column()) {
        case AtColumn:
            return row.at > Duration{} ? bridge::formatDuration(row.at) : QStringLiteral("0 s");
        case ElementColumn: return row.element;
        case WhatColumn: return row.what;
        case CauseColumn: return row.because;
        default: return {};
    }
}

QVariant EventListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == AtColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case AtColumn: return tr("Time");
        case ElementColumn: return tr("Element");
        case WhatColumn: return tr("What");
        case CauseColumn: return tr("Because of");
        default: return {};
    }
}

}  // namespace halltwin::views::charts
