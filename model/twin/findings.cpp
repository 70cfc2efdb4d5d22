// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/findings.h"

#include "model/project/rules.h"
#include "model/twin/coolant.h"

#include <fmt/format.h>
#include <set>
#include <tuple>

namespace halltwin::twin {
namespace {

class Collector {
public:
    explicit Collector(const Project& project) : m_project(project) {}

    void add(Issue issue) {
        if (!issue.hall.isValid() && !issue.items.empty()) {
            const Item* item = m_project.items.find(issue.items.front());
            if (item != nullptr) issue.hall = item->hall;
        }
        // A rule check and an engine may both notice one fault: the first report stands.
        const bool isNew = m_known.emplace(issue.rule, issue.hall, issue.items).second;
        if (isNew) m_issues.push_back(std::move(issue));
    }

    void addAll(const std::vector<Issue>& issues) {
        for (const Issue& issue : issues)
            add(issue);
    }

    [[nodiscard]] std::vector<Issue> take() { return std::move(m_issues); }

private:
    const Project& m_project;
    std::set<std::tuple<std::string, HallId, std::vector<ItemId>>> m_known;
    std::vector<Issue> m_issues;
};

void addRoom(const SolvedRoom& room, const Project& project, Collector& collector) {
    const Hall* hall = project.halls.find(room.hall);
    if (!room.air) {
        const Error& error = room.air.error();
        collector.add(
            {"thermal.unsolved",
             Severity::Error,
             room.hall,
             {},
             fmt::format("The air of {} cannot be calculated: {}", hall->name, describe(error)),
             error.remedy,
             {hall->name, describe(error)}});
        return;
    }
    for (Issue issue : room.air->issues) {
        issue.hall = room.hall;
        collector.add(std::move(issue));
    }
}

Issue cduOverload(const CduAnswer& cdu, const OperatingPoint& point) {
    const Item& item = *point.project().items.find(cdu.id);
    Issue issue{"cooling.cdu-overload", Severity::Warning, item.hall, {cdu.id}, {}, {}, {}};
    issue.arguments = {item.label, fmt::format("{:.1f}", cdu.heat.in(kilowatts)),
                       fmt::format("{:.1f}", point.spec<CduSpec>(item)->rating.in(kilowatts))};
    issue.message = fmt::format("{} takes {} kW, above its rating of {} kW", issue.arguments[0],
                                issue.arguments[1], issue.arguments[2]);
    issue.fix = "Move racks to another unit, or choose a larger one.";
    return issue;
}

}  // namespace

std::vector<Issue> collectIssues(const OperatingPoint& point, const CoupledState& state) {
    const Project& project = point.project();
    Collector collector(project);
    collector.addAll(checkRules(project, point.catalog()));
    if (point.network() != nullptr) collector.addAll(point.network()->issues());
    collector.addAll(state.power.issues);
    for (const SolvedRoom& room : state.rooms)
        addRoom(room, project, collector);
    collector.addAll(state.plant.issues);
    for (const CduAnswer& cdu : cduAnswers(point, state.heat.liquid, state.plant)) {
        if (cdu.loading > 1.0) collector.add(cduOverload(cdu, point));
    }
    return collector.take();
}

}  // namespace halltwin::twin
