// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/chain_issues.h"
#include "model/power/chain_rules.h"
#include "model/power/source_roots.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numbers>

namespace halltwin::power {

namespace {

/// Both ends of a cord as they state their supply.
struct Joint {
    const Link& link;
    const Element& from;
    const Element* element;  ///< at the lower end; or
    const Load* load;
    Voltage toVoltage;
    PhaseSystem toSystem;

    [[nodiscard]] ItemId to() const { return element != nullptr ? element->id : load->id; }
    [[nodiscard]] std::string toName() const {
        return element != nullptr ? displayName(*element) : displayName(*load);
    }
    /// Takes what comes: alternating current of any phases, or direct.
    [[nodiscard]] bool rectifies() const {
        return element != nullptr &&
               (element->kind == ItemKind::Ups || element->kind == ItemKind::PowerShelf);
    }
};

Joint jointOf(const Network& network, const Cord& cord) {
    const ChainInput& input = network.input();
    const Link& link = input.links[cord.link];
    const Element& from = input.elements[cord.from];
    if (cord.to >= network.graph().elementCount) {
        const Load& load = input.loads[cord.to - network.graph().elementCount];
        return {link, from, nullptr, &load, load.voltage, load.system};
    }
    const Element& to = input.elements[cord.to];
    return {link, from, &to, nullptr, to.inputVoltage, to.system};
}

bool isOnePhase(const Joint& joint) {
    return joint.from.system == PhaseSystem::Single ||
           (joint.from.system == PhaseSystem::Three && joint.link.phase != Phase::All);
}

bool fits(Voltage wanted, Voltage given) {
    constexpr double roundingSlack = 1e-9;
    return std::abs(wanted / given - 1.0) <= voltageTolerance + roundingSlack;
}

bool voltagesFit(const Joint& joint) {
    const Voltage given = joint.from.outputVoltage;
    if (given.si() <= 0.0 || joint.toVoltage.si() <= 0.0) return true;
    const Voltage toNeutral = given / std::numbers::sqrt3;
    const bool three = joint.from.system == PhaseSystem::Three;
    if (three && joint.link.phase != Phase::All) return fits(joint.toVoltage, toNeutral);
    const bool singleLoad = three && joint.load != nullptr && joint.toSystem == PhaseSystem::Single;
    return fits(joint.toVoltage, given) || (singleLoad && fits(joint.toVoltage, toNeutral));
}

bool phasesFit(const Joint& joint) {
    if (joint.rectifies() || joint.from.kind == ItemKind::Battery) return true;
    const bool direct = joint.from.system == PhaseSystem::Direct;
    if (direct != (joint.toSystem == PhaseSystem::Direct)) return false;
    return joint.toSystem != PhaseSystem::Three || !isOnePhase(joint);
}

std::string voltText(Voltage voltage) {
    return fmt::format("{:.0f}", voltage.in(volts));
}

Issue voltageIssue(const Joint& joint) {
    const std::string from = displayName(joint.from);
    const std::string given = voltText(joint.from.outputVoltage);
    const std::string wanted = voltText(joint.toVoltage);
    return {.rule = "power.voltage-mismatch",
            .severity = Severity::Error,
            .hall = {},
            .items = {joint.to(), joint.from.id},
            .message = fmt::format("{} is made for {} V, and {} gives {} V", joint.toName(), wanted,
                                   from, given),
            .fix = "Put a transformer between them, or choose equipment of one voltage",
            .arguments = {joint.toName(), wanted, from, given}};
}

Issue phaseIssue(const Joint& joint) {
    const std::string from = displayName(joint.from);
    return {.rule = "power.phase-mismatch",
            .severity = Severity::Error,
            .hall = {},
            .items = {joint.to(), joint.from.id},
            .message = fmt::format("{} does not take the conductors that come from {}",
                                   joint.toName(), from),
            .fix = "Feed three-phase equipment with all three phases, and equipment for direct "
                   "current from a rectifier",
            .arguments = {joint.toName(), from}};
}

Issue missingVoltageIssue(const Joint& joint) {
    const std::string from = displayName(joint.from);
    return {.rule = "power.voltage-missing",
            .severity = Severity::Info,
            .hall = {},
            .items = {joint.from.id, joint.to()},
            .message = fmt::format("The voltage between {} and {} is not stated: the cable's loss "
                                   "and its breaker are not checked",
                                   from, joint.toName()),
            .fix = "State the output voltage in the catalogue entry of the upper one",
            .arguments = {from, joint.toName()}};
}

void checkCords(const Network& network, std::vector<Issue>& issues) {
    for (std::size_t n = 0; n < network.graph().cords.size(); ++n) {
        const Cord& cord = network.graph().cords[n];
        const Joint joint = jointOf(network, cord);
        if (!voltagesFit(joint)) issues.push_back(voltageIssue(joint));
        if (!phasesFit(joint)) issues.push_back(phaseIssue(joint));
        const bool cable = joint.link.resistance.si() > 0.0 || joint.link.breaker.si() > 0.0;
        if (cable && network.circuit(n).voltageV <= 0.0)
            issues.push_back(missingVoltageIssue(joint));
    }
}

Issue parallelIssue(const Network& network, const JoinedSources& joined) {
    const ChainInput& input = network.input();
    const Element& element = input.elements[joined.element];
    const Element& one = input.elements[joined.one];
    const Element& other = input.elements[joined.other];
    const std::string names[] = {displayName(element), displayName(one), displayName(other)};
    return {.rule = "power.parallel-sources",
            .severity = Severity::Error,
            .hall = {},
            .items = {element.id, one.id, other.id},
            .message = fmt::format("{} joins {} and {} in parallel without a tie", names[0],
                                   names[1], names[2]),
            .fix = "Put a transfer switch, or a switchboard that ties them, above it",
            .arguments = {names[0], names[1], names[2]}};
}

/// The least loss between idle and full load.
double leastLoss(const LossCurve& curve) {
    const auto at = [&](double x) { return curve.fixed + curve.linear * x + curve.square * x * x; };
    double least = std::min(at(0.0), at(1.0));
    if (curve.square > 0.0)
        least = std::min(least, at(std::clamp(-curve.linear / (2.0 * curve.square), 0.0, 1.0)));
    return least;
}

Issue elementIssue(const Element& element, const char* rule, std::string message, const char* fix) {
    return {.rule = rule,
            .severity = Severity::Error,
            .hall = {},
            .items = {element.id},
            .message = std::move(message),
            .fix = fix,
            .arguments = {displayName(element)}};
}

bool feedsUps(const Network& network, std::size_t node) {
    const auto cords = network.graph().out[node];
    return std::any_of(cords.begin(), cords.end(), [&](std::size_t cord) {
        const std::size_t to = network.graph().cords[cord].to;
        return to < network.graph().elementCount &&
               network.input().elements[to].kind == ItemKind::Ups;
    });
}

void checkElements(const Network& network, std::vector<Issue>& issues) {
    const auto& elements = network.input().elements;
    for (std::size_t n = 0; n < elements.size(); ++n) {
        const Element& element = elements[n];
        if (element.rating.si() < 0.0)
            issues.push_back(
                elementIssue(element, "power.rating-negative",
                             fmt::format("{} has a negative rating", displayName(element)),
                             "Give it a positive rating; until then its loading is not checked"));
        if (leastLoss(element.losses) < 0.0)
            issues.push_back(elementIssue(
                element, "power.efficiency",
                fmt::format("{} would give out more than it takes in", displayName(element)),
                "Correct its loss coefficients; until then it is taken to lose nothing there"));
        const bool uncharged = element.kind == ItemKind::Battery &&
                               (!element.battery || element.battery->charge.si() <= 0.0);
        if (!uncharged || feedsUps(network, n)) continue;
        issues.push_back(elementIssue(
            element, "power.no-charger", fmt::format("Nothing charges {}", displayName(element)),
            "Connect it to a UPS, or give it a charger in its catalogue entry"));
        issues.back().severity = Severity::Warning;
    }
}

}  // namespace

std::vector<Issue> wiringIssues(const Network& network) {
    std::vector<Issue> issues;
    checkElements(network, issues);
    checkCords(network, issues);
    for (const JoinedSources& joined : joinedSources(network))
        issues.push_back(parallelIssue(network, joined));
    return issues;
}

}  // namespace halltwin::power
