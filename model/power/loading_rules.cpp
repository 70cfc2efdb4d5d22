// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/chain_issues.h"
#include "model/power/chain_rules.h"

#include <algorithm>
#include <fmt/format.h>

namespace halltwin::power {

namespace {

constexpr double roundingSlack = 1e-9;  // what stands exactly at a limit is within it

std::string percentText(double share) {
    return fmt::format("{:.1f}", 100.0 * share);
}

/// Names of both ends of a cord.
struct Ends {
    std::string from;
    std::string to;
};

Ends endsOf(const Network& network, const Cord& cord) {
    const ChainInput& input = network.input();
    const std::size_t elements = network.graph().elementCount;
    return {displayName(input.elements[cord.from]),
            cord.to < elements ? displayName(input.elements[cord.to])
                               : displayName(input.loads[cord.to - elements])};
}

Issue breakerIssue(const Ends& ends, const Link& link, const LinkResult& state) {
    const bool over = state.loading > 1.0 + roundingSlack;
    const std::string current = fmt::format("{:.0f}", state.current.in(amperes));
    const std::string rated = fmt::format("{:.0f}", link.breaker.in(amperes));
    const std::string limit = over ? "100" : fmt::format("{:.0f}", 100.0 * continuousLoadLimit);
    return {.rule = over ? "power.breaker-overload" : "power.breaker-continuous",
            .severity = over ? Severity::Error : Severity::Warning,
            .hall = {},
            .items = {link.to, link.from},
            .message =
                fmt::format("The cord from {} to {} carries {} A; its breaker is rated {} A "
                            "({} %, above {} %)",
                            ends.from, ends.to, current, rated, percentText(state.loading), limit),
            .fix = "Move load to another cord, or choose a larger cable and breaker",
            .arguments = {ends.from, ends.to, current, rated, percentText(state.loading), limit}};
}

Issue branchDropIssue(const Ends& ends, const LinkResult& state) {
    const std::string limit = fmt::format("{:.0f}", 100.0 * branchDropLimit);
    return {.rule = "power.branch-drop",
            .severity = Severity::Warning,
            .hall = {},
            .items = {state.to, state.from},
            .message = fmt::format("The voltage drops by {} % between {} and {}, above {} %",
                                   percentText(state.drop), ends.from, ends.to, limit),
            .fix = "Choose a larger conductor or a shorter way",
            .arguments = {percentText(state.drop), ends.from, ends.to, limit}};
}

Issue totalDropIssue(const Load& load, const LoadResult& state) {
    const std::string limit = fmt::format("{:.0f}", 100.0 * totalDropLimit);
    return {.rule = "power.voltage-drop",
            .severity = Severity::Warning,
            .hall = {},
            .items = {load.id},
            .message = fmt::format("The voltage at {} is {} % below nominal, above {} %",
                                   displayName(load), percentText(state.voltageDrop), limit),
            .fix = "Choose larger conductors or shorter ways above it",
            .arguments = {displayName(load), percentText(state.voltageDrop), limit}};
}

/// Index of the most loaded phase.
std::size_t highestPhase(const ElementResult& state) {
    return static_cast<std::size_t>(std::max_element(state.phases.begin(), state.phases.end()) -
                                    state.phases.begin());
}

Issue phaseIssue(const Element& element, const ElementResult& state, bool over) {
    const std::size_t phase = highestPhase(state);
    const std::string name = displayName(element);
    const std::string phaseName = fmt::format("L{}", phase + 1);
    const std::string carried = fmt::format("{:.1f}", state.phases[phase].in(kilowatts));
    const std::string third = fmt::format("{:.1f}", element.rating.in(kilowatts) / 3.0);
    if (over)
        return {.rule = "power.phase-overload",
                .severity = Severity::Error,
                .hall = {},
                .items = {element.id},
                .message = fmt::format("{} carries {} kW on phase {}, above a third of its rating "
                                       "({} kW)",
                                       name, carried, phaseName, third),
                .fix = "Move single-phase load to the other phases",
                .arguments = {name, carried, phaseName, third}};
    const std::string above = percentText(state.imbalance);
    return {.rule = "power.imbalance",
            .severity = Severity::Warning,
            .hall = {},
            .items = {element.id},
            .message = fmt::format("Phase {} of {} carries {} % more than the mean of its phases",
                                   phaseName, name, above),
            .fix = "Move single-phase load to the other phases",
            .arguments = {phaseName, name, above}};
}

void checkPhases(const Network& network, const ChainResult& result, std::vector<Issue>& issues) {
    // An almost idle element is never even: below this share of a phase's capacity nothing is said.
    constexpr double worthTelling = 0.2;
    for (std::size_t n = 0; n < result.elements.size(); ++n) {
        const Element& element = network.input().elements[n];
        const ElementResult& state = result.elements[n];
        if (element.rating.si() <= 0.0 || state.imbalance <= 0.0) continue;
        const double phaseLoading = state.phases[highestPhase(state)] / (element.rating / 3.0);
        if (phaseLoading > 1.0 + roundingSlack && state.loading <= 1.0 + roundingSlack)
            issues.push_back(phaseIssue(element, state, true));
        if (state.imbalance > imbalanceLimit && phaseLoading > worthTelling)
            issues.push_back(phaseIssue(element, state, false));
    }
}

}  // namespace

std::vector<Issue> loadingIssues(const Network& network, const ChainResult& result) {
    std::vector<Issue> issues;
    const Graph& graph = network.graph();
    for (const Cord& cord : graph.cords) {
        const LinkResult& state = result.links[cord.link];
        if (state.loading > continuousLoadLimit + roundingSlack)
            issues.push_back(
                breakerIssue(endsOf(network, cord), network.input().links[cord.link], state));
        if (cord.to >= graph.elementCount && state.drop > branchDropLimit + roundingSlack)
            issues.push_back(branchDropIssue(endsOf(network, cord), state));
    }
    for (std::size_t n = 0; n < result.loads.size(); ++n)
        if (result.loads[n].voltageDrop > totalDropLimit + roundingSlack)
            issues.push_back(totalDropIssue(network.input().loads[n], result.loads[n]));
    if (network.hasPhases()) checkPhases(network, result, issues);
    return issues;
}

}  // namespace halltwin::power
