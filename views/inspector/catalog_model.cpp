// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/catalog_model.h"

#include "model/project/names.h"
#include "views/bridge/catalog_mime.h"
#include "views/bridge/messages.h"

#include <QMimeData>
#include <QSize>
#include <algorithm>
#include <utility>

namespace halltwin::views::inspector {

namespace {

/// Order of groups in the panel: what designers place first comes first.
constexpr ItemKind groupOrder[] = {ItemKind::Rack, ItemKind::Cooler, ItemKind::UtilityFeed,
                                   ItemKind::Chiller, ItemKind::Wall};

constexpr int rowHeight = 28;

/// Internal id of a group's index; an entry's is its group's row + 1.
constexpr quintptr groupId = 0;

}  // namespace

CatalogModel::CatalogModel(std::shared_ptr<const Catalog> catalog, const bridge::Theme& theme,
                           QObject* parent)
    : QAbstractItemModel(parent),
      m_catalog(std::move(catalog)),
      m_theme(theme) {
    for (const ItemKind kind : groupOrder)
        m_groups.push_back({bridge::kindGroupName(kind), {}});
    for (const auto& [key, entry] : m_catalog->entries()) {
        const QString name = bridge::kindGroupName(entry.kind);
        const auto group = std::find_if(m_groups.begin(), m_groups.end(),
                                        [&](const Group& g) { return g.name == name; });
        if (group != m_groups.end()) group->entries.push_back(&entry);
    }
    std::erase_if(m_groups, [](const Group& group) { return group.entries.empty(); });
    for (Group& group : m_groups) {
        std::stable_sort(group.entries.begin(), group.entries.end(),
                         [](const CatalogEntry* a, const CatalogEntry* b) {
                             return std::pair(a->kind, a->name) < std::pair(b->kind, b->name);
                         });
    }
}

const CatalogEntry* CatalogModel::entry(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == groupId) return nullptr;
    const Group& group = m_groups[index.internalId() - 1];
    return group.entries[static_cast<std::size_t>(index.row())];
}

QModelIndex CatalogModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    if (!parent.isValid()) return createIndex(row, column, groupId);
    return createIndex(row, column, static_cast<quintptr>(parent.row()) + 1);
}

QModelIndex CatalogModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == groupId) return {};
    return createIndex(static_cast<int>(index.internalId() - 1), 0, groupId);
}

int CatalogModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(m_groups.size());
    if (parent.internalId() != groupId || parent.column() != 0) return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].entries.size());
}

int CatalogModel::columnCount(const QModelIndex&) const {
    return 1;
}

QVariant CatalogModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const CatalogEntry* item = entry(index);
    if (item == nullptr) {
        const Group& group = m_groups[static_cast<std::size_t>(index.row())];
        if (role == Qt::DisplayRole || role == SearchRole) return group.name;
        if (role == Qt::SizeHintRole) return QSize(0, rowHeight);
        if (role == Qt::FontRole) return bridge::Theme::font(bridge::TextStyle::BodyStrong);
        return {};
    }
    switch (role) {
        case Qt::DisplayRole: return QString::fromStdString(item->name);
        case Qt::ToolTipRole:
            return QString::fromStdString(item->description.empty() ? item->name
                                                                    : item->description);
        case Qt::DecorationRole: return m_theme.icon(QLatin1String(nameOf(item->kind)));
        case Qt::SizeHintRole: return QSize(0, rowHeight);
        case KeyRole: return QString::fromStdString(item->key);
        case SearchRole:
            return QString::fromStdString(item->name + ' ' + item->key + ' ' + item->description) +
                   QLatin1Char(' ') + bridge::kindName(item->kind);
        default: return {};
    }
}

Qt::ItemFlags CatalogModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags usual = QAbstractItemModel::flags(index);
    if (!index.isValid()) return usual;
    return entry(index) == nullptr ? Qt::ItemIsEnabled : usual | Qt::ItemIsDragEnabled;
}

QStringList CatalogModel::mimeTypes() const {
    return {QLatin1String(bridge::catalogMimeType)};
}

QMimeData* CatalogModel::mimeData(const QModelIndexList& indexes) const {
    if (indexes.isEmpty()) return nullptr;
    const CatalogEntry* item = entry(indexes.first());
    if (item == nullptr) return nullptr;
    auto* data = new QMimeData;
    data->setData(QLatin1String(bridge::catalogMimeType), QByteArray::fromStdString(item->key));
    return data;
}

void CatalogModel::refreshIcons() {
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex group = index(row, 0);
        emit dataChanged(index(0, 0, group), index(rowCount(group) - 1, 0, group),
                         {Qt::DecorationRole});
    }
}

}  // namespace halltwin::views::inspector
