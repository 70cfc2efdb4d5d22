// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/starved.h"

#include <algorithm>
#include <fmt/format.h>

namespace halltwin::twin {
namespace {

const Item& itemOf(const OperatingPoint& point, ItemId id) {
    return *point.project().items.find(id);
}

Issue starvedIssue(const OperatingPoint& point, const PumpHead& head,
                   const std::vector<BranchFlow>& branches) {
    const auto worst = std::min_element(
        branches.begin(), branches.end(),
        [](const BranchFlow& a, const BranchFlow& b) { return a.share() < b.share(); });
    Issue issue;
    issue.rule = "cooling.starved-branch";
    issue.severity = Severity::Warning;
    issue.items = {head.pump};
    for (const BranchFlow& branch : branches)
        issue.items.push_back(branch.consumer);
    issue.arguments = {itemOf(point, head.pump).label, itemOf(point, worst->consumer).label,
                       fmt::format("{:.0f}", 100.0 * worst->share()),
                       fmt::format("{}", branches.size())};
    issue.message = fmt::format(
        "{} cannot drive the flow of its loop: {} gets {} % of the water that it asks for; "
        "branches short of water: {}",
        issue.arguments[0], issue.arguments[1], issue.arguments[2], issue.arguments[3]);
    issue.fix = "Choose a pump with more head, wider or shorter pipes, or a larger design rise";
    return issue;
}

}  // namespace

Piping drivenPiping(const OperatingPoint& point, const TwinResult& result) {
    const auto& pumps = result.cooling.pumps;
    const bool isKnown = std::any_of(pumps.begin(), pumps.end(), [&](const auto& pump) {
        const auto* spec = point.spec<PumpSpec>(itemOf(point, pump.id));
        return spec->ratedHead.si() > 0.0 && pump.state.flow.si() > 0.0;
    });
    return isKnown ? pipingOf(point.project(), point.catalog(), result) : Piping{};
}

WaterFlows starvedCoils(const OperatingPoint& point, const Piping& piping) {
    WaterFlows flows;
    for (const BranchFlow& branch : piping.starved()) {
        const Item& item = itemOf(point, branch.consumer);
        if (point.spec<CoolerSpec>(item) || point.spec<RearDoorSpec>(item))
            flows.emplace(branch.consumer, branch.arriving);
    }
    return flows;
}

std::vector<Issue> starvedIssues(const OperatingPoint& point, const Piping& piping) {
    std::vector<Issue> issues;
    for (const PumpHead& head : piping.heads) {
        std::vector<BranchFlow> branches;
        std::copy_if(head.branches.begin(), head.branches.end(), std::back_inserter(branches),
                     [](const BranchFlow& branch) { return branch.isStarved(); });
        if (!branches.empty()) issues.push_back(starvedIssue(point, head, branches));
    }
    return issues;
}

}  // namespace halltwin::twin
