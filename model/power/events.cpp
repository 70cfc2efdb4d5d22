// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/events.h"

#include "model/power/chain_issues.h"
#include "model/power/network.h"
#include "model/power/supply_blocks.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace halltwin::power {

namespace {

using Kind = Incident::Kind;
using Nodes = std::vector<std::size_t>;

constexpr std::size_t mostSingle = 40;  // of a kind; more of them are told by what feeds them

bool isDistribution(ItemKind kind) {
    return kind == ItemKind::Busway || kind == ItemKind::DistributionPanel || kind == ItemKind::Pdu;
}

bool isMaintained(ItemKind kind) {
    return kind == ItemKind::Ups || kind == ItemKind::Switchboard;
}

/// Elements that an event of a kind befalls together.
struct Group {
    std::string name;  ///< its label, or that of what feeds them
    std::string text;  ///< for the sentence
    Nodes members;
};

/// Words of a kind of event: what stands before and after the group's name.
struct Words {
    const char* key;
    const char* name;
    const char* description;
};

class EventList {
public:
    EventList(const Network& network, const Project& project, const Catalog& catalog)
        : m_network(network),
          m_input(network.input()),
          m_project(project),
          m_catalog(catalog) {}

    std::vector<NamedEvent> make() {
        m_feeds = ofKind([](const Element& one) { return one.kind == ItemKind::UtilityFeed; });
        addOutages();
        addFeeds();
        addGenerators();
        addSides();
        addMaintenance();
        addRooms();
        addDistribution();
        addModules();
        return std::move(m_events);
    }

private:
    template <class Test>
    [[nodiscard]] Nodes ofKind(Test test) const {
        Nodes nodes;
        for (std::size_t n = 0; n < m_input.elements.size(); ++n)
            if (test(m_input.elements[n])) nodes.push_back(n);
        return nodes;
    }

    [[nodiscard]] std::string nameOf(std::size_t node) const {
        return displayName(m_input.elements[node]);
    }

    /// "PDU-3 (PDU 300 kW)".
    [[nodiscard]] std::string textOf(std::size_t node) const {
        const Item* item = m_project.items.find(m_input.elements[node].id);
        const CatalogEntry* entry = item ? m_catalog.find(item->catalogKey) : nullptr;
        return entry ? fmt::format("{} ({})", nameOf(node), entry->name) : nameOf(node);
    }

    [[nodiscard]] std::vector<Incident> incidents(const Nodes& nodes, Duration at = {},
                                                  Kind kind = Kind::Fails) const {
        std::vector<Incident> list;
        for (const std::size_t node : nodes)
            list.push_back({m_input.elements[node].id, at, kind});
        return list;
    }

    void add(std::string key, std::string name, std::string description,
             std::vector<Incident> incidents) {
        if (!m_keys.insert(key).second) {
            key += fmt::format("#{}", incidents.front().item.value);
            m_keys.insert(key);
        }
        m_events.push_back(
            {std::move(key), std::move(name), std::move(description), std::move(incidents)});
    }

    void addOutages() {
        if (m_feeds.empty()) return;
        add("grid-outage", "Grid outage", "All utility feeds are lost and stay away.",
            incidents(m_feeds));
        for (const auto& [key, name, length] :
             {std::tuple{"grid-outage-return", "Grid outage and return", outageLength},
              std::tuple{"grid-dip", "Short dip of the grid", dipLength}}) {
            std::vector<Incident> list = incidents(m_feeds);
            const auto back = incidents(m_feeds, length, Kind::Returns);
            list.insert(list.end(), back.begin(), back.end());
            add(key, name,
                fmt::format("All utility feeds are lost and are back after {}.",
                            length < seconds(60.0)
                                ? fmt::format("{:.0f} s", length.in(seconds))
                                : fmt::format("{:.0f} min", length.in(seconds) / 60.0)),
                std::move(list));
        }
    }

    void addFeeds() {
        if (m_feeds.size() < 2) return;  // one feed is the grid
        for (const std::size_t node : m_feeds)
            add("feed-loss:" + nameOf(node), "Loss of " + nameOf(node),
                fmt::format("Utility feed {} is lost and stays away.", textOf(node)),
                incidents({node}));
    }

    void addGenerators() {
        if (m_feeds.empty()) return;
        for (const std::size_t node :
             ofKind([](const Element& one) { return one.kind == ItemKind::Generator; })) {
            std::vector<Incident> list = incidents({node}, {}, Kind::FailsToStart);
            const auto outage = incidents(m_feeds);
            list.insert(list.end(), outage.begin(), outage.end());
            add("generator-fails:" + nameOf(node),
                fmt::format("Grid outage, {} does not start", nameOf(node)),
                fmt::format("All utility feeds are lost, and generator {} cranks in vain.",
                            textOf(node)),
                std::move(list));
        }
    }

    /// What hangs on one letter of the cords of loads with two sides, and on that alone.
    void findSides() {
        const std::vector<LoadSides> loads = sidesOfLoads(m_network);
        std::array<std::set<std::size_t>, 2> touched;
        std::set<std::size_t> common;
        for (const LoadSides& load : loads) {
            if (!load.areTwo()) continue;
            common.insert(load.common.begin(), load.common.end());
            for (std::size_t side = 0; side < 2; ++side)
                touched[side].insert(load.sides[side].begin(), load.sides[side].end());
        }
        for (std::size_t side = 0; side < 2; ++side)
            for (const std::size_t node : touched[side])
                if (!common.contains(node) && !touched[1 - side].contains(node))
                    m_sides[side].push_back(node);
    }

    void addSides() {
        findSides();
        if (m_sides[0].empty() || m_sides[1].empty()) return;
        for (std::size_t side = 0; side < 2; ++side) {
            const char letter = side == 0 ? 'A' : 'B';
            add(fmt::format("side-loss:{}", letter), fmt::format("Loss of side {}", letter),
                fmt::format("All {} elements that only {} cords of the loads hang on are lost.",
                            m_sides[side].size(), letter),
                incidents(m_sides[side]));
        }
    }

    [[nodiscard]] bool isOnOneSide(std::size_t node) const {
        if (m_sides[0].empty() || m_sides[1].empty()) return true;
        return std::any_of(m_sides.begin(), m_sides.end(), [node](const Nodes& side) {
            return std::binary_search(side.begin(), side.end(), node);
        });
    }

    /// One by one, or where there are many by what feeds them first.
    [[nodiscard]] std::vector<Group> groupsOf(const Nodes& nodes) const {
        std::vector<Group> groups;
        if (nodes.size() <= mostSingle) {
            for (const std::size_t node : nodes)
                groups.push_back({nameOf(node), textOf(node), {node}});
            return groups;
        }
        std::map<std::size_t, std::size_t> places;
        for (const std::size_t node : nodes) {
            const auto cords = m_network.graph().in[node];
            const std::size_t above =
                cords.empty() ? node : m_network.graph().cords[cords.front()].from;
            const auto [at, isNew] = places.emplace(above, groups.size());
            if (isNew) groups.push_back({nameOf(above), {}, {}});
            groups[at->second].members.push_back(node);
        }
        if (groups.size() > mostSingle) return byRoom(nodes);
        for (Group& group : groups) {
            const std::size_t count = group.members.size();
            group.text = fmt::format("{} elements that {} feeds", count, group.name);
            if (count == 1)
                group = {nameOf(group.members[0]), textOf(group.members[0]), group.members};
        }
        return groups;
    }

    [[nodiscard]] std::vector<Group> byRoom(const Nodes& nodes) const {
        std::vector<Group> groups;
        for (const Hall& hall : m_project.halls) {
            Group group{hall.name, {}, {}};
            for (const std::size_t node : nodes)
                if (isIn(node, hall.id)) group.members.push_back(node);
            group.text = fmt::format("{} of them in {}", group.members.size(), hall.name);
            if (!group.members.empty()) groups.push_back(std::move(group));
        }
        return groups;
    }

    [[nodiscard]] bool isIn(std::size_t node, HallId hall) const {
        const Item* item = m_project.items.find(m_input.elements[node].id);
        return item != nullptr && item->hall == hall;
    }

    void addMaintenance() {
        if (m_feeds.empty()) return;
        Nodes nodes = ofKind([](const Element& one) { return isMaintained(one.kind); });
        std::erase_if(nodes, [this](std::size_t node) { return !isOnOneSide(node); });
        for (const Group& group : groupsOf(nodes)) {
            std::vector<Incident> list = incidents(group.members);
            const auto outage = incidents(m_feeds, maintenanceLead);
            list.insert(list.end(), outage.begin(), outage.end());
            add("maintenance:" + group.name,
                fmt::format("Maintenance of {}, then grid outage", group.name),
                fmt::format("Out for maintenance: {}; all utility feeds are lost {:.0f} s later.",
                            group.text, maintenanceLead.in(seconds)),
                std::move(list));
        }
    }

    void addRooms() {
        for (const Hall& hall : m_project.halls) {
            if (hall.kind == HallKind::Yard) continue;
            Nodes nodes(m_input.elements.size());
            std::iota(nodes.begin(), nodes.end(), std::size_t{0});
            std::erase_if(nodes, [&](std::size_t node) { return !isIn(node, hall.id); });
            if (nodes.empty()) continue;
            add("room-loss:" + hall.name, "Loss of " + hall.name,
                fmt::format("Fire or emergency power off: all {} elements of the power chain in "
                            "{} are lost.",
                            nodes.size(), hall.name),
                incidents(nodes));
        }
    }

    void addGroups(const Nodes& nodes, Kind kind, const Words& words) {
        for (const Group& group : groupsOf(nodes))
            add(words.key + group.name, fmt::format(fmt::runtime(words.name), group.name),
                fmt::format(fmt::runtime(words.description), group.text),
                incidents(group.members, {}, kind));
    }

    void addDistribution() {
        addGroups(
            ofKind([](const Element& one) { return isDistribution(one.kind); }), Kind::Fails,
            {"distribution-loss:", "Loss of the distribution at {}", "Lost, to stay away: {}."});
    }

    void addModules() {
        addGroups(
            ofKind([](const Element& one) { return one.kind == ItemKind::Ups && one.modules > 1; }),
            Kind::LosesModule,
            {"module-loss:", "Loss of a UPS module at {}", "Loses one of its modules: {}."});
    }

    const Network& m_network;
    const ChainInput& m_input;
    const Project& m_project;
    const Catalog& m_catalog;
    Nodes m_feeds;
    std::array<Nodes, 2> m_sides;
    std::set<std::string> m_keys;
    std::vector<NamedEvent> m_events;
};

std::string lowered(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower)
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return lower;
}

/// Letters to insert, drop or change until one is the other, by rows.
std::size_t distanceBetween(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i + 1;
        for (std::size_t k = 0; k < b.size(); ++k) {
            const std::size_t changed = corner + (a[i] == b[k] ? 0 : 1);
            corner = row[k + 1];
            row[k + 1] = std::min({changed, row[k] + 1, row[k + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::vector<NamedEvent> eventsOf(const ChainInput& input, const Project& project,
                                 const Catalog& catalog) {
    const Result<Network> network = Network::of(input);
    if (!network) return {};
    return EventList(*network, project, catalog).make();
}

Duration worthFollowing(const NamedEvent& event, const SequenceSettings& settings) {
    Duration last;
    bool returns = false;
    for (const Incident& one : event.incidents) {
        last = std::max(last, one.at);
        returns = returns || one.kind == Kind::Returns;
    }
    const Duration after = seconds(300.0);
    return returns ? last + std::max(after, settings.retransfer + settings.coolDown + seconds(60.0))
                   : last + after;
}

std::vector<std::string> nearKeys(const std::vector<NamedEvent>& events, std::string_view wanted,
                                  std::size_t count) {
    const std::string lower = lowered(wanted);
    std::vector<std::pair<std::size_t, std::string>> keys;
    for (const NamedEvent& event : events) {
        const std::string key = lowered(event.key);
        const bool holds = !lower.empty() && key.find(lower) != std::string::npos;
        keys.emplace_back(holds ? 0 : distanceBetween(key, lower), event.key);
    }
    std::stable_sort(keys.begin(), keys.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> near;
    for (std::size_t n = 0; n < std::min(count, keys.size()); ++n)
        near.push_back(keys[n].second);
    return near;
}

}  // namespace halltwin::power
