// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/traffic_facts.h"

#include "views/bridge/format.h"
#include "views/network/fabric_facts.h"
#include "views/network/network_words.h"
#include "views/network/study_bar.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace halltwin::views::network {

namespace net = halltwin::network;
using inspector::FigureTone;
using inspector::ItemFigure;

namespace {

constexpr double bitsPerByte = 8.0;
constexpr double soundBooks = 1e-6;  ///< share of the traffic that may be lost to rounding

QString text(const char* english) {
    return QCoreApplication::translate("TrafficFacts", english);
}

/// A rate as programs of collectives give it.
QString bytesPerSecond(DataRate rate) {
    return formatBytes(rate.in(bitsPerSecond) / bitsPerByte) + QStringLiteral("/s");
}

QString bothUnits(DataRate rate) {
    return QStringLiteral("%1 (%2)").arg(bytesPerSecond(rate), formatDataRate(rate));
}

void addCollective(std::vector<ItemFigure>& facts, const net::FabricCollective& found) {
    facts.push_back({text("Time"), formatShortTime(found.result.time)});
    facts.push_back({text("Algorithm bandwidth"), bytesPerSecond(found.result.algorithmBandwidth)});
    facts.push_back({text("Bus bandwidth"), bytesPerSecond(found.result.busBandwidth)});
    facts.push_back({text("Ranks"), formatCount(found.figures.ranks)});
}

void addLosses(std::vector<ItemFigure>& facts, const net::FailureEffect& effect) {
    const auto cutOff = static_cast<double>(effect.reach.cutOff.size());
    facts.push_back({text("Servers cut off"), formatCount(cutOff),
                     cutOff > 0.0 ? FigureTone::Bad : FigureTone::Plain});
    facts.push_back(
        {text("Servers that notice"), formatCount(static_cast<double>(effect.noticing.size()))});
    facts.push_back({text("Slow-down"),
                     effect.after
                         ? QStringLiteral("× %1").arg(bridge::formatNumber(effect.slowdown(), 3))
                         : text("it does not run"),
                     effect.after ? FigureTone::Plain : FigureTone::Bad});
    facts.push_back({text("Bisection left"), text("%1 of %2")
                                                 .arg(formatDataRate(effect.bisectionAfter),
                                                      formatDataRate(effect.bisectionBefore))});
}

/// Steps and share of S that a law takes: T = steps · α + share · S/B.
struct Law {
    QString form;
    double steps = 0.0;
    double share = 0.0;
};

Law lawOf(net::Collective kind, net::CollectiveAlgorithm algorithm, double n) {
    if (algorithm == net::CollectiveAlgorithm::DoubleBinaryTree)
        return {QStringLiteral("2⌈log₂ n⌉·α + 2·S/B"), 2.0 * std::ceil(std::log2(n)), 2.0};
    if (kind == net::Collective::AllReduce)
        return {QStringLiteral("2(n−1)·α + 2(n−1)/n·S/B"), 2.0 * (n - 1.0), 2.0 * (n - 1.0) / n};
    return {QStringLiteral("(n−1)·α + (n−1)/n·S/B"), n - 1.0, (n - 1.0) / n};
}

/// The law with figures put in; S and n may be those of one part of a hierarchical collective.
QString worked(const Law& law, double bytes, DataRate bandwidth, Duration latency) {
    const Duration waiting = latency * law.steps;
    const Duration moving = seconds(law.share * bytes * bitsPerByte / bandwidth.in(bitsPerSecond));
    return QStringLiteral("%1·%2 + %3·%4 / (%5) = %6 + %7 = %8")
        .arg(formatCount(law.steps), formatShortTime(latency), bridge::formatNumber(law.share, 3),
             formatBytes(bytes), bytesPerSecond(bandwidth), formatShortTime(waiting),
             formatShortTime(moving), formatShortTime(waiting + moving));
}

QStringList hierarchicalLines(const net::CollectiveInput& figures) {
    const double inside = figures.ranksInside;
    QStringList lines;
    lines << text("Inside each server, n = %1, S = %2:")
                 .arg(formatCount(inside), formatBytes(figures.bytes));
    const Law within = lawOf(figures.kind, net::CollectiveAlgorithm::Ring, inside);
    lines << (inside > 1.0
                  ? worked(within, figures.bytes, figures.bandwidthInside, figures.latencyInside)
                  : text("one GPU: no time"));
    const double across = figures.ranks / inside;
    lines << text("Across servers, one ring for each rail, n = %1, S = %2:")
                 .arg(formatCount(across), formatBytes(figures.bytes / inside));
    lines << worked(lawOf(figures.kind, net::CollectiveAlgorithm::Ring, across),
                    figures.bytes / inside, figures.bandwidth, figures.latency);
    return lines;
}

/// Where B comes from.
QString bandwidthLine(const net::FabricCollective& found, const net::FabricPlan& plan) {
    if (found.traffic.demands.empty())
        return text("B = %1: the GPUs' own domain; nothing goes over the fabric")
            .arg(bothUnits(found.figures.bandwidth));
    const QString rate = formatDataRate(found.flows.slowest);
    const QString neck = arcName(plan, found.flows.bottleneck);
    QString how;
    switch (found.figures.algorithm) {
        case net::CollectiveAlgorithm::DoubleBinaryTree:
            how = text("4 × the slowest flow, %1 (two trees, up and down)").arg(rate);
            break;
        case net::CollectiveAlgorithm::Direct:
            how = text("(n−1) × the slowest flow, %1").arg(rate);
            break;
        case net::CollectiveAlgorithm::Ring:
        case net::CollectiveAlgorithm::Hierarchical:
            how = text("the slowest flow of the ring");
            break;
    }
    const QString line = text("B = %1: %2").arg(bothUnits(found.figures.bandwidth), how);
    return neck.isEmpty() ? line : line + text(", held back by %1").arg(neck);
}

QString latencyLine(const net::FabricCollective& found, const bridge::NetworkAnswer& answer) {
    const net::FabricLatency latency = net::jobInput(answer.planned(), *answer.catalog, {}).latency;
    const double hops = found.flows.hops;
    return text("α = %1: %2 at both ends + %3 switches × %4 + %5 cables × %6 m × %7 ns/m")
        .arg(formatShortTime(found.figures.latency), formatShortTime(latency.endpoints),
             formatCount(std::max(0.0, hops - 1.0)), formatShortTime(latency.perSwitch),
             formatCount(hops), bridge::formatNumber(latency.cable.in(metres), 1),
             bridge::formatNumber(latency.perMetre.in(seconds)*1e9, 1));
}

QString tiersOf(const net::FabricPlan& plan, const net::Link& link) {
    const auto name = [&](net::DeviceIndex end) {
        const net::Device& device = plan.graph.devices[end];
        return device.role == net::DeviceRole::Host ? text("server") : tierName(device.tier);
    };
    return QStringLiteral("%1 – %2").arg(name(link.a), name(link.b));
}

}  // namespace

QString collectiveName(net::Collective collective) {
    return trafficName(net::TrafficKind::Collective, collective);
}

QString algorithmName(net::CollectiveAlgorithm algorithm) {
    switch (algorithm) {
        case net::CollectiveAlgorithm::Ring: return text("ring");
        case net::CollectiveAlgorithm::DoubleBinaryTree: return text("double binary tree");
        case net::CollectiveAlgorithm::Hierarchical: return text("hierarchical");
        case net::CollectiveAlgorithm::Direct: break;
    }
    return text("direct");
}

std::vector<ItemFigure> trafficFacts(const bridge::NetworkAnswer& answer) {
    const net::FabricStudy& study = *answer.study;
    const net::FlowResult& flows = study.flows;
    std::vector<ItemFigure> facts;
    if (study.collective) addCollective(facts, *study.collective);
    facts.push_back({text("All flows together"), formatDataRate(flows.total)});
    facts.push_back({text("Slowest flow"), formatDataRate(flows.slowest)});
    facts.push_back({text("Longest way"), text("%1 cables").arg(flows.hops)});
    if (flows.demandsWithoutWay > 0)
        facts.push_back({text("Flows without a way"),
                         formatCount(static_cast<double>(flows.demandsWithoutWay)),
                         FigureTone::Bad});
    for (const net::TierFigures& tier : answer.planned().figures().tiers)
        if (tier.oversubscription() > 0.0)
            facts.push_back(
                {text("Down / up of %1").arg(tierName(tier.tier)),
                 QStringLiteral("%1 : 1").arg(bridge::formatNumber(tier.oversubscription(), 2))});
    if (study.effect) addLosses(facts, *study.effect);
    const double wrong = std::max(flows.imbalance, flows.excess);
    facts.push_back({text("Imbalance · excess"),
                     text("%1 · %2").arg(QString::number(flows.imbalance, 'g', 1),
                                         QString::number(flows.excess, 'g', 1)),
                     wrong > soundBooks ? FigureTone::Bad : FigureTone::Plain});
    return facts;
}

QStringList collectiveDerivation(const bridge::NetworkAnswer& answer) {
    if (!answer.study || !answer.study->collective) return {};
    const net::FabricCollective& found = *answer.study->collective;
    const net::CollectiveInput& figures = found.figures;
    QStringList lines;
    if (figures.algorithm == net::CollectiveAlgorithm::Hierarchical) {
        lines << hierarchicalLines(figures);
    } else {
        const Law law = lawOf(figures.kind, figures.algorithm, figures.ranks);
        lines << QStringLiteral("T = %1").arg(law.form);
        lines << QStringLiteral("T = ") +
                     worked(law, figures.bytes, figures.bandwidth, figures.latency);
    }
    lines << bandwidthLine(found, answer.plan()) << latencyLine(found, answer);
    return lines;
}

std::vector<PlainRow> fullestLinks(const bridge::NetworkAnswer& answer, std::size_t most) {
    const std::vector<double>& load = answer.study->flows.load;
    const net::FabricPlan& plan = answer.plan();
    std::vector<net::ArcIndex> arcs(load.size());
    std::iota(arcs.begin(), arcs.end(), net::ArcIndex{0});
    const auto end = arcs.begin() + static_cast<std::ptrdiff_t>(std::min(most, arcs.size()));
    std::partial_sort(arcs.begin(), end, arcs.end(), [&](auto a, auto b) {
        return load[a] != load[b] ? load[a] > load[b] : a < b;
    });
    std::vector<PlainRow> rows;
    for (auto arc = arcs.begin(); arc != end && load[*arc] > 0.0; ++arc) {
        const net::Link& link = plan.graph.links[*arc / 2];
        rows.push_back({{arcName(plan, *arc), tiersOf(plan, link), bridge::formatShare(load[*arc]),
                         formatDataRate(link.rate * load[*arc]), formatDataRate(link.rate)},
                        {},
                        {},
                        {}});
    }
    return rows;
}

}  // namespace halltwin::views::network
