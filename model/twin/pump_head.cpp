// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/pump_head.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace halltwin::twin {

namespace {

constexpr Pressure sourceDrop = kilopascals(60.0);
constexpr Pressure coilDrop = kilopascals(40.0);
constexpr Pressure openValveDrop = kilopascals(40.0);
constexpr Pressure leastDrop = pascals(1.0);
constexpr double shutOffShare = 1.2;  // rise at no flow / rated head (typical value)
constexpr int mostThrottlings = 40;
constexpr double throttled = 1e-3;  // of its flow: what a valve may leave too much

/// Kv in m³/h at 1 bar of what loses `drop` at `flow`; see valveFormula.
double kvOf(VolumeFlow flow, Pressure drop) {
    const double density = cooling::HydraulicFluid{}.density.si();
    return 3600.0 * flow.si() / std::sqrt(drop.si() / 1e5 * 1000.0 / density);
}

/// A fixed loss, as a valve that cannot open further.
cooling::HydraulicValve fixedLoss(VolumeFlow flow, Pressure drop) {
    return {kvOf(flow, std::max(drop, leastDrop)), 1.0, cooling::ValveTrait::Linear};
}

struct Pump {
    ItemId id;
    VolumeFlow flow;
    Pressure suction;  ///< lost in the pipes of its sources, the worst of them
    cooling::PumpCurve curve;
    VolumeFlow rated;

    [[nodiscard]] Pressure rise() const {
        return pascals(curve.a + curve.c * flow.si() * flow.si());
    }
};

struct Consumer {
    VolumeFlow flow;
    Pressure pipes;  ///< the worst of its pipes
};

class Loop {
public:
    Loop(const cooling::LoopResult& loop, const PumpHeadSource& source) : m_source(source) {
        for (const ItemId id : loop.pumps) {
            if (!addPump(id)) return;
        }
        for (const PipeAnswer& pipe : source.pipes) {
            if (const auto at = m_pumps.find(pipe.to); at != m_pumps.end())
                at->second.suction = std::max(at->second.suction, pipe.state.drop);
            if (!m_pumps.contains(pipe.from) || pipe.pair.flow.si() <= 0.0) continue;
            Consumer& consumer = m_consumers[pipe.to];
            consumer.flow += pipe.pair.flow;
            consumer.pipes = std::max(consumer.pipes, pipe.state.drop);
        }
        const bool hasChiller =
            std::any_of(loop.sources.begin(), loop.sources.end(),
                        [&](ItemId id) { return kindOf(id) == ItemKind::Chiller; });
        const bool hasOther = std::any_of(loop.sources.begin(), loop.sources.end(), [&](ItemId id) {
            return kindOf(id) != ItemKind::Chiller;
        });
        m_sources = sourceDrop * ((hasChiller ? 1.0 : 0.0) + (hasOther ? 1.0 : 0.0));
        m_isUsable = !m_pumps.empty() && !m_consumers.empty();
    }

    [[nodiscard]] std::vector<PumpHead> heads() const {
        std::vector<PumpHead> heads;
        if (!m_isUsable) return heads;
        const auto index = std::max_element(
            m_consumers.begin(), m_consumers.end(),
            [](const auto& a, const auto& b) { return a.second.pipes < b.second.pipes; });
        for (const auto& [id, pump] : m_pumps) {
            PumpHead& head = heads.emplace_back();
            head.pump = id;
            head.available = pump.rise();
            head.needed = m_sources + pump.suction + index->second.pipes + coilDrop + openValveDrop;
            head.index = head.worst = index->first;
        }
        tellLimits(heads);
        return heads;
    }

private:
    [[nodiscard]] ItemKind kindOf(ItemId id) const {
        const Item* item = m_source.project.items.find(id);
        const CatalogEntry* entry =
            item == nullptr ? nullptr : m_source.catalog.find(item->catalogKey);
        return entry == nullptr ? ItemKind::Rack : entry->kind;
    }

    /// False where a pump that runs states no rated head.
    bool addPump(ItemId id) {
        const Item* item = m_source.project.items.find(id);
        const CatalogEntry* entry =
            item == nullptr ? nullptr : m_source.catalog.find(item->catalogKey);
        const auto* spec = entry == nullptr ? nullptr : entry->as<PumpSpec>();
        const auto& units = m_source.result.cooling.pumps;
        const auto unit = std::find_if(units.begin(), units.end(),
                                       [id](const auto& each) { return each.id == id; });
        if (spec == nullptr || unit == units.end() || unit->state.flow.si() <= 0.0) return true;
        if (spec->ratedHead.si() <= 0.0) {
            m_pumps.clear();
            return false;
        }
        const double head = spec->ratedHead.si();
        const double rated = spec->ratedFlow.si();
        Pump& pump = m_pumps[id];
        pump = {id, unit->state.flow, {}, {}, spec->ratedFlow};
        pump.curve = {shutOffShare * head, 0.0, (1.0 - shutOffShare) * head / (rated * rated)};
        return true;
    }

    /// Pressure that the pumps leave between the headers, at the flows asked for.
    [[nodiscard]] Pressure betweenHeaders() const {
        Pressure least;
        bool isFirst = true;
        for (const auto& [id, pump] : m_pumps) {
            const Pressure left = pump.rise() - pump.suction - m_sources;
            least = isFirst ? left : std::min(least, left);
            isFirst = false;
        }
        return least;
    }

    void tellLimits(std::vector<PumpHead>& heads) const {
        std::map<std::size_t, ItemId> owners;
        const auto solved = throttledFlows(owners);
        if (!solved || !solved->indexCoil) return;
        const std::vector<BranchFlow> branches = branchesOf(*solved);
        for (PumpHead& head : heads) {
            head.share = std::min(1.0, solved->indexShare);
            head.worst = owners.at(*solved->indexCoil);
            head.branches = branches;
            head.continuityM3S = solved->continuityM3S;
            if (solved->indexShare >= BranchFlow::enoughFlow || !solved->limitingLink) continue;
            head.limit = solved->limit;
            head.limiting = owners.at(*solved->limitingLink);
        }
    }

    /// The network with every valve as far open as its consumer needs: those that get more than
    /// they ask for close until the others get what is left, or have enough.
    [[nodiscard]] Result<cooling::HydraulicResult>
    throttledFlows(std::map<std::size_t, ItemId>& owners) const {
        std::vector<double> openings = firstOpenings();
        auto solved = cooling::solveHydraulics(networkOf(openings, owners));
        for (int n = 0; n < mostThrottlings && solved; ++n) {
            const std::vector<BranchFlow> branches = branchesOf(*solved);
            bool isDone = true;
            for (std::size_t i = 0; i < branches.size(); ++i) {
                const double share = branches[i].share();
                const double next = share > openings[i] ? openings[i] / share : 1.0;
                const bool isOff = share > 1.0 + throttled || share < 1.0 - throttled;
                isDone = isDone && (!isOff || next == openings[i]);
                openings[i] = next;
            }
            if (isDone) break;
            owners.clear();
            solved = cooling::solveHydraulics(networkOf(openings, owners));
        }
        return solved;
    }

    /// Every consumer ends the network's list of links with its pipe, valve and coil.
    [[nodiscard]] std::vector<BranchFlow> branchesOf(const cooling::HydraulicResult& solved) const {
        std::vector<BranchFlow> branches;
        std::size_t link = solved.links.size() - 3 * m_consumers.size();
        for (const auto& [id, consumer] : m_consumers) {
            branches.push_back({id, consumer.flow, solved.links[link + 2].flow});
            link += 3;
        }
        return branches;
    }

    /// As far open as lets each one's flow through at the head that the pumps give at all flows.
    [[nodiscard]] std::vector<double> firstOpenings() const {
        std::vector<double> openings;
        const Pressure given = betweenHeaders();
        for (const auto& [id, consumer] : m_consumers) {
            const Pressure spare = given - consumer.pipes - coilDrop;
            openings.push_back(spare > openValveDrop ? std::sqrt(openValveDrop / spare) : 1.0);
        }
        return openings;
    }

    /// Nodes: 0 return header, 1 suction header, 2 supply header.
    [[nodiscard]] cooling::HydraulicNetwork networkOf(const std::vector<double>& openings,
                                                      std::map<std::size_t, ItemId>& owners) const {
        cooling::HydraulicNetwork network;
        network.nodes = {{"return", pascals(0.0)}, {"suction", {}}, {"supply", {}}};
        VolumeFlow all;
        for (const auto& [id, pump] : m_pumps)
            all += pump.flow;
        const auto add = [&](ItemId owner, cooling::HydraulicLink link) {
            owners.emplace(network.links.size(), owner);
            network.links.push_back(std::move(link));
        };
        add({}, {"sources", 0, 1, fixedLoss(all, m_sources)});
        for (const auto& [id, pump] : m_pumps) {
            const std::size_t in = network.nodes.size();
            network.nodes.push_back({"pump", {}});
            add(id, {"suction", 1, in, fixedLoss(pump.flow, pump.suction)});
            add(id, {"pump", in, 2, cooling::HydraulicPump{pump.curve, 1.0, pump.rated, 0.7}});
        }
        auto opening = openings.begin();
        for (const auto& [id, consumer] : m_consumers) {
            const std::size_t in = network.nodes.size();
            network.nodes.push_back({"valve", {}});
            network.nodes.push_back({"coil", {}});
            add(id, {"pipe", 2, in, fixedLoss(consumer.flow, consumer.pipes)});
            add(id, {"valve", in, in + 1,
                     cooling::HydraulicValve{kvOf(consumer.flow, openValveDrop), *opening++,
                                             cooling::ValveTrait::Linear}});
            add(id, {"coil", in + 1, 0, cooling::HydraulicCoil{consumer.flow, coilDrop}});
        }
        return network;
    }

    const PumpHeadSource& m_source;
    std::map<ItemId, Pump> m_pumps;
    std::map<ItemId, Consumer> m_consumers;
    Pressure m_sources;
    bool m_isUsable = false;
};

}  // namespace

std::vector<PumpHead> pumpHeads(const cooling::LoopResult& loop, const PumpHeadSource& source) {
    return Loop(loop, source).heads();
}

}  // namespace halltwin::twin
