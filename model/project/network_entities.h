// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/core/ids.h"
#include "model/core/units.h"

#include <optional>
#include <string>

namespace halltwin {

/// Which ports of the servers a fabric joins.
enum class FabricPurpose { Compute, Storage, Management, Outside };

enum class Topology { FatTree, LeafSpine, RailOptimised, Dragonfly, Torus };

/// Which racks take the switches that stand next to servers; higher tiers go to network racks.
enum class SwitchPlacement {
    TopOfRack,    ///< leaves in the racks of their servers
    MiddleOfRow,  ///< leaves in the racks with room nearest to the middle of their servers
    NetworkRow,   ///< all in network racks
};

/// How flows are spread over paths of equal length.
enum class FabricRouting {
    Ecmp,      ///< each flow on one of them, by a hash
    Adaptive,  ///< each flow over all of them
};

/// A network that is generated from its figures over the racks of the project
/// (docs/physics/network.md). What a figure leaves at 0 follows from the ports of the hosts and the
/// switches.
struct Fabric {
    FabricId id;
    std::string name;
    FabricPurpose purpose = FabricPurpose::Compute;
    Topology topology = Topology::RailOptimised;
    std::string leafSwitch;   ///< catalogue key
    std::string spineSwitch;  ///< of the higher tiers; empty: the leaf's
    std::optional<HallId> hall;  ///< only racks of this hall; none: all
    SwitchPlacement placement = SwitchPlacement::NetworkRow;
    FabricRouting routing = FabricRouting::Adaptive;
    double oversubscription = 1.0;  ///< rate towards hosts / rate towards spines, of a leaf
    int unitNodes = 32;       ///< servers of a scalable unit (rail-optimised)
    int tiers = 0;            ///< of switches: 2 or 3; 0 = as few as hold all hosts
    int groupSwitches = 0;    ///< dragonfly: switches of a group; 0 = balanced
    int hostsPerSwitch = 0;   ///< dragonfly; 0 = balanced
    int globalLinks = 0;      ///< dragonfly: of a switch to other groups; 0 = balanced
    int torusX = 0;           ///< torus: nodes along x; all 0 = the most even that holds all
    int torusY = 0;
    int torusZ = 0;
    double slackShare = 0.1;  ///< of a route's length, added to each cable
    Length slack = metres(2.0);  ///< added to each cable

    bool operator==(const Fabric&) const = default;
};

enum class FabricEditKind { AddSwitch, RemoveSwitch, MoveSwitch, AddLink, RemoveLink };

/// A change by hand to what a fabric generates; the order of ids is the order in which they apply.
/// Ends are named as the fabric names them ("leaf-2.5", "rack 17 node 3") with a port after a colon
/// for links ("leaf-2.5:12").
struct FabricEdit {
    FabricEditId id;
    FabricId fabric;
    FabricEditKind kind = FabricEditKind::RemoveLink;
    std::string first;         ///< the switch, or one end of the link
    std::string second;        ///< the other end of the link
    std::string switchKey;     ///< of a switch that is added
    std::optional<ItemId> rack;  ///< where a switch goes
    std::optional<int> unit;     ///< its lowest rack unit, from 1 at the foot

    bool operator==(const FabricEdit&) const = default;
};

/// A straight run of cable tray. Runs meet where they cross or touch at the same place; runs at
/// different heights meet by a drop. Points may lie outside the hall, as a way to another.
struct CableTray {
    TrayId id;
    HallId hall;  ///< whose corner its points are relative to
    std::string name;
    Point from;
    Point to;
    Length height = metres(2.6);  ///< of its bottom above the walking surface; below 0: under it
    Length width = metres(0.3);
    Length depth = metres(0.1);
    double fillLimit = 0.4;  ///< share of its section that cables may take

    bool operator==(const CableTray&) const = default;
};

}  // namespace halltwin
