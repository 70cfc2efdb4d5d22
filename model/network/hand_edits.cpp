// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/hand_edits.h"

#include "model/network/fabric_rules.h"
#include "model/network/names.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace halltwin::network {
namespace {

constexpr LinkIndex noLink = ~LinkIndex{0};

/// A port of a device as one number.
std::uint64_t portKey(DeviceIndex device, int port) {
    return (std::uint64_t{device} << 16U) | static_cast<std::uint64_t>(port);
}

/// Both ends of a link with their ports, the smaller first: tells whether two are the same.
using LinkEnds = std::tuple<std::uint64_t, std::uint64_t>;

LinkEnds endsOf(const Link& link) {
    const auto a = portKey(link.a, link.portA);
    const auto b = portKey(link.b, link.portB);
    return {std::min(a, b), std::max(a, b)};
}

/// What is taken away is marked first and dropped at the end, so that indices hold meanwhile.
class Editor {
public:
    Editor(FabricPlan& plan, const Catalog& catalog)
        : m_plan(plan),
          m_graph(plan.graph),
          m_catalog(catalog),
          m_names(plan.graph, plan.hosts),
          m_goneDevices(plan.graph.devices.size(), false),
          m_goneLinks(plan.graph.links.size(), false) {
        for (LinkIndex l = 0; l < m_graph.links.size(); ++l)
            occupy(l);
    }

    void apply(const FabricEdit& edit) {
        m_edit = edit.id;
        switch (edit.kind) {
            case FabricEditKind::AddSwitch: return addSwitch(edit);
            case FabricEditKind::RemoveSwitch: return removeSwitch(edit);
            case FabricEditKind::MoveSwitch: return moveSwitch(edit);
            case FabricEditKind::AddLink: return addLink(edit);
            case FabricEditKind::RemoveLink: return removeLink(edit);
        }
    }

    void finish() {
        const std::vector<DeviceIndex> renamed = compactDevices();
        compactLinks(renamed);
        for (SwitchSeat& seat : m_plan.seats)
            seat.device = renamed[seat.device];
        for (const auto& [ends, link] : m_removed)
            m_plan.difference.removedLinks.push_back(link.second);
    }

private:
    void report(Issue issue) {
        if (issue.severity == Severity::Error) m_plan.refused.push_back({m_edit, issue});
        m_plan.issues.push_back(std::move(issue));
    }
    [[nodiscard]] const std::string& fabricName() const { return m_plan.fabric.name; }

    void occupy(LinkIndex l) {
        const Link& link = m_graph.links[l];
        m_ports[portKey(link.a, link.portA)] = l;
        m_ports[portKey(link.b, link.portB)] = l;
    }

    [[nodiscard]] LinkIndex linkAt(DeviceIndex device, int port) const {
        const auto found = m_ports.find(portKey(device, port));
        return found == m_ports.end() ? noLink : found->second;
    }

    std::optional<NamedEnd> find(const std::string& name) {
        auto end = m_names.find(name);
        if (!end) report(editUnknown(fabricName(), name));
        return end;
    }

    std::optional<DeviceIndex> findSwitch(const std::string& name) {
        const auto end = m_names.find(name);
        if (end && m_graph.devices[end->device].role == DeviceRole::Switch) return end->device;
        report(editUnknown(fabricName(), name));
        return std::nullopt;
    }

    std::optional<std::uint16_t> typeOf(const std::string& key) {
        const EquipmentEntry* entry = m_catalog.findEquipment(key);
        if (entry == nullptr || entry->as<SwitchSpec>() == nullptr) {
            report(unknownSwitch(fabricName(), key));
            return std::nullopt;
        }
        auto& keys = m_graph.switchKeys;
        const auto known = std::ranges::find(keys, key);
        const auto type = static_cast<std::uint16_t>(known - keys.begin());
        if (known == keys.end()) keys.push_back(key);
        return type;
    }

    void addSwitch(const FabricEdit& edit) {
        const auto name = parseSwitchName(edit.first);
        if (!name) return report(editUnknown(fabricName(), edit.first));
        if (m_names.find(edit.first)) return report(switchExists(fabricName(), edit.first));
        const Fabric& fabric = m_plan.fabric;
        const bool usesSpine = name->tier > 1 && !fabric.spineSwitch.empty();
        const std::string& usual = usesSpine ? fabric.spineSwitch : fabric.leafSwitch;
        const auto type = typeOf(edit.switchKey.empty() ? usual : edit.switchKey);
        if (!type) return;
        Device device;
        device.tier = name->tier;
        device.pod = name->pod;
        device.number = name->number;
        device.type = *type;
        const std::string& key = m_graph.switchKeys[*type];
        device.ports =
            static_cast<std::uint16_t>(m_catalog.findEquipment(key)->as<SwitchSpec>()->ports);
        const auto index = static_cast<DeviceIndex>(m_graph.devices.size());
        m_graph.devices.push_back(device);
        m_goneDevices.push_back(false);
        m_plan.difference.addedSwitches.push_back(edit.first);
        if (edit.rack) m_plan.seats.push_back({index, *edit.rack, edit.unit});
        m_names = DeviceNames(m_graph, m_plan.hosts);
    }

    void removeSwitch(const FabricEdit& edit) {
        const auto device = findSwitch(edit.first);
        if (!device) return;
        for (int port = 0; port < m_graph.devices[*device].ports; ++port) {
            const LinkIndex link = linkAt(*device, port);
            if (link != noLink) drop(link);
        }
        auto& difference = m_plan.difference;
        std::erase_if(m_plan.seats, [&](const SwitchSeat& s) { return s.device == *device; });
        std::erase(difference.movedSwitches, edit.first);
        if (std::erase(difference.addedSwitches, edit.first) == 0)
            difference.removedSwitches.push_back(edit.first);
        m_goneDevices[*device] = true;
        m_graph.devices[*device].tier = 0;  // no switch has such a name: another may take the old
        m_graph.devices[*device].number = static_cast<std::int32_t>(*device);
        m_names = DeviceNames(m_graph, m_plan.hosts);
    }

    void moveSwitch(const FabricEdit& edit) {
        const auto device = findSwitch(edit.first);
        if (!device) return;
        if (!edit.rack) return report(editUnknown(fabricName(), edit.first));
        std::erase_if(m_plan.seats, [&](const SwitchSeat& s) { return s.device == *device; });
        m_plan.seats.push_back({*device, *edit.rack, edit.unit});
        auto& moved = m_plan.difference.movedSwitches;
        if (std::ranges::find(moved, edit.first) == moved.end()) moved.push_back(edit.first);
    }

    /// The port that the end names, or the lowest free one; none where it is not there or taken.
    std::optional<std::uint16_t> freePort(const NamedEnd& end, const std::string& name) {
        const int ports = m_graph.devices[end.device].ports;
        if (end.port) {
            if (*end.port >= ports)
                report(portUnknown(fabricName(), name, ports));
            else if (linkAt(end.device, *end.port) != noLink)
                report(portTwice(fabricName(), name));
            else
                return static_cast<std::uint16_t>(*end.port);
            return std::nullopt;
        }
        for (int port = 0; port < ports; ++port) {
            if (linkAt(end.device, port) == noLink) return static_cast<std::uint16_t>(port);
        }
        report(portsFull(fabricName(), name));
        return std::nullopt;
    }

    struct EndSpeed {
        std::string name;
        DataRate rate;
    };
    [[nodiscard]] EndSpeed speedOf(DeviceIndex device) const {
        const Device& end = m_graph.devices[device];
        if (end.role == DeviceRole::Host)
            return {m_plan.rackOf(device).adapter, m_plan.rackOf(device).portRate};
        const std::string& key = m_graph.switchKeys[end.type];
        return {key, m_catalog.findEquipment(key)->as<SwitchSpec>()->speed};
    }

    void addLink(const FabricEdit& edit) {
        const auto first = find(edit.first);
        const auto second = find(edit.second);
        if (!first || !second) return;
        if (first->device == second->device)
            return report(selfLink(fabricName(), m_names.name(first->device)));
        const auto portA = freePort(*first, edit.first);
        const auto portB = freePort(*second, edit.second);
        if (!portA || !portB) return;
        const EndSpeed a = speedOf(first->device);
        const EndSpeed b = speedOf(second->device);
        Link link{first->device, second->device, *portA, *portB, std::min(a.rate, b.rate), true};
        if (restore(link)) return;
        if (a.rate != b.rate) {
            report(speedMismatch(fabricName(), {a.name, a.rate.in(gigabitsPerSecond), b.name,
                                                b.rate.in(gigabitsPerSecond)}));
        }
        m_graph.links.push_back(link);
        m_goneLinks.push_back(false);
        occupy(static_cast<LinkIndex>(m_graph.links.size() - 1));
    }

    /// A generated link that comes back as it was is no change.
    bool restore(const Link& link) {
        const auto removed = m_removed.find(endsOf(link));
        if (removed == m_removed.end()) return false;
        const LinkIndex index = removed->second.first;
        m_goneLinks[index] = false;
        occupy(index);
        m_removed.erase(removed);
        return true;
    }

    void removeLink(const FabricEdit& edit) {
        const auto first = find(edit.first);
        const auto second = edit.second.empty() ? first : find(edit.second);
        if (!first || !second) return;
        const LinkIndex link = linkBetween(*first, *second, edit.second.empty());
        if (link == noLink) {
            const std::string joiner = edit.second.empty() ? "" : " – ";
            return report(editUnknown(fabricName(), edit.first + joiner + edit.second));
        }
        drop(link);
    }

    [[nodiscard]] LinkIndex linkBetween(const NamedEnd& first, const NamedEnd& second,
                                        bool oneEnd) const {
        const auto fits = [&](LinkIndex l) {
            const Link& link = m_graph.links[l];
            const auto at = [&](const NamedEnd& end, DeviceIndex device, int port) {
                return end.device == device && (!end.port || *end.port == port);
            };
            return (at(first, link.a, link.portA) && (oneEnd || at(second, link.b, link.portB))) ||
                   (at(first, link.b, link.portB) && (oneEnd || at(second, link.a, link.portA)));
        };
        for (int port = 0; port < m_graph.devices[first.device].ports; ++port) {
            const LinkIndex link = linkAt(first.device, port);
            if (link != noLink && fits(link)) return link;
        }
        return noLink;
    }

    void drop(LinkIndex index) {
        const Link& link = m_graph.links[index];
        m_ports.erase(portKey(link.a, link.portA));
        m_ports.erase(portKey(link.b, link.portB));
        m_goneLinks[index] = true;
        if (link.byHand) return;
        m_removed[endsOf(link)] = {
            index, {m_names.end(link.a, link.portA), m_names.end(link.b, link.portB), link.rate}};
    }

    /// Hosts, then switches tier by tier; where each device went.
    std::vector<DeviceIndex> compactDevices() {
        std::vector<DeviceIndex> order;
        for (DeviceIndex d = 0; d < m_graph.devices.size(); ++d) {
            if (!m_goneDevices[d]) order.push_back(d);
        }
        std::ranges::stable_sort(order, {}, [&](DeviceIndex d) { return m_graph.devices[d].tier; });
        std::vector<DeviceIndex> renamed(m_graph.devices.size(), 0);
        std::vector<Device> devices;
        devices.reserve(order.size());
        for (const DeviceIndex d : order) {
            renamed[d] = static_cast<DeviceIndex>(devices.size());
            devices.push_back(m_graph.devices[d]);
        }
        m_graph.devices = std::move(devices);
        return renamed;
    }

    void compactLinks(const std::vector<DeviceIndex>& renamed) {
        std::vector<Link> links;
        links.reserve(m_graph.links.size());
        for (LinkIndex l = 0; l < m_graph.links.size(); ++l) {
            if (m_goneLinks[l]) continue;
            Link link = m_graph.links[l];
            link.a = renamed[link.a];
            link.b = renamed[link.b];
            if (link.a > link.b) {
                std::swap(link.a, link.b);
                std::swap(link.portA, link.portB);
            }
            if (link.byHand)
                m_plan.difference.addedLinks.push_back(static_cast<LinkIndex>(links.size()));
            links.push_back(link);
        }
        m_graph.links = std::move(links);
    }

    FabricPlan& m_plan;
    Graph& m_graph;
    const Catalog& m_catalog;
    DeviceNames m_names;
    FabricEditId m_edit;  ///< the one that is being made
    std::vector<bool> m_goneDevices;
    std::vector<bool> m_goneLinks;
    std::unordered_map<std::uint64_t, LinkIndex> m_ports;  ///< taken ones
    std::map<LinkEnds, std::pair<LinkIndex, RemovedLink>> m_removed;
};

}  // namespace

void applyFabricEdits(FabricPlan& plan, const Catalog& catalog,
                      const std::vector<FabricEdit>& edits) {
    if (edits.empty()) return;
    Editor editor(plan, catalog);
    for (const FabricEdit& edit : edits)
        editor.apply(edit);
    editor.finish();
}

std::optional<Issue> whyRefused(FabricPlan plan, const Catalog& catalog, const FabricEdit& edit) {
    plan.refused.clear();
    applyFabricEdits(plan, catalog, {edit});
    if (plan.refused.empty()) return std::nullopt;
    return std::move(plan.refused.front().reason);
}

}  // namespace halltwin::network
