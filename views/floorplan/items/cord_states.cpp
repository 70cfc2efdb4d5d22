// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/cord_states.h"

#include <unordered_map>
#include <unordered_set>

namespace halltwin::views::floorplan::items {

CordStates cordStates(const power::ChainInput& chain, const power::ChainResult& result) {
    std::unordered_set<ItemId> standby;
    for (const power::Element& element : chain.elements) {
        if (element.kind == ItemKind::Generator || element.kind == ItemKind::Battery)
            standby.insert(element.id);
    }
    std::unordered_map<ItemId, double> loadingOf;
    for (const power::ElementResult& element : result.elements)
        loadingOf.emplace(element.id, element.loading);
    CordStates states;
    for (const power::LinkResult& link : result.links) {
        if (!link.id.isValid()) continue;
        const double loading = link.loading > 0.0 ? link.loading : loadingOf[link.from];
        if (!link.living) {
            if (!standby.contains(link.from)) states.emplace(link.id, LinkFamily::Dead);
        } else if (loading > 1.0) {
            states.emplace(link.id, LinkFamily::Overloaded);
        } else if (loading > power::continuousLoadLimit) {
            states.emplace(link.id, LinkFamily::Busy);
        }
    }
    return states;
}

}  // namespace halltwin::views::floorplan::items
