// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"
#include "views/bridge/theme.h"

#include <QAbstractItemModel>
#include <memory>
#include <string>
#include <vector>

namespace halltwin::views::inspector {

/// The catalogue as a tree of two levels: groups, and entries by name. Entries can be dragged; the
/// data is the entry's key (bridge::catalogMimeType).
class CatalogModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole + 1, SearchRole };

    CatalogModel(std::shared_ptr<const Catalog> catalog, const bridge::Theme& theme,
                 QObject* parent = nullptr);

    /// Null for a group or an invalid index.
    [[nodiscard]] const CatalogEntry* entry(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;

    /// Icons follow the theme.
    void refreshIcons();

private:
    struct Group {
        QString name;
        std::vector<const CatalogEntry*> entries;
    };

    std::shared_ptr<const Catalog> m_catalog;
    const bridge::Theme& m_theme;
    std::vector<Group> m_groups;
};

}  // namespace halltwin::views::inspector
