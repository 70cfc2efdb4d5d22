// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/flow_page.h"

#include "views/bridge/theme.h"
#include "views/diagram/content.h"
#include "views/diagram/sankey_view.h"
#include "views/report/text.h"

#include <QPainter>
#include <utility>

namespace halltwin::views::report {
namespace {

/// Units of a sheet in a pixel of the screen's drawing: its small text of 11 pixels becomes 8
/// points.
constexpr double unitsPerPixel = 8.0 * pt / 11.0;

}  // namespace

Pages flowPages(const ReportInput& input, const QRectF& body) {
    if (input.result.chain.elements.empty()) return {};
    diagram::SankeyContent content{
        power::sankeyOf(input.result.chain, input.result.power,
                        diagram::loadKinds(input.project, input.catalog)),
        input.result.uncordedDemand};
    Page page{
        Words::tr("Power flow"),
        Words::tr("Bands as wide as their power at this operating point, sources at the left; "
                  "losses leave downwards"),
        {},
        {}};
    page.paint = [content = std::move(content), body](QPainter& painter) {
        const bridge::Theme light;  // paper is white
        painter.save();
        painter.translate(body.topLeft());
        painter.scale(unitsPerPixel, unitsPerPixel);
        diagram::paintSankey(painter, content, {QPointF(), body.size() / unitsPerPixel}, light);
        painter.restore();
    };
    return {std::move(page)};
}

}  // namespace halltwin::views::report
