// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/tray_fill.h"

#include <algorithm>
#include <map>
#include <numbers>
#include <utility>

namespace halltwin::network {
namespace {

/// Cables that begin (above 0) or end (below 0) at a place of a tray.
struct Step {
    double alongM = 0.0;
    double areaM2 = 0.0;
    int count = 0;
};

struct RouteLoad {
    double areaM2 = 0.0;
    int count = 0;
};

std::vector<RouteLoad> loadsOf(const CableLayout& layout) {
    std::vector<double> sectionM2;
    for (const Medium& medium : layout.media) {
        const double diameterM = medium.spec.diameter.in(metres);
        sectionM2.push_back(std::numbers::pi / 4.0 * diameterM * diameterM);
    }
    std::vector<RouteLoad> loads(layout.routes.size());
    for (const FabricCables& fabric : layout.fabrics) {
        for (const Cable& cable : fabric.cables) {
            if (cable.route == noRoute || cable.medium == noMedium) continue;
            loads[cable.route].areaM2 += sectionM2[static_cast<std::size_t>(cable.medium)];
            ++loads[cable.route].count;
        }
    }
    return loads;
}

/// Highest sum on the way along a tray; ends count before beginnings at the same place.
TrayLoad fullest(std::vector<Step>& steps, const TrayRun& tray) {
    std::ranges::sort(steps, [](const Step& a, const Step& b) {
        return std::pair(a.alongM, a.count) < std::pair(b.alongM, b.count);
    });
    TrayLoad load;
    load.tray = tray.id;
    double areaM2 = 0.0;
    int count = 0;
    for (const Step& step : steps) {
        areaM2 += step.areaM2;
        count += step.count;
        if (areaM2 <= load.cables.in(squareMetres)) continue;
        load.cables = squareMetres(areaM2);
        load.count = count;
        load.at = metres(step.alongM);
    }
    load.fill = load.cables / (tray.width * tray.depth);
    return load;
}

}  // namespace

std::vector<TrayLoad> trayLoads(const CableLayout& layout, const TrayGraph& trays) {
    const std::vector<RouteLoad> loads = loadsOf(layout);
    std::vector<std::vector<Step>> steps(trays.trays().size());
    for (std::size_t r = 0; r < layout.routes.size(); ++r) {
        if (loads[r].count == 0) continue;
        for (const TrayStretch& stretch : layout.stretchesOf(layout.routes[r])) {
            const double low = std::min(stretch.from, stretch.to).in(metres);
            const double high = std::max(stretch.from, stretch.to).in(metres);
            steps[stretch.tray].push_back({low, loads[r].areaM2, loads[r].count});
            steps[stretch.tray].push_back({high, -loads[r].areaM2, -loads[r].count});
        }
    }
    std::vector<TrayLoad> result;
    for (TrayIndex t = 0; t < steps.size(); ++t)
        result.push_back(fullest(steps[t], trays.trays()[t]));
    return result;
}

}  // namespace halltwin::network
