// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/paint_plan.h"

#include "model/project/footprint.h"
#include "views/bridge/plan_coordinates.h"
#include "views/floorplan/items/hall_item.h"
#include "views/floorplan/items/item_face.h"
#include "views/floorplan/items/link_item.h"
#include "views/floorplan/scale_bar.h"
#include "views/floorplan/site_geometry.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <vector>

namespace halltwin::views::floorplan {
namespace {

using items::DrawContext;
using items::ItemFace;
using items::LinkFamily;

constexpr double pixelMm = 25.4 / 96.0;  ///< the unit of text and lines on paper
constexpr double smallestText = 5.5;     ///< 1.5 mm
constexpr double largestText = 9.0;
constexpr double linkLevel = 15.0;   ///< what is stacked higher covers the links
constexpr double titleMm = 8.0;      ///< above the top hall
constexpr double scaleBarMm = 12.0;  ///< below everything
constexpr std::array roundScales{10.0,  20.0,  25.0,  50.0,  75.0,   100.0,  150.0,  200.0, 250.0,
                                 300.0, 400.0, 500.0, 750.0, 1000.0, 1500.0, 2000.0, 5000.0};

enum class LinkSide { Below, Above };

struct Face {
    ItemFace face;
    QPointF at;  ///< far left corner in the scene
};

/// One painting: the parts of the project that are asked for, in scene coordinates.
class Sheet {
public:
    Sheet(const Project& project, const Catalog& catalog, const PlanPaintOptions& options);

    [[nodiscard]] double scale() const;
    void paint(QPainter& painter) const;

private:
    [[nodiscard]] bool isWanted(const Hall& hall) const {
        return !m_options.hall || *m_options.hall == hall.id;
    }
    [[nodiscard]] QSizeF roomMm() const;
    void paintHalls(QPainter& painter, const DrawContext& context) const;
    void paintFrames(QPainter& painter, const DrawContext& context) const;
    void paintItems(QPainter& painter, const DrawContext& context, LinkSide side) const;
    void paintLinks(QPainter& painter, const DrawContext& context) const;
    void paintBar(QPainter& painter, double pixelsPerMetre) const;

    const Project& m_project;
    const PlanPaintOptions& m_options;
    std::vector<const Hall*> m_halls;
    std::vector<Face> m_faces;
    std::map<ItemId, QPointF> m_centres;
    QRectF m_content;
};

Sheet::Sheet(const Project& project, const Catalog& catalog, const PlanPaintOptions& options)
    : m_project(project),
      m_options(options) {
    const items::AirReadings readings = options.result == nullptr
                                            ? items::AirReadings{}
                                            : items::airReadings(*options.result, project);
    const double wall = items::wallThicknessM;
    for (const Hall& hall : project.halls) {
        if (!isWanted(hall)) continue;
        m_halls.push_back(&hall);
        m_content |= bridge::toScene(siteRectOf(hall)).adjusted(-wall, -wall, wall, wall);
    }
    for (const Item& item : project.items) {
        const Hall* hall = project.halls.find(item.hall);
        if (hall == nullptr || !isWanted(*hall)) continue;
        const QRectF box = bridge::toScene(toSite(*hall, footprintOf(item, catalog)));
        m_centres.emplace(item.id, box.center());
        m_content |= box;
        ItemFace face = items::faceOf(item, catalog, readings);
        if (options.layers.has(layerOf(face.kind)))
            m_faces.push_back({std::move(face), box.topLeft()});
    }
    std::stable_sort(m_faces.begin(), m_faces.end(), [](const Face& a, const Face& b) {
        return items::stackingOf(a.face.kind) < items::stackingOf(b.face.kind);
    });
}

QSizeF Sheet::roomMm() const {
    const double width = m_options.target.width() / m_options.unitsPerMillimetre;
    const double height = m_options.target.height() / m_options.unitsPerMillimetre;
    return {width, height - titleMm - (m_options.scaleBar ? scaleBarMm : 0.0)};
}

double Sheet::scale() const {
    if (m_options.scale) return std::max(1.0, *m_options.scale);
    const QSizeF room = roomMm();
    const double needed = std::max(m_content.width() * 1000.0 / std::max(1.0, room.width()),
                                   m_content.height() * 1000.0 / std::max(1.0, room.height()));
    const auto fitting = std::find_if(roundScales.begin(), roundScales.end(),
                                      [&](double one) { return one >= needed; });
    return fitting == roundScales.end() ? needed : *fitting;
}

void Sheet::paint(QPainter& painter) const {
    if (m_content.isEmpty()) return;
    const double mmPerMetre = 1000.0 / scale();
    const double pixelsPerMetre = mmPerMetre / pixelMm;
    const double unitsPerMetre = mmPerMetre * m_options.unitsPerMillimetre;
    const QSizeF room = roomMm() * m_options.unitsPerMillimetre;
    const QPointF middle(m_options.target.left() + 0.5 * room.width(),
                         m_options.target.top() + titleMm * m_options.unitsPerMillimetre +
                             0.5 * room.height());
    const DrawContext context{m_options.style,
                              pixelsPerMetre,
                              m_options.layers.has(Layer::Labels),
                              m_options.layers.has(Layer::Heat),
                              false,
                              m_options.layers.has(Layer::TileFlow),
                              smallestText,
                              largestText};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(middle);
    painter.scale(unitsPerMetre, unitsPerMetre);
    painter.translate(-m_content.center());
    paintHalls(painter, context);
    paintItems(painter, context, LinkSide::Below);
    paintLinks(painter, context);
    paintFrames(painter, context);
    paintItems(painter, context, LinkSide::Above);
    painter.restore();
    if (m_options.scaleBar) paintBar(painter, pixelsPerMetre);
}

void Sheet::paintHalls(QPainter& painter, const DrawContext& context) const {
    for (const Hall* hall : m_halls) {
        const QRectF area = bridge::toScene(siteRectOf(*hall));
        painter.save();
        painter.translate(area.topLeft());
        items::drawHallFloor(painter, *hall, context);
        const auto heat = m_options.heat.find(hall->id);
        if (context.heat && heat != m_options.heat.end()) {
            painter.drawImage(QRectF(QPointF(0, 0), area.size()), heat->second);
        }
        items::drawHallGrid(painter, *hall, context);
        painter.restore();
    }
}

void Sheet::paintFrames(QPainter& painter, const DrawContext& context) const {
    for (const Hall* hall : m_halls) {
        painter.save();
        painter.translate(bridge::toScene(siteRectOf(*hall)).topLeft());
        items::drawHallFrame(painter, *hall, items::titlePlaceOf(*hall, m_project), context);
        painter.restore();
    }
}

void Sheet::paintItems(QPainter& painter, const DrawContext& context, LinkSide side) const {
    for (const Face& one : m_faces) {
        const bool isAbove = items::stackingOf(one.face.kind) > linkLevel;
        if (isAbove != (side == LinkSide::Above)) continue;
        painter.save();
        painter.translate(one.at);
        items::drawItem(painter, one.face, context);
        painter.restore();
    }
}

void Sheet::paintLinks(QPainter& painter, const DrawContext& context) const {
    std::map<LinkFamily, std::vector<QPolygonF>> paths;
    const auto add = [&](LinkFamily family, const auto& link) {
        const auto from = m_centres.find(link.from);
        const auto to = m_centres.find(link.to);
        if (from == m_centres.end() || to == m_centres.end()) return;
        paths[family].push_back(items::linkPath(family, from->second, to->second));
    };
    if (m_options.layers.has(Layer::Power)) {
        for (const PowerLink& link : m_project.powerLinks) {
            add(link.feed == Feed::A ? LinkFamily::FeedA : LinkFamily::FeedB, link);
        }
    }
    if (m_options.layers.has(Layer::Cooling)) {
        for (const CoolingLink& link : m_project.coolingLinks)
            add(LinkFamily::Cooling, link);
    }
    for (const auto& [family, ways] : paths) {
        const auto runs = items::joinedRuns(ways, 1.0 / context.pixelsPerMetre);
        items::drawRuns(painter, family, runs, items::LinkEmphasis::Normal, context);
        for (const QPolygonF& way : ways) {
            items::drawLinkEnd(painter, family, way.last(), items::LinkEmphasis::Normal, context);
        }
    }
}

void Sheet::paintBar(QPainter& painter, double pixelsPerMetre) const {
    const double unitsPerPixel = pixelMm * m_options.unitsPerMillimetre;
    painter.save();
    painter.translate(m_options.target.bottomLeft());
    painter.scale(unitsPerPixel, unitsPerPixel);
    const ScaleBarLength length = scaleBarLength(pixelsPerMetre, 160.0);
    paintScaleBar(painter, QPointF(4, -10), length, m_options.style);
    painter.setPen(m_options.style.label);
    painter.drawText(QPointF(length.pixels + 20, -4),
                     QStringLiteral("1 : %1").arg(scale(), 0, 'f', 0));
    painter.restore();
}

}  // namespace

double planScale(const Project& project, const Catalog& catalog, const PlanPaintOptions& options) {
    return Sheet(project, catalog, options).scale();
}

void paintPlan(QPainter& painter, const Project& project, const Catalog& catalog,
               const PlanPaintOptions& options) {
    Sheet(project, catalog, options).paint(painter);
}

}  // namespace halltwin::views::floorplan
