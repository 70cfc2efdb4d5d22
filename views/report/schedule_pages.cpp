// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/schedule_pages.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/report/label_ranges.h"
#include "views/report/table_pages.h"
#include "views/report/text.h"

#include <map>

namespace halltwin::views::report {
namespace {

using bridge::formatNumber;

/// The items of one catalogue type.
struct Lot {
    const CatalogEntry* entry = nullptr;  ///< null when the catalogue no longer has it
    int count = 0;
    std::vector<QString> labels;
    std::optional<Power> power;  ///< none where this kind takes none
    Money price;                 ///< as bought: the capital ledger's lines
};

struct LotKey {
    int group = 0;  ///< first kind of the group; unknown types come last
    std::string key;

    auto operator<=>(const LotKey&) const = default;
};

using Lots = std::map<LotKey, Lot>;

std::map<ItemId, Money> pricesByItem(const economics::CapitalLedger& capital) {
    std::map<ItemId, Money> prices;
    for (const auto& line : capital.lines) {
        if (line.item.isValid()) prices[line.item] += line.amount;
    }
    return prices;
}

/// Power that an item draws, or turns to heat on the way.
std::map<ItemId, Power> powerByItem(const twin::TwinResult& result) {
    std::map<ItemId, Power> powers = result.mechanicalPower;
    powers.insert(result.rackPower.begin(), result.rackPower.end());
    for (const auto& element : result.power.elements)
        powers[element.id] = element.loss;
    return powers;
}

int groupOf(const CatalogEntry* entry) {
    if (entry == nullptr) return static_cast<int>(itemKindCount);
    const QString name = bridge::kindGroupName(entry->kind);
    int kind = 0;
    while (bridge::kindGroupName(static_cast<ItemKind>(kind)) != name)
        ++kind;
    return kind;
}

Lots lotsOf(const ReportInput& input) {
    const auto prices = pricesByItem(input.result.capital);
    const auto powers = powerByItem(input.result);
    Lots lots;
    for (const Item& item : input.project.items) {
        const CatalogEntry* entry = input.catalog.find(item.catalogKey);
        Lot& lot = lots[{groupOf(entry), item.catalogKey}];
        lot.entry = entry;
        ++lot.count;
        lot.labels.push_back(QString::fromStdString(item.label));
        if (const auto power = powers.find(item.id); power != powers.end()) {
            lot.power = lot.power.value_or(Power()) + power->second;
        }
        if (const auto price = prices.find(item.id); price != prices.end())
            lot.price += price->second;
    }
    return lots;
}

std::optional<double> massKg(const Lot& lot) {
    if (lot.entry == nullptr) return {};
    if (const auto figure = lot.entry->figures.find("mass_kg");
        figure != lot.entry->figures.end() && figure->second.values.size() == 1) {
        return figure->second.values.front();
    }
    const RackSpec* rack = lot.entry->as<RackSpec>();
    if (rack != nullptr && rack->mass > Mass()) return rack->mass.in(kilograms);
    return {};
}

/// Sums of a table; masses that are not known are left out and said to be.
struct Totals {
    int count = 0;
    Power power;
    double massKg = 0.0;
    bool isMassComplete = true;
    Money price;
};

QString orDash(std::optional<double> value, int decimals) {
    return value ? formatNumber(*value, decimals) : QStringLiteral("–");
}

Row lotRow(const Lot& lot, const std::string& key, Totals& totals) {
    const std::optional<double> mass = massKg(lot);
    const bool isMassive = lot.entry == nullptr || lot.price > Money() || mass;
    totals.count += lot.count;
    totals.power += lot.power.value_or(Power());
    totals.price += lot.price;
    totals.massKg += mass.value_or(0.0) * lot.count;
    totals.isMassComplete = totals.isMassComplete && (mass || !isMassive);
    const QString name = QString::fromStdString(lot.entry == nullptr ? key : lot.entry->name);
    const auto power = lot.power ? std::optional(lot.power->in(kilowatts)) : std::nullopt;
    const auto total = mass ? std::optional(*mass * lot.count) : std::nullopt;
    return {RowKind::Plain,
            {name, formatNumber(lot.count, 0), labelRanges(lot.labels), orDash(power, 1),
             orDash(mass, 0), orDash(total, 0),
             formatNumber(lot.price.in(dollars) / std::max(1, lot.count), 0),
             formatNumber(lot.price.in(dollars), 0)},
            {}};
}

Table scheduleTable(const ReportInput& input, double width) {
    Table table({{Words::tr("Type"), 2.7},
                 {Words::tr("Count"), 0.6, Qt::AlignRight},
                 {Words::tr("Labels"), 4.6},
                 {Words::tr("Power, kW"), 0.9, Qt::AlignRight},
                 {Words::tr("Mass each, kg"), 1.0, Qt::AlignRight},
                 {Words::tr("Mass, kg"), 0.8, Qt::AlignRight},
                 {Words::tr("Price each, $"), 1.0, Qt::AlignRight},
                 {Words::tr("Price, $"), 1.1, Qt::AlignRight}},
                width);
    Totals totals;
    int group = -1;
    for (const auto& [key, lot] : lotsOf(input)) {
        if (key.group != group) {
            group = key.group;
            table.add({RowKind::Group,
                       {lot.entry == nullptr ? Words::tr("Not in the catalogue")
                                             : bridge::kindGroupName(lot.entry->kind)},
                       {}});
        }
        table.add(lotRow(lot, key.key, totals));
    }
    const QString mass = formatNumber(totals.massKg, 0);
    table.add({RowKind::Total,
               {Words::tr("Total"),
                formatNumber(totals.count, 0),
                {},
                formatNumber(totals.power.in(kilowatts), 1),
                {},
                totals.isMassComplete ? mass : QStringLiteral("≥ ") + mass,
                {},
                formatNumber(totals.price.in(dollars), 0)},
               {}});
    return table;
}

}  // namespace

Pages schedulePages(const ReportInput& input, const QRectF& body) {
    return tablePages(
        scheduleTable(input, body.width()),
        {Words::tr("Equipment schedule"),
         Words::tr("Power at this operating point, in the power chain its losses; prices "
                   "without building, "
                   "soft cost and contingency; – where the catalogue has no figure"),
         {},
         {}},
        body);
}

}  // namespace halltwin::views::report
