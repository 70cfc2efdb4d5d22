// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/plant_issues.h"

#include <fmt/format.h>

namespace halltwin::cooling {

namespace {

template <class Unit>
std::string displayName(const Unit& unit) {
    return unit.name.empty() ? fmt::format("item {}", unit.id.value) : unit.name;
}

std::string kilowattText(Power power) {
    return fmt::format("{:.1f}", power.in(kilowatts));
}

Issue rangeIssue(const ChillerUnit& unit, const ChillerResult& state, const RangeExcess& excess) {
    const std::string name = displayName(unit);
    const std::string value = fmt::format("{:.2f} {}", excess.value, excess.unit);
    const std::string range = fmt::format("{:.2f}–{:.2f} {}", excess.low, excess.high, excess.unit);
    const char* used = state.carnotUsed ? "its power is a Carnot-fraction estimate"
                       : excess.conservative
                           ? "the nearest end is used, which overstates its power"
                           : "the nearest end is used, which understates its power";
    return {.rule = "cooling.out-of-range",
            .severity = excess.conservative ? Severity::Info : Severity::Warning,
            .hall = {},
            .items = {unit.id},
            .message = fmt::format("{}: {} of {} is outside the fitted range {}; {}", name,
                                   excess.quantity, value, range, used),
            .fix = "Bring the temperature into the range or choose a chiller fitted for it",
            .arguments = {name, excess.quantity, value, range}};
}

Issue overCapacity(ItemId id, Severity severity, std::string message,
                   std::vector<std::string> arguments) {
    return {.rule = "cooling.over-capacity",
            .severity = severity,
            .hall = {},
            .items = {id},
            .message = std::move(message),
            .fix = "Add a unit in parallel or reduce the heat",
            .arguments = std::move(arguments)};
}

Issue chillerOver(const ChillerUnit& unit, const ChillerResult& state) {
    const std::string name = displayName(unit);
    const std::string asked = kilowattText(state.heat + state.unmet);
    const std::string most = kilowattText(state.heat);
    return overCapacity(unit.id, Severity::Error,
                        fmt::format("{} is asked for {} kW and can take {} kW", name, asked, most),
                        {name, asked, most});
}

Issue pumpOver(const PumpUnit& unit, const PumpUnitResult& state) {
    const std::string name = displayName(unit);
    const std::string rise = fmt::format("{:.1f}", state.state.rise.in(kelvins));
    const std::string design = fmt::format("{:.1f}", unit.spec.designRise.in(kelvins));
    return overCapacity(unit.id, Severity::Warning,
                        fmt::format("{} is at its rated flow; its water warms by {} K instead of "
                                    "{} K",
                                    name, rise, design),
                        {name, rise, design});
}

Issue directOver(const DirectUnit& unit) {
    const std::string name = displayName(unit);
    const std::string asked = kilowattText(unit.heat);
    const std::string most = kilowattText(unit.capacity);
    return overCapacity(unit.id, Severity::Error,
                        fmt::format("{} takes {} kW and is rated for {} kW", name, asked, most),
                        {name, asked, most});
}

Issue noSource(const CoilUnit& unit) {
    const std::string name = displayName(unit);
    return {.rule = "cooling.no-source",
            .severity = Severity::Error,
            .hall = {},
            .items = {unit.id},
            .message =
                fmt::format("{} ({} kW) gets no chilled water", name, kilowattText(unit.heat)),
            .fix = "Connect it to a pump set, and that to a chiller",
            .arguments = {name, kilowattText(unit.heat)}};
}

}  // namespace

std::vector<Issue> plantIssues(const PlantInput& input, const PlantResult& result) {
    // Rounding in the shares must not make a unit that is exactly full look overloaded.
    constexpr double slack = 1e-9;
    std::vector<Issue> issues;
    for (std::size_t i = 0; i < input.chillers.size(); ++i) {
        const ChillerResult& state = result.chillers[i].state;
        for (const RangeExcess& excess : state.outOfRange) {
            issues.push_back(rangeIssue(input.chillers[i], state, excess));
        }
        if (state.unmet > (state.heat + state.unmet) * slack) {
            issues.push_back(chillerOver(input.chillers[i], state));
        }
    }
    for (std::size_t i = 0; i < input.pumps.size(); ++i) {
        if (!result.pumps[i].state.flowLimited) continue;
        issues.push_back(pumpOver(input.pumps[i], result.pumps[i]));
    }
    // Where no plant is drawn at all, a design rule says so once.
    const bool hasPlant = !input.chillers.empty() || !input.pumps.empty();
    for (std::size_t i = 0; i < input.coils.size(); ++i) {
        if (hasPlant && !result.coils[i].connected) issues.push_back(noSource(input.coils[i]));
    }
    for (const DirectUnit& unit : input.direct) {
        if (unit.capacity.si() > 0.0 && unit.heat > unit.capacity * (1.0 + slack)) {
            issues.push_back(directOver(unit));
        }
    }
    return issues;
}

}  // namespace halltwin::cooling
