// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/rack_model.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"

#include <algorithm>
#include <set>
#include <utility>

namespace halltwin::views::network {

namespace {

using diagram::DrawnRack;

const QString dash = QStringLiteral("–");

const Issue* worstIssue(const DrawnRack& rack) {
    const auto at = std::ranges::max_element(rack.issues, {}, &Issue::severity);
    return at == rack.issues.end() ? nullptr : &*at;
}

QString iconName(Severity severity) {
    switch (severity) {
        case Severity::Error: return QStringLiteral("error");
        case Severity::Warning: return QStringLiteral("warning");
        case Severity::Info: break;
    }
    return QStringLiteral("info");
}

/// All that a filter looks at.
QString wordsOf(const DrawnRack& rack) {
    QStringList words{rack.label, rack.hall, rack.model};
    std::set<QString> fabrics;
    for (const diagram::RackPart& part : rack.parts) {
        if (part.kind != diagram::RackPartKind::Switch) continue;
        words << part.name << part.model;
        fabrics.insert(part.fabricName);
    }
    words.append(QStringList(fabrics.begin(), fabrics.end()));
    return words.join(QLatin1Char('\n'));
}

Power networkPower(const DrawnRack& rack) {
    return rack.switchMaximum + rack.modules;
}

}  // namespace

RackModel::RackModel(const bridge::Theme& theme, QObject* parent)
    : QAbstractTableModel(parent),
      m_theme(theme) {}

void RackModel::setRacks(RackListPtr racks) {
    const bool areSame =
        m_racks != nullptr && racks != nullptr &&
        std::ranges::equal(*m_racks, *racks, {}, &DrawnRack::rack, &DrawnRack::rack);
    if (!areSame) beginResetModel();
    m_racks = std::move(racks);
    if (!areSame) return endResetModel();
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RackModel::rowOf(ItemId rack) const {
    if (m_racks == nullptr) return -1;
    const auto at = std::ranges::find(*m_racks, rack, &DrawnRack::rack);
    return at == m_racks->end() ? -1 : static_cast<int>(at - m_racks->begin());
}

int RackModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || m_racks == nullptr ? 0 : static_cast<int>(m_racks->size());
}

int RackModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString RackModel::textOf(const DrawnRack& rack, int column) const {
    switch (column) {
        case RackColumn: return rack.label;
        case FreeColumn:
            return rack.units > 0 ? QStringLiteral("%1 / %2").arg(rack.freeUnits).arg(rack.units)
                                  : dash;
        case PowerColumn: return bridge::formatNumber(rack.power.in(kilowatts), 1);
        case NetworkColumn:
            return networkPower(rack) > Power()
                       ? bridge::formatNumber(networkPower(rack).in(kilowatts), 2)
                       : dash;
        case LoadColumn: return rack.load ? bridge::formatShare(*rack.load) : dash;
        case MassColumn: return bridge::formatNumber(rack.mass.in(kilograms), 0);
        case HallColumn: return rack.hall;
        case ModelColumn: return rack.model;
        default: return {};
    }
}

/// What a column sorts by; racks by their places.
QVariant RackModel::keyOf(const DrawnRack& rack, int row, int column) const {
    switch (column) {
        case RackColumn: return row;
        case FreeColumn: return rack.freeUnits;
        case PowerColumn: return rack.power.si();
        case NetworkColumn: return networkPower(rack).si();
        case LoadColumn: return rack.load.value_or(-1.0);
        case MassColumn: return rack.mass.si();
        default: return textOf(rack, column);
    }
}

QVariant RackModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const DrawnRack& rack = rackAt(index.row());
    const bool isName = index.column() == RackColumn;
    const bool isText = isName || index.column() >= HallColumn;
    const Issue* issue = isName ? worstIssue(rack) : nullptr;
    switch (role) {
        case Qt::DisplayRole: return textOf(rack, index.column());
        case SortRole: return keyOf(rack, index.row(), index.column());
        case WordsRole: return wordsOf(rack);
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                       (isText ? Qt::AlignLeft : Qt::AlignRight));
        case Qt::DecorationRole:
            if (issue == nullptr) return {};
            return m_theme.icon(iconName(issue->severity), m_theme.severityColor(issue->severity));
        case Qt::ToolTipRole: return issue == nullptr ? QVariant() : bridge::issueTitle(*issue);
        case Qt::AccessibleTextRole:
            if (issue == nullptr) return {};
            return rack.label + QStringLiteral(": ") + bridge::issueTitle(*issue);
        default: return {};
    }
}

QVariant RackModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    static const QStringList names{tr("Rack"),     tr("Free U"),   tr("kW"),   tr("Net kW"),
                                   tr("Links to"), tr("Mass, kg"), tr("Hall"), tr("Model")};
    static const QStringList tips{
        tr("By place: hall, row, along the row"),
        tr("Rack units that switches may still take, of all"),
        tr("Power that reaches the rack now"),
        tr("Switches at their most, with the modules of all cables that end here"),
        tr("Load of the fullest cable that ends here, by the traffic chosen below"),
        tr("With its switches"),
        {},
        {}};
    const bool isText = section == RackColumn || section >= HallColumn;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (isText ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::DisplayRole) return names[section];
    return role == Qt::ToolTipRole ? QVariant(tips[section]) : QVariant();
}

RackFilter::RackFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setSortRole(RackModel::SortRole);
}

void RackFilter::setWords(const QString& words) {
    m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool RackFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QString text = sourceModel()->index(row, 0, parent).data(RackModel::WordsRole).toString();
    return std::ranges::all_of(
        m_words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

}  // namespace halltwin::views::network
