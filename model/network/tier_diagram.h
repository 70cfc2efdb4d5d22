// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/device_groups.h"
#include "model/network/fabric_study.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <set>
#include <vector>

namespace halltwin::network {

/// A rectangle of a drawing, x to the right, y down, in units of about a pixel at full size.
struct DrawingBox {
    double x = 0.0;  ///< of its left edge
    double y = 0.0;  ///< of its upper edge
    double width = 0.0;
    double height = 0.0;

    bool operator==(const DrawingBox&) const = default;
    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
    [[nodiscard]] double middle() const { return x + 0.5 * width; }
    [[nodiscard]] bool isEmpty() const { return width <= 0.0 || height <= 0.0; }
    /// Grows so that it holds the other too.
    void include(const DrawingBox& other);
};

/// What is shown otherwise than by default. A group that is open shows what is in it.
struct Folding {
    std::set<GroupKey> opened;
    std::set<GroupKey> closed;

    bool operator==(const Folding&) const = default;
    void open(const GroupKey& key);
    void close(const GroupKey& key);
};

/// One device, or the devices of one tier in a closed group.
struct DiagramNode {
    GroupIndex group = 0;   ///< the closed group, or the one that the device is in
    bool isFolded = false;  ///< it stands for the group
    DeviceRole role = DeviceRole::Switch;
    std::uint8_t tier = 0;
    DeviceIndex first = 0;  ///< the device, or the first of them
    std::size_t count = 0;  ///< devices
    std::size_t linksInside = 0;
    bool isMixed = false;  ///< switches of more than one model
    DrawingBox box;

    bool operator==(const DiagramNode&) const = default;
};

/// All links between two nodes.
struct DiagramEdge {
    std::uint32_t a = 0;  ///< node of the lower tier, or of the lower index
    std::uint32_t b = 0;
    std::size_t links = 0;
    std::size_t byHand = 0;
    DataRate rate;      ///< of all together, each way
    double bend = 0.0;  ///< between nodes of one tier: height of its arc above them; 0: straight

    bool operator==(const DiagramEdge&) const = default;
};

/// An open group with a part of the picture to itself.
struct DiagramFrame {
    GroupIndex group = 0;
    DrawingBox box;

    bool operator==(const DiagramFrame&) const = default;
};

inline constexpr double frameTitle = 26.0;  ///< room above the nodes of a frame for its name

/// A folded picture of a fabric in tiers, hosts at the foot. A value: the same fabric and folding
/// give the same picture.
struct TierDiagram {
    static constexpr std::uint32_t noEdge = std::numeric_limits<std::uint32_t>::max();

    std::vector<DiagramNode> nodes;
    std::vector<DiagramEdge> edges;
    std::vector<DiagramFrame> frames;   ///< outer before inner
    std::vector<std::uint32_t> nodeOf;  ///< by device
    std::vector<std::uint32_t> edgeOf;  ///< by link; noEdge: both ends are in one node
    std::vector<std::uint8_t> isOpen;   ///< by group
    DrawingBox area;                    ///< of all, with a margin

    bool operator==(const TierDiagram&) const = default;
};

/// What a folding shows of a fabric; `groups` are those of groupDevices. By default at most about
/// 60 nodes: pods folded, and whatever is few enough open. Time grows as devices + links.
[[nodiscard]] TierDiagram tierDiagram(const FabricPlan& plan, const DeviceGroups& groups,
                                      const Folding& folding = {});

/// What runs over the links of an edge. Shares of a link's rate in its fuller direction.
struct EdgeLoad {
    double mean = 0.0;  ///< of living links
    double most = 0.0;
    LinkIndex fullest = 0;
    std::size_t dead = 0;

    bool operator==(const EdgeLoad&) const = default;
};

struct NodeState {
    double most = 0.0;       ///< load of its fullest link
    std::size_t dead = 0;    ///< devices that are cut
    std::size_t cutOff = 0;  ///< hosts that reach the largest part no more, cut ones apart

    bool operator==(const NodeState&) const = default;
};

/// The state of a picture's parts; places are not touched.
struct DiagramLoad {
    std::vector<EdgeLoad> edges;
    std::vector<NodeState> nodes;

    bool operator==(const DiagramLoad&) const = default;
};

/// Time grows as devices + links.
[[nodiscard]] DiagramLoad loadOn(const TierDiagram& diagram, const Graph& graph,
                                 const FabricStudy& study);

/// Sets the places of nodes, frames and the bends of edges; part of tierDiagram.
void placeTiers(TierDiagram& diagram, const DeviceGroups& groups);

}  // namespace halltwin::network
