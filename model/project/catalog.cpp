// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/catalog.h"

namespace halltwin {

void Catalog::add(CatalogEntry entry) {
    std::string key = entry.key;
    m_entries.insert_or_assign(std::move(key), std::move(entry));
}

const CatalogEntry* Catalog::find(std::string_view key) const {
    const auto at = m_entries.find(key);
    return at == m_entries.end() ? nullptr : &at->second;
}

void Catalog::addEquipment(EquipmentEntry entry) {
    std::string key = entry.key;
    m_equipment.insert_or_assign(std::move(key), std::move(entry));
}

const EquipmentEntry* Catalog::findEquipment(std::string_view key) const {
    const auto at = m_equipment.find(key);
    return at == m_equipment.end() ? nullptr : &at->second;
}

}  // namespace halltwin
