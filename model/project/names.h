// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"
#include "model/project/entities.h"

#include <array>
#include <optional>
#include <string_view>

namespace halltwin {

/// Stable text names of enumerations, in the order of their values: files, the command line and
/// translation tables all use these. Find one with `nameOf`, go back with `fromName`.
template <class Enum>
struct EnumNames;

template <>
struct EnumNames<HallKind> {
    static constexpr std::array<std::string_view, 3> names{"data-hall", "plant-room", "yard"};
};
template <>
struct EnumNames<Rotation> {
    static constexpr std::array<std::string_view, 4> names{"0", "90", "180", "270"};
};
template <>
struct EnumNames<Feed> {
    static constexpr std::array<std::string_view, 2> names{"a", "b"};
};
template <>
struct EnumNames<Phase> {
    static constexpr std::array<std::string_view, 4> names{"all", "l1", "l2", "l3"};
};
template <>
struct EnumNames<Conductor> {
    static constexpr std::array<std::string_view, 2> names{"copper", "aluminium"};
};
template <>
struct EnumNames<PhaseSystem> {
    static constexpr std::array<std::string_view, 3> names{"three", "single", "direct"};
};
template <>
struct EnumNames<PowerBasis> {
    static constexpr std::array<std::string_view, 2> names{"nameplate", "measured-maximum"};
};
template <>
struct EnumNames<LoadProfile> {
    static constexpr std::array<std::string_view, 2> names{"constant", "diurnal"};
};
template <>
struct EnumNames<EnergySource> {
    static constexpr std::array<std::string_view, energySourceCount> names{
        "coal", "gas",   "biomass", "solar-utility", "solar-roof",  "geothermal",
        "csp",  "hydro", "nuclear", "wind-offshore", "wind-onshore"};
};
template <>
struct EnumNames<ItemKind> {
    static constexpr std::array<std::string_view, itemKindCount> names{"rack",
                                                                       "cooler",
                                                                       "tile",
                                                                       "wall",
                                                                       "column",
                                                                       "door",
                                                                       "containment",
                                                                       "utility-feed",
                                                                       "transformer",
                                                                       "ups",
                                                                       "pdu",
                                                                       "chiller",
                                                                       "pump-set",
                                                                       "grille",
                                                                       "rear-door",
                                                                       "immersion-tank",
                                                                       "cdu",
                                                                       "generator",
                                                                       "on-site-source",
                                                                       "battery",
                                                                       "switchboard",
                                                                       "transfer-switch",
                                                                       "distribution-panel",
                                                                       "busway",
                                                                       "rack-pdu",
                                                                       "power-shelf",
                                                                       "cooling-tower",
                                                                       "dry-cooler",
                                                                       "heat-exchanger",
                                                                       "water-source",
                                                                       "water-tank",
                                                                       "heat-reuse"};
};
template <>
struct EnumNames<FabricPurpose> {
    static constexpr std::array<std::string_view, 4> names{"compute", "storage", "management",
                                                           "outside"};
};
template <>
struct EnumNames<Topology> {
    static constexpr std::array<std::string_view, 5> names{"fat-tree", "leaf-spine",
                                                           "rail-optimised", "dragonfly", "torus"};
};
template <>
struct EnumNames<SwitchPlacement> {
    static constexpr std::array<std::string_view, 3> names{"top-of-rack", "middle-of-row",
                                                           "network-row"};
};
template <>
struct EnumNames<FabricRouting> {
    static constexpr std::array<std::string_view, 2> names{"ecmp", "adaptive"};
};
template <>
struct EnumNames<FabricEditKind> {
    static constexpr std::array<std::string_view, 5> names{
        "add-switch", "remove-switch", "move-switch", "add-link", "remove-link"};
};
template <>
struct EnumNames<LinkProtocol> {
    static constexpr std::array<std::string_view, 2> names{"infiniband", "ethernet"};
};
template <>
struct EnumNames<MediumKind> {
    static constexpr std::array<std::string_view, 4> names{"passive-copper", "active-copper",
                                                           "multimode", "single-mode"};
};
template <>
struct EnumNames<OutsideAir> {
    static constexpr std::array<std::string_view, 2> names{"none", "economizer"};
};
template <>
struct EnumNames<StagingRule> {
    static constexpr std::array<std::string_view, 3> names{"all-units", "fewest", "least-power"};
};
template <>
struct EnumNames<SupplyReset> {
    static constexpr std::array<std::string_view, 3> names{"none", "load", "wet-bulb"};
};
template <>
struct EnumNames<TowerLaw> {
    static constexpr std::array<std::string_view, 2> names{"york-calc", "merkel"};
};
template <>
struct EnumNames<FlowArrangement> {
    static constexpr std::array<std::string_view, 2> names{"counter", "cross"};
};
template <>
struct EnumNames<EconomizerPiping> {
    static constexpr std::array<std::string_view, 2> names{"integrated", "alternate"};
};
template <>
struct EnumNames<TankModel> {
    static constexpr std::array<std::string_view, 2> names{"stratified", "mixed"};
};
template <>
struct EnumNames<RackRole> {
    static constexpr std::array<std::string_view, 4> names{"gpu", "storage", "cpu", "network"};
};
template <>
struct EnumNames<CoolerMedium> {
    static constexpr std::array<std::string_view, 2> names{"chilled-water", "direct-expansion"};
};
template <>
struct EnumNames<ReturnFace> {
    static constexpr std::array<std::string_view, 3> names{"top", "rear", "ceiling-void"};
};
template <>
struct EnumNames<AisleKind> {
    static constexpr std::array<std::string_view, 3> names{"cold", "hot", "chimney"};
};
template <>
struct EnumNames<BathPhase> {
    static constexpr std::array<std::string_view, 2> names{"single-phase", "two-phase"};
};
template <>
struct EnumNames<CondenserMedium> {
    static constexpr std::array<std::string_view, 2> names{"air", "water"};
};

template <class Enum>
[[nodiscard]] constexpr std::string_view nameOf(Enum value) {
    return EnumNames<Enum>::names[static_cast<std::size_t>(value)];
}

template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> fromName(std::string_view name) {
    constexpr auto& names = EnumNames<Enum>::names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace halltwin
