// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/year/hour_list.h"

#include "views/bridge/format.h"
#include "views/charts/year_words.h"

#include <utility>

namespace halltwin::views::year {

QString findingName(Finding finding) {
    switch (finding) {
        case Finding::OutOfRange: return HourListModel::tr("Outside a fitted range");
        case Finding::Warm: return HourListModel::tr("Water above its set-point");
        case Finding::NotTaken: return HourListModel::tr("Heat not taken");
        case Finding::Icing: return HourListModel::tr("Towers in frost");
    }
    return {};
}

QString findingMeaning(Finding finding) {
    switch (finding) {
        case Finding::OutOfRange:
            return HourListModel::tr("A unit works outside the range that its catalogue figures "
                                     "cover, on the side that flatters it: its real power is "
                                     "likely higher, or its capacity lower, than reckoned.");
        case Finding::Warm:
            return HourListModel::tr("Nothing holds the water of a loop that serves a hall at its "
                                     "set-point: the hall gets it warmer.");
        case Finding::NotTaken:
            return HourListModel::tr("Chillers are asked for more than they have: the rooms would "
                                     "warm up, which the year does not follow.");
        case Finding::Icing:
            return HourListModel::tr("A tower that runs in frost leaves water so cold that its "
                                     "fill could freeze.");
    }
    return {};
}

bool isFound(const twin::YearHour& hour, Finding finding) {
    switch (finding) {
        case Finding::OutOfRange: return hour.outOfRange;
        case Finding::Warm: return hour.warm > twin::warmLimit;
        case Finding::NotTaken: return hour.unmet > Power{};
        case Finding::Icing: return hour.icing;
    }
    return false;
}

void HourListModel::setAnswer(YearPtr answer, Finding finding) {
    beginResetModel();
    m_answer = std::move(answer);
    m_finding = finding;
    m_hours.clear();
    for (std::size_t n = 0; m_answer != nullptr && n < m_answer->year.hours.size(); ++n)
        if (isFound(m_answer->year.hours[n], finding)) m_hours.push_back(n);
    endResetModel();
}

std::size_t HourListModel::hourOf(int row) const {
    return m_hours[static_cast<std::size_t>(row)];
}

int HourListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_hours.size());
}

int HourListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString HourListModel::whatOf(const twin::YearHour& hour) const {
    switch (m_finding) {
        case Finding::OutOfRange: break;
        case Finding::Warm: return tr("by %1").arg(bridge::formatDifference(hour.warm));
        case Finding::NotTaken: return bridge::formatPower(hour.unmet);
        case Finding::Icing: return tr("leaving water below 5 °C");
    }
    if (!hour.excess) return {};
    const cooling::RangeExcess& range = hour.excess->range;
    const Item* item = m_answer->project->items.find(hour.excess->unit);
    const auto number = [](double value) { return bridge::formatSignificant(value, 4); };
    return tr("%1: %2 %3 %6, fitted from %4 to %5 %6")
        .arg(item == nullptr ? QString() : QString::fromStdString(item->label),
             QString::fromStdString(range.quantity), number(range.value), number(range.low),
             number(range.high), QString::fromStdString(range.unit));
}

QString HourListModel::textOf(const twin::YearHour& hour, std::size_t place, int column) const {
    switch (column) {
        case WhenColumn: return charts::hourName(place, m_answer->year.hours.size());
        case DryBulbColumn: return bridge::formatTemperature(hour.dryBulb);
        case WetBulbColumn: return bridge::formatTemperature(hour.wetBulb);
        case PowerColumn: return bridge::formatPower(hour.facility);
        case WhatColumn: return whatOf(hour);
        default: return {};
    }
}

QVariant HourListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const bool isFigure = index.column() != WhenColumn && index.column() != WhatColumn;
    if (role == Qt::TextAlignmentRole && isFigure)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const std::size_t place = hourOf(index.row());
    return textOf(m_answer->year.hours[place], place, index.column());
}

QVariant HourListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case WhenColumn: return tr("Hour");
        case DryBulbColumn: return tr("Dry bulb");
        case WetBulbColumn: return tr("Wet bulb");
        case PowerColumn: return tr("Facility power");
        case WhatColumn: return tr("What");
        default: return {};
    }
}

}  // namespace halltwin::views::year
