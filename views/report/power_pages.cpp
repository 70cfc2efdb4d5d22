// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/power_pages.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/report/table_pages.h"
#include "views/report/text.h"

#include <algorithm>
#include <vector>

namespace halltwin::views::report {
namespace {

using bridge::formatNumber;

const QString dash = QStringLiteral("–");

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

Row cableRow(const ReportInput& input, const PowerLink& cable) {
    const auto name = [&](ItemId id) {
        const Item* item = input.project.items.find(id);
        return item == nullptr ? QString() : QString::fromStdString(item->label);
    };
    const auto figure = [](auto value, auto unit, int decimals) {
        return value ? formatNumber(value->in(unit), decimals) : dash;
    };
    const power::LinkResult* link = input.result.power.link(cable.id);
    const bool isLoaded = link != nullptr && link->living && link->current > Current();
    return {RowKind::Plain,
            {name(cable.from), name(cable.to), bridge::feedName(cable.feed),
             figure(cable.length, metres, 0), figure(cable.area, squareMillimetres, 1),
             figure(cable.breaker, amperes, 0),
             isLoaded ? formatNumber(link->current.in(amperes), 0) : dash,
             isLoaded && cable.breaker ? bridge::formatShare(link->loading) : dash,
             isLoaded ? formatNumber(link->loss.in(watts), 0) : dash,
             isLoaded ? bridge::formatShare(link->drop) : dash},
            {}};
}

/// Only links that have a cable or a breaker; the plan shows the others.
std::vector<const PowerLink*> cablesOf(const ReportInput& input) {
    std::vector<const PowerLink*> cables;
    for (const PowerLink& link : input.project.powerLinks) {
        if (link.length || link.area || link.breaker) cables.push_back(&link);
    }
    return cables;
}

Table cableTable(const ReportInput& input, double width) {
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
    for (const PowerLink* cable : cablesOf(input))
        table.add(cableRow(input, *cable));
    return table;
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
    if (cablesOf(input).empty()) return pages;
    addTablePages(
        cableTable(input, body.width()),
        {Words::tr("Cables"),
         Words::tr("Loss and voltage drop by resistance and reactance in normal service; – "
                   "where no length, area or breaker is given"),
         {},
         {}},
        body, pages);
    return pages;
}

}  // namespace halltwin::views::report
