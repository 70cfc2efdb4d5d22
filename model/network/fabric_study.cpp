// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/fabric_study.h"

#include <algorithm>
#include <set>
#include <utility>

namespace halltwin::network {
namespace {

constexpr std::size_t uniformPeers = 8;
constexpr std::size_t uniformFlows = 100'000;  // more take minutes

bool isStorage(const HostRack& rack, const Project& project, const Catalog& catalog) {
    const Item* item = project.items.find(rack.item);
    const CatalogEntry* entry = item == nullptr ? nullptr : catalog.find(item->catalogKey);
    const RackSpec* spec = entry == nullptr ? nullptr : entry->as<RackSpec>();
    return spec != nullptr && spec->role == RackRole::Storage;
}

/// Ranks on storage servers, and all others.
struct StorageRanks {
    Ranks clients;
    Ranks servers;
};

StorageRanks splitByRole(const FabricPlan& plan, const Ranks& ranks, const Project& project,
                         const Catalog& catalog) {
    std::set<std::int64_t> storageRacks;
    for (const HostRack& rack : plan.hosts.racks)
        if (isStorage(rack, project, catalog)) storageRacks.insert(rack.item.value);
    StorageRanks split;
    for (const PortRef& rank : ranks) {
        const bool serves = storageRacks.count(plan.rackOf(rank.host).item.value) > 0;
        (serves ? split.servers : split.clients).push_back(rank);
    }
    return split;
}

tl::unexpected<Error> noStorage(const FabricPlan& plan) {
    return fail(ErrorCode::NotFound,
                "The fabric joins no storage servers, or nothing that would use them",
                plan.fabric.name, "Choose the storage fabric, or place storage racks");
}

/// The traffic of a question other than collectives, among ranks that reach each other.
Result<Traffic> trafficFor(const StudyQuestion& question, const FabricPlan& plan,
                           const Graph& graph, const StorageRanks& split, const Ranks& ranks) {
    if (ranks.size() < 2)
        return fail(ErrorCode::NotFound, "No two ports of the fabric reach each other",
                    plan.fabric.name, "Repair what is cut");
    const bool isStorageTraffic = question.traffic == TrafficKind::StorageRead ||
                                  question.traffic == TrafficKind::StorageWrite;
    if (isStorageTraffic && (split.clients.empty() || split.servers.empty()))
        return noStorage(plan);
    switch (question.traffic) {
        case TrafficKind::StorageRead:
            return storageReadTraffic(graph, split.clients, split.servers);
        case TrafficKind::StorageWrite:
            return storageWriteTraffic(graph, split.clients, split.servers);
        case TrafficKind::Incast: {
            const PortRef* receiver = &ranks.back();
            for (const PortRef& rank : ranks)
                if (rank.host == receiver->host && rank.port < receiver->port) receiver = &rank;
            Ranks senders = ranks;
            std::erase_if(senders,
                          [&](const PortRef& rank) { return rank.host == receiver->host; });
            return incastTraffic(graph, senders, *receiver);
        }
        case TrafficKind::Collective:
        case TrafficKind::Uniform: break;
    }
    const std::size_t peers = std::clamp(uniformFlows / ranks.size(), std::size_t{1}, uniformPeers);
    return uniformTraffic(ranks, peers, 1);
}

}  // namespace

double FabricStudy::load(LinkIndex link) const {
    const std::size_t arc = std::size_t{2} * link;
    return arc + 1 < flows.load.size() ? std::max(flows.load[arc], flows.load[arc + 1]) : 0.0;
}

Loss lossesNamed(const PlannedFabric& fabric, const Project& project,
                 const std::vector<std::string>& texts, std::vector<std::string>& unknown) {
    Loss loss;
    for (const std::string& text : texts) {
        if (const auto one = lossNamed(fabric, project, text))
            loss += *one;
        else
            unknown.push_back(text);
    }
    return loss;
}

Result<FabricStudy> studyFabric(const PlannedFabric& fabric, const Project& project,
                                const Catalog& catalog, const StudyQuestion& question,
                                const std::stop_token& stop) {
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, "The study was cancelled.", "traffic");
    const FabricPlan& plan = fabric.plan();
    FabricStudy study;
    study.loss = lossesNamed(fabric, project, question.losses, study.unknown);
    const FailureInput job{ranksOf(plan.graph), jobInput(fabric, catalog, question.job)};
    if (!study.loss.isEmpty()) {
        auto effect = effectOf(plan.graph, study.loss, job, stop);
        if (!effect) return tl::unexpected(effect.error());
        study.effect = *std::move(effect);
    }
    const Graph graph = without(plan.graph, study.loss);
    const Ranks ranks = joinedRanks(graph, job.ranks);
    if (question.traffic == TrafficKind::Collective) {
        auto run = collectiveOnDamaged(graph, ranks, job.collective, stop);
        if (!run) return tl::unexpected(run.error());
        study.traffic = run->traffic;
        study.flows = run->flows;
        study.collective = *std::move(run);
        return study;
    }
    auto traffic =
        trafficFor(question, plan, graph, splitByRole(plan, ranks, project, catalog), ranks);
    if (!traffic) return tl::unexpected(traffic.error());
    auto flows = maxMinRates(graph, *traffic, job.collective.flows, stop);
    if (!flows) return tl::unexpected(flows.error());
    study.traffic = *std::move(traffic);
    study.flows = *std::move(flows);
    return study;
}

}  // namespace halltwin::network
