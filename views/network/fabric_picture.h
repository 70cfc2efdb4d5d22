// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/tier_diagram.h"
#include "model/network/ways_between.h"
#include "views/bridge/network_study.h"

#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace halltwin::views::network {

/// What a node says, from the largest type to the smallest.
struct NodeText {
    QString title;
    QString count;  ///< "32 leaves"; of one device where it stands
    QString model;
    QString brief;  ///< instead of the title where that has no room; may be empty
};

/// The folded picture of the fabric of one answer, ready to be drawn: a value that needs nothing
/// else.
struct FabricPicture {
    bridge::NetworkAnswerPtr answer;
    std::shared_ptr<const halltwin::network::DeviceGroups> groups;
    halltwin::network::Folding folding;
    halltwin::network::TierDiagram diagram;
    halltwin::network::DiagramLoad load;
    std::vector<NodeText> texts;                      ///< by node
    std::vector<std::vector<ItemId>> racks;           ///< by node: where its devices stand, sorted
    std::vector<QPolygonF> lines;                     ///< by edge, from the lower end
    std::vector<std::vector<std::uint32_t>> edgesOf;  ///< by node
    std::vector<QString> frameTitles;
    DataRate mostRate;  ///< of an edge

    [[nodiscard]] bool isEmpty() const { return diagram.nodes.empty(); }
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] QRectF boxOf(std::uint32_t node) const;
    [[nodiscard]] std::optional<std::uint32_t> nodeAt(const QPointF& point) const;
    /// The nearest edge not farther than `tolerance`, in units of the drawing.
    [[nodiscard]] std::optional<std::uint32_t> edgeAt(const QPointF& point, double tolerance) const;
    /// The frame whose title is there.
    [[nodiscard]] std::optional<std::uint32_t> titleAt(const QPointF& point) const;

    [[nodiscard]] const halltwin::network::DeviceGroup& groupOf(std::uint32_t node) const {
        return groups->groups[diagram.nodes[node].group];
    }
    /// A closed group with more to show.
    [[nodiscard]] bool canOpen(std::uint32_t node) const;
    /// Its devices, in rising order.
    [[nodiscard]] std::vector<halltwin::network::DeviceIndex> devicesOf(std::uint32_t node) const;
    [[nodiscard]] std::vector<halltwin::network::LinkIndex> linksOf(std::uint32_t edge) const;
};

using FabricPicturePtr = std::shared_ptr<const FabricPicture>;

/// A picture of the answer's fabric; takes over from the one before what has not changed. 100,000
/// GPUs take some tens of milliseconds: call it in a worker.
[[nodiscard]] FabricPicturePtr pictureOf(const bridge::NetworkAnswerPtr& answer,
                                         const halltwin::network::Folding& folding,
                                         const FabricPicturePtr& before);

/// "Pod 3", "Units 1–4", "Spines", "R12"
[[nodiscard]] QString groupName(const halltwin::network::FabricPlan& plan,
                                const halltwin::network::GroupKey& key);
/// "32 leaves"
[[nodiscard]] QString countText(const halltwin::network::DiagramNode& node);
/// "256 × 400G"; where links are unlike, their number and rate together.
[[nodiscard]] QString linksText(std::size_t links, DataRate rate);

/// What stands out while the rest is pale: the ways between two devices.
struct LitWays {
    std::map<std::uint32_t, double> edges;  ///< with the share of the flow that they take
    std::set<std::uint32_t> nodes;

    [[nodiscard]] bool isEmpty() const { return nodes.empty(); }
};

[[nodiscard]] LitWays litBy(const FabricPicture& picture,
                            const halltwin::network::WaysBetween& ways);

}  // namespace halltwin::views::network
