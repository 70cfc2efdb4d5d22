// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/snapping.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace halltwin::views::floorplan {
namespace {

constexpr double farthestNeighbourM =
    6.0;                              ///< across the axis: a guide to farther away explains nothing
constexpr double gridHandicap = 1.5;  ///< a tile line must be this much nearer than an edge to win
constexpr double roundingM = 0.01;

struct Interval {
    double min = 0;
    double max = 0;
};

/// One axis of the problem: `along` is where the rectangle moves, `across` decides which neighbours
/// matter.
struct Axis {
    Interval moving;
    Interval movingAcross;
    double length = 0;  ///< of the hall
    double tile = 0;
};

struct Candidate {
    double shift = 0;
    double cost = 0;
    double line = 0;                    ///< where the edges meet
    std::optional<Interval> neighbour;  ///< extent across, when the line is a neighbour's edge
};

class Search {
public:
    explicit Search(double reach) : m_reach(reach) {}

    void offer(double edge, double line, std::optional<Interval> neighbour) {
        const double shift = line - edge;
        if (std::abs(shift) > m_reach) return;
        const double cost = std::abs(shift) * (neighbour ? 1.0 : gridHandicap);
        const bool isBetter =
            !m_best || cost < m_best->cost - 1e-9 ||
            (cost < m_best->cost + 1e-9 && neighbour.has_value() && !m_best->neighbour);
        if (isBetter) m_best = Candidate{shift, cost, line, neighbour};
    }
    [[nodiscard]] const std::optional<Candidate>& best() const { return m_best; }

private:
    double m_reach;
    std::optional<Candidate> m_best;
};

double gapBetween(const Interval& a, const Interval& b) {
    return std::max({0.0, b.min - a.max, a.min - b.max});
}

std::optional<Candidate> bestOn(const Axis& axis,
                                const std::vector<std::array<Interval, 2>>& others, double reach) {
    Search search(reach);
    for (const auto& [along, across] : others) {
        if (gapBetween(axis.movingAcross, across) > farthestNeighbourM) continue;
        for (const double edge : {axis.moving.min, axis.moving.max}) {
            search.offer(edge, along.min, across);
            search.offer(edge, along.max, across);
        }
    }
    for (const double edge : {axis.moving.min, axis.moving.max}) {
        search.offer(edge, 0.0, std::nullopt);
        search.offer(edge, axis.length, std::nullopt);
        if (axis.tile > 0.0) {
            search.offer(edge, std::round(edge / axis.tile) * axis.tile, std::nullopt);
        }
    }
    return search.best();
}

double shiftOf(const std::optional<Candidate>& found, double edge) {
    if (found) return found->shift;
    return std::round(edge / roundingM) * roundingM - edge;
}

}  // namespace

Snap snapRect(const Rect& moving, const SnapTargets& targets, Length reach) {
    const auto intervalX = [](const Rect& r) {
        return Interval{r.min.x.in(metres), r.max.x.in(metres)};
    };
    const auto intervalY = [](const Rect& r) {
        return Interval{r.min.y.in(metres), r.max.y.in(metres)};
    };
    std::vector<std::array<Interval, 2>> alongX;
    std::vector<std::array<Interval, 2>> alongY;
    alongX.reserve(targets.neighbours.size());
    alongY.reserve(targets.neighbours.size());
    for (const Rect& rect : targets.neighbours) {
        alongX.push_back({intervalX(rect), intervalY(rect)});
        alongY.push_back({intervalY(rect), intervalX(rect)});
    }
    const Interval x = intervalX(moving);
    const Interval y = intervalY(moving);
    const double tile = targets.tile.in(metres);
    const double reachM = reach.in(metres);
    const auto foundX = bestOn({x, y, targets.width.in(metres), tile}, alongX, reachM);
    const auto foundY = bestOn({y, x, targets.depth.in(metres), tile}, alongY, reachM);

    const double dx = shiftOf(foundX, x.min);
    const double dy = shiftOf(foundY, y.min);
    Snap snap{metres(dx), metres(dy), {}};
    if (foundX && foundX->neighbour) {
        const double low = std::min(foundX->neighbour->min, y.min + dy);
        const double high = std::max(foundX->neighbour->max, y.max + dy);
        snap.guides.push_back(
            {{metres(foundX->line), metres(low)}, {metres(foundX->line), metres(high)}});
    }
    if (foundY && foundY->neighbour) {
        const double low = std::min(foundY->neighbour->min, x.min + dx);
        const double high = std::max(foundY->neighbour->max, x.max + dx);
        snap.guides.push_back(
            {{metres(low), metres(foundY->line)}, {metres(high), metres(foundY->line)}});
    }
    return snap;
}

}  // namespace halltwin::views::floorplan
