// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/connections.h"
#include "model/project/rules/rule_list.h"

#include <fmt/format.h>
#include <unordered_map>

namespace halltwin::rules {
namespace {

/// The cords of one item.
struct Ends {
    int in = 0;
    int inA = 0;
    int out = 0;
};

Issue notFed(const PlacedItem& placed) {
    Issue issue = issueAt(placed, "power.not-fed", Severity::Warning);
    issue.message = fmt::format("Nothing feeds {}", issue.arguments[0]);
    issue.fix = "Connect it to what is to feed it.";
    return issue;
}

Issue feedsNothing(const PlacedItem& placed) {
    Issue issue = issueAt(placed, "power.feeds-nothing", Severity::Info);
    issue.message = fmt::format("{} feeds nothing", issue.arguments[0]);
    issue.fix = "Connect it to what it is to feed, or remove it.";
    return issue;
}

Issue oneSided(const PlacedItem& placed, const Ends& ends) {
    Issue issue = issueAt(placed, "power.one-sided-transfer", Severity::Warning);
    issue.arguments.emplace_back(ends.inA > 0 ? "A" : "B");
    issue.message = fmt::format("{} has nothing to transfer to: all its cords are of feed {}",
                                issue.arguments[0], issue.arguments[1]);
    issue.fix = "Connect a second source on the other feed.";
    return issue;
}

}  // namespace

void checkPowerEnds(const RuleContext& context, Issues& issues) {
    std::unordered_map<ItemId, Ends> endsOf;
    for (const PowerLink& link : context.project.powerLinks) {
        ++endsOf[link.from].out;
        Ends& lower = endsOf[link.to];
        ++lower.in;
        lower.inA += link.feed == Feed::A ? 1 : 0;
    }
    for (const PlacedItem& placed : context.items) {
        if (placed.entry == nullptr || !isElectrical(placed.entry->kind)) continue;
        const Ends ends = endsOf[placed.item->id];
        if (ends.in == 0 && !isPowerSource(placed.entry->kind)) issues.push_back(notFed(placed));
        if (ends.out == 0) issues.push_back(feedsNothing(placed));
        const bool isSided = ends.inA == 0 || ends.inA == ends.in;
        if (placed.isOf(ItemKind::TransferSwitch) && ends.in > 0 && isSided)
            issues.push_back(oneSided(placed, ends));
    }
}

}  // namespace halltwin::rules
