// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/cable_groups.h"

#include "views/bridge/messages.h"
#include "views/report/text.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace halltwin::views::report {
namespace {

constexpr std::array<double, 4> classEndsM{10.0, 30.0, 100.0, 300.0};

/// Class of a length: 0 where none is given.
std::size_t lengthClass(const std::optional<Length>& length) {
    if (!length) return 0;
    const auto end = std::lower_bound(classEndsM.begin(), classEndsM.end(), length->in(metres));
    return 1 + static_cast<std::size_t>(end - classEndsM.begin());
}

QString classText(std::size_t index) {
    if (index == 0) return QStringLiteral("–");
    if (index == 1) return Words::tr("up to %1 m").arg(classEndsM.front());
    if (index > classEndsM.size()) return Words::tr("above %1 m").arg(classEndsM.back());
    return Words::tr("%1–%2 m").arg(classEndsM[index - 2]).arg(classEndsM[index - 1]);
}

QString kindOf(const ReportInput& input, ItemId id) {
    const Item* item = input.project.items.find(id);
    const CatalogEntry* entry = item == nullptr ? nullptr : input.catalog.find(item->catalogKey);
    return entry == nullptr ? QStringLiteral("–") : bridge::kindName(entry->kind);
}

}  // namespace

double Cable::fullness() const {
    if (state == nullptr) return 0.0;
    return std::max(state->loading, state->drop / power::branchDropLimit);
}

std::vector<Cable> cablesOf(const ReportInput& input) {
    std::vector<Cable> cables;
    for (const PowerLink& link : input.project.powerLinks) {
        if (!link.length && !link.area && !link.breaker) continue;
        const power::LinkResult* state = input.result.power.link(link.id);
        const bool isLoaded = state != nullptr && state->living && state->current > Current();
        cables.push_back({&link, isLoaded ? state : nullptr});
    }
    return cables;
}

std::vector<CableGroup> cableGroups(const ReportInput& input, const std::vector<Cable>& cables) {
    // Areas and breakers in negative, so that the thick ones come first.
    using Key = std::tuple<double, double, QString, std::size_t>;
    std::map<Key, CableGroup> groups;
    for (const Cable& cable : cables) {
        const PowerLink& link = *cable.link;
        const QString kinds =
            QStringLiteral("%1 → %2").arg(kindOf(input, link.from), kindOf(input, link.to));
        const std::size_t index = lengthClass(link.length);
        CableGroup& group = groups[{link.area ? -link.area->si() : 0.0,
                                    link.breaker ? -link.breaker->si() : 0.0, kinds, index}];
        group.kinds = kinds;
        group.length = classText(index);
        group.area = link.area;
        group.breaker = link.breaker;
        ++group.count;
        if (link.length) group.total += *link.length;
        if (cable.state == nullptr) continue;
        group.loss += cable.state->loss;
        group.worstLoading = std::max(group.worstLoading, cable.state->loading);
        group.worstDrop = std::max(group.worstDrop, cable.state->drop);
    }
    std::vector<CableGroup> ordered;
    for (auto& [key, group] : groups)
        ordered.push_back(std::move(group));
    return ordered;
}

}  // namespace halltwin::views::report
