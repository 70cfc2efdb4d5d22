// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rules/rule_list.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>

namespace halltwin::rules {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

Issue loopThrough(const std::vector<const PlacedItem*>& members) {
    std::vector<std::string> names;
    for (const PlacedItem* placed : members)
        names.push_back(nameOf(*placed));
    Issue issue = issueAt(*members.front(), "power.loop", Severity::Error);
    issue.items.clear();
    for (const PlacedItem* placed : members)
        issue.items.push_back(placed->item->id);
    issue.arguments = {fmt::format("{}", fmt::join(names, ", "))};
    issue.message = fmt::format("Power flows in a circle through {}", issue.arguments[0]);
    issue.fix = "Remove one of the links between them.";
    return issue;
}

}  // namespace

/// A loop is a set of items each of which supplies, over some way, all the others and itself: a
/// strongly connected component of more than one item. Links of an item to itself count as well;
/// only a file can hold them.
void checkPowerLoops(const RuleContext& context, Issues& issues) {
    std::map<ItemId, std::size_t> nodes;
    for (const PowerLink& link : context.project.powerLinks) {
        nodes.emplace(link.from, 0);
        nodes.emplace(link.to, 0);
    }
    std::vector<const PlacedItem*> items;
    for (auto& [id, node] : nodes) {
        node = items.size();
        items.push_back(context.find(id));
    }
    Graph graph(items.size());
    std::vector<char> feedsItself(items.size(), 0);
    for (const PowerLink& link : context.project.powerLinks) {
        boost::add_edge(nodes[link.from], nodes[link.to], graph);
        if (link.from == link.to) feedsItself[nodes[link.from]] = 1;
    }
    std::vector<std::size_t> component(items.size());
    const std::size_t count = items.empty() ? 0 : boost::strong_components(graph, component.data());
    std::vector<std::vector<std::size_t>> members(count);
    for (std::size_t i = 0; i < items.size(); ++i)
        members[component[i]].push_back(i);

    std::map<std::size_t, Issue> found;  // by first item, whatever order the components come in
    for (const auto& group : members) {
        if (group.size() < 2 && feedsItself[group.front()] == 0) continue;
        std::vector<const PlacedItem*> placed;
        for (const std::size_t i : group) {
            if (items[i] != nullptr) placed.push_back(items[i]);
        }
        if (!placed.empty()) found.emplace(group.front(), loopThrough(placed));
    }
    for (auto& [first, issue] : found)
        issues.push_back(std::move(issue));
}

}  // namespace halltwin::rules
