// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/loop_page.h"

#include "model/twin/piping.h"
#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/bridge/theme.h"
#include "views/diagram/loop_content.h"
#include "views/diagram/paint_diagram.h"
#include "views/report/table_pages.h"
#include "views/report/text.h"

#include <QPainter>
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace halltwin::views::report {
namespace {

using bridge::formatNumber;

/// A diagram narrower than this, in its own units, does not fill the sheet: its text would shout.
constexpr double narrowest = 620.0;

Page diagramPage(const ReportInput& input, const QRectF& body) {
    Page page{Words::tr("Cooling loops"),
              Words::tr("Water at this operating point: supply blue, return red; what rejects heat "
                        "at the top"),
              {},
              {}};
    page.paint = [content =
                      diagram::loopContentOfResult(input.project, input.catalog, input.result),
                  body](QPainter& painter) {
        const bridge::Theme light;  // paper is white
        const diagram::Highlight none;
        const double scale =
            std::min({body.width() / content.area.width(), body.height() / content.area.height(),
                      body.width() / narrowest});
        painter.save();
        painter.translate(body.left() + 0.5 * (body.width() - scale * content.area.width()),
                          body.top());
        painter.scale(scale, scale);
        painter.translate(-content.area.topLeft());
        diagram::paintDiagram(painter, content, {light, none, content.area, 1.0});
        painter.restore();
    };
    return page;
}

/// Pipes of one size between units of the same kinds.
struct PipeGroup {
    std::size_t count = 0;
    Length length;  ///< of the pairs, one way
    VolumeFlow flow;
    Velocity fastest;
    Pressure worst;
    Power gain;
};

using PipeKey = std::tuple<ItemKind, ItemKind, int>;

std::map<PipeKey, PipeGroup> pipeGroups(const ReportInput& input) {
    const auto kindOf = [&](ItemId id) {
        const Item* item = input.project.items.find(id);
        const CatalogEntry* entry =
            item == nullptr ? nullptr : input.catalog.find(item->catalogKey);
        return entry == nullptr ? ItemKind::Rack : entry->kind;
    };
    std::map<PipeKey, PipeGroup> groups;
    const auto piping = twin::pipingOf(input.project, input.catalog, input.result);
    for (const twin::PipeAnswer& pipe : piping.pipes) {
        PipeGroup& group = groups[{kindOf(pipe.from), kindOf(pipe.to), pipe.dn}];
        ++group.count;
        group.length += pipe.pair.length;
        group.flow = std::max(group.flow, pipe.pair.flow);
        group.fastest = std::max(group.fastest, pipe.state.velocity);
        group.worst = std::max(group.worst, pipe.state.drop);
        group.gain += pipe.state.gain;
    }
    return groups;
}

Table pipeTable(const ReportInput& input, double width) {
    Table table({{Words::tr("From → to"), 2.6},
                 {Words::tr("Size"), 0.8},
                 {Words::tr("Pairs"), 0.6, Qt::AlignRight},
                 {Words::tr("Pipe in all, m"), 1.0, Qt::AlignRight},
                 {Words::tr("Highest flow, L/s"), 1.1, Qt::AlignRight},
                 {Words::tr("Highest velocity, m/s"), 1.3, Qt::AlignRight},
                 {Words::tr("Highest drop, kPa"), 1.1, Qt::AlignRight},
                 {Words::tr("Heat gained, kW"), 1.0, Qt::AlignRight}},
                width);
    Length total;
    Power gain;
    std::size_t count = 0;
    for (const auto& [key, group] : pipeGroups(input)) {
        const auto& [from, to, dn] = key;
        table.add(
            {RowKind::Plain,
             {QStringLiteral("%1 → %2").arg(bridge::kindName(from), bridge::kindName(to)),
              QStringLiteral("DN %1").arg(dn), formatNumber(static_cast<double>(group.count), 0),
              formatNumber(2.0 * group.length.in(metres), 0),
              formatNumber(group.flow.in(litresPerSecond), 1),
              formatNumber(group.fastest.in(metresPerSecond), 2),
              formatNumber(group.worst.in(kilopascals), 1),
              formatNumber(group.gain.in(kilowatts), 2)},
             {}});
        total += group.length * 2.0;
        gain += group.gain;
        count += group.count;
    }
    table.add({RowKind::Total,
               {Words::tr("All"),
                {},
                formatNumber(static_cast<double>(count), 0),
                formatNumber(total.in(metres), 0),
                {},
                {},
                {},
                formatNumber(gain.in(kilowatts), 2)},
               {}});
    return table;
}

}  // namespace

Pages loopPages(const ReportInput& input, const QRectF& body) {
    Pages pages;
    if (input.project.coolingLinks.size() == 0) return pages;
    pages.push_back(diagramPage(input, body));
    addTablePages(
        pipeTable(input, body.width()),
        {Words::tr("Pipes"),
         Words::tr("Supply and return together; sizes as drawn, else the smallest for "
                   "the rated flow; the drop is of both pipes with fittings; negative gain is "
                   "heat lost"),
         {},
         {}},
        body, pages);
    return pages;
}

}  // namespace halltwin::views::report
