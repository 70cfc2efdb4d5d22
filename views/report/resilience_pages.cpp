// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/resilience_pages.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/diagram/resilience.h"
#include "views/diagram/resilience_rows.h"
#include "views/report/label_ranges.h"
#include "views/report/table_pages.h"
#include "views/report/text.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace halltwin::views::report {
namespace {

using bridge::formatNumber;

constexpr std::size_t mostFailures = 40;   // rows of what is lost
constexpr std::size_t mostSurvivors = 12;  // rows of what comes close
constexpr std::size_t mostHeadrooms = 16;
constexpr std::size_t mostCutSets = 8;

QString labelOf(const ReportInput& input, ItemId id) {
    const Item* item = input.project.items.find(id);
    return item == nullptr ? QString() : QString::fromStdString(item->label);
}

QString labelsOf(const ReportInput& input, const std::vector<ItemId>& items) {
    std::vector<QString> labels;
    for (const ItemId id : items)
        labels.push_back(labelOf(input, id));
    return items.empty() ? QStringLiteral("–") : labelRanges(labels);
}

QString kilowattText(Power power) {
    return formatNumber(power.in(kilowatts), 1);
}

QString minutesText(double unavailability) {
    const double minutes = power::downtimePerYear(unavailability).in(seconds) / 60.0;
    return Words::tr("%1 min a year").arg(formatNumber(minutes, minutes < 1.0 ? 4 : 1));
}

Row failureRow(const ReportInput& input, const power::Contingency& one) {
    return {RowKind::Plain,
            {labelsOf(input, one.failed), labelsOf(input, one.darkLoads),
             labelsOf(input, one.interrupted), kilowattText(one.lost), labelsOf(input, one.tripped),
             bridge::formatShare(one.worstLoading)},
            {}};
}

/// "84 at 2N, 3 at N".
QString levelsText(const power::RedundancyReport& report) {
    std::map<std::string, int> counts;
    for (const power::LoadRedundancy& load : report.loads)
        ++counts[power::nameOf(load.level, load.blocks)];
    QStringList parts;
    for (const auto& [name, count] : counts)
        parts << Words::tr("%1 loads at %2").arg(count).arg(QString::fromStdString(name));
    return parts.join(QStringLiteral(", "));
}

/// Failures that are not survived, then the survivors whose elements are fullest.
Table failureTable(const ReportInput& input, std::vector<power::Contingency> all, double width) {
    Table table({{Words::tr("Lost"), 1.0},
                 {Words::tr("Stays dark"), 2.2},
                 {Words::tr("Interrupted"), 1.6},
                 {Words::tr("Dark, kW"), 0.8, Qt::AlignRight},
                 {Words::tr("Trips then"), 1.2},
                 {Words::tr("Fullest element"), 1.0, Qt::AlignRight}},
                width);
    const auto survivors = std::stable_partition(
        all.begin(), all.end(), [](const power::Contingency& one) { return !one.survives(); });
    const auto fuller = [](const power::Contingency& a, const power::Contingency& b) {
        return a.worstLoading > b.worstLoading;
    };
    std::stable_sort(survivors, all.end(), fuller);
    const auto addUpTo = [&](auto first, auto last, std::size_t most, const QString& heading) {
        const auto count = static_cast<std::size_t>(last - first);
        if (count == 0) return;
        table.add({RowKind::Group, {heading.arg(count)}, {}});
        for (std::size_t n = 0; n < std::min(count, most); ++n)
            table.add(failureRow(input, *(first + static_cast<std::ptrdiff_t>(n))));
        if (count > most)
            table.add({RowKind::Note, {Words::tr("and %1 more").arg(count - most)}, {}});
    };
    addUpTo(all.begin(), survivors, mostFailures, Words::tr("Not survived: %1"));
    addUpTo(survivors, all.end(), mostSurvivors, Words::tr("Survived: %1, the fullest first"));
    return table;
}

Table headroomTable(const ReportInput& input, std::vector<power::Headroom> list, double width) {
    Table table({{Words::tr("Element"), 1.2},
                 {Words::tr("Left, kW"), 0.8, Qt::AlignRight},
                 {Words::tr("Limited by"), 2.4},
                 {Words::tr("Now, kW"), 0.8, Qt::AlignRight},
                 {Words::tr("At worst, kW"), 0.9, Qt::AlignRight},
                 {Words::tr("Rating that would do, kW"), 1.3, Qt::AlignRight}},
                width);
    std::stable_sort(list.begin(), list.end(),
                     [](const auto& a, const auto& b) { return a.left < b.left; });
    if (list.size() > mostHeadrooms) list.resize(mostHeadrooms);
    const auto limits = [&input](const power::Headroom& one) {
        return diagram::limitText(one, [&input](ItemId id) { return labelOf(input, id); });
    };
    for (const power::Headroom& one : list)
        table.add({RowKind::Plain,
                   {labelOf(input, one.element), kilowattText(one.left), limits(one),
                    kilowattText(one.normal), kilowattText(one.worst),
                    formatNumber(one.suggested.in(kilowatts), 0)},
                   {}});
    return table;
}

Table availabilityTable(const ReportInput& input, const power::HallAvailability& hall,
                        double width) {
    Table table({{Words::tr("Figure"), 2.4},
                 {Words::tr("Dark"), 1.2, Qt::AlignRight},
                 {Words::tr("Availability"), 1.2, Qt::AlignRight}},
                width);
    const auto add = [&table](const QString& what, double unavailability) {
        table.add({RowKind::Plain,
                   {what, minutesText(unavailability),
                    Words::tr("%1 %").arg(formatNumber(100.0 * (1.0 - unavailability), 6))},
                   {}});
    };
    add(Words::tr("A rack, on average"), hall.mean);
    add(Words::tr("Some rack"), hall.any);
    table.add({RowKind::Group, {Words::tr("Commonly quoted with the tiers")}, {}});
    for (const power::TierFigure& tier : power::tierFigures)
        add(QString::fromUtf8(tier.name.data(), static_cast<qsizetype>(tier.name.size())),
            1.0 - tier.availability);
    const auto worst =
        std::max_element(hall.loads.begin(), hall.loads.end(), [](const auto& a, const auto& b) {
            return a.unavailability < b.unavailability;
        });
    if (worst == hall.loads.end()) return table;
    table.add({RowKind::Group,
               {Words::tr("Worst: %1, dark when these are out together")
                    .arg(labelOf(input, worst->load))},
               {}});
    for (std::size_t n = 0; n < std::min(worst->cutSets.size(), mostCutSets); ++n)
        table.add({RowKind::Plain, {labelsOf(input, worst->cutSets[n])}, {}});
    if (!hall.withoutFigure.empty())
        table.add({RowKind::Note,
                   {Words::tr("Taken never to fail, for want of a figure: %1")
                        .arg(labelsOf(input, hall.withoutFigure))},
                   {}});
    return table;
}

Table reasonTable(const Error& error, double width) {
    Table table({{Words::tr("There is no figure, because"), 1.0}}, width);
    table.add({RowKind::Plain, {bridge::errorText(error)}, {}});
    return table;
}

}  // namespace

Pages resiliencePages(const ReportInput& input, const QRectF& body) {
    const power::ChainInput& chain = input.result.chain;
    if (chain.elements.empty() || chain.loads.empty()) return {};
    return resiliencePages(input, diagram::resilienceOf(chain), body);
}

Pages resiliencePages(const ReportInput& input, const diagram::Resilience& found,
                      const QRectF& body) {
    Pages pages;
    const double width = body.width();
    const auto add = [&](const QString& title, const QString& subtitle, Table table) {
        addTablePages(std::move(table), {title, subtitle, {}, {}}, body, pages);
    };
    add(Words::tr("Loss of any one element"),
        Words::tr("Each element out alone, loads shifted, what is overloaded tripped, until "
                  "nothing changes%1")
            .arg(found.redundancy ? QStringLiteral(": ") + levelsText(*found.redundancy)
                                  : QString()),
        found.failures ? failureTable(input, *found.failures, width)
                       : reasonTable(found.failures.error(), width));
    add(Words::tr("Room to grow"),
        Words::tr("What limits growth first: 80 % of a rating in normal service, all of it after "
                  "a single loss"),
        found.headroom ? headroomTable(input, *found.headroom, width)
                       : reasonTable(found.headroom.error(), width));
    add(Words::tr("Availability of power"),
        Words::tr("By minimal cut sets of up to three elements and the failure rates of the "
                  "catalogue; elements fail independently"),
        found.availability ? availabilityTable(input, *found.availability, width)
                           : reasonTable(found.availability.error(), width));
    return pages;
}

}  // namespace halltwin::views::report
