// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/cable_bundles.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>

namespace halltwin::network {
namespace {

/// Cables that share a way.
struct Share {
    int cables = 0;
    double load = 0.0;

    void add(const Share& other) {
        cables += other.cables;
        load = std::max(load, other.load);
    }
};

/// What a fabric lays along each route of the layout.
std::vector<Share> sharesOf(const CableLayout& layout, std::size_t fabric, const LinkLoad& load) {
    std::vector<Share> shares(layout.routes.size());
    const std::vector<Cable>& cables = layout.fabrics[fabric].cables;
    for (LinkIndex l = 0; l < cables.size(); ++l)
        if (cables[l].route != noRoute) shares[cables[l].route].add({1, load(l)});
    return shares;
}

Point pointOn(const TrayRun& tray, Length along) {
    const double share = tray.length > Length{} ? along / tray.length : 0.0;
    return {tray.from.x + (tray.to.x - tray.from.x) * share,
            tray.from.y + (tray.to.y - tray.from.y) * share};
}

/// A way to the millimetre, so that cables on the same one join.
using WayKey = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t>;

WayKey keyOf(const Point& from, const Point& to) {
    const auto millimetre = [](Length at) { return std::llround(at.in(millimetres)); };
    return {millimetre(from.x), millimetre(from.y), millimetre(to.x), millimetre(to.y)};
}

/// Ways off the trays, joined.
class Ways {
public:
    void add(const Point& from, const Point& to, const Share& share, bool isEstimated) {
        const WayKey key = keyOf(from, to);
        if (std::get<0>(key) == std::get<2>(key) && std::get<1>(key) == std::get<3>(key)) return;
        Way& way = m_ways[key];
        way.from = from;
        way.to = to;
        way.isEstimated = isEstimated;
        way.share.add(share);
    }

    void appendTo(std::vector<CableBundle>& bundles) const {
        for (const auto& [key, way] : m_ways)
            bundles.push_back(
                {way.from, way.to, way.share.cables, way.share.load, way.isEstimated});
    }

private:
    struct Way {
        Point from;
        Point to;
        Share share;
        bool isEstimated = false;
    };
    std::map<WayKey, Way> m_ways;
};

/// A piece of a tray that the cables of one route lie along.
struct Piece {
    Length low;
    Length high;
    Share share;
};

void appendTray(const TrayRun& tray, const std::vector<Piece>& pieces,
                std::vector<CableBundle>& bundles) {
    std::vector<Length> cuts;
    for (const Piece& piece : pieces) {
        cuts.push_back(piece.low);
        cuts.push_back(piece.high);
    }
    std::ranges::sort(cuts);
    const auto [first, last] =
        std::ranges::unique(cuts, [](Length a, Length b) { return b - a < millimetres(1.0); });
    cuts.erase(first, last);
    if (cuts.size() < 2) return;
    std::vector<Share> between(cuts.size() - 1);
    for (const Piece& piece : pieces) {
        const Length middle = millimetres(1.0);  // cuts this close were joined
        const auto from = std::ranges::lower_bound(cuts, piece.low - middle);
        for (auto at = static_cast<std::size_t>(from - cuts.begin());
             at < between.size() && cuts[at] < piece.high - middle; ++at)
            between[at].add(piece.share);
    }
    for (std::size_t n = 0; n < between.size(); ++n)
        if (between[n].cables > 0)
            bundles.push_back({pointOn(tray, cuts[n]), pointOn(tray, cuts[n + 1]),
                               between[n].cables, between[n].load, false});
}

}  // namespace

std::vector<CableBundle> cableBundles(const CableLayout& layout, const std::vector<TrayRun>& trays,
                                      std::size_t fabric, const LinkLoad& load) {
    if (fabric >= layout.fabrics.size()) return {};
    const std::vector<Share> shares = sharesOf(layout, fabric, load);
    std::vector<std::vector<Piece>> pieces(trays.size());
    Ways ways;
    for (std::size_t r = 0; r < layout.routes.size(); ++r) {
        const CableRoute& route = layout.routes[r];
        if (shares[r].cables == 0 || route.kind == RouteKind::InRack) continue;
        const Point a = layout.racks[route.rackA].centre;
        const Point b = layout.racks[route.rackB].centre;
        const auto stretches = layout.stretchesOf(route);
        if (route.kind == RouteKind::Estimate) {
            const Point corner{b.x, a.y};
            ways.add(a, corner, shares[r], true);
            ways.add(corner, b, shares[r], true);
            continue;
        }
        if (stretches.empty()) {  // both drop onto a tray at the same place
            ways.add(a, b, shares[r], false);
            continue;
        }
        ways.add(a, pointOn(trays[stretches.front().tray], stretches.front().from), shares[r],
                 false);
        ways.add(b, pointOn(trays[stretches.back().tray], stretches.back().to), shares[r], false);
        for (const TrayStretch& stretch : stretches)
            pieces[stretch.tray].push_back({std::min(stretch.from, stretch.to),
                                            std::max(stretch.from, stretch.to), shares[r]});
    }
    std::vector<CableBundle> bundles;
    for (std::size_t t = 0; t < trays.size(); ++t)
        appendTray(trays[t], pieces[t], bundles);
    ways.appendTo(bundles);
    return bundles;
}

}  // namespace halltwin::network
