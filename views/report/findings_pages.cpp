// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/findings_pages.h"

#include "views/bridge/messages.h"
#include "views/bridge/theme.h"
#include "views/report/label_ranges.h"
#include "views/report/table_pages.h"
#include "views/report/text.h"

#include <algorithm>

namespace halltwin::views::report {
namespace {

constexpr std::size_t mostShown = 500;

QString placeOf(const ReportInput& input, const Issue& issue) {
    std::vector<QString> names;
    for (const ItemId id : issue.items) {
        const Item* item = input.project.items.find(id);
        if (item != nullptr) names.push_back(bridge::itemTitle(*item, input.catalog));
    }
    const Hall* hall = input.project.halls.find(issue.hall);
    const QString room = hall == nullptr ? QString() : QString::fromStdString(hall->name);
    if (names.empty()) return room;
    return room.isEmpty() ? labelRanges(names) : room + QStringLiteral(": ") + labelRanges(names);
}

std::vector<const Issue*> bySeverity(const std::vector<Issue>& issues) {
    std::vector<const Issue*> sorted;
    for (const Issue& issue : issues)
        sorted.push_back(&issue);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Issue* a, const Issue* b) { return a->severity > b->severity; });
    return sorted;
}

Table findingsTable(const ReportInput& input, double width) {
    Table table({{Words::tr("Severity"), 0.8},
                 {Words::tr("Where"), 2.2},
                 {Words::tr("Finding"), 3.4},
                 {Words::tr("What to do"), 3.0}},
                width);
    const bridge::Theme theme;
    const std::vector<const Issue*> issues = bySeverity(input.result.issues);
    for (std::size_t i = 0; i < std::min(issues.size(), mostShown); ++i) {
        const Issue& issue = *issues[i];
        table.add({RowKind::Plain,
                   {bridge::severityName(issue.severity), placeOf(input, issue),
                    bridge::issueTitle(issue), bridge::issueFix(issue)},
                   theme.severityColor(issue.severity)});
    }
    if (issues.empty()) table.add({RowKind::Plain, {Words::tr("Nothing found.")}, {}});
    if (issues.size() > mostShown) {
        table.add({RowKind::Note,
                   {Words::tr("%1 more are not listed; halltwin-cli validate lists all.")
                        .arg(issues.size() - mostShown)},
                   {}});
    }
    return table;
}

QString countText(const std::vector<Issue>& issues) {
    const auto count = [&](Severity severity) {
        return std::count_if(issues.begin(), issues.end(),
                             [&](const Issue& issue) { return issue.severity == severity; });
    };
    return Words::tr("Errors: %1 · warnings: %2 · notes: %3")
        .arg(count(Severity::Error))
        .arg(count(Severity::Warning))
        .arg(count(Severity::Info));
}

}  // namespace

Pages findingsPages(const ReportInput& input, const QRectF& body) {
    return tablePages(findingsTable(input, body.width()),
                      {Words::tr("Issues"), countText(input.result.issues), {}, {}}, body);
}

}  // namespace halltwin::views::report
