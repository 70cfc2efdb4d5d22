// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/plan_page.h"

#include "views/bridge/air_state.h"
#include "views/bridge/color_map.h"
#include "views/bridge/messages.h"
#include "views/bridge/theme.h"
#include "views/floorplan/paint_plan.h"
#include "views/heatmap/heat_images.h"
#include "views/heatmap/legend.h"
#include "views/report/text.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

namespace halltwin::views::report {
namespace {

using floorplan::PlanPaintOptions;

constexpr double legendWidth = 18.0 * step;
constexpr double gap = 2.0 * step;

/// What the plan sheets have in common.
struct Plan {
    const ReportInput& input;
    QRectF area;
    PlanPaintOptions options;
    bridge::ColorScale scale;

    [[nodiscard]] QRectF legendArea() const {
        return {area.right() - legendWidth, area.top(), legendWidth, area.height()};
    }
};

PlanPaintOptions planOptions(const ReportInput& input, const QRectF& area,
                             const bridge::ColorScale& scale) {
    PlanPaintOptions options;
    options.target = area.adjusted(0, 0, -(legendWidth + gap), 0);
    options.unitsPerMillimetre = unitsPerMillimetre;
    options.result = &input.result;
    options.heat = heatmap::heatImages(input.result, planHeatHeight, scale);
    return options;
}

bridge::ColorScale scaleOf(const twin::TwinResult& result) {
    const bridge::ColorScale scale = bridge::temperatureScale();
    const auto range = heatmap::automaticRange(heatmap::slicesAt(result, planHeatHeight));
    return range ? scale.withRange(range->minimum, range->maximum) : scale;
}

QString scaleText(double scale) {
    return QStringLiteral("1 : %1").arg(std::round(scale), 0, 'f', 0);
}

QString classRange(const std::vector<bridge::ColorClass>& classes, std::size_t i) {
    const auto degrees = [](double value) { return QLocale().toString(value, 'f', 0); };
    if (i == 0) return Words::tr("< %1 °C").arg(degrees(classes[i].below));
    const QString from = degrees(classes[i - 1].below);
    if (i + 1 == classes.size()) return Words::tr("≥ %1 °C").arg(from);
    return Words::tr("%1–%2 °C").arg(from, degrees(classes[i].below));
}

/// One column of keys that grows downwards.
class LegendColumn {
public:
    LegendColumn(QPainter& painter, const QRectF& area)
        : m_painter(painter),
          m_area(area),
          m_y(area.top()) {}

    void title(const QString& text, const QString& scale) {
        paintLine(m_painter, row(TextRole::Title), text, {.role = TextRole::Title});
        m_y += lineHeight(TextRole::Title);
        paintLine(m_painter, row(TextRole::Body), scale, {.color = ink().muted});
        m_y += 3.0 * step;
    }

    void heading(const QString& text) {
        paintLine(m_painter, row(TextRole::Strong), text, {.role = TextRole::Strong});
        m_y += 2.0 * step;
    }

    void swatch(const QColor& color, const QString& name, const QString& value = {}) {
        const QRectF box = row(TextRole::Body);
        const double side = step;
        m_painter.setPen(QPen(ink().rule, 0.35 * pt));
        m_painter.setBrush(color);
        m_painter.drawRect(QRectF(box.left(), box.top() + 0.5 * (box.height() - side), side, side));
        const double nameEnd = value.isEmpty() ? 0.0 : 5.0 * step;
        paintLine(m_painter, box.adjusted(1.75 * step, 0, -nameEnd, 0), name, {});
        paintLine(m_painter, box.adjusted(box.width() - nameEnd, 0, 0, 0), value,
                  {TextRole::Body, ink().muted, Qt::AlignRight});
        m_y += m_pitch;
    }

    void line(const QColor& color, Qt::PenStyle pen, const QString& name) {
        const QRectF box = row(TextRole::Body);
        m_painter.setPen(QPen(color, 1.0 * pt, pen, Qt::FlatCap));
        m_painter.drawLine(QPointF(box.left(), box.center().y()),
                           QPointF(box.left() + step, box.center().y()));
        paintLine(m_painter, box.adjusted(1.75 * step, 0, 0, 0), name, {});
        m_y += m_pitch;
    }

    void ramp(const bridge::ColorScale& scale) {
        const QRectF area(m_area.left() - 0.5 * step, m_y, m_area.width() + 0.5 * step, 3.0 * step);
        heatmap::paintLegend(m_painter, area, scale, {ink().text, ink().rule, 7.0 * pt});
        m_y += 3.0 * step;
    }

    void note(const QString& text) {
        const double height = wrappedHeight(text, TextRole::Caption, m_area.width());
        paintWrapped(m_painter, {m_area.left(), m_y, m_area.width(), height}, text,
                     {.role = TextRole::Caption, .color = ink().muted});
        m_y += height + step;
    }

    void space() { m_y += 1.5 * step; }

    /// From here on, rows closer to each other: for long lists.
    void tighten() { m_pitch = 1.35 * step; }

private:
    [[nodiscard]] QRectF row(TextRole role) const {
        return {m_area.left(), m_y, m_area.width(), lineHeight(role)};
    }

    QPainter& m_painter;
    QRectF m_area;
    double m_y;
    double m_pitch = 1.75 * step;  ///< of the rows
};

/// Kinds of equipment that the sheet shows.
std::set<ItemKind> kindsOn(const Plan& plan, std::optional<HallId> hall) {
    std::set<ItemKind> kinds;
    for (const Item& item : plan.input.project.items) {
        const CatalogEntry* entry = plan.input.catalog.find(item.catalogKey);
        if (entry != nullptr && (!hall || item.hall == *hall)) kinds.insert(entry->kind);
    }
    return kinds;
}

void paintIntakeClasses(LegendColumn& column) {
    column.heading(Words::tr("Rack intake, ASHRAE TC 9.9"));
    const auto& classes = bridge::ashraeScale().classes();
    for (std::size_t i = 0; i < classes.size(); ++i) {
        column.swatch(QColor::fromRgb(classes[i].color), bridge::colorClassName(classes[i].name),
                      classRange(classes, i));
    }
    column.space();
}

struct PlanSheet {
    std::shared_ptr<const Plan> plan;
    PlanPaintOptions options;
    QString title;
    QString scale;
};

template <class Link>
bool isOnSheet(const Project& project, std::optional<HallId> hall, const Link& link) {
    const Item* from = project.items.find(link.from);
    const Item* to = project.items.find(link.to);
    return !hall || (from != nullptr && to != nullptr && from->hall == *hall && to->hall == *hall);
}

void paintKeys(LegendColumn& column, const PlanSheet& sheet) {
    const Project& project = sheet.plan->input.project;
    const std::set<ItemKind> kinds = kindsOn(*sheet.plan, sheet.options.hall);
    if (kinds.contains(ItemKind::Rack)) paintIntakeClasses(column);
    if (kinds.empty()) return;
    column.heading(Words::tr("Equipment"));
    constexpr std::size_t mostAtEase = 12;
    if (kinds.size() > mostAtEase) column.tighten();
    const floorplan::PlanStyle& style = sheet.options.style;
    for (const ItemKind kind : kinds) {
        if (kind != ItemKind::Rack) column.swatch(style.of(kind), bridge::kindName(kind));
    }
    const auto isShown = [&](const auto& link) {
        return isOnSheet(project, sheet.options.hall, link);
    };
    if (std::any_of(project.powerLinks.begin(), project.powerLinks.end(), isShown)) {
        column.line(style.feedA, Qt::SolidLine, Words::tr("Power, feed A"));
        column.line(style.feedB, Qt::DashLine, Words::tr("Power, feed B"));
    }
    if (std::any_of(project.coolingLinks.begin(), project.coolingLinks.end(), isShown)) {
        column.line(style.water, Qt::SolidLine, Words::tr("Chilled water"));
    }
    column.space();
}

void paintSheet(QPainter& painter, const PlanSheet& sheet) {
    painter.save();
    painter.setClipRect(sheet.options.target);
    painter.setFont(
        bridge::Theme::font(bridge::TextStyle::Caption));  // of the scale beside its bar
    floorplan::paintPlan(painter, sheet.plan->input.project, sheet.plan->input.catalog,
                         sheet.options);
    painter.restore();

    LegendColumn column(painter, sheet.plan->legendArea());
    column.title(sheet.title, Words::tr("Scale %1").arg(sheet.scale));
    if (!sheet.options.heat.empty()) {
        column.heading(Words::tr("Air at %1 m above the floor")
                           .arg(QLocale().toString(planHeatHeight.in(metres), 'f', 1)));
        column.ramp(sheet.plan->scale);
        column.space();
    }
    paintKeys(column, sheet);
    if (sheet.options.heat.empty()) return;
    const bridge::AirState air = bridge::airStateOf(sheet.plan->input.result);
    if (air.stage == thermal::Stage::Preview) {
        column.note(
            Words::tr("Room air at the preview stage: potential flow, no buoyancy, no jets."));
    } else {
        column.note(Words::tr("Room air at the %1 stage: %2.")
                        .arg(bridge::stageName(air.stage), bridge::restText(air)));
    }
}

Page planPage(const std::shared_ptr<const Plan>& plan, const Hall* hall) {
    PlanSheet sheet{plan, plan->options, Words::tr("Plan"), {}};
    if (hall != nullptr) {
        sheet.options.hall = hall->id;
        sheet.title = QString::fromStdString(hall->name);
    }
    const double scale =
        floorplan::planScale(plan->input.project, plan->input.catalog, sheet.options);
    sheet.options.scale = scale;
    sheet.scale = scaleText(scale);
    const QString scaleOfBlock = sheet.scale;
    return {{}, {}, scaleOfBlock, [sheet](QPainter& painter) { paintSheet(painter, sheet); }};
}

}  // namespace

Pages planPages(const ReportInput& input, const QRectF& area) {
    const bridge::ColorScale scale = scaleOf(input.result);
    const auto plan =
        std::make_shared<const Plan>(Plan{input, area, planOptions(input, area, scale), scale});
    Pages pages{planPage(plan, nullptr)};
    if (input.project.halls.size() < 2) return pages;
    const double siteScale = floorplan::planScale(input.project, input.catalog, plan->options);
    for (const Hall& hall : input.project.halls) {
        if (hall.kind != HallKind::DataHall) continue;
        PlanPaintOptions closer = plan->options;
        closer.hall = hall.id;
        if (floorplan::planScale(input.project, input.catalog, closer) < siteScale) {
            pages.push_back(planPage(plan, &hall));
        }
    }
    return pages;
}

}  // namespace halltwin::views::report
