// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/rack_content.h"

#include "model/network/hosts.h"
#include "model/network/names.h"
#include "views/bridge/format.h"
#include "views/bridge/messages.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>
#include <utility>

namespace halltwin::views::diagram {

namespace {

namespace net = halltwin::network;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Racks)
};

/// What a device of a fabric has plugged in.
struct PortUse {
    int cables = 0;
    double load = 0.0;
    std::vector<bool> used;  ///< ports; of a switch
};

/// What is made once for all racks.
class RackWriter {
public:
    explicit RackWriter(const RackSource& source) : m_source(source) {
        if (source.network == nullptr) return;
        for (const net::FabricPlan& plan : source.network->fabrics)
            m_uses.push_back(usesOf(plan, m_uses.size()));
        if (source.result != nullptr) sortIssues(source.result->issues);
        addServerCables();
    }

    [[nodiscard]] DrawnRack rackOf(const net::RackElevation& elevation) const {
        const Item& item = *m_source.project.items.find(elevation.rack);
        const CatalogEntry* entry = m_source.catalog.find(item.catalogKey);
        const auto* spec = entry == nullptr ? nullptr : entry->as<RackSpec>();
        const Hall* hall = m_source.project.halls.find(item.hall);
        DrawnRack rack;
        rack.rack = elevation.rack;
        rack.hall = hall == nullptr ? QString() : QString::fromStdString(hall->name);
        rack.label = bridge::itemTitle(item, m_source.catalog);
        rack.model = entry == nullptr ? QString() : QString::fromStdString(entry->name);
        rack.units = elevation.units;
        rack.freeUnits = elevation.freeUnits;
        rack.mass = elevation.mass;
        rack.power = powerOf(item.id, spec);
        rack.switchMaximum = elevation.switchMaximum;
        rack.modules = elevation.modules;
        rack.switches = elevation.switches;
        rack.cableEnds = elevation.cableEnds;
        addParts(rack, elevation, spec);
        if (const auto at = m_issues.find(item.id); at != m_issues.end()) rack.issues = at->second;
        return rack;
    }

private:
    [[nodiscard]] std::vector<PortUse> usesOf(const net::FabricPlan& plan,
                                              std::size_t fabric) const {
        std::vector<PortUse> uses(plan.graph.devices.size());
        for (std::size_t d = 0; d < uses.size(); ++d) {
            const net::Device& device = plan.graph.devices[d];
            if (device.role == net::DeviceRole::Switch) uses[d].used.resize(device.ports);
        }
        const RackTraffic* traffic = m_source.traffic;
        const bool isLoaded = traffic != nullptr && traffic->fabric == fabric;
        for (net::LinkIndex l = 0; l < plan.graph.links.size(); ++l) {
            const double load = isLoaded ? traffic->study.load(l) : 0.0;
            const net::Link& link = plan.graph.links[l];
            for (const auto& [end, port] :
                 {std::pair(link.a, link.portA), std::pair(link.b, link.portB)}) {
                ++uses[end].cables;
                uses[end].load = std::max(uses[end].load, load);
                if (port < uses[end].used.size()) uses[end].used[port] = true;
            }
        }
        return uses;
    }

    /// Servers are in every fabric that joins them: their cables add up.
    void addServerCables() {
        for (std::size_t f = 0; f < m_uses.size(); ++f) {
            const net::FabricPlan& plan = m_source.network->fabrics[f];
            for (const net::HostRack& rack : plan.hosts.racks) {
                auto& nodes = m_nodes[rack.item];
                nodes.resize(std::max(nodes.size(), static_cast<std::size_t>(rack.nodes)));
                for (int n = 0; n < rack.nodes; ++n) {
                    const auto at = static_cast<std::size_t>(n);
                    const PortUse& use = m_uses[f][rack.firstHost + at];
                    nodes[at].cables += use.cables;
                    nodes[at].load = std::max(nodes[at].load, use.load);
                }
                m_names[rack.item] = rack.name;
            }
        }
    }

    void sortIssues(const std::vector<Issue>& issues) {
        for (const Issue& issue : issues) {
            if (!issue.rule.starts_with("network.")) continue;
            for (const ItemId item : issue.items)
                m_issues[item].push_back(issue);
        }
    }

    [[nodiscard]] Power powerOf(ItemId rack, const RackSpec* spec) const {
        if (m_source.result != nullptr) {
            const auto at = m_source.result->rackPower.find(rack);
            if (at != m_source.result->rackPower.end()) return at->second;
        }
        return spec == nullptr ? Power() : spec->nameplate;
    }

    /// Occupied units, and between them those that are free or closed.
    void addParts(DrawnRack& rack, const net::RackElevation& elevation,
                  const RackSpec* spec) const {
        const int firstFree = spec == nullptr ? 0 : rack.units - spec->network.freeUnits + 1;
        int unit = 1;
        const auto fillUpTo = [&](int end) {
            while (unit < end) {
                const bool isFree = unit >= firstFree;
                const int stop = isFree ? end : std::min(end, firstFree);
                RackPart part;
                part.kind = isFree ? RackPartKind::Free : RackPartKind::Blank;
                part.bottom = unit;
                part.units = stop - unit;
                rack.parts.push_back(std::move(part));
                unit = stop;
            }
        };
        for (const net::RackSlotUse& slot : elevation.taken) {
            fillUpTo(slot.bottom);
            rack.parts.push_back(slot.kind == net::SlotKind::Server ? serverOf(rack.rack, slot)
                                                                    : switchOf(slot));
            if (const auto load = rack.parts.back().load)
                rack.load = std::max(rack.load.value_or(0.0), *load);
            unit = std::max(unit, slot.bottom + slot.units);
        }
        fillUpTo(rack.units + 1);
    }

    [[nodiscard]] RackPart partOf(const net::RackSlotUse& slot) const {
        RackPart part;
        part.bottom = slot.bottom;
        part.units = slot.units;
        part.portsFace = slot.ports;
        return part;
    }

    [[nodiscard]] RackPart serverOf(ItemId rack, const net::RackSlotUse& slot) const {
        RackPart part = partOf(slot);
        part.kind = RackPartKind::Server;
        part.name = Words::tr("server %1").arg(slot.node + 1);
        const auto nodes = m_nodes.find(rack);
        const auto node = static_cast<std::size_t>(slot.node);
        if (nodes == m_nodes.end() || node >= nodes->second.size()) return part;
        part.device = m_names.at(rack) + " node " + std::to_string(slot.node + 1);
        part.cables = nodes->second[node].cables;
        if (m_source.traffic != nullptr) part.load = nodes->second[node].load;
        part.isCut = isCut(part.device);
        return part;
    }

    [[nodiscard]] RackPart switchOf(const net::RackSlotUse& slot) const {
        const net::FabricPlan& plan = m_source.network->fabrics[slot.fabric];
        const net::Device& device = plan.graph.devices[slot.device];
        const std::string& key = plan.graph.switchKeys[device.type];
        const EquipmentEntry* entry = m_source.catalog.findEquipment(key);
        RackPart part = partOf(slot);
        part.kind = RackPartKind::Switch;
        part.device = net::nameOfSwitch({device.tier, device.pod, device.number});
        part.name = QString::fromStdString(part.device);
        part.model = QString::fromStdString(entry == nullptr ? key : entry->name);
        part.fabric = plan.fabric.id;
        part.fabricName = QString::fromStdString(plan.fabric.name);
        part.series = static_cast<int>(slot.fabric);
        part.ports = device.ports;
        const PortUse& use = m_uses[slot.fabric][slot.device];
        part.cables = use.cables;
        part.usedPorts = use.used;
        const bool isStudied =
            m_source.traffic != nullptr && m_source.traffic->fabric == slot.fabric;
        if (isStudied) {
            part.load = use.load;
            part.isCut = isCut(part.device);
        }
        return part;
    }

    [[nodiscard]] bool isCut(const std::string& device) const {
        return m_source.losses != nullptr &&
               std::ranges::find(*m_source.losses, device) != m_source.losses->end();
    }

    const RackSource& m_source;
    std::vector<std::vector<PortUse>> m_uses;  ///< by fabric and device
    std::map<ItemId, std::vector<PortUse>> m_nodes;
    std::map<ItemId, std::string> m_names;  ///< as losses name racks
    std::map<ItemId, std::vector<Issue>> m_issues;
};

}  // namespace

std::vector<DrawnRack> drawnRacks(const RackSource& source) {
    const RackWriter writer(source);
    std::vector<net::RackElevation> bare;
    if (source.network == nullptr)
        bare = net::rackElevations(source.project, source.catalog, {}, {});
    const std::vector<net::RackElevation>& elevations =
        source.network == nullptr ? bare : source.network->racks;
    std::map<ItemId, const net::RackElevation*> byRack;
    std::vector<ItemId> racks;
    for (const net::RackElevation& elevation : elevations) {
        if (source.project.items.find(elevation.rack) == nullptr) continue;
        byRack[elevation.rack] = &elevation;
        racks.push_back(elevation.rack);
    }
    std::vector<DrawnRack> drawn;
    for (const ItemId rack : net::inRowOrder(source.project, source.catalog, std::move(racks)))
        drawn.push_back(writer.rackOf(*byRack.at(rack)));
    return drawn;
}

QString unitsText(const RackPart& part) {
    const int top = part.bottom + part.units - 1;
    return part.units == 1 ? QStringLiteral("U%1").arg(part.bottom)
                           : QStringLiteral("U%1–%2").arg(part.bottom).arg(top);
}

QStringList tipOf(const RackPart& part) {
    const QString place = unitsText(part);
    switch (part.kind) {
        case RackPartKind::Free: return {Words::tr("Free for switches"), place};
        case RackPartKind::Blank: return {Words::tr("Blanking panel"), place};
        case RackPartKind::Server:
        case RackPartKind::Switch: break;
    }
    QStringList lines{part.name};
    if (part.kind == RackPartKind::Switch) {
        lines << part.model << part.fabricName;
        lines << Words::tr("%1 of %2 ports in use").arg(part.cables).arg(part.ports);
    } else {
        lines << Words::tr("network cables: %1").arg(part.cables);
    }
    lines << place
          << (part.portsFace == net::RackFace::Front ? Words::tr("ports at the front")
                                                     : Words::tr("ports at the rear"));
    if (part.load) lines << Words::tr("fullest cable %1").arg(bridge::formatShare(*part.load));
    if (part.isCut) lines << Words::tr("cut on trial");
    return lines;
}

}  // namespace halltwin::views::diagram
