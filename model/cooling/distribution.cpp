// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/distribution.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

namespace halltwin::cooling {

namespace {

enum class UnitKind { Chiller, Pump, Coil, Direct };

struct Place {
    UnitKind kind = UnitKind::Chiller;
    std::size_t index = 0;
};

using Places = std::unordered_map<ItemId, Place>;

template <class Unit>
Result<void> addPlaces(Places& places, UnitKind kind, const std::vector<Unit>& units) {
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (places.emplace(units[i].id, Place{kind, i}).second) continue;
        return fail(ErrorCode::DuplicateId,
                    fmt::format("Item {} is given twice", units[i].id.value), "cooling plant",
                    "Give each unit once");
    }
    return {};
}

Result<Places> placesOf(const PlantInput& input) {
    Places places;
    const Result<void> added =
        addPlaces(places, UnitKind::Chiller, input.chillers)
            .and_then([&] { return addPlaces(places, UnitKind::Pump, input.pumps); })
            .and_then([&] { return addPlaces(places, UnitKind::Coil, input.coils); })
            .and_then([&] { return addPlaces(places, UnitKind::Direct, input.direct); });
    if (!added) return tl::unexpected<Error>(added.error());
    return places;
}

void addOnce(std::vector<HeatShare>& shares, std::size_t to, double weight) {
    const auto same = [to](const HeatShare& share) { return share.to == to; };
    if (std::none_of(shares.begin(), shares.end(), same)) shares.push_back({to, weight});
}

/// Weights become shares; where all are zero, equal ones.
void normalise(std::vector<HeatShare>& shares) {
    double sum = 0.0;
    for (const HeatShare& share : shares)
        sum += share.share;
    for (HeatShare& share : shares) {
        share.share = sum > 0.0 ? share.share / sum : 1.0 / static_cast<double>(shares.size());
    }
}

}  // namespace

Temperature condenserInOf(const PlantInput& input, const ChillerUnit& chiller) {
    return chiller.spec.condenser == CondenserMedium::Air ? input.outdoors.air.dryBulb
                                                          : input.condenserWaterSupply;
}

Result<Distribution> distribute(const PlantInput& input) {
    const Result<Places> places = placesOf(input);
    if (!places) return tl::unexpected<Error>(places.error());

    Distribution result;
    result.pumpsOfCoil.resize(input.coils.size());
    result.chillersOfPump.resize(input.pumps.size());
    for (const PlantLink& link : input.links) {
        const auto from = places->find(link.from);
        const auto to = places->find(link.to);
        if (from == places->end() || to == places->end()) {
            const ItemId missing = from == places->end() ? link.from : link.to;
            return fail(ErrorCode::DanglingReference,
                        fmt::format("A cooling link names item {}, which is no unit of the plant",
                                    missing.value),
                        "cooling plant", "Remove the link or add the item");
        }
        const Place a = from->second;
        const Place b = to->second;
        if (a.kind == UnitKind::Chiller && b.kind == UnitKind::Pump) {
            const ChillerUnit& chiller = input.chillers[a.index];
            const Power capacity =
                chillerCapacity(chiller.spec, chiller.leavingWater, condenserInOf(input, chiller));
            addOnce(result.chillersOfPump[b.index], a.index, capacity.si());
        } else if (a.kind == UnitKind::Pump && b.kind == UnitKind::Coil) {
            addOnce(result.pumpsOfCoil[b.index], a.index, input.pumps[a.index].spec.ratedFlow.si());
        }
    }
    for (auto& shares : result.chillersOfPump)
        normalise(shares);
    for (auto& shares : result.pumpsOfCoil) {
        std::erase_if(shares, [&](const HeatShare& share) {
            return result.chillersOfPump[share.to].empty();
        });
        normalise(shares);
    }
    return result;
}

}  // namespace halltwin::cooling
