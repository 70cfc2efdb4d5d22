// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/chain_issues.h"

#include "model/power/chain_rules.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>

namespace halltwin::power {

namespace {

/// An element loaded exactly to a limit must not trip it through rounding.
constexpr double roundingSlack = 1e-9;

std::string nameOr(const std::string& name, ItemId id) {
    return name.empty() ? fmt::format("item {}", id.value) : name;
}

std::string nameOfItem(const ChainInput& input, ItemId id) {
    for (const Element& element : input.elements) {
        if (element.id == id) return displayName(element);
    }
    for (const Load& load : input.loads) {
        if (load.id == id) return displayName(load);
    }
    return nameOr({}, id);
}

std::string kilowattText(Power power) {
    return fmt::format("{:.1f}", power.in(kilowatts));
}

Issue ignoredLink(const ChainInput& input, const Link& link) {
    const std::string from = nameOfItem(input, link.from);
    const std::string to = nameOfItem(input, link.to);
    return {.rule = "power.link-ignored",
            .severity = Severity::Warning,
            .hall = {},
            .items = {link.from, link.to},
            .message = fmt::format("No power can flow from {} to {}", from, to),
            .fix = "Remove the link: a load passes no power on and a utility feed takes none",
            .arguments = {from, to}};
}

/// The ends that there are.
std::vector<ItemId> presentEnds(const ChainInput& input, const Link& link) {
    std::vector<ItemId> ends;
    for (const ItemId id : {link.from, link.to}) {
        const auto is = [id](const auto& one) { return one.id == id; };
        if (std::any_of(input.elements.begin(), input.elements.end(), is) ||
            std::any_of(input.loads.begin(), input.loads.end(), is))
            ends.push_back(id);
    }
    return ends;
}

Issue danglingLink(const ChainInput& input, const Link& link) {
    const std::string from = nameOfItem(input, link.from);
    const std::string to = nameOfItem(input, link.to);
    return {.rule = "power.cord-to-nothing",
            .severity = Severity::Error,
            .hall = {},
            .items = presentEnds(input, link),
            .message = fmt::format("The cord from {} to {} ends at nothing", from, to),
            .fix = "Remove the cord, or connect it to an element or load; it carries nothing",
            .arguments = {from, to}};
}

Issue loopIssue(const ChainInput& input, const std::vector<std::size_t>& loop) {
    std::vector<ItemId> items;
    std::vector<std::string> names;
    for (const std::size_t node : loop) {
        items.push_back(input.elements[node].id);
        names.push_back(displayName(input.elements[node]));
    }
    const std::string list = fmt::format("{}", fmt::join(names, ", "));
    return {.rule = "power.loop",
            .severity = Severity::Error,
            .hall = {},
            .items = items,
            .message = fmt::format("The power chain runs in a loop through {}", list),
            .fix = "Remove one of the links between them; until then they are left dark",
            .arguments = {list}};
}

Issue loadingIssue(const Element& element, const ElementResult& state) {
    const bool over = state.loading > 1.0 + roundingSlack;
    const std::string name = displayName(element);
    const std::string percent = fmt::format("{:.1f}", 100.0 * state.loading);
    const std::string limit = over ? "100" : fmt::format("{:.0f}", 100.0 * continuousLoadLimit);
    return {.rule = over ? "power.overload" : "power.continuous-load",
            .severity = over ? Severity::Error : Severity::Warning,
            .hall = {},
            .items = {element.id},
            .message = fmt::format("{} carries {} kW of {} kW ({} %), above {} %", name,
                                   kilowattText(state.output), kilowattText(element.rating),
                                   percent, limit),
            .fix = "Move load to another element or choose a larger one",
            .arguments = {name, kilowattText(state.output), kilowattText(element.rating), percent,
                          limit}};
}

Issue overRangeIssue(const Element& element, const ElementResult& state) {
    const std::string name = displayName(element);
    const std::string clamp = fmt::format("{:.0f}", 100.0 * largestLoadFraction);
    return {.rule = "power.over-range",
            .severity = Severity::Warning,
            .hall = {},
            .items = {element.id},
            .message = fmt::format("{} carries {} kW; its loss is the one at {} % of its rating, "
                                   "as far as the loss law is known",
                                   name, kilowattText(state.output), clamp),
            .fix = "Remove the overload; the loss shown is too low until then",
            .arguments = {name, kilowattText(state.output), clamp}};
}

Issue ratingIssue(const Element& element) {
    const std::string name = displayName(element);
    return {.rule = "power.rating-missing",
            .severity = Severity::Warning,
            .hall = {},
            .items = {element.id},
            .message = fmt::format("{} has no rating: its loading is not checked", name),
            .fix = "Give it a rating in its catalogue entry",
            .arguments = {name}};
}

Issue uncordedIssue(const Load& load) {
    const std::string name = displayName(load);
    return {.rule = "power.uncorded",
            .severity = Severity::Error,
            .hall = {},
            .items = {load.id},
            .message = fmt::format("{} ({} kW) has no path to a utility feed", name,
                                   kilowattText(load.demand)),
            .fix = "Connect it to a PDU that a utility feed supplies",
            .arguments = {name, kilowattText(load.demand)}};
}

bool lacksRating(const Element& element) {
    const LossCurve& curve = element.losses;
    const bool hasLoss = curve.fixed > 0.0 || curve.linear > 0.0 || curve.square > 0.0;
    return element.rating.si() == 0.0 || (hasLoss && curve.rated.si() == 0.0);
}

/// An on-site source gives what it has: it may well stand at its rating.
bool isTooLoaded(const Element& element, const ElementResult& state) {
    const double limit = element.kind == ItemKind::OnSiteSource ? 1.0 : continuousLoadLimit;
    return state.loading > limit + roundingSlack;
}

}  // namespace

std::string displayName(const Element& element) {
    return nameOr(element.name, element.id);
}

std::string displayName(const Load& load) {
    return nameOr(load.name, load.id);
}

std::vector<Issue> chainIssues(const Network& network, const ChainResult& result) {
    const ChainInput& input = network.input();
    std::vector<Issue> issues;
    const auto append = [&issues](std::vector<Issue> more) {
        std::move(more.begin(), more.end(), std::back_inserter(issues));
    };
    for (const Link& link : network.graph().ignored)
        issues.push_back(ignoredLink(input, link));
    for (const Link& link : network.graph().dangling)
        issues.push_back(danglingLink(input, link));
    for (const auto& loop : network.loops())
        issues.push_back(loopIssue(input, loop));
    append(wiringIssues(network));
    for (std::size_t i = 0; i < input.elements.size(); ++i) {
        const Element& element = input.elements[i];
        const ElementResult& state = result.elements[i];
        if (lacksRating(element)) issues.push_back(ratingIssue(element));
        if (isTooLoaded(element, state)) issues.push_back(loadingIssue(element, state));
        if (state.lossClamped) issues.push_back(overRangeIssue(element, state));
    }
    append(loadingIssues(network, result));
    for (std::size_t i = 0; i < input.loads.size(); ++i) {
        const LoadResult& load = result.loads[i];
        if (!load.feedA && !load.feedB) issues.push_back(uncordedIssue(input.loads[i]));
    }
    return issues;
}

}  // namespace halltwin::power
