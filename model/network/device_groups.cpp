// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/device_groups.h"

#include "model/network/torus.h"

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace halltwin::network {
namespace {

constexpr int mostNodes = 56;    ///< of columns × their tiers
constexpr int mostColumns = 24;  ///< side by side
constexpr int fewestColumns = 8;
constexpr std::size_t mostMembers = 64;  ///< that an open group shows one by one
constexpr std::size_t membersOfBlock = 32;
constexpr std::size_t mostRacks = 48;
constexpr std::size_t racksOfBlock = 16;

/// Where a device stands; −1: in none of this level.
struct Place {
    std::int32_t section = -1;  ///< the coarsest: a column of the picture
    std::int32_t unit = -1;
    std::int32_t rack = -1;
};

class Grouping {
public:
    explicit Grouping(const FabricPlan& plan)
        : m_plan(plan),
          m_graph(plan.graph),
          m_places(plan.graph.devices.size()),
          m_firstUp(firstLinks()) {}

    DeviceGroups group() {
        placeAll();
        noteSections();
        noteTops();
        noteRacks();
        m_out.of.assign(m_places.size(), 0);
        m_out.groups.push_back({});
        m_index[{}] = 0;
        for (const DeviceIndex device : inOrder())
            put(device);
        sumUp();
        return std::move(m_out);
    }

private:
    static constexpr DeviceIndex none = ~DeviceIndex{0};

    /// The first device of a higher tier that each is wired to.
    [[nodiscard]] std::vector<DeviceIndex> firstLinks() const {
        std::vector<DeviceIndex> first(m_graph.devices.size(), none);
        for (const Link& link : m_graph.links) {
            if (m_graph.devices[link.b].tier > m_graph.devices[link.a].tier &&
                first[link.a] == none)
                first[link.a] = link.b;
        }
        return first;
    }

    [[nodiscard]] bool hasPods(int tier) const {
        return std::ranges::any_of(m_graph.devices, [&](const Device& device) {
            return device.tier == tier && device.pod >= 0;
        });
    }

    void placeAll() {
        const bool isTorus = m_plan.fabric.topology == Topology::Torus;
        if (isTorus) {
            placeTorus();
        } else if (hasPods(1)) {
            placePods();
        } else {
            placeLeaves();
        }
        for (DeviceIndex d = 0; d < m_places.size(); ++d) {
            if (m_graph.devices[d].role != DeviceRole::Host || isTorus) continue;
            m_places[d].rack =
                static_cast<std::int32_t>(&m_plan.rackOf(d) - m_plan.hosts.racks.data());
        }
    }

    void placeTorus() {
        const Fabric& fabric = m_plan.fabric;
        const TorusSides sides =
            torusSides(m_graph.devices.size(), {fabric.torusX, fabric.torusY, fabric.torusZ});
        m_kind = GroupKind::Planes;
        m_out.lineLength = sides[0];
        const bool hasLines =
            static_cast<std::size_t>(sides[0]) * static_cast<std::size_t>(sides[1]) > mostMembers;
        for (DeviceIndex d = 0; d < m_places.size(); ++d) {
            const Device& host = m_graph.devices[d];
            m_places[d].section = host.pod;
            if (hasLines) m_places[d].unit = host.number / sides[0];
        }
    }

    /// The pod of the spines above; a rail-optimised fabric counts leaves by units below that.
    void placePods() {
        const bool spinesHavePods = hasPods(2);
        std::map<std::int32_t, std::int32_t> above;
        bool isFiner = false;
        for (DeviceIndex d = 0; d < m_places.size(); ++d) {
            const Device& device = m_graph.devices[d];
            if (device.tier != 1 || device.pod < 0 || m_firstUp[d] == none) continue;
            const std::int32_t up = m_graph.devices[m_firstUp[d]].pod;
            above.emplace(device.pod, spinesHavePods && up >= 0 ? up : device.pod);
            isFiner = isFiner || above[device.pod] != device.pod;
        }
        const Topology topology = m_plan.fabric.topology;
        m_kind = topology == Topology::Dragonfly                          ? GroupKind::Islands
                 : topology == Topology::RailOptimised && !spinesHavePods ? GroupKind::Units
                                                                          : GroupKind::Pods;
        for (DeviceIndex d = 0; d < m_places.size(); ++d) {
            const Device& device = m_graph.devices[d];
            Place& place = m_places[d];
            place.section = device.pod;
            if (device.tier > 1 || device.pod < 0) continue;
            if (const auto found = above.find(device.pod); found != above.end())
                place.section = found->second;
            if (isFiner) place.unit = device.pod;
        }
        for (DeviceIndex d = 0; d < m_places.size(); ++d) {
            const Device& device = m_graph.devices[d];
            if (device.tier == 0 && device.pod < 0 && m_firstUp[d] != none)
                m_places[d] = m_places[m_firstUp[d]];
        }
    }

    /// Without pods each leaf is a column with the hosts whose first cable leads to it.
    void placeLeaves() {
        m_kind = GroupKind::Leaves;
        std::int32_t count = 0;
        for (DeviceIndex d = 0; d < m_places.size(); ++d)
            if (m_graph.devices[d].tier == 1) m_places[d].section = count++;
        std::int32_t before = count > 0 ? 0 : -1;
        for (DeviceIndex d = 0; d < m_places.size(); ++d) {
            if (m_graph.devices[d].role != DeviceRole::Host) continue;
            const DeviceIndex up = m_firstUp[d];
            if (up != none && m_graph.devices[up].tier == 1) before = m_places[up].section;
            m_places[d].section = before;
        }
    }

    void noteSections() {
        std::uint32_t tiers = 0;
        for (DeviceIndex d = 0; d < m_places.size(); ++d) {
            if (m_places[d].section < 0) continue;
            m_sections.push_back(m_places[d].section);
            tiers |= 1U << m_graph.devices[d].tier;
        }
        std::ranges::sort(m_sections);
        m_sections.erase(std::unique(m_sections.begin(), m_sections.end()), m_sections.end());
        m_columns = static_cast<std::size_t>(
            std::clamp(mostNodes / std::max(1, std::popcount(tiers)), fewestColumns, mostColumns));
    }

    /// Switches without a pod, by tier, in the order of their numbers.
    void noteTops() {
        for (DeviceIndex d = 0; d < m_places.size(); ++d) {
            const Device& device = m_graph.devices[d];
            if (device.role == DeviceRole::Switch && m_places[d].section < 0)
                m_tops[device.tier].push_back(device.number);
        }
        for (auto& [tier, numbers] : m_tops)
            std::ranges::sort(numbers);
    }

    void noteRacks() {
        for (const Place& place : m_places)
            if (place.rack >= 0) m_racks[{place.section, place.unit}].push_back(place.rack);
        for (auto& [where, racks] : m_racks) {
            std::ranges::sort(racks);
            racks.erase(std::unique(racks.begin(), racks.end()), racks.end());
        }
    }

    [[nodiscard]] std::vector<DeviceIndex> inOrder() const {
        std::vector<DeviceIndex> order(m_places.size());
        std::iota(order.begin(), order.end(), DeviceIndex{0});
        std::ranges::sort(order, {}, [&](DeviceIndex d) {
            const Place& place = m_places[d];
            const Device& device = m_graph.devices[d];
            return std::tuple(place.section, place.unit, place.rack, device.tier, device.number, d);
        });
        return order;
    }

    GroupIndex child(GroupIndex parent, const GroupKey& key) {
        const auto [at, isNew] = m_index.emplace(key, static_cast<GroupIndex>(m_out.groups.size()));
        if (isNew) m_out.groups.push_back({key, parent, m_out.groups[parent].depth + 1, 0, 0, 0});
        return at->second;
    }

    /// The block of `size` neighbours that a value of a sorted list is in.
    static std::pair<std::int32_t, std::int32_t> blockOf(const std::vector<std::int32_t>& sorted,
                                                         std::int32_t value, std::size_t size) {
        const auto place =
            static_cast<std::size_t>(std::ranges::lower_bound(sorted, value) - sorted.begin());
        const std::size_t first = place / size * size;
        return {sorted[first], sorted[std::min(first + size, sorted.size()) - 1]};
    }

    GroupIndex topGroup(DeviceIndex device) {
        const Device& at = m_graph.devices[device];
        const std::vector<std::int32_t>& numbers = m_tops[at.tier];
        const GroupIndex all =
            child(0, {GroupKind::Switches, at.tier, -1, numbers.front(), numbers.back()});
        if (numbers.size() <= mostMembers) return all;
        const auto [first, last] = blockOf(numbers, at.number, membersOfBlock);
        return child(all, {GroupKind::Switches, at.tier, 0, first, last});
    }

    GroupIndex sectionGroup(std::int32_t section) {
        GroupIndex group = 0;
        if (m_sections.size() > m_columns) {
            const std::size_t size = (m_sections.size() + m_columns - 1) / m_columns;
            const auto [first, last] = blockOf(m_sections, section, size);
            if (last > first) group = child(0, {m_kind, 0, -1, first, last});
        }
        return child(group, {m_kind, 0, -1, section, section});
    }

    void put(DeviceIndex device) {
        const Place& place = m_places[device];
        GroupIndex group = 0;
        if (place.section >= 0)
            group = sectionGroup(place.section);
        else if (m_graph.devices[device].role == DeviceRole::Switch)
            group = topGroup(device);
        if (place.unit >= 0) {
            const GroupKind kind =
                m_kind == GroupKind::Planes ? GroupKind::Lines : GroupKind::Units;
            group = child(group, {kind, 0, place.section, place.unit, place.unit});
        }
        if (place.rack >= 0) {
            // A rack may stand in two units.
            const std::int32_t inside = place.unit >= 0 ? place.unit : place.section;
            const std::vector<std::int32_t>& racks = m_racks[{place.section, place.unit}];
            if (racks.size() > mostRacks) {
                const auto [first, last] = blockOf(racks, place.rack, racksOfBlock);
                if (last > first) group = child(group, {GroupKind::Racks, 0, inside, first, last});
            }
            group = child(group, {GroupKind::Racks, 0, inside, place.rack, place.rack});
        }
        m_out.of[device] = group;
        ++m_out.groups[group].ownDevices;
        m_out.groups[group].tiers |= 1U << m_graph.devices[device].tier;
    }

    void sumUp() {
        for (DeviceGroup& group : m_out.groups)
            group.allDevices = group.ownDevices;
        for (std::size_t g = m_out.groups.size(); g-- > 1;) {
            const DeviceGroup& group = m_out.groups[g];
            m_out.groups[group.parent].tiers |= group.tiers;
            m_out.groups[group.parent].allDevices += group.allDevices;
        }
    }

    const FabricPlan& m_plan;
    const Graph& m_graph;
    std::vector<Place> m_places;
    std::vector<DeviceIndex> m_firstUp;
    GroupKind m_kind = GroupKind::Pods;
    std::vector<std::int32_t> m_sections;
    std::size_t m_columns = 0;
    std::map<std::uint8_t, std::vector<std::int32_t>> m_tops;
    std::map<std::pair<std::int32_t, std::int32_t>, std::vector<std::int32_t>> m_racks;
    std::map<GroupKey, GroupIndex> m_index;
    DeviceGroups m_out;
};

}  // namespace

GroupIndex DeviceGroups::find(const GroupKey& key) const {
    for (GroupIndex g = 0; g < groups.size(); ++g)
        if (groups[g].key == key) return g;
    return 0;
}

DeviceGroups groupDevices(const FabricPlan& plan) {
    return Grouping(plan).group();
}

}  // namespace halltwin::network
