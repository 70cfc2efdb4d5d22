// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/year_pages.h"

#include "views/bridge/format.h"
#include "views/bridge/theme.h"
#include "views/charts/bar_chart.h"
#include "views/charts/carpet.h"
#include "views/charts/year_words.h"
#include "views/report/table.h"
#include "views/report/text.h"

#include <QPainter>
#include <algorithm>
#include <memory>
#include <vector>

namespace halltwin::views::report {
namespace {

using bridge::formatNumber;

constexpr double tableShare = 0.36;
constexpr double carpetShare = 0.42;
constexpr int axisSteps = 4;

QString orDash(const std::optional<double>& value, int decimals) {
    return value ? formatNumber(*value, decimals) : QStringLiteral("–");
}

QString componentNote(const std::optional<double>& value, const std::optional<double>& limit) {
    if (!limit) return Words::tr("ASHRAE 90.4; the project sets no limit");
    const QString text = value && *value <= *limit ? Words::tr("ASHRAE 90.4; limit %1 met")
                                                   : Words::tr("ASHRAE 90.4; limit %1 missed");
    return text.arg(formatNumber(*limit, 3));
}

QString when(std::size_t hour, const twin::YearResult& year) {
    return charts::hourName(hour, year.hours.size());
}

void addRatios(Table& table, const ReportInput& input) {
    const twin::YearSum& sum = input.year->total;
    const PlantControl& control = input.project.plant;
    const auto add = [&](const QString& name, const QString& value, const QString& note) {
        table.add({RowKind::Plain, {name, value, note}, {}});
    };
    add(Words::tr("PUE"), orDash(sum.pue(), 3), Words::tr("ISO/IEC 30134-2"));
    add(Words::tr("WUE"), orDash(sum.litresPerItKwh(), 3), Words::tr("L/kWh; ISO/IEC 30134-9"));
    add(Words::tr("CUE"),
        input.year->cue ? formatNumber(input.year->cue->in(gramsPerKilowattHour), 1)
                        : QStringLiteral("–"),
        Words::tr("g CO₂e/kWh; ISO/IEC 30134-8"));
    add(Words::tr("ERF"), orDash(sum.erf(), 3), Words::tr("share used again; ISO/IEC 30134-6"));
    add(Words::tr("MLC"), orDash(sum.mlc(), 3), componentNote(sum.mlc(), control.mlcLimit));
    add(Words::tr("ELC"), orDash(sum.elc(), 3), componentNote(sum.elc(), control.elcLimit));
}

void addHours(Table& table, const twin::YearResult& year) {
    const auto add = [&](const QString& name, std::size_t hours, const QString& note) {
        table.add({RowKind::Plain, {name, formatNumber(static_cast<double>(hours), 0), note}, {}});
    };
    table.add({RowKind::Group, {Words::tr("Hours")}, {}});
    for (std::size_t n = 0; n < cooling::loopModeCount; ++n)
        add(charts::modeName(static_cast<cooling::LoopMode>(n)), year.total.modes[n], {});
    const auto& warm = year.hours[year.worstWarmHour].warm;
    add(Words::tr("Water above its set-point"), year.hoursWarm,
        year.hoursWarm == 0
            ? QString()
            : Words::tr("worst %1, %2")
                  .arg(bridge::formatDifference(warm), when(year.worstWarmHour, year)));
    add(Words::tr("Heat not taken"), year.hoursUnmet,
        year.hoursUnmet == 0 ? QString()
                             : Words::tr("worst %1, %2")
                                   .arg(bridge::formatPower(year.hours[year.worstUnmetHour].unmet),
                                        when(year.worstUnmetHour, year)));
    add(Words::tr("Towers that may ice"), year.hoursIcing, {});
    add(Words::tr("Units beyond their fitted range"), year.hoursOutOfRange, {});
}

void addEnergy(Table& table, const twin::YearResult& year) {
    const auto energy = [](Energy value) { return formatFigure(value.in(megawattHours)); };
    table.add({RowKind::Group, {Words::tr("Energy, MWh")}, {}});
    for (std::size_t n = 0; n < twin::yearPartCount; ++n) {
        if (year.total.parts[n] <= Energy{}) continue;
        table.add(
            {RowKind::Plain,
             {charts::partName(static_cast<twin::YearPart>(n)), energy(year.total.parts[n]), {}},
             {}});
    }
    table.add({RowKind::Total,
               {Words::tr("Facility"), energy(year.total.facility),
                Words::tr("highest %1, %2")
                    .arg(bridge::formatPower(year.hours[year.peakHour].facility),
                         when(year.peakHour, year))},
               {}});
    table.add({RowKind::Plain, {Words::tr("Cost"), bridge::formatMoney(year.energyCost), {}}, {}});
    table.add({RowKind::Plain, {Words::tr("Carbon"), bridge::formatCarbon(year.carbon), {}}, {}});
    table.add({RowKind::Plain,
               {Words::tr("Water"), formatFigure(year.total.water.in(cubicMetres)),
                Words::tr("m³ of make-up")},
               {}});
}

Table figureTable(const ReportInput& input, double width) {
    Table table({{Words::tr("Figure"), 1.3},
                 {Words::tr("Value"), 0.7, Qt::AlignRight},
                 {Words::tr("Definition, worst hour"), 1.6}},
                width);
    addRatios(table, input);
    addHours(table, *input.year);
    addEnergy(table, *input.year);
    return table;
}

/// Parts of the facility other than IT: beside it they would be thin lines.
std::vector<twin::YearPart> shownParts(const twin::YearResult& year) {
    std::vector<twin::YearPart> parts;
    for (std::size_t n = 1; n < twin::yearPartCount; ++n)
        if (year.total.parts[n] > Energy{}) parts.push_back(static_cast<twin::YearPart>(n));
    return parts;
}

void paintLegend(QPainter& painter, QPointF at, const std::vector<twin::YearPart>& parts,
                 const bridge::Theme& theme) {
    for (const twin::YearPart part : parts) {
        painter.fillRect(QRectF(at.x(), at.y() + 1.5 * pt, 6 * pt, 6 * pt),
                         charts::partColor(theme, part));
        const QString name = charts::partName(part);
        const double width =
            14.0 * pt + QFontMetricsF(fontOf(TextRole::Caption)).horizontalAdvance(name);
        paintLine(painter, QRectF(at.x() + 9 * pt, at.y(), width, step), name,
                  {.role = TextRole::Caption});
        at.rx() += width + 6 * pt;
    }
}

void paintStack(QPainter& painter, const QRectF& plot, const twin::YearResult& year, double end) {
    const bridge::Theme theme;
    const double column = plot.width() / static_cast<double>(year.months.size());
    for (std::size_t month = 0; month < year.months.size(); ++month) {
        const double x = plot.left() + column * static_cast<double>(month);
        double y = plot.bottom();
        for (const twin::YearPart part : shownParts(year)) {
            const double height =
                plot.height() * year.months[month].of(part).in(megawattHours) / end;
            y -= height;
            painter.fillRect(QRectF(x + 0.15 * column, y, 0.7 * column, height),
                             charts::partColor(theme, part));
        }
        paintLine(painter, QRectF(x, plot.bottom() + 2 * pt, column, 2 * step),
                  charts::monthName(static_cast<int>(month)),
                  {TextRole::Caption, ink().muted, Qt::AlignHCenter});
    }
}

void paintMonths(QPainter& painter, const QRectF& area, const twin::YearResult& year) {
    paintLine(painter, area, Words::tr("Energy by element without IT equipment, MWh"),
              {.role = TextRole::Strong});
    paintLegend(painter, {area.left(), area.top() + 2.0 * step}, shownParts(year), bridge::Theme());
    double largest = 0.0;
    for (const twin::YearSum& month : year.months)
        largest =
            std::max(largest, (month.facility - month.of(twin::YearPart::It)).in(megawattHours));
    const double end = charts::niceEnd(largest, axisSteps);
    const QRectF plot = area.adjusted(4.0 * step, 4.0 * step, 0, -2.0 * step);
    for (int n = 0; n <= axisSteps; ++n) {
        const double y = plot.bottom() - plot.height() * n / axisSteps;
        painter.setPen(QPen(ink().rule, 0.5 * pt));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        paintLine(painter, QRectF(area.left(), y - 4 * pt, 3.5 * step, 2 * step),
                  formatFigure(end * n / axisSteps),
                  {TextRole::Caption, ink().muted, Qt::AlignRight});
    }
    paintStack(painter, plot, year, end);
}

void paintHours(QPainter& painter, const QRectF& area, const twin::YearResult& year,
                charts::CarpetMeasure measure) {
    const bridge::Theme light;  // paper is white
    paintLine(painter, area, Words::tr("Hours by day: %1").arg(charts::measureName(measure)),
              {.role = TextRole::Strong});
    charts::paintCarpet(painter, area.adjusted(0, 1.5 * step, 0, 0),
                        charts::carpetOf(year, measure, light),
                        {fontOf(TextRole::Caption), ink().muted, ink().rule}, light);
}

}  // namespace

Pages yearPages(const ReportInput& input, const QRectF& body) {
    if (input.year == nullptr || input.year->hours.empty()) return {};
    const double width = tableShare * body.width();
    const auto table = std::make_shared<const Table>(figureTable(input, width));
    const QString place = QString::fromStdString(input.year->site.city);
    Pages pages;
    for (const RowRange& range : table->paginate(body.height())) {
        Page page{Words::tr("The year"),
                  Words::tr("Every hour of the weather of %1: %2")
                      .arg(place, QString::fromStdString(input.year->site.source)),
                  {},
                  {}};
        const QRectF right = body.adjusted(width + 3.0 * step, 0, 0, 0);
        page.paint = [table, range, at = body.topLeft(), right, year = input.year,
                      isFirst = pages.empty()](QPainter& painter) {
            table->paint(painter, at, range);
            if (!isFirst) return;
            QRectF part = right;
            part.setHeight(0.5 * carpetShare * right.height() + 2.0 * step);
            paintHours(painter, part, *year, charts::CarpetMeasure::Pue);
            part.moveTop(part.bottom() + step);
            paintHours(painter, part, *year, charts::CarpetMeasure::Mode);
            part.setTop(part.bottom() + 2.0 * step);
            part.setBottom(right.bottom());
            paintMonths(painter, part, *year);
        };
        pages.push_back(std::move(page));
    }
    return pages;
}

}  // namespace halltwin::views::report
