// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/project/catalog.h"
#include "model/project/project.h"
#include "model/twin/twin.h"
#include "views/floorplan/layers.h"
#include "views/floorplan/plan_style.h"

#include <QImage>
#include <QRectF>
#include <map>
#include <optional>

class QPainter;

namespace halltwin::views::floorplan {

/// What a printed or exported plan shows. Lengths of the target are in the painter's own units.
struct PlanPaintOptions {
    QRectF target;  ///< where to paint; the plan is centred in it
    double unitsPerMillimetre =
        1.0;  ///< of the paper: 300 dpi → 300 / 25.4; sets text and line sizes
    std::optional<double> scale;  ///< 1 : scale; none: the largest round scale that fits
    std::optional<HallId> hall;   ///< one hall only; none: all of the site
    LayerSet layers;
    PlanStyle style = PlanStyle::print();
    const twin::TwinResult* result = nullptr;  ///< rack colours and intake temperatures
    std::map<HallId, QImage>
        heat;  ///< drawn over each hall's floor, first row at the far (high y) edge
    bool scaleBar = true;
};

/// The scale that a plan is painted at with these options: 1 : this.
[[nodiscard]] double planScale(const Project& project, const Catalog& catalog,
                               const PlanPaintOptions& options);

/// Paints the plan with vectors, without a scene or a display. An empty project paints nothing.
void paintPlan(QPainter& painter, const Project& project, const Catalog& catalog,
               const PlanPaintOptions& options);

}  // namespace halltwin::views::floorplan
