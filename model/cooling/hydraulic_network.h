// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/hydraulic_elements.h"
#include "model/core/error.h"
#include "model/core/units.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::cooling {

inline constexpr std::string_view networkSource =
    "global gradient method: E. Todini, S. Pilati (1988), with an exact line search; linear "
    "systems by Eigen's sparse LDLT";

/// Where elements meet. Pressures are those of a level network: a closed loop lifts no water.
struct HydraulicNode {
    std::string name;
    std::optional<Pressure> fixed;  ///< an expansion vessel or an open basin
    VolumeFlow demand{};            ///< that leaves the network here; negative comes in
};

struct HydraulicLink {
    std::string name;
    std::size_t from = 0;  ///< places in `nodes`
    std::size_t to = 0;
    HydraulicElement element;
};

struct HydraulicNetwork {
    std::vector<HydraulicNode> nodes;
    std::vector<HydraulicLink> links;
    HydraulicFluid fluid;
};

struct LinkFlow {
    VolumeFlow flow;  ///< from → to is positive
    Pressure drop;    ///< from − to; below zero across a pump that runs
    Power power{};    ///< electric, of pumps
};

/// What keeps a coil from more flow.
enum class FlowLimit {
    None,   ///< no coil is below its design flow
    Valve,  ///< a valve in series with the coil is not fully open
    Pump,   ///< the pump that is fullest
};

struct HydraulicResult {
    std::vector<Pressure> pressures;  ///< of the nodes
    std::vector<LinkFlow> links;
    std::optional<std::size_t> indexCoil;  ///< link of the coil with the least flow / design
    double indexShare = 0.0;               ///< its flow / design
    FlowLimit limit = FlowLimit::None;
    std::optional<std::size_t> limitingLink;
    int iterations = 0;
    double continuityM3S = 0.0;  ///< largest error of the flow balance at a node
    double energyPa = 0.0;       ///< largest error of a link's pressure drop
};

/// Flows and pressures of a network at rest. A part without a fixed pressure has 0 Pa at its first
/// node. Fails, naming the element in the context, with InvalidArgument (a figure that cannot be, a
/// link from a node to itself, a coil that nothing drives water through, a coil that no loop goes
/// through, demand without a source), DanglingReference (a node that is not there) and
/// NotConverged.
[[nodiscard]] Result<HydraulicResult> solveHydraulics(const HydraulicNetwork& network);

}  // namespace halltwin::cooling
