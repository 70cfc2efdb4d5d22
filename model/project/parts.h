// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/project.h"

#include <concepts>
#include <type_traits>

namespace halltwin {

/// The one list of what a project consists of, in file order; the names are those of the text form
/// and of the tables of the database. Calls visit(name, part), where a part is an entity with
/// visitFields or a Table of them.
template <class Visitor, class Self>
requires std::same_as<std::remove_const_t<Self>, Project>
void visitParts(Visitor&& visit, Self& project) {
    visit("info", project.info);
    visit("site", project.site);
    visit("halls", project.halls);
    visit("items", project.items);
    visit("power_links", project.powerLinks);
    visit("cooling_links", project.coolingLinks);
    visit("fabrics", project.fabrics);
    visit("fabric_edits", project.fabricEdits);
    visit("trays", project.trays);
    visit("plant", project.plant);
    visit("economics", project.economics);
    visit("energy", project.energy);
    visit("scenarios", project.scenarios);
}

template <class T>
struct IsTable : std::false_type {};
template <class T>
struct IsTable<Table<T>> : std::true_type {};

}  // namespace halltwin
