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
    return {
        .rule = "cooling.no-source",
        .severity = Severity::Error,
        .hall = {},
        .items = {unit.id},
        .message = fmt::format("{} ({} kW) gets no chilled water", name, kilowattText(unit.heat)),
        .fix = "Connect it to a pump set, and that to a chiller or another source of cold water",
        .arguments = {name, kilowattText(unit.heat)}};
}

Issue rejectorRange(const std::string& name, ItemId id, const RangeExcess& excess) {
    const std::string unit = excess.unit.empty() ? "" : " " + excess.unit;
    const std::string value = fmt::format("{:.2f}{}", excess.value, unit);
    const std::string range = fmt::format("{:.2f}–{:.2f}{}", excess.low, excess.high, unit);
    return {.rule = "cooling.out-of-range",
            .severity = excess.conservative ? Severity::Info : Severity::Warning,
            .hall = {},
            .items = {id},
            .message = fmt::format("{}: {} of {} is outside the fitted range {}; the nearest end "
                                   "is used",
                                   name, excess.quantity, value, range),
            .fix = "Bring the figure into the range or choose a unit of another size",
            .arguments = {name, excess.quantity, value, range}};
}

std::string celsiusText(double valueC) {
    return fmt::format("{:.1f}", valueC);
}

Issue icing(const std::string& name, ItemId id, const RangeExcess& excess) {
    const std::string value = celsiusText(excess.value);
    const std::string least = celsiusText(excess.low);
    return {.rule = "cooling.icing",
            .severity = Severity::Warning,
            .hall = {},
            .items = {id},
            .message = fmt::format("{}: {} °C in frost; ice grows below {} °C", name, value, least),
            .fix = "Give it a basin heater or a warmer set-point",
            .arguments = {name, value, least}};
}

Issue warmDischarge(const std::string& name, ItemId id, const RangeExcess& excess) {
    const std::string value = celsiusText(excess.value);
    const std::string most = celsiusText(excess.high);
    return {.rule = "cooling.warm-discharge",
            .severity = Severity::Warning,
            .hall = {},
            .items = {id},
            .message = fmt::format("{} lets water of {} °C back; its permit ends at {} °C", name,
                                   value, most),
            .fix = "Add units or let the loop return colder",
            .arguments = {name, value, most}};
}

template <class Spec>
void addRejectors(const std::vector<SourceUnit<Spec>>& units,
                  const std::vector<RejectorResult>& results, std::vector<Issue>& issues) {
    for (std::size_t i = 0; i < units.size(); ++i) {
        const std::string name = displayName(units[i]);
        for (const RangeExcess& excess : results[i].outOfRange)
            issues.push_back(rejectorRange(name, units[i].id, excess));
        if (results[i].icing) issues.push_back(icing(name, units[i].id, *results[i].icing));
        if (results[i].tooWarm)
            issues.push_back(warmDischarge(name, units[i].id, *results[i].tooWarm));
    }
}

/// A loop of the halls that nothing holds at its set-point.
Issue warmSupply(const PreparedPlant& plant, const LoopResult& loop) {
    const auto named = [&](ItemId id) {
        for (const PumpUnit& pump : plant.input().pumps)
            if (pump.id == id) return displayName(pump);
        return std::string{};
    };
    const std::string name = loop.pumps.empty() ? "" : named(loop.pumps.front());
    const std::string supply = celsiusText(loop.supply.in(celsius));
    const std::string wanted = celsiusText(loop.wanted.in(celsius));
    return {.rule = "cooling.warm-supply",
            .severity = Severity::Warning,
            .hall = {},
            .items = loop.sources,
            .message = fmt::format("The water of {} comes at {} °C instead of {} °C: what cools it "
                                   "is at its limit",
                                   name, supply, wanted),
            .fix = "Add a unit, wet pads or a chiller behind it, or raise the set-point",
            .arguments = {name, supply, wanted}};
}

Issue waterCircle(ItemId id) {
    return {.rule = "cooling.water-circle",
            .severity = Severity::Error,
            .hall = {},
            .items = {id},
            .message = "The heat of a unit would come back to it through its own loop; its "
                       "condenser is reckoned with the site's water",
            .fix = "Connect its condenser side to a pump set that towers or dry coolers cool",
            .arguments = {}};
}

Issue noColdSide(const SourceUnit<ExchangerSpec>& unit) {
    const std::string name = displayName(unit);
    return {.rule = "cooling.no-cold-side",
            .severity = Severity::Error,
            .hall = {},
            .items = {unit.id},
            .message = fmt::format("{} has no cold water on its other side", name),
            .fix = "Connect a pump set of towers, dry coolers or natural water to it",
            .arguments = {name}};
}

void addLoops(const PreparedPlant& plant, const PlantResult& result, std::vector<Issue>& issues) {
    for (const LoopResult& loop : result.loops)
        if (!loop.rejects && !loop.holdsWanted) issues.push_back(warmSupply(plant, loop));
    for (const ItemId id : plant.loops().inCircle)
        issues.push_back(waterCircle(id));
    for (std::size_t i = 0; i < plant.input().exchangers.size(); ++i)
        if (plant.loops().pumpsOfExchanger[i].empty())
            issues.push_back(noColdSide(plant.input().exchangers[i]));
}

}  // namespace

std::vector<Issue> plantIssues(const PreparedPlant& plant, const PlantResult& result) {
    const PlantInput& input = plant.input();
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
    addRejectors(input.towers, result.towers, issues);
    addRejectors(input.dryCoolers, result.dryCoolers, issues);
    addRejectors(input.waterSources, result.waterSources, issues);
    addLoops(plant, result, issues);
    return issues;
}

}  // namespace halltwin::cooling
