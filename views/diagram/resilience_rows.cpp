// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/resilience_rows.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <unordered_map>

namespace halltwin::views::diagram {

namespace {

constexpr std::size_t mostNames = 4;

QString tr(const char* text) {
    return QCoreApplication::translate("Resilience", text);
}

QString dash() {
    return QStringLiteral("–");
}

TableCell textCell(const QString& text) {
    return {text, {}};
}

TableCell powerCell(Power power) {
    return {bridge::formatNumber(power.in(kilowatts), 1), power.in(kilowatts)};
}

/// "R1, R2, R3 and 9 more".
QString namesOf(const std::vector<ItemId>& items, const NameOf& nameOf) {
    if (items.empty()) return dash();
    QStringList names;
    for (std::size_t n = 0; n < std::min(items.size(), mostNames); ++n)
        names << nameOf(items[n]);
    QString text = names.join(QStringLiteral(", "));
    if (items.size() > mostNames) text += tr(" and %1 more").arg(items.size() - mostNames);
    return text;
}

bool isIt(ItemKind kind) {
    return kind == ItemKind::Rack || kind == ItemKind::ImmersionTank;
}

QString noChain() {
    return tr("No element passes power on yet. Connect a utility feed to a board and the board to "
              "racks, with the power tools of the plan; then this table says what limits them.");
}

template <class Value>
TableContent failedTable(const Result<Value>& result) {
    return {{}, {}, {}, bridge::errorText(result.error())};
}

QString tierText() {
    QStringList parts;
    for (const power::TierFigure& tier : power::tierFigures) {
        parts << QStringLiteral("%1 %2").arg(
            QString::fromUtf8(tier.name.data(), static_cast<qsizetype>(tier.name.size())),
            yearlyText(1.0 - tier.availability));
    }
    return parts.join(QStringLiteral(", "));
}

QString levelsText(const power::RedundancyReport& report) {
    std::map<std::string, int> counts;
    for (const power::LoadRedundancy& load : report.loads)
        ++counts[power::nameOf(load.level, load.blocks)];
    QStringList parts;
    for (const auto& [name, count] : counts)
        parts << tr("%1 loads at %2").arg(count).arg(QString::fromStdString(name));
    return parts.join(QStringLiteral(", "));
}

TableRow lossRow(const power::Contingency& one, const ResilienceSource& source) {
    const auto racks = static_cast<double>(
        std::count_if(one.darkLoads.begin(), one.darkLoads.end(),
                      [&source](ItemId load) { return isIt(source.kindOf(load)); }));
    const auto count = [](std::size_t n) {
        return TableCell{bridge::formatNumber(static_cast<double>(n), 0), static_cast<double>(n)};
    };
    return {{textCell(namesOf(one.failed, source.nameOf)),
             textCell(one.survives() ? tr("survived") : tr("not survived")),
             {bridge::formatNumber(racks, 0), racks},
             powerCell(one.lost),
             count(one.interrupted.size()),
             {namesOf(one.tripped, source.nameOf), static_cast<double>(one.tripped.size())},
             {bridge::formatShare(one.worstLoading), one.worstLoading}},
            one.failed,
            !one.survives()};
}

}  // namespace

QString limitText(const power::Headroom& headroom, const NameOf& nameOf) {
    switch (headroom.limit) {
        case power::Headroom::Limit::Continuous: return tr("80 % of its rating");
        case power::Headroom::Limit::Phase:
            return tr("80 % of a third of it, phase L%1")
                .arg(headroom.phase ? static_cast<int>(*headroom.phase) : 0);
        case power::Headroom::Limit::Failure:
            return tr("its rating without %1").arg(nameOf(headroom.failure));
        case power::Headroom::Limit::Breaker:
            return headroom.failure.isValid()
                       ? tr("the breaker from %1, without %2")
                             .arg(nameOf(headroom.linkFrom), nameOf(headroom.failure))
                       : tr("80 % of the breaker from %1").arg(nameOf(headroom.linkFrom));
    }
    return {};
}

QString availabilityText(double unavailability) {
    int decimals = 3;
    if (unavailability > 0.0)
        decimals = static_cast<int>(std::ceil(-std::log10(100.0 * unavailability))) + 1;
    return bridge::formatWithUnit(100.0 * (1.0 - unavailability), std::clamp(decimals, 2, 10),
                                  QStringLiteral("%"));
}

QString yearlyText(double unavailability) {
    return bridge::formatDuration(power::downtimePerYear(unavailability));
}

TableContent headroomTable(const ResilienceSource& source) {
    if (!source.found.headroom) return failedTable(source.found.headroom);
    std::unordered_map<ItemId, Power> ratings;
    for (const power::Element& element : source.chain.elements)
        ratings.emplace(element.id, element.rating);
    TableContent table;
    table.columns = {
        {tr("Element"), {}, false, 105},
        {tr("Left, kW"), tr("More output that it can take for good"), true, 80},
        {tr("Limited by"),
         tr("The smaller of 80 % of the rating in normal service and all of it "
            "after the worst single loss"),
         false, 186},
        {tr("Worst loss"), tr("Single loss that fills it most"), false, 100},
        {tr("Now, kW"), {}, true, 80},
        {tr("At worst, kW"), tr("Output after the worst single loss"), true, 100},
        {tr("Rating, kW"), {}, true, 88},
        {tr("Would do, kW"), tr("Preferred rating (ISO 3, R10) that carries both"), true, 106},
    };
    for (const power::Headroom& one : *source.found.headroom) {
        table.rows.push_back(
            {{textCell(source.nameOf(one.element)),
              powerCell(one.left),
              textCell(limitText(one, source.nameOf)),
              textCell(one.failure.isValid() ? source.nameOf(one.failure) : dash()),
              powerCell(one.normal),
              powerCell(one.worst),
              powerCell(ratings[one.element]),
              {bridge::formatNumber(one.suggested.in(kilowatts), 0), one.suggested.in(kilowatts)}},
             {one.element},
             one.left.si() < 0.0});
    }
    table.emptiness = noChain();
    if (table.rows.empty()) return table;
    const power::Headroom& first = source.found.headroom->front();
    table.summary = tr("%1 limits growth first: %2 left by %3.")
                        .arg(source.nameOf(first.element), bridge::formatPower(first.left),
                             limitText(first, source.nameOf));
    return table;
}

TableContent availabilityTable(const ResilienceSource& source) {
    if (!source.found.availability) return failedTable(source.found.availability);
    const power::HallAvailability& hall = *source.found.availability;
    std::unordered_map<ItemId, QString> levels;
    if (source.found.redundancy) {
        for (const power::LoadRedundancy& load : source.found.redundancy->loads)
            levels.emplace(load.load,
                           QString::fromStdString(power::nameOf(load.level, load.blocks)));
    }
    TableContent table;
    table.columns = {
        {tr("Rack"), {}, false, 130},
        {tr("Redundancy"), tr("Recognised from topology and ratings"), false, 100},
        {tr("Availability"), tr("By minimal cut sets of up to three elements"), true, 140},
        {tr("Dark in a year"), tr("Mean time without power in 8,760 h"), true, 120},
        {tr("Likeliest cause"), tr("Elements that darken it when they are out together"), false,
         260},
    };
    for (const power::LoadAvailability& load : hall.loads) {
        const bool hasCut = !load.cutSets.empty();
        QString cause = dash();
        if (hasCut) {
            cause = namesOf(load.cutSets.front(), source.nameOf);
            cause.replace(QStringLiteral(", "), QStringLiteral(" + "));
        }
        std::vector<ItemId> items{load.load};
        if (hasCut)
            items.insert(items.end(), load.cutSets.front().begin(), load.cutSets.front().end());
        table.rows.push_back({{textCell(source.nameOf(load.load)),
                               textCell(levels[load.load]),
                               {availabilityText(load.unavailability), -load.unavailability},
                               {yearlyText(load.unavailability), load.unavailability},
                               textCell(cause)},
                              items,
                              hasCut && load.cutSets.front().size() == 1});
    }
    std::stable_sort(table.rows.begin(), table.rows.end(), [](const auto& a, const auto& b) {
        return *a.cells[3].number > *b.cells[3].number;
    });
    table.emptiness = tr("No rack hangs on the power chain yet. Draw cords to racks, and this "
                         "table says how much of a year each is dark, and why.");
    if (table.rows.empty()) return table;
    table.summary = tr("Dark in a year: a rack on average %1, some rack %2. Commonly quoted with "
                       "the tiers: %3.")
                        .arg(yearlyText(hall.mean), yearlyText(hall.any), tierText());
    if (!hall.withoutFigure.empty())
        table.summary += tr(" Taken never to fail, for want of a figure: %1.")
                             .arg(namesOf(hall.withoutFigure, source.nameOf));
    return table;
}

TableContent lossTable(const ResilienceSource& source) {
    if (!source.found.failures) return failedTable(source.found.failures);
    TableContent table;
    table.columns = {
        {tr("Lost"), {}, false, 130},
        {tr("Outcome"), tr("Survived: nothing stays dark, and nothing critical ever was"), false,
         100},
        {tr("Racks dark"), tr("At the end, because of it"), true, 90},
        {tr("Dark, kW"), tr("Demand of all loads that stay dark"), true, 80},
        {tr("Interrupted"), tr("Critical loads that were dark for a time and came back"), true, 95},
        {tr("Trips then"), tr("Elements whose protection lets go"), false, 170},
        {tr("Fullest element"), tr("Highest loading of what is left, at the end"), true, 110},
    };
    std::size_t survived = 0;
    for (const power::Contingency& one : *source.found.failures) {
        survived += one.survives() ? 1 : 0;
        table.rows.push_back(lossRow(one, source));
    }
    std::stable_sort(table.rows.begin(), table.rows.end(), [](const auto& a, const auto& b) {
        if (a.isBad != b.isBad) return a.isBad;
        return *a.cells.back().number > *b.cells.back().number;
    });
    table.emptiness = noChain();
    if (table.rows.empty()) return table;
    table.summary = tr("%1 of %2 single losses are survived.").arg(survived).arg(table.rows.size());
    if (source.found.redundancy)
        table.summary += QLatin1Char(' ') + levelsText(*source.found.redundancy) + u'.';
    return table;
}

}  // namespace halltwin::views::diagram
