// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/loops.h"

#include <algorithm>
#include <tuple>

namespace halltwin::cooling {
namespace {

// All that a unit's answer depends on, to compare units by.

auto figuresOf(const ChillerSpec& s) {
    return std::tie(s.condenser, s.referenceCapacity, s.referenceCop, s.capacityCurve, s.eirCurve,
                    s.partLoadCurve, s.waterRangeC, s.condenserRangeC, s.partLoadRange);
}

auto figuresOf(const TowerSpec& s) {
    return std::tie(s.law, s.water, s.air, s.fan, s.wetBulb, s.range, s.approach,
                    s.cyclesOfConcentration, s.driftShare, s.basin.conductance, s.basin.setPoint,
                    s.basin.rating);
}

auto figuresOf(const DryCoolerSpec& s) {
    return std::tie(s.heat, s.airIn, s.fluidIn, s.fluidOut, s.fan, s.airRise, s.arrangement,
                    s.leastAirShare, s.pads.effectiveness, s.pads.cyclesOfConcentration,
                    s.pads.off);
}

auto figuresOf(const ExchangerSpec& s) {
    return std::tie(s.hot, s.cold, s.range, s.approach, s.piping);
}

auto figuresOf(const WaterSourceSpec& s) {
    return std::tie(s.monthlyC, s.source, s.loop, s.range, s.approach, s.pump, s.leastFlowShare,
                    s.highestOut);
}

template <class Spec>
bool equal(const SourceUnit<Spec>& a, const SourceUnit<Spec>& b) {
    return a.wanted == b.wanted && figuresOf(a.spec) == figuresOf(b.spec);
}

bool equalUnits(const PlantInput& input, const Loops& loops, SourceKind kind,
                const std::pair<std::size_t, std::size_t>& pair) {
    const auto [a, b] = pair;
    switch (kind) {
        case SourceKind::Chiller:
            return input.chillers[a].leavingWater == input.chillers[b].leavingWater &&
                   figuresOf(input.chillers[a].spec) == figuresOf(input.chillers[b].spec) &&
                   loops.pumpsOfChiller[a] == loops.pumpsOfChiller[b];
        case SourceKind::Tower: return equal(input.towers[a], input.towers[b]);
        case SourceKind::DryCooler: return equal(input.dryCoolers[a], input.dryCoolers[b]);
        case SourceKind::Exchanger:
            return equal(input.exchangers[a], input.exchangers[b]) &&
                   loops.pumpsOfExchanger[a] == loops.pumpsOfExchanger[b];
        case SourceKind::WaterSource: return equal(input.waterSources[a], input.waterSources[b]);
    }
    return false;
}

}  // namespace

std::vector<Bank> banksOf(const PlantInput& input, const Loops& loops, SourceKind kind,
                          const std::vector<std::size_t>& units) {
    std::vector<Bank> banks;
    for (const std::size_t unit : units) {
        const auto same = std::find_if(banks.begin(), banks.end(), [&](const Bank& bank) {
            return equalUnits(input, loops, kind, {bank.units.front(), unit});
        });
        if (same == banks.end())
            banks.push_back({kind, {unit}});
        else
            same->units.push_back(unit);
    }
    return banks;
}

}  // namespace halltwin::cooling
