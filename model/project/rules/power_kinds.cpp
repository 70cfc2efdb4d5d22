// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/connections.h"
#include "model/project/rules/rule_list.h"

#include <fmt/format.h>

namespace halltwin::rules {
namespace {

bool isDistribution(ItemKind kind) {
    return kind == ItemKind::Transformer || kind == ItemKind::Ups || kind == ItemKind::Pdu;
}

/// Downward only: nothing feeds the utility, loads feed nothing, and a PDU stands below the UPS and
/// the transformer.
bool canFeed(ItemKind source, ItemKind target) {
    switch (source) {
        case ItemKind::UtilityFeed:
        case ItemKind::Transformer:
        case ItemKind::Ups: return drawsPower(target) || isDistribution(target);
        case ItemKind::Pdu: return drawsPower(target) || target == ItemKind::Pdu;
        default: return false;
    }
}

}  // namespace

void checkPowerKinds(const RuleContext& context, Issues& issues) {
    for (const PowerLink& link : context.project.powerLinks) {
        const PlacedItem* from = context.find(link.from);
        const PlacedItem* to = context.find(link.to);
        if (from == nullptr || to == nullptr || !from->entry || !to->entry) continue;
        if (canFeed(from->entry->kind, to->entry->kind)) continue;
        Issue issue = issueBetween(*from, *to, "power.wrong-kind", Severity::Error);
        issue.message =
            fmt::format("{} cannot supply {} with power", issue.arguments[0], issue.arguments[1]);
        issue.fix = "Remove the link. Power flows utility, transformer, UPS, PDU, load.";
        issues.push_back(std::move(issue));
    }
}

}  // namespace halltwin::rules
