// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/fabric_tips.h"

#include "model/network/names.h"
#include "views/bridge/format.h"
#include "views/network/network_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace halltwin::views::network {

namespace net = halltwin::network;

namespace {

QString words(const char* text) {
    return QCoreApplication::translate("FabricDiagram", text);
}

/// "1 server", "12 servers"
QString counted(std::size_t count, const char* one, const char* many) {
    return count == 1 ? words(one) : words(many).arg(formatCount(static_cast<double>(count)));
}

QString bold(const QString& text) {
    return QStringLiteral("<b>%1</b>").arg(text.toHtmlEscaped());
}

QString joined(const QStringList& lines) {
    return lines.join(QStringLiteral("<br/>"));
}

QString titleOf(const FabricPicture& picture, std::uint32_t node) {
    const NodeText& text = picture.texts[node];
    const bool isGroup = picture.diagram.nodes[node].count > 1;
    return isGroup ? QStringLiteral("%1, %2").arg(text.title, text.count) : text.title;
}

/// A link in its fuller direction.
QString fullestOf(const bridge::NetworkAnswer& answer, net::LinkIndex link) {
    const std::vector<double>& load = answer.study->flows.load;
    const std::size_t arc = std::size_t{2} * link;
    const bool isBack = arc + 1 < load.size() && load[arc + 1] > load[arc];
    return arcName(answer.plan(), static_cast<net::ArcIndex>(arc + (isBack ? 1 : 0)))
        .toHtmlEscaped();
}

}  // namespace

QString nodeTip(const FabricPicture& picture, std::uint32_t index) {
    const net::DiagramNode& node = picture.diagram.nodes[index];
    const NodeText& text = picture.texts[index];
    const net::NodeState& state = picture.load.nodes[index];
    QStringList lines{bold(text.title), text.count.toHtmlEscaped()};
    if (!text.model.isEmpty()) lines << text.model.toHtmlEscaped();
    lines << words("fullest link %1").arg(bridge::formatShare(state.most));
    if (state.dead > 0) lines << words("%1 cut").arg(formatCount(static_cast<double>(state.dead)));
    if (state.cutOff > 0)
        lines << counted(state.cutOff, "1 server cut off from the rest",
                         "%1 servers cut off from the rest");
    if (node.linksInside > 0)
        lines << counted(node.linksInside, "1 link inside", "%1 links inside");
    if (picture.canOpen(index)) lines << words("Double click or Enter shows what is in it");
    return joined(lines);
}

QString edgeTip(const FabricPicture& picture, std::uint32_t index) {
    const net::DiagramEdge& edge = picture.diagram.edges[index];
    const net::EdgeLoad& load = picture.load.edges[index];
    QStringList lines{
        bold(words("%1 – %2").arg(titleOf(picture, edge.a), titleOf(picture, edge.b))),
        words("%1, %2 each way").arg(linksText(edge.links, edge.rate), formatDataRate(edge.rate))};
    if (load.dead < edge.links) {
        lines << words("load %1 on average, %2 at most")
                     .arg(bridge::formatShare(load.mean), bridge::formatShare(load.most));
        if (edge.links > 1 && load.most > 0.0)
            lines << words("fullest: %1").arg(fullestOf(*picture.answer, load.fullest));
    }
    if (load.dead > 0)
        lines << words("%1 of %2 dead")
                     .arg(formatCount(static_cast<double>(load.dead)),
                          formatCount(static_cast<double>(edge.links)));
    if (edge.byHand > 0)
        lines << words("%1 added by hand").arg(formatCount(static_cast<double>(edge.byHand)));
    return joined(lines);
}

QString waysText(const FabricPicture& picture, const net::WaysBetween& ways) {
    const net::FabricPlan& plan = picture.answer->plan();
    const net::DeviceNames names(plan.graph, plan.hosts);
    const QString ends = words("%1 → %2").arg(QString::fromStdString(names.name(ways.from)),
                                              QString::fromStdString(names.name(ways.to)));
    if (!ways.isReachable()) return joined({bold(ends), words("No way: what joins them is cut.")});
    QStringList lines{bold(ends)};
    lines << QStringList{counted(ways.hops, "1 hop", "%1 hops"),
                         counted(static_cast<std::size_t>(ways.ways), "1 way", "%1 equal ways"),
                         formatDataRate(ways.rate)}
                 .join(QStringLiteral(" · "));
    if (ways.bottleneck != net::noArc)
        lines << words("bottleneck %1").arg(arcName(plan, ways.bottleneck).toHtmlEscaped());
    if (ways.shortest > Length{}) {
        const QString shortest = bridge::formatWithUnit(ways.shortest.in(metres), 1, words("m"));
        const QString longest = bridge::formatWithUnit(ways.longest.in(metres), 1, words("m"));
        lines << (shortest == longest ? words("cable %1").arg(shortest)
                                      : words("cable %1 to %2").arg(shortest, longest));
    }
    return joined(lines);
}

QString lossText(const bridge::NetworkAnswer& answer) {
    if (!answer.study) return {};
    const net::FabricStudy& study = *answer.study;
    QStringList lines;
    for (const std::string& name : study.unknown)
        lines << words("%1: not in this fabric").arg(QString::fromStdString(name).toHtmlEscaped());
    if (!study.effect) return joined(lines);
    const net::FailureEffect& effect = *study.effect;
    QStringList what;
    if (!study.loss.devices.empty())
        what << counted(study.loss.devices.size(), "1 device cut", "%1 devices cut");
    if (!study.loss.links.empty())
        what << counted(study.loss.links.size(), "1 cable cut", "%1 cables cut");
    lines.prepend(bold(what.join(QStringLiteral(", "))));
    const std::size_t off = effect.reach.cutOff.size();
    lines << (off == 0 ? words("No server is cut off")
                       : counted(off, "1 server cut off", "%1 servers cut off"));
    lines << counted(effect.noticing.size(), "1 server notices", "%1 servers notice");
    if (effect.after)
        lines << words("collective %1 → %2, × %3")
                     .arg(formatShortTime(effect.before), formatShortTime(*effect.after),
                          bridge::formatNumber(effect.slowdown(), 2));
    else
        lines << words("the collective stops");
    lines << words("bisection %1 → %2")
                 .arg(formatDataRate(effect.bisectionBefore),
                      formatDataRate(effect.bisectionAfter));
    return joined(lines);
}

QString bottleneckText(const bridge::NetworkAnswer& answer) {
    if (!answer.study || answer.study->flows.bottleneck == net::noArc) return {};
    const net::ArcIndex arc = answer.study->flows.bottleneck;
    const double load = arc < answer.study->flows.load.size() ? answer.study->flows.load[arc] : 0.0;
    return words("Bottleneck %1 · %2").arg(arcName(answer.plan(), arc), bridge::formatShare(load));
}

}  // namespace halltwin::views::network
