// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/elevation_pages.h"

#include "views/bridge/theme.h"
#include "views/diagram/rack_content.h"
#include "views/diagram/rack_elevation_drawing.h"
#include "views/report/label_ranges.h"
#include "views/report/text.h"

#include <QPainter>
#include <algorithm>
#include <memory>
#include <utility>

namespace halltwin::views::report {
namespace {

using diagram::DrawnRack;
using diagram::RackFaces;
using diagram::RackPart;

constexpr std::size_t mostDrawn = 12;
constexpr std::size_t leastOnSheet = 3;
constexpr double legendHeight = 2.5 * step;
constexpr double legendWidth = 18.0 * step;  ///< of an entry

/// Racks of one type with the same things in the same units.
struct Alike {
    DrawnRack first;
    std::vector<QString> labels;
};

bool areAlike(const RackPart& a, const RackPart& b) {
    return a.kind == b.kind && a.bottom == b.bottom && a.units == b.units && a.model == b.model &&
           a.fabric == b.fabric;
}

bool areAlike(const DrawnRack& a, const DrawnRack& b) {
    return a.model == b.model && a.units == b.units &&
           std::ranges::equal(a.parts, b.parts,
                              [](const RackPart& x, const RackPart& y) { return areAlike(x, y); });
}

/// Racks with switches, folded; those with the most switches first.
std::vector<Alike> patternsOf(const ReportInput& input) {
    std::vector<Alike> patterns;
    for (DrawnRack& rack : diagram::drawnRacks(
             {input.project, input.catalog, input.result.network.get(), &input.result})) {
        if (rack.switches == 0) continue;
        const auto known = std::ranges::find_if(
            patterns, [&](const Alike& one) { return areAlike(one.first, rack); });
        const QString label = rack.label;
        if (known != patterns.end())
            known->labels.push_back(label);
        else
            patterns.push_back({std::move(rack), {label}});
    }
    std::ranges::stable_sort(patterns, std::greater<>(),
                             [](const Alike& one) { return one.first.switches; });
    for (Alike& one : patterns) {
        if (one.labels.size() == 1) continue;
        one.first.label =
            Words::tr("%1 alike: %2").arg(one.labels.size()).arg(labelRanges(one.labels));
    }
    return patterns;
}

/// Racks of one sheet, and where they go.
struct SheetOfRacks {
    std::vector<DrawnRack> racks;
    int mostUnits = 0;
    double scale = 1.0;
    QRectF body;
    QStringList fabrics;  ///< in the order of their colours

    void paint(QPainter& painter) const {
        const bridge::Theme light;  // paper is white
        paintLegend(painter, light);
        painter.save();
        painter.translate(body.topLeft());
        painter.scale(scale, scale);
        for (const DrawnRack& rack : racks) {
            diagram::paintRack(painter, rack, mostUnits, {light, RackFaces::Both});
            painter.translate(
                diagram::rackSize(mostUnits, RackFaces::Both).width() + diagram::rackGap, 0.0);
        }
        painter.restore();
    }

    /// At the foot of the sheet.
    void paintLegend(QPainter& painter, const bridge::Theme& theme) const {
        QRectF place(body.left(), body.bottom() - lineHeight(TextRole::Body), legendWidth,
                     lineHeight(TextRole::Body));
        for (int n = 0; n < fabrics.size() && place.right() <= body.right(); ++n) {
            painter.fillRect(QRectF(place.topLeft(), QSizeF(step, place.height())),
                             theme.seriesColor(n));
            paintLine(painter, place.adjusted(1.5 * step, 0, -step, 0), fabrics[n], {});
            place.translate(legendWidth, 0);
        }
    }
};

}  // namespace

Pages elevationPages(const ReportInput& input, const QRectF& body) {
    Pages pages;
    std::vector<Alike> patterns = patternsOf(input);
    const std::size_t all = patterns.size();
    patterns.resize(std::min(all, mostDrawn));
    SheetOfRacks sheet;
    for (const Alike& one : patterns)
        sheet.mostUnits = std::max(sheet.mostUnits, one.first.units);
    const QSizeF size = diagram::rackSize(sheet.mostUnits, RackFaces::Both);
    const double height = body.height() - legendHeight;
    const QSizeF least = diagram::racksSize(leastOnSheet, sheet.mostUnits, RackFaces::Both);
    sheet.scale = std::min(height / size.height(), body.width() / least.width());
    sheet.body = body;
    if (input.result.network != nullptr)
        for (const auto& plan : input.result.network->fabrics)
            sheet.fabrics << QString::fromStdString(plan.fabric.name);
    const auto onSheet = static_cast<std::size_t>((body.width() / sheet.scale + diagram::rackGap) /
                                                  (size.width() + diagram::rackGap));
    const QString left =
        all > mostDrawn ? Words::tr("; %1 of %2 kinds drawn, all are in the workbook of schedules")
                              .arg(mostDrawn)
                              .arg(all)
                        : QString();
    for (std::size_t first = 0; first < patterns.size(); first += onSheet) {
        sheet.racks.clear();
        for (std::size_t n = first; n < std::min(patterns.size(), first + onSheet); ++n)
            sheet.racks.push_back(patterns[n].first);
        pages.push_back({Words::tr("Rack elevations"),
                         Words::tr("Racks with switches, coloured by fabric; of racks alike the "
                                   "first is drawn and its figures given") +
                             left,
                         {},
                         [sheet](QPainter& painter) { sheet.paint(painter); }});
    }
    return pages;
}

}  // namespace halltwin::views::report
