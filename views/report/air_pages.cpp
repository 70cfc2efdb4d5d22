// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/air_pages.h"

#include "model/thermal/air_class.h"
#include "model/twin/air_words.h"
#include "model/twin/room_figures.h"
#include "views/bridge/format.h"
#include "views/report/table.h"
#include "views/report/text.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace halltwin::views::report {
namespace {

using bridge::formatNumber;

QString text(const std::string& value) {
    return QString::fromStdString(value);
}

QString text(std::string_view value) {
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

QString ratingText(thermal::Rating rating) {
    switch (rating) {
        case thermal::Rating::Good: return Words::tr("good");
        case thermal::Rating::Acceptable: return Words::tr("acceptable");
        case thermal::Rating::Poor: return Words::tr("poor");
    }
    return {};
}

QString valueText(const twin::RoomFigure& figure) {
    if (!figure.hasValue) return QStringLiteral("–");
    const twin::Derivation& of = figure.derivation;
    return formatNumber(of.value, of.unit.empty() ? 3 : of.unit == "%" ? 1 : 0);
}

Table figureTable(const twin::RoomAnswer& room, double width) {
    Table table({{Words::tr("Figure"), 1.2},
                 {Words::tr("Value"), 0.7, Qt::AlignRight},
                 {Words::tr("Unit"), 0.8},
                 {Words::tr("Rating"), 0.8},
                 {Words::tr("Target"), 1.9},
                 {Words::tr("Definition and source"), 5.2}},
                width);
    for (const twin::RoomFigure& figure : twin::roomFigures(room)) {
        const twin::Derivation& of = figure.derivation;
        table.add({RowKind::Plain,
                   {text(of.name), valueText(figure), text(of.unit),
                    figure.hasValue ? ratingText(figure.rating) : Words::tr("not at this stage"),
                    text(figure.target), text(of.formula)},
                   {}});
    }
    return table;
}

QString shareText(const std::optional<double>& share) {
    return share ? formatNumber(100.0 * *share, 1) : QStringLiteral("–");
}

QString classText(const thermal::RackResult& rack, Length altitude) {
    const auto airClass = thermal::airClassOf(rack, altitude);
    if (!airClass) return Words::tr("beyond A4");
    const QString name = text(thermal::nameOf(*airClass));
    return thermal::allows(thermal::AirClass::H1, rack, altitude) ? Words::tr("%1, H1").arg(name)
                                                                  : name;
}

Table rackTable(const ReportInput& input, const twin::RoomAnswer& room, double width) {
    Table table({{Words::tr("Rack"), 1.4},
                 {Words::tr("Heat to air, kW"), 1.0, Qt::AlignRight},
                 {Words::tr("Air, m³/s"), 0.9, Qt::AlignRight},
                 {Words::tr("Intake mean, °C"), 1.1, Qt::AlignRight},
                 {Words::tr("Intake warmest, °C"), 1.2, Qt::AlignRight},
                 {Words::tr("Exhaust, °C"), 1.0, Qt::AlignRight},
                 {Words::tr("Class"), 0.9, Qt::AlignRight},
                 {Words::tr("Capture, cold aisle, %"), 1.3, Qt::AlignRight},
                 {Words::tr("Capture, hot aisle, %"), 1.3, Qt::AlignRight}},
                width);
    std::vector<const thermal::RackResult*> racks;
    for (const auto& rack : room.air.racks)
        racks.push_back(&rack);
    std::stable_sort(racks.begin(), racks.end(),
                     [](const auto* a, const auto* b) { return a->intakeMax > b->intakeMax; });
    const Length altitude = input.project.site.altitude;
    for (const auto* rack : racks) {
        const Item* item = input.project.items.find(rack->id);
        table.add({RowKind::Plain,
                   {item == nullptr ? QString() : text(item->label),
                    formatNumber(rack->airHeat.in(kilowatts), 1),
                    formatNumber(rack->flow.in(cubicMetresPerSecond), 3),
                    formatNumber(rack->intakeMean.in(celsius), 1),
                    formatNumber(rack->intakeMax.in(celsius), 1),
                    formatNumber(rack->exhaustMean.in(celsius), 1), classText(*rack, altitude),
                    shareText(rack->coldCapture), shareText(rack->hotCapture)},
                   {}});
    }
    return table;
}

/// A page of figures, then racks on as many as they need.
void addHall(const ReportInput& input, const twin::RoomAnswer& room, const QRectF& body,
             Pages& pages) {
    const Hall* hall = input.project.halls.find(room.hall);
    const QString title =
        Words::tr("Room air: %1").arg(hall == nullptr ? QString() : text(hall->name));
    const QString subtitle = text(twin::airText(room.air));
    const auto figures = std::make_shared<const Table>(figureTable(room, body.width()));
    const auto racks = std::make_shared<const Table>(rackTable(input, room, body.width()));
    const RowRange all = figures->paginate(body.height()).front();
    const auto addPage = [&](std::function<void(QPainter&)> paint) {
        pages.push_back({title, subtitle, {}, std::move(paint)});
    };
    addPage([figures, all, at = body.topLeft()](QPainter& painter) {
        figures->paint(painter, at, all);
    });
    for (const RowRange& range : racks->paginate(body.height())) {
        addPage([racks, range, at = body.topLeft()](QPainter& painter) {
            racks->paint(painter, at, range);
        });
    }
}

}  // namespace

Pages airPages(const ReportInput& input, const QRectF& body) {
    Pages pages;
    for (const twin::RoomAnswer& room : input.result.rooms) {
        if (!room.air.racks.empty() && !room.air.coolers.empty()) addHall(input, room, body, pages);
    }
    return pages;
}

}  // namespace halltwin::views::report
