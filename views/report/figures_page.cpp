// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/figures_page.h"

#include "model/project/connections.h"
#include "views/bridge/air_state.h"
#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/bridge/theme.h"
#include "views/charts/breakdown.h"
#include "views/report/bars.h"
#include "views/report/table.h"
#include "views/report/text.h"

#include <memory>

namespace halltwin::views::report {
namespace {

using bridge::formatNumber;

constexpr double tableShare = 0.46;

void addGroup(Table& table, const QString& name) {
    table.add({RowKind::Group, {name}, {}});
}

void addFigure(Table& table, const QString& name, const QString& value, const QString& unit) {
    table.add({RowKind::Plain, {name, value, unit}, {}});
}

QString optional(std::optional<double> value, int decimals) {
    return value ? formatNumber(*value, decimals) : QStringLiteral("–");
}

void addKeyFigures(Table& table, const twin::Kpis& kpis) {
    addGroup(table, Words::tr("Power and cooling"));
    addFigure(table, Words::tr("IT power"), formatNumber(kpis.itPower.in(megawatts), 3), "MW");
    addFigure(table, Words::tr("Facility power"), formatNumber(kpis.facilityPower.in(megawatts), 3),
              "MW");
    addFigure(table, Words::tr("PUE, ISO/IEC 30134-2 category 3"), optional(kpis.pue, 3), {});
    addFigure(table, Words::tr("Warmest rack intake"),
              kpis.maxInlet ? formatNumber(kpis.maxInlet->in(celsius), 1) : QStringLiteral("–"),
              "°C");
    addFigure(table, Words::tr("WUE, ISO/IEC 30134-9"),
              kpis.waterPerItKwh ? formatNumber(*kpis.waterPerItKwh, 2) : Words::tr("not modelled"),
              "L/kWh");
}

void addMoney(Table& table, const twin::TwinResult& result) {
    const auto whole = [](Money value) { return formatNumber(value.in(dollars), 0); };
    addGroup(table, Words::tr("Money"));
    addFigure(table, Words::tr("Operating cost"),
              formatNumber(result.kpis.operatingCost.in(dollarsPerHour), 2), "$/h");
    addFigure(table, Words::tr("Capital"), whole(result.capital.total), "$");
    addFigure(table, Words::tr("Operating cost, cash"), whole(result.operation.cashPerYear),
              Words::tr("$/year"));
    addFigure(table, Words::tr("Depreciation"), whole(result.operation.depreciationPerYear),
              Words::tr("$/year"));
}

void addCarbon(Table& table, const twin::TwinResult& result) {
    const auto tonnesOf = [](Carbon value) { return formatNumber(value.in(tonnes), 0); };
    addGroup(table, Words::tr("Carbon"));
    addFigure(table, Words::tr("Carbon of electricity"),
              formatNumber(result.kpis.carbon.in(gramsPerHour) / 1e6, 3), Words::tr("t CO₂e/h"));
    addFigure(table, Words::tr("CUE, ISO/IEC 30134-8"), optional(result.kpis.carbonPerItKwh, 1),
              "g/kWh");
    addFigure(table, Words::tr("Carbon of a year"), tonnesOf(result.carbon.carbonPerYear),
              Words::tr("t CO₂e"));
    addFigure(table, Words::tr("Range of lifecycle factors"),
              QStringLiteral("%1–%2").arg(tonnesOf(result.carbon.lowPerYear),
                                          tonnesOf(result.carbon.highPerYear)),
              Words::tr("t CO₂e"));
}

QString stageText(const thermal::RoomResult& air) {
    const bridge::AirState state = bridge::airStateOf(air);
    const QString physics = air.stage == thermal::Stage::Preview
                                ? Words::tr("potential flow, no buoyancy, no jets")
                                : Words::tr("momentum, buoyancy and turbulence");
    return Words::tr("Stage: %1, %2; %3")
        .arg(bridge::stageName(air.stage), physics,
             bridge::airFigures(state).join(QStringLiteral(" · ")));
}

void addRoom(Table& table, const QString& hall, const thermal::RoomResult& air) {
    addGroup(table, Words::tr("Room air, %1").arg(hall));
    table.add({RowKind::Note, {stageText(air)}, {}});
    const thermal::Metrics& m = air.metrics;
    addFigure(table, Words::tr("RCI high, 96 % or more is good"), formatNumber(m.rciHi, 1), "%");
    addFigure(table, Words::tr("RCI low"), formatNumber(m.rciLo, 1), "%");
    addFigure(table, Words::tr("RTI, above 100 % recirculates"), formatNumber(m.rti, 1), "%");
    addFigure(table, Words::tr("SHI"), formatNumber(m.shi, 3), {});
}

void addBooks(Table& table, const twin::Books& books) {
    addGroup(table, Words::tr("Books, relative residuals"));
    const std::pair<QString, double> parts[] = {
        {Words::tr("air heat"), books.airHeat},
        {Words::tr("air mass"), books.airMass},
        {Words::tr("electric power"), books.power},
        {Words::tr("heat to outdoors"), books.heat},
        {Words::tr("cost"), books.cost},
        {Words::tr("carbon"), books.carbon},
    };
    QStringList texts;
    for (const auto& [name, value] : parts) {
        // No break inside a part, so that a name stays with its figure.
        texts << QString(name + QLatin1Char(' ') + formatFigure(value)).replace(u' ', QChar::Nbsp);
    }
    table.add({RowKind::Note, {texts.join(QStringLiteral(" · "))}, {}});
}

Table figuresTable(const ReportInput& input, double width) {
    Table table({{Words::tr("Figure"), 3.2},
                 {Words::tr("Value"), 1.5, Qt::AlignRight},
                 {Words::tr("Unit"), 0.9}},
                width);
    addKeyFigures(table, input.result.kpis);
    addMoney(table, input.result);
    addCarbon(table, input.result);
    for (const twin::RoomAnswer& room : input.result.rooms) {
        const Hall* hall = input.project.halls.find(room.hall);
        addRoom(table, hall == nullptr ? QString() : QString::fromStdString(hall->name), room.air);
    }
    addBooks(table, input.result.books);
    return table;
}

/// The building stands for its lights (breakdown.h).
QString partName(std::optional<ItemKind> kind) {
    if (!kind) return Words::tr("Cable losses");
    if (*kind == ItemKind::Wall) return Words::tr("Lights");
    return drawsPower(*kind) ? bridge::kindName(*kind)
                             : Words::tr("%1 losses").arg(bridge::kindName(*kind));
}

QString withShare(const QString& value, double part, double whole) {
    if (!(whole > 0.0)) return value;
    return QStringLiteral("%1 · %2").arg(value, bridge::formatShare(part / whole));
}

BarGroup powerBars(const ReportInput& input) {
    const bridge::Theme theme;
    const Power whole = input.result.kpis.facilityPower;
    BarGroup group{Words::tr("Power by element"), bridge::formatPower(whole), {}};
    const auto add = [&](const QString& name, Power power, const QColor& color) {
        group.bars.push_back({name, power.in(watts),
                              withShare(bridge::formatPower(power), power.si(), whole.si()),
                              color});
    };
    for (const auto& part : charts::powerParts(input.result, input.project, input.catalog)) {
        add(partName(part.kind), part.power,
            part.kind ? theme.kindColor(*part.kind) : theme.colors().textDisabled);
    }
    return group;
}

BarGroup costBars(const economics::OperationLedger& operation) {
    const bridge::Theme theme;
    BarGroup group{Words::tr("Cost by category, with depreciation"),
                   bridge::formatMoneyRate(operation.accountingRate),
                   {}};
    const auto add = [&](const QString& name, Money perYear, const QColor& color) {
        const MoneyRate rate = perYear / years(1.0);
        group.bars.push_back(
            {name, rate.in(dollarsPerHour),
             withShare(bridge::formatMoneyRate(rate), rate.si(), operation.accountingRate.si()),
             color});
    };
    int n = 0;
    for (const auto& line : operation.lines) {
        add(QString::fromStdString(line.label), line.perYear, theme.seriesColor(n++));
    }
    add(Words::tr("Depreciation"), operation.depreciationPerYear, theme.colors().textDisabled);
    return group;
}

BarGroup carbonBars(const carbon::CarbonLedger& ledger) {
    const bridge::Theme theme;
    BarGroup group{
        Words::tr("Carbon by energy source, CO₂e"), bridge::formatCarbonRate(ledger.rate), {}};
    for (const auto& line : ledger.lines) {
        group.bars.push_back(
            {bridge::energySourceName(line.source), line.rate.in(gramsPerHour),
             withShare(bridge::formatCarbonRate(line.rate), line.rate.si(), ledger.rate.si()),
             theme.sourceColor(line.source)});
    }
    return group;
}

}  // namespace

Pages figuresPages(const ReportInput& input, const QRectF& body) {
    const double width = tableShare * body.width();
    const auto table = std::make_shared<const Table>(figuresTable(input, width));
    const std::vector<BarGroup> charts{powerBars(input), costBars(input.result.operation),
                                       carbonBars(input.result.carbon)};
    Pages pages;
    for (const RowRange& range : table->paginate(body.height())) {
        Page page{
            Words::tr("Key figures"), Words::tr("At the operating point of this scenario"), {}, {}};
        const QRectF right = body.adjusted(width + 4.0 * step, 0.5 * step, 0, 0);
        const bool withCharts = pages.empty();
        page.paint = [table, range, at = body.topLeft(), right, charts,
                      withCharts](QPainter& painter) {
            table->paint(painter, at, range);
            if (withCharts) paintBarGroups(painter, right, charts);
        };
        pages.push_back(std::move(page));
    }
    return pages;
}

}  // namespace halltwin::views::report
