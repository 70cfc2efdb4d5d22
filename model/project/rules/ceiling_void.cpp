// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rules/rule_list.h"

#include <fmt/format.h>

namespace halltwin::rules {
namespace {

bool needsCeilingVoid(const CatalogEntry& entry) {
    const auto* rack = entry.as<RackSpec>();
    const auto* cooler = entry.as<CoolerSpec>();
    const auto* aisle = entry.as<ContainmentSpec>();
    return entry.kind == ItemKind::Grille || (rack != nullptr && rack->chimney) ||
           (cooler != nullptr && cooler->returnFace == ReturnFace::CeilingVoid) ||
           (aisle != nullptr && aisle->kind == AisleKind::Chimney);
}

}  // namespace

void checkCeilingVoid(const RuleContext& context, Issues& issues) {
    for (const PlacedItem& placed : context.items) {
        if (placed.entry == nullptr || !needsCeilingVoid(*placed.entry)) continue;
        const Hall* hall = context.project.halls.find(placed.item->hall);
        if (hall == nullptr || hall->ceilingVoid > metres(0.0)) continue;
        Issue issue = issueAt(placed, "layout.no-ceiling-void", Severity::Warning);
        issue.arguments.push_back(hall->name);
        issue.message = fmt::format("{} opens into a ceiling void, and {} has none",
                                    issue.arguments[0], hall->name);
        issue.fix = "Give the hall a ceiling void, or choose another type.";
        issues.push_back(std::move(issue));
    }
}

}  // namespace halltwin::rules
