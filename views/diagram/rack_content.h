// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_study.h"
#include "model/network/rack_elevation.h"
#include "model/project/catalog.h"
#include "model/project/issue.h"
#include "model/project/project.h"
#include "model/twin/twin.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <string>
#include <vector>

namespace halltwin::views::diagram {

enum class RackPartKind {
    Server,
    Switch,
    Free,   ///< units that switches may still take
    Blank,  ///< units that nothing may take: closed by a panel
};

/// What takes units of a rack, ready to be drawn.
struct RackPart {
    RackPartKind kind = RackPartKind::Blank;
    int bottom = 1;  ///< lowest unit, from 1 at the foot
    int units = 1;
    halltwin::network::RackFace portsFace = halltwin::network::RackFace::Rear;
    QString name;                 ///< "leaf-2.1", "server 3"
    QString model;                ///< of a switch
    std::string device;           ///< as losses name it: "leaf-2.1", "R12 node 3"
    FabricId fabric;              ///< of a switch
    int series = 0;               ///< number of that fabric, which gives the colour
    QString fabricName;           ///< of a switch
    int ports = 0;                ///< of a switch
    int cables = 0;               ///< plugged in
    std::vector<bool> usedPorts;  ///< of a switch
    std::optional<double> load;   ///< of its fullest cable, share of the rate
    bool isCut = false;
};

/// A rack's elevation with its figures. A value: drawing it needs nothing else.
struct DrawnRack {
    ItemId rack;
    QString hall;
    QString label;
    QString model;
    int units = 0;  ///< 0: not stated
    int freeUnits = 0;
    Mass mass;            ///< with its switches
    Power power;          ///< that reaches it now; its rated power without an answer
    Power switchMaximum;  ///< part of it when all switches are at their most
    Power modules;        ///< part of it
    int switches = 0;
    int cableEnds = 0;
    std::optional<double> load;   ///< of the fullest cable that ends here
    std::vector<RackPart> parts;  ///< from the foot up, without gaps
    std::vector<Issue> issues;    ///< of the network, that name this rack
};

/// What runs over one fabric, and what is cut from it.
struct RackTraffic {
    const halltwin::network::FabricStudy& study;
    std::size_t fabric = 0;  ///< of the plan's
};

/// What elevations are made from; refers to its parts. Pointers may be null.
struct RackSource {
    const Project& project;
    const Catalog& catalog;
    const halltwin::network::NetworkPlan* network = nullptr;  ///< null: racks with servers only
    const twin::TwinResult* result = nullptr;                 ///< for power and issues
    const RackTraffic* traffic = nullptr;
    const std::vector<std::string>* losses = nullptr;  ///< of the traffic's fabric, by name
};

/// Every rack and tank with stated units, a switch or a cable: hall by hall, row by row, along each
/// row. Any thread.
[[nodiscard]] std::vector<DrawnRack> drawnRacks(const RackSource& source);

/// What the pointer tells about a part, line by line; the first is its name.
[[nodiscard]] QStringList tipOf(const RackPart& part);

/// "U12", or "U12–13".
[[nodiscard]] QString unitsText(const RackPart& part);

}  // namespace halltwin::views::diagram
