// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/fabric_picture.h"

#include "model/network/names.h"
#include "views/network/network_words.h"

#include <QCoreApplication>
#include <QLineF>
#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::views::network {

namespace net = halltwin::network;

namespace {

constexpr double spread = 0.36;  ///< of a box: how far from its middle lines may end
constexpr int arcPoints = 20;

QString words(const char* text) {
    return QCoreApplication::translate("FabricPicture", text);
}

QRectF rectOf(const net::DrawingBox& box) {
    return {box.x, box.y, box.width, box.height};
}

QString switchesName(int tier) {
    switch (tier) {
        case 1: return words("Leaves");
        case 2: return words("Spines");
        default: return words("Cores");
    }
}

QString modelOf(const FabricPicture& picture, const net::DiagramNode& node) {
    if (node.role == net::DeviceRole::Host) return {};
    if (node.isMixed) return words("mixed models");
    const net::Graph& graph = picture.answer->graph();
    const std::size_t type = graph.devices[node.first].type;
    if (type >= graph.switchKeys.size()) return {};
    const EquipmentEntry* entry = picture.answer->catalog->findEquipment(graph.switchKeys[type]);
    return QString::fromStdString(entry == nullptr ? graph.switchKeys[type] : entry->name);
}

QString placeOf(const FabricPicture& picture, const net::Device& device) {
    const Item* item = picture.answer->project->items.find(device.rack);
    if (item == nullptr) return words("in no rack");
    const QString rack = QString::fromStdString(net::rackName(*item));
    return device.unit > 0 ? words("%1 · U%2").arg(rack).arg(device.unit) : rack;
}

/// "5–8", where a whole title has no room.
QString rangeOf(const net::GroupKey& key) {
    const bool isNumbered = key.kind != net::GroupKind::Racks && key.kind != net::GroupKind::All;
    if (!isNumbered) return {};
    return key.isBlock() ? QStringLiteral("%1–%2").arg(key.first + 1).arg(key.last + 1)
                         : QString::number(key.first + 1);
}

NodeText textOf(const FabricPicture& picture, std::uint32_t index, const net::DeviceNames& names) {
    const net::FabricPlan& plan = picture.answer->plan();
    const net::DiagramNode& node = picture.diagram.nodes[index];
    if (node.isFolded && node.count > 1)
        return {groupName(plan, picture.groupOf(index).key), countText(node),
                modelOf(picture, node), rangeOf(picture.groupOf(index).key)};
    const net::Device& device = plan.graph.devices[node.first];
    if (node.role == net::DeviceRole::Host) {
        const QString rack = QString::fromStdString(plan.rackOf(node.first).name);
        return {QStringLiteral("%1 · %2").arg(rack).arg(device.node + 1), words("server"), {}, {}};
    }
    return {QString::fromStdString(names.name(node.first)),
            placeOf(picture, device),
            modelOf(picture, node),
            {}};
}

/// Where a line leaves a box towards a point: its upper or lower side, or a flank.
QPointF endOf(const QRectF& box, const QRectF& far, double reach) {
    const double lean = std::clamp((far.center().x() - box.center().x()) / reach, -1.0, 1.0);
    const double x = box.center().x() + lean * spread * box.width();
    return {x, far.center().y() < box.center().y() ? box.top() : box.bottom()};
}

QPolygonF arc(const QRectF& a, const QRectF& b, double height) {
    const double lean = std::copysign(0.25, b.center().x() - a.center().x());
    const QPointF from(a.center().x() + lean * a.width(), a.top());
    const QPointF to(b.center().x() - lean * b.width(), b.top());
    const QPointF top(0.5 * (from.x() + to.x()), std::min(from.y(), to.y()) - 2.0 * height);
    QPolygonF line;
    for (int i = 0; i <= arcPoints; ++i) {
        const double t = static_cast<double>(i) / arcPoints;
        line << (1.0 - t) * (1.0 - t) * from + 2.0 * t * (1.0 - t) * top + t * t * to;
    }
    return line;
}

QPolygonF lineOf(const FabricPicture& picture, const net::DiagramEdge& edge) {
    const QRectF a = picture.boxOf(edge.a);
    const QRectF b = picture.boxOf(edge.b);
    if (edge.bend > 0.0) return arc(a, b, edge.bend);
    if (std::abs(a.center().y() - b.center().y()) < 1.0) {
        const bool isRight = a.center().x() < b.center().x();
        return {{QPointF(isRight ? a.right() : a.left(), a.center().y()),
                 QPointF(isRight ? b.left() : b.right(), b.center().y())}};
    }
    const double reach = std::max(1.0, 0.5 * picture.diagram.area.width);
    return {{endOf(a, b, reach), endOf(b, a, reach)}};
}

void dress(FabricPicture& picture) {
    const net::FabricPlan& plan = picture.answer->plan();
    const net::TierDiagram& diagram = picture.diagram;
    const net::DeviceNames names(plan.graph, plan.hosts);
    picture.racks.resize(diagram.nodes.size());
    picture.edgesOf.resize(diagram.nodes.size());
    for (std::size_t d = 0; d < plan.graph.devices.size(); ++d) {
        std::vector<ItemId>& racks = picture.racks[diagram.nodeOf[d]];
        const ItemId rack = plan.graph.devices[d].rack;
        if (rack.value > 0 && (racks.empty() || racks.back() != rack)) racks.push_back(rack);
    }
    for (std::vector<ItemId>& racks : picture.racks) {
        std::ranges::sort(racks);
        racks.erase(std::unique(racks.begin(), racks.end()), racks.end());
    }
    for (std::uint32_t n = 0; n < diagram.nodes.size(); ++n)
        picture.texts.push_back(textOf(picture, n, names));
    for (std::uint32_t e = 0; e < diagram.edges.size(); ++e) {
        const net::DiagramEdge& edge = diagram.edges[e];
        picture.lines.push_back(lineOf(picture, edge));
        picture.edgesOf[edge.a].push_back(e);
        picture.edgesOf[edge.b].push_back(e);
        picture.mostRate = std::max(picture.mostRate, edge.rate);
    }
    for (const net::DiagramFrame& frame : diagram.frames)
        picture.frameTitles.push_back(groupName(plan, picture.groups->groups[frame.group].key));
}

double distance(const QPolygonF& line, const QPointF& point) {
    double least = 1e300;
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        const QPointF way = line[i + 1] - line[i];
        const double square = QPointF::dotProduct(way, way);
        const double t =
            square > 0.0 ? std::clamp(QPointF::dotProduct(point - line[i], way) / square, 0.0, 1.0)
                         : 0.0;
        least = std::min(least, QLineF(point, line[i] + t * way).length());
    }
    return least;
}

}  // namespace

QRectF FabricPicture::area() const {
    return rectOf(diagram.area);
}

QRectF FabricPicture::boxOf(std::uint32_t node) const {
    return rectOf(diagram.nodes[node].box);
}

std::optional<std::uint32_t> FabricPicture::nodeAt(const QPointF& point) const {
    for (std::uint32_t n = 0; n < diagram.nodes.size(); ++n)
        if (boxOf(n).contains(point)) return n;
    return std::nullopt;
}

std::optional<std::uint32_t> FabricPicture::edgeAt(const QPointF& point, double tolerance) const {
    std::optional<std::uint32_t> found;
    for (std::uint32_t e = 0; e < lines.size(); ++e) {
        const QRectF around =
            lines[e].boundingRect().adjusted(-tolerance, -tolerance, tolerance, tolerance);
        if (!around.contains(point)) continue;
        const double away = distance(lines[e], point);
        if (away > tolerance) continue;
        tolerance = away;
        found = e;
    }
    return found;
}

std::optional<std::uint32_t> FabricPicture::titleAt(const QPointF& point) const {
    for (std::size_t f = diagram.frames.size(); f-- > 0;) {
        QRectF title = rectOf(diagram.frames[f].box);
        title.setHeight(net::frameTitle);
        if (title.contains(point)) return static_cast<std::uint32_t>(f);
    }
    return std::nullopt;
}

bool FabricPicture::canOpen(std::uint32_t node) const {
    return diagram.nodes[node].isFolded && groupOf(node).allDevices > 1;
}

std::vector<net::DeviceIndex> FabricPicture::devicesOf(std::uint32_t node) const {
    std::vector<net::DeviceIndex> devices;
    for (net::DeviceIndex d = 0; d < diagram.nodeOf.size(); ++d)
        if (diagram.nodeOf[d] == node) devices.push_back(d);
    return devices;
}

std::vector<net::LinkIndex> FabricPicture::linksOf(std::uint32_t edge) const {
    std::vector<net::LinkIndex> links;
    for (net::LinkIndex l = 0; l < diagram.edgeOf.size(); ++l)
        if (diagram.edgeOf[l] == edge) links.push_back(l);
    return links;
}

FabricPicturePtr pictureOf(const bridge::NetworkAnswerPtr& answer, const net::Folding& folding,
                           const FabricPicturePtr& before) {
    const bool isSameFabric = before != nullptr && before->answer->network == answer->network &&
                              before->answer->fabric == answer->fabric;
    std::shared_ptr<FabricPicture> picture;
    if (isSameFabric && before->folding == folding) {
        picture = std::make_shared<FabricPicture>(*before);
        picture->answer = answer;
    } else {
        picture = std::make_shared<FabricPicture>();
        picture->answer = answer;
        picture->folding = folding;
        picture->groups =
            isSameFabric ? before->groups
                         : std::make_shared<const net::DeviceGroups>(groupDevices(answer->plan()));
        picture->diagram = tierDiagram(answer->plan(), *picture->groups, folding);
        dress(*picture);
    }
    const net::FabricStudy none;
    picture->load =
        loadOn(picture->diagram, answer->graph(), answer->study ? *answer->study : none);
    return picture;
}

QString groupName(const net::FabricPlan& plan, const net::GroupKey& key) {
    const auto numbered = [&](const char* one, const char* many) {
        return key.isBlock() ? words(many).arg(key.first + 1).arg(key.last + 1)
                             : words(one).arg(key.first + 1);
    };
    switch (key.kind) {
        case net::GroupKind::All: return QString::fromStdString(plan.fabric.name);
        case net::GroupKind::Pods: return numbered("Pod %1", "Pods %1–%2");
        case net::GroupKind::Units: return numbered("Unit %1", "Units %1–%2");
        case net::GroupKind::Islands: return numbered("Group %1", "Groups %1–%2");
        case net::GroupKind::Planes: return numbered("Plane %1", "Planes %1–%2");
        case net::GroupKind::Leaves: return numbered("Leaf %1", "Leaves %1–%2");
        case net::GroupKind::Lines: return numbered("Line %1", "Lines %1–%2");
        case net::GroupKind::Switches:
            return key.pod < 0 ? switchesName(key.tier)
                               : words("%1 %2–%3")
                                     .arg(switchesName(key.tier))
                                     .arg(key.first + 1)
                                     .arg(key.last + 1);
        case net::GroupKind::Racks: break;
    }
    const auto rack = [&](std::int32_t n) {
        const auto at = static_cast<std::size_t>(n);
        return at < plan.hosts.racks.size() ? QString::fromStdString(plan.hosts.racks[at].name)
                                            : QString();
    };
    return key.isBlock() ? words("%1 … %2").arg(rack(key.first), rack(key.last)) : rack(key.first);
}

QString countText(const net::DiagramNode& node) {
    const auto count = [&](const char* one, const char* many) {
        return node.count == 1 ? words(one)
                               : words(many).arg(formatCount(static_cast<double>(node.count)));
    };
    if (node.role == net::DeviceRole::Host) return count("1 server", "%1 servers");
    switch (node.tier) {
        case 1: return count("1 leaf", "%1 leaves");
        case 2: return count("1 spine", "%1 spines");
        default: return count("1 core", "%1 cores");
    }
}

QString linksText(std::size_t links, DataRate rate) {
    if (links == 0) return {};
    const double each = rate.in(gigabitsPerSecond) / static_cast<double>(links);
    const bool areAlike = std::abs(each - std::round(each)) < 1e-6;
    if (areAlike)
        return QStringLiteral("%1 × %2G")
            .arg(formatCount(static_cast<double>(links)), formatCount(std::round(each)));
    return words("%1 links · %2")
        .arg(formatCount(static_cast<double>(links)), formatDataRate(rate));
}

LitWays litBy(const FabricPicture& picture, const net::WaysBetween& ways) {
    LitWays lit;
    const net::TierDiagram& diagram = picture.diagram;
    for (const net::DeviceIndex end : {ways.from, ways.to})
        if (end < diagram.nodeOf.size()) lit.nodes.insert(diagram.nodeOf[end]);
    const net::Graph& graph = picture.answer->graph();
    for (const net::WayArc& way : ways.arcs) {
        const net::LinkIndex link = way.arc / 2;
        if (link >= graph.links.size()) return {};
        lit.nodes.insert(diagram.nodeOf[graph.links[link].a]);
        lit.nodes.insert(diagram.nodeOf[graph.links[link].b]);
        if (diagram.edgeOf[link] != net::TierDiagram::noEdge)
            lit.edges[diagram.edgeOf[link]] += way.share;
    }
    return lit;
}

}  // namespace halltwin::views::network
