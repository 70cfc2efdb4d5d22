// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/power_pages.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/report/cable_groups.h"
#include "views/report/table_pages.h"
#include "views/report/text.h"

#include <algorithm>
#include <vector>

namespace halltwin::views::report {
namespace {

using bridge::formatNumber;

const QString dash = QStringLiteral("–");

constexpr std::size_t mostCables = 30;  ///< that are listed one by one
constexpr std::size_t fullestCables = 20;

QString voltageText(Voltage voltage) {
    return voltage > Voltage() ? formatNumber(voltage.in(volts), 0) : dash;
}

QString kilowattText(Power power) {
    return formatNumber(power.in(kilowatts), 1);
}

/// From sources down to what stands at the racks.
int orderOf(ItemKind kind) {
    switch (kind) {
        case ItemKind::UtilityFeed: return 0;
        case ItemKind::OnSiteSource: return 1;
        case ItemKind::Generator: return 2;
        case ItemKind::Battery: return 3;
        case ItemKind::Transformer: return 4;
        case ItemKind::TransferSwitch: return 5;
        case ItemKind::Switchboard: return 6;
        case ItemKind::Ups: return 7;
        case ItemKind::Pdu: return 8;
        case ItemKind::DistributionPanel: return 9;
        case ItemKind::Busway: return 10;
        case ItemKind::RackPdu: return 11;
        default: return 12;
    }
}

struct Element {
    const Item* item = nullptr;
    const CatalogEntry* entry = nullptr;
    const power::ElementResult* state = nullptr;
};

std::vector<Element> elementsOf(const ReportInput& input) {
    std::vector<Element> elements;
    for (const power::ElementResult& state : input.result.power.elements) {
        const Item* item = input.project.items.find(state.id);
        if (item == nullptr) continue;
        const CatalogEntry* entry = input.catalog.find(item->catalogKey);
        if (entry != nullptr) elements.push_back({item, entry, &state});
    }
    std::stable_sort(elements.begin(), elements.end(), [](const Element& a, const Element& b) {
        return orderOf(a.entry->kind) < orderOf(b.entry->kind);
    });
    return elements;
}

Row elementRow(const Element& element) {
    const auto& spec = *element.entry->as<ElectricalSpec>();
    const power::ElementResult& state = *element.state;
    const QString input = voltageText(spec.inputVoltage);
    const QString output = voltageText(spec.outputVoltage);
    const QString volts = input == output ? output : QStringLiteral("%1 / %2").arg(input, output);
    const QString label = QString::fromStdString(element.item->label);
    const QString type = QString::fromStdString(element.entry->name);
    if (!state.energised) {
        return {RowKind::Plain,
                {label, type, volts, kilowattText(spec.rating), Words::tr("stands by or dark"),
                 dash, dash, dash},
                {}};
    }
    return {RowKind::Plain,
            {label, type, volts, kilowattText(spec.rating), kilowattText(state.output),
             formatNumber(state.loss.in(kilowatts), 2), bridge::formatShare(state.loading),
             kilowattText(state.headroom)},
            {}};
}

Table elementTable(const ReportInput& input, double width) {
    Table table({{Words::tr("Label"), 1.0},
                 {Words::tr("Type"), 2.4},
                 {Words::tr("V in / out"), 1.1, Qt::AlignRight},
                 {Words::tr("Rating, kW"), 0.9, Qt::AlignRight},
                 {Words::tr("Output, kW"), 1.3, Qt::AlignRight},
                 {Words::tr("Loss, kW"), 0.8, Qt::AlignRight},
                 {Words::tr("Loading"), 0.8, Qt::AlignRight},
                 {Words::tr("Headroom, kW"), 1.0, Qt::AlignRight}},
                width);
    QString group;
    for (const Element& element : elementsOf(input)) {
        const QString kind = bridge::kindName(element.entry->kind);
        if (kind != group) table.add({RowKind::Group, {kind}, {}});
        group = kind;
        table.add(elementRow(element));
    }
    return table;
}

Row cableRow(const ReportInput& input, const Cable& one) {
    const auto name = [&](ItemId id) {
        const Item* item = input.project.items.find(id);
        return item == nullptr ? QString() : QString::fromStdString(item->label);
    };
    const auto figure = [](auto value, auto unit, int decimals) {
        return value ? formatNumber(value->in(unit), decimals) : dash;
    };
    const PowerLink& cable = *one.link;
    const power::LinkResult* link = one.state;
    return {RowKind::Plain,
            {name(cable.from), name(cable.to), bridge::feedName(cable.feed),
             figure(cable.length, metres, 0), figure(cable.area, squareMillimetres, 1),
             figure(cable.breaker, amperes, 0),
             link ? formatNumber(link->current.in(amperes), 0) : dash,
             link && cable.breaker ? bridge::formatShare(link->loading) : dash,
             link ? formatNumber(link->loss.in(watts), 0) : dash,
             link ? bridge::formatShare(link->drop) : dash},
            {}};
}

/// All cables where they are few, else those nearest to a limit.
Table cableTable(const ReportInput& input, std::vector<Cable> cables, double width) {
    Table table({{Words::tr("From"), 1.3},
                 {Words::tr("To"), 1.3},
                 {Words::tr("Feed"), 0.8},
                 {Words::tr("Length, m"), 0.9, Qt::AlignRight},
                 {Words::tr("Conductor, mm²"), 1.1, Qt::AlignRight},
                 {Words::tr("Breaker, A"), 0.9, Qt::AlignRight},
                 {Words::tr("Current, A"), 0.9, Qt::AlignRight},
                 {Words::tr("Loading"), 0.8, Qt::AlignRight},
                 {Words::tr("Loss, W"), 0.8, Qt::AlignRight},
                 {Words::tr("Voltage drop"), 0.9, Qt::AlignRight}},
                width);
    if (cables.size() > mostCables) {
        std::stable_sort(cables.begin(), cables.end(), [](const Cable& a, const Cable& b) {
            return a.fullness() > b.fullness();
        });
        cables.resize(fullestCables);
    }
    for (const Cable& cable : cables)
        table.add(cableRow(input, cable));
    return table;
}

Table cableGroupTable(const std::vector<CableGroup>& groups, double width) {
    Table table({{Words::tr("Conductor, mm²"), 1.0, Qt::AlignRight},
                 {Words::tr("Breaker, A"), 0.8, Qt::AlignRight},
                 {Words::tr("From → to"), 2.4},
                 {Words::tr("Length"), 0.9, Qt::AlignRight},
                 {Words::tr("Count"), 0.6, Qt::AlignRight},
                 {Words::tr("In all, m"), 0.8, Qt::AlignRight},
                 {Words::tr("Loss, kW"), 0.8, Qt::AlignRight},
                 {Words::tr("Highest loading"), 1.0, Qt::AlignRight},
                 {Words::tr("Highest voltage drop"), 1.2, Qt::AlignRight}},
                width);
    std::size_t count = 0;
    Length total;
    Power loss;
    const auto whole = [](std::size_t n) { return formatNumber(static_cast<double>(n), 0); };
    for (const CableGroup& group : groups) {
        table.add({RowKind::Plain,
                   {group.area ? formatNumber(group.area->in(squareMillimetres), 1) : dash,
                    group.breaker ? formatNumber(group.breaker->in(amperes), 0) : dash, group.kinds,
                    group.length, whole(group.count), formatNumber(group.total.in(metres), 0),
                    formatNumber(group.loss.in(kilowatts), 2),
                    group.breaker ? bridge::formatShare(group.worstLoading) : dash,
                    bridge::formatShare(group.worstDrop)},
                   {}});
        count += group.count;
        total += group.total;
        loss += group.loss;
    }
    table.add({RowKind::Total,
               {Words::tr("All"),
                {},
                {},
                {},
                whole(count),
                formatNumber(total.in(metres), 0),
                formatNumber(loss.in(kilowatts), 2),
                {},
                {}},
               {}});
    return table;
}

void addCablePages(const ReportInput& input, const QRectF& body, Pages& pages) {
    const std::vector<Cable> cables = cablesOf(input);
    if (cables.empty()) return;
    const QString note = Words::tr("Loss and voltage drop by resistance and reactance in normal "
                                   "service; – where no length, area or breaker is given");
    const bool isLong = cables.size() > mostCables;
    if (isLong)
        addTablePages(cableGroupTable(cableGroups(input, cables), body.width()),
                      {Words::tr("Cables"), note, {}, {}}, body, pages);
    addTablePages(
        cableTable(input, cables, body.width()),
        {isLong ? Words::tr("The %1 fullest cables").arg(fullestCables) : Words::tr("Cables"),
         isLong ? Words::tr("Nearest to their breaker's current or to a voltage drop of "
                            "3 %; the project's text form lists all %1")
                      .arg(cables.size())
                : note,
         {},
         {}},
        body, pages);
}

}  // namespace

Pages powerPages(const ReportInput& input, const QRectF& body) {
    Pages pages;
    if (input.result.power.elements.empty()) return pages;
    addTablePages(
        elementTable(input, body.width()),
        {Words::tr("Power chain"),
         Words::tr("Loads at this operating point; what stands by gives nothing until the mains "
                   "fail"),
         {},
         {}},
        body, pages);
    addCablePages(input, body, pages);
    return pages;
}

}  // namespace halltwin::views::report
