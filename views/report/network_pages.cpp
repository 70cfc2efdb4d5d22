// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/network_pages.h"

#include "model/exchange/network_schedules.h"
#include "views/bridge/format.h"
#include "views/report/elevation_pages.h"
#include "views/report/label_ranges.h"
#include "views/report/table_pages.h"
#include "views/report/text.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

namespace halltwin::views::report {
namespace {

using bridge::formatNumber;
using exchange::Cell;
using exchange::Schedule;

const QString dash = QStringLiteral("–");

constexpr std::size_t mostSwitches = 100;  ///< that are listed one by one
constexpr std::size_t mostTrays = 40;

/// Reads the rows of a schedule by the keys of its columns.
class Rows {
public:
    explicit Rows(const Schedule& schedule) : m_schedule(schedule) {}

    [[nodiscard]] std::size_t count() const { return m_schedule.rowCount(); }
    [[nodiscard]] const Cell& cell(std::size_t row, const char* column) const {
        return m_schedule.at(row, *m_schedule.find(column));
    }
    [[nodiscard]] QString text(std::size_t row, const char* column) const {
        const auto* found = std::get_if<std::string>(&cell(row, column));
        return found == nullptr ? dash : QString::fromStdString(*found);
    }
    /// 0 where there is none.
    [[nodiscard]] double value(std::size_t row, const char* column) const {
        const auto* found = std::get_if<double>(&cell(row, column));
        return found == nullptr ? 0.0 : *found;
    }
    [[nodiscard]] QString number(std::size_t row, const char* column, int decimals = 0,
                                 double perUnit = 1.0) const {
        const auto* found = std::get_if<double>(&cell(row, column));
        return found == nullptr ? dash : formatNumber(*found / perUnit, decimals);
    }
    [[nodiscard]] QString terabits(std::size_t row, const char* column) const {
        const auto* found = std::get_if<double>(&cell(row, column));
        return found == nullptr ? dash : bridge::formatSignificant(*found / 1000.0, 3);
    }
    [[nodiscard]] QString share(std::size_t row, const char* column) const {
        const auto* found = std::get_if<double>(&cell(row, column));
        return found == nullptr ? dash : bridge::formatShare(*found);
    }
    [[nodiscard]] double sum(const char* column) const { return m_schedule.sumOf(column); }

private:
    const Schedule& m_schedule;
};

Table fabricTable(const Schedule& schedule, double width) {
    Table table({{Words::tr("Fabric"), 1.6},
                 {Words::tr("Topology"), 1.3},
                 {Words::tr("Servers"), 0.8, Qt::AlignRight},
                 {Words::tr("GPUs"), 0.8, Qt::AlignRight},
                 {Words::tr("Switches"), 0.9, Qt::AlignRight},
                 {Words::tr("Cables"), 0.8, Qt::AlignRight},
                 {Words::tr("Bisection, Tb/s"), 1.0, Qt::AlignRight},
                 {Words::tr("of full"), 0.8, Qt::AlignRight},
                 {Words::tr("Over-subscription"), 1.1, Qt::AlignRight},
                 {Words::tr("Most hops"), 0.7, Qt::AlignRight},
                 {Words::tr("Cable, km"), 0.8, Qt::AlignRight},
                 {Words::tr("Power, kW"), 0.9, Qt::AlignRight},
                 {Words::tr("Price, $"), 1.2, Qt::AlignRight}},
                width);
    const Rows rows(schedule);
    double powerW = 0.0;
    double priceUsd = 0.0;
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const double ownW = rows.value(row, "switch_max_w") + rows.value(row, "modules_w");
        const double ownUsd =
            rows.value(row, "switch_price_usd") + rows.value(row, "cable_price_usd");
        powerW += ownW;
        priceUsd += ownUsd;
        table.add(
            {RowKind::Plain,
             {QStringLiteral("%1 (%2)").arg(rows.text(row, "fabric"), rows.text(row, "purpose")),
              rows.text(row, "topology"), rows.number(row, "servers"), rows.number(row, "gpus"),
              rows.number(row, "switches"), rows.number(row, "cables"),
              rows.terabits(row, "bisection_gbps"), rows.share(row, "bisection_share"),
              rows.number(row, "oversubscription", 2), rows.number(row, "max_hops"),
              rows.number(row, "cable_m", 1, 1000.0), formatNumber(ownW / 1000.0, 1),
              formatNumber(ownUsd, 0)},
             {}});
    }
    table.add({RowKind::Total,
               {Words::tr("All"),
                {},
                {},
                {},
                formatNumber(rows.sum("switches"), 0),
                formatNumber(rows.sum("cables"), 0),
                {},
                {},
                {},
                {},
                formatNumber(rows.sum("cable_m") / 1000.0, 1),
                formatNumber(powerW / 1000.0, 1),
                formatNumber(priceUsd, 0)},
               {}});
    return table;
}

Row switchTotals(const Rows& rows, qsizetype columns) {
    Row row{RowKind::Total, QStringList(columns), {}};
    row.cells[0] = Words::tr("All %1").arg(rows.count());
    row.cells[columns - 3] = formatNumber(rows.sum("idle_w"), 0);
    row.cells[columns - 2] = formatNumber(rows.sum("max_w"), 0);
    row.cells[columns - 1] = formatNumber(rows.sum("price_usd"), 0);
    return row;
}

/// Every switch with its place.
Table switchTable(const Schedule& schedule, double width) {
    Table table({{Words::tr("Switch"), 1.2},
                 {Words::tr("Tier"), 0.6},
                 {Words::tr("Model"), 2.8},
                 {Words::tr("Rack"), 1.0},
                 {Words::tr("Lowest unit"), 0.8, Qt::AlignRight},
                 {Words::tr("Ports used"), 0.8, Qt::AlignRight},
                 {Words::tr("of"), 0.5, Qt::AlignRight},
                 {Words::tr("Idle, W"), 0.8, Qt::AlignRight},
                 {Words::tr("At most, W"), 0.8, Qt::AlignRight},
                 {Words::tr("Price, $"), 1.0, Qt::AlignRight}},
                width);
    const Rows rows(schedule);
    QString fabric;
    for (std::size_t row = 0; row < rows.count(); ++row) {
        if (rows.text(row, "fabric") != fabric)
            table.add({RowKind::Group, {rows.text(row, "fabric")}, {}});
        fabric = rows.text(row, "fabric");
        table.add(
            {RowKind::Plain,
             {rows.text(row, "switch"), rows.text(row, "tier"), rows.text(row, "model"),
              rows.text(row, "rack"), rows.number(row, "unit"), rows.number(row, "ports_used"),
              rows.number(row, "ports"), rows.number(row, "idle_w"), rows.number(row, "max_w"),
              rows.number(row, "price_usd")},
             {}});
    }
    table.add(switchTotals(rows, 10));
    return table;
}

/// Switches of one fabric, tier and model.
struct SwitchLot {
    std::size_t count = 0;
    double portsUsed = 0.0;
    double ports = 0.0;
    double idleW = 0.0;
    double mostW = 0.0;
    double priceUsd = 0.0;
    std::vector<QString> racks;
};

Table switchLotTable(const Schedule& schedule, double width) {
    Table table({{Words::tr("Fabric"), 1.4},
                 {Words::tr("Tier"), 0.6},
                 {Words::tr("Model"), 2.4},
                 {Words::tr("Count"), 0.6, Qt::AlignRight},
                 {Words::tr("Racks"), 3.6},
                 {Words::tr("Ports used"), 0.9, Qt::AlignRight},
                 {Words::tr("of"), 0.9, Qt::AlignRight},
                 {Words::tr("Idle, W"), 0.9, Qt::AlignRight},
                 {Words::tr("At most, W"), 0.9, Qt::AlignRight},
                 {Words::tr("Price, $"), 1.1, Qt::AlignRight}},
                width);
    const Rows rows(schedule);
    std::map<std::tuple<QString, QString, QString>, SwitchLot> lots;
    for (std::size_t row = 0; row < rows.count(); ++row) {
        SwitchLot& lot =
            lots[{rows.text(row, "fabric"), rows.text(row, "tier"), rows.text(row, "model")}];
        ++lot.count;
        lot.portsUsed += rows.value(row, "ports_used");
        lot.ports += rows.value(row, "ports");
        lot.idleW += rows.value(row, "idle_w");
        lot.mostW += rows.value(row, "max_w");
        lot.priceUsd += rows.value(row, "price_usd");
        lot.racks.push_back(rows.text(row, "rack"));
    }
    for (const auto& [key, lot] : lots) {
        const auto& [fabric, tier, model] = key;
        table.add({RowKind::Plain,
                   {fabric, tier, model, formatNumber(static_cast<double>(lot.count), 0),
                    labelRanges(lot.racks), formatNumber(lot.portsUsed, 0),
                    formatNumber(lot.ports, 0), formatNumber(lot.idleW, 0),
                    formatNumber(lot.mostW, 0), formatNumber(lot.priceUsd, 0)},
                   {}});
    }
    table.add(switchTotals(rows, 10));
    return table;
}

Table billTable(const Schedule& schedule, double width) {
    Table table({{Words::tr("Medium"), 3.2},
                 {Words::tr("Speed, Gb/s"), 0.9, Qt::AlignRight},
                 {Words::tr("Length class, m"), 1.1, Qt::AlignRight},
                 {Words::tr("Count"), 0.8, Qt::AlignRight},
                 {Words::tr("Laid, m"), 0.9, Qt::AlignRight},
                 {Words::tr("Power of both ends, W"), 1.3, Qt::AlignRight},
                 {Words::tr("Price, $"), 1.0, Qt::AlignRight}},
                width);
    const Rows rows(schedule);
    QString fabric;
    for (std::size_t row = 0; row < rows.count(); ++row) {
        if (rows.text(row, "fabric") != fabric)
            table.add({RowKind::Group, {rows.text(row, "fabric")}, {}});
        fabric = rows.text(row, "fabric");
        table.add({RowKind::Plain,
                   {rows.text(row, "medium"), rows.number(row, "speed_gbps"),
                    rows.number(row, "length_class_m", 1), rows.number(row, "count"),
                    rows.number(row, "length_m"), rows.number(row, "power_w"),
                    rows.number(row, "price_usd")},
                   {}});
    }
    table.add({RowKind::Total,
               {Words::tr("All"),
                {},
                {},
                formatNumber(rows.sum("count"), 0),
                formatNumber(rows.sum("length_m"), 0),
                formatNumber(rows.sum("power_w"), 0),
                formatNumber(rows.sum("price_usd"), 0)},
               {}});
    return table;
}

/// The fullest first; those above their limit in red.
Table trayTable(const Schedule& schedule, double width) {
    Table table({{Words::tr("Tray"), 2.0},
                 {Words::tr("Hall"), 1.6},
                 {Words::tr("Width × depth, m"), 1.3, Qt::AlignRight},
                 {Words::tr("Height, m"), 0.9, Qt::AlignRight},
                 {Words::tr("Cables where fullest"), 1.2, Qt::AlignRight},
                 {Words::tr("at, m from its first end"), 1.3, Qt::AlignRight},
                 {Words::tr("Fill"), 0.8, Qt::AlignRight},
                 {Words::tr("Limit"), 0.8, Qt::AlignRight}},
                width);
    const Rows rows(schedule);
    std::vector<std::size_t> order(rows.count());
    for (std::size_t row = 0; row < order.size(); ++row)
        order[row] = row;
    std::ranges::stable_sort(order, std::greater<>(),
                             [&](std::size_t row) { return rows.value(row, "fill"); });
    order.resize(std::min(order.size(), mostTrays));
    for (const std::size_t row : order) {
        const bool isOver = rows.value(row, "fill") > rows.value(row, "limit");
        table.add({RowKind::Plain,
                   {rows.text(row, "tray"), rows.text(row, "hall"),
                    QStringLiteral("%1 × %2").arg(rows.number(row, "width_m", 2),
                                                  rows.number(row, "depth_m", 2)),
                    rows.number(row, "height_m", 2), rows.number(row, "cables"),
                    rows.number(row, "at_m", 1), rows.share(row, "fill"), rows.share(row, "limit")},
                   isOver ? std::optional(QColor(0xB0, 0x1E, 0x28)) : std::nullopt});
    }
    return table;
}

void addSwitchPages(const exchange::NetworkSource& source, const QRectF& body, Pages& pages) {
    const Schedule switches = exchange::switchSchedule(source);
    if (switches.rowCount() == 0) return;
    const bool isLong = switches.rowCount() > mostSwitches;
    const QString note =
        isLong ? Words::tr("Folded by fabric, tier and model; each of the %1 switches with its "
                           "rack and unit is in the workbook of schedules")
                     .arg(switches.rowCount())
               : Words::tr("Power at the cords, without the modules of cables");
    addTablePages(isLong ? switchLotTable(switches, body.width())
                         : switchTable(switches, body.width()),
                  {Words::tr("Switches"), note, {}, {}}, body, pages);
}

void addTrayPages(const exchange::NetworkSource& source, const QRectF& body, Pages& pages) {
    const Schedule trays = exchange::traySchedule(source);
    if (trays.rowCount() == 0) return;
    const bool isLong = trays.rowCount() > mostTrays;
    addTablePages(trayTable(trays, body.width()),
                  {Words::tr("Cable trays"),
                   isLong
                       ? Words::tr("The fullest %1 of %2; all are in the workbook of schedules")
                             .arg(mostTrays)
                             .arg(trays.rowCount())
                       : Words::tr("Share of the section that cables take where a tray is fullest"),
                   {},
                   {}},
                  body, pages);
}

}  // namespace

Pages networkPages(const ReportInput& input, const QRectF& body) {
    Pages pages;
    if (input.result.network == nullptr) return pages;
    const exchange::NetworkSource source{input.project, input.catalog, *input.result.network};
    addTablePages(
        fabricTable(exchange::fabricSchedule(source, exchange::bisectionsOf(source.network)),
                    body.width()),
        {Words::tr("Networks"),
         Words::tr("Bisection between the first and the second half of the servers, in the order "
                   "of their racks; power of switches at their most and of the modules of all "
                   "cables"),
         {},
         {}},
        body, pages);
    addSwitchPages(source, body, pages);
    const Schedule bill = exchange::cableBillSchedule(source);
    if (bill.rowCount() > 0) {
        addTablePages(billTable(bill, body.width()),
                      {Words::tr("Network cables"),
                       Words::tr("By medium, speed and the length that is bought; the port map, "
                                 "cable by cable, is in the workbook of schedules"),
                       {},
                       {}},
                      body, pages);
    }
    addTrayPages(source, body, pages);
    Pages racks = elevationPages(input, body);
    std::move(racks.begin(), racks.end(), std::back_inserter(pages));
    return pages;
}

}  // namespace halltwin::views::report
