// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/unit/network/one_switch.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::tests;

namespace {

/// A tray along x or y through the whole of a square of 20 m.
struct Line {
    bool alongX = false;
    double offsetM = 0.0;
};

struct Place {
    double x = 0.0;
    double y = 0.0;
};

bool isOn(const Line& line, const Place& place) {
    return std::abs((line.alongX ? place.y : place.x) - line.offsetM) < 1e-9;
}

constexpr double noWay = 1e9;

double asideOf(const Line& line, const Place& rack) {
    return std::abs((line.alongX ? rack.y : rack.x) - line.offsetM);
}

struct Rack {
    Place at;
    double reachM = 3.0;
};

/// The rack with the reach of those lines alone that are above it, or of the nearest.
Rack closely(const std::vector<Line>& lines, Place rack) {
    double least = 3.0;
    for (const Line& line : lines)
        least = std::min(least, asideOf(line, rack));
    return {rack, std::max(least, 0.9)};
}

/// Places where lines cross or racks drop; how far each is from either rack.
struct Crossings {
    std::vector<Place> places;
    std::vector<double> fromA;
    std::vector<double> fromB;

    void add(Place place, double toA, double toB) {
        places.push_back(place);
        fromA.push_back(toA);
        fromB.push_back(toB);
    }

    void addDrop(const Line& line, const Rack& rack, bool isA) {
        const double aside = asideOf(line, rack.at);
        const Place drop =
            line.alongX ? Place{rack.at.x, line.offsetM} : Place{line.offsetM, rack.at.y};
        if (aside <= rack.reachM) add(drop, isA ? aside : noWay, isA ? noWay : aside);
    }
};

/// Along the line that both are on, if there is one.
double alongLine(const std::vector<Line>& lines, const Place& a, const Place& b) {
    for (const Line& line : lines) {
        if (isOn(line, a) && isOn(line, b)) return std::abs(a.x - b.x) + std::abs(a.y - b.y);
    }
    return noWay;
}

/// Shortest way along lines between two racks that drop onto every line within their reach, by
/// Floyd and Warshall's algorithm. Negative without a way.
double shortestByHand(const std::vector<Line>& lines, const Rack& a, const Rack& b) {
    Crossings all;
    for (const Line& line : lines) {
        all.addDrop(line, a, true);
        all.addDrop(line, b, false);
        for (const Line& other : lines) {
            if (line.alongX && !other.alongX) all.add({other.offsetM, line.offsetM}, noWay, noWay);
        }
    }
    const std::size_t n = all.places.size();
    std::vector<double> way;
    for (const Place& from : all.places) {
        for (const Place& to : all.places)
            way.push_back(alongLine(lines, from, to));
    }
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t ij = 0; ij < n * n; ++ij)
            way[ij] = std::min(way[ij], way[ij / n * n + k] + way[k * n + ij % n]);
    }
    double best = noWay;
    for (std::size_t ij = 0; ij < n * n; ++ij)
        best = std::min(best, all.fromA[ij / n] + way[ij] + all.fromB[ij % n]);
    return best < noWay ? best : -1.0;
}

}  // namespace

TEST_CASE("ways over random trays are the shortest over all places where trays meet") {
    std::mt19937 random(7);
    const auto upTo = [&](int most) { return std::uniform_int_distribution<>(0, most)(random); };
    int found = 0;
    for (int round = 0; round < 100; ++round) {
        const Place corner{2.0 + upTo(15), 2.0 + upTo(15)};
        OneSwitch one(corner.x, corner.y);
        std::vector<Line> lines;
        for (int t = 0; t < 6; ++t) {
            const Line line{upTo(1) == 0, 0.25 + t * 3.0 + 0.5 * upTo(5)};
            lines.push_back(line);
            one.builder.tray(line.alongX ? at(0.0, line.offsetM) : at(line.offsetM, 0.0),
                             line.alongX ? at(20.0, line.offsetM) : at(line.offsetM, 20.0));
        }
        const NetworkPlan plan = one.plan();
        const Place a{0.3, 0.6};
        const Place b{corner.x + 0.3, corner.y + 0.6};
        double wanted = shortestByHand(lines, closely(lines, a), closely(lines, b));
        if (wanted < 0.0) wanted = shortestByHand(lines, {a}, {b});
        INFO(round);
        REQUIRE((route(plan, 0).kind == RouteKind::Trays) == (wanted > 0.0));
        if (wanted < 0.0) continue;
        ++found;
        CHECK(route(plan, 0).run.in(metres) == Approx(wanted).margin(1e-4));
        double stretches = 0.0;
        for (const TrayStretch& stretch : plan.cables.layout.stretchesOf(route(plan, 0)))
            stretches += std::abs((stretch.to - stretch.from).in(metres));
        CHECK(stretches <= wanted + 1e-4);
    }
    CHECK(found > 20);
}

TEST_CASE("a rack under a tray does not reach over an aisle to another tray") {
    OneSwitch one(12.0, 2.4);                       // rack centres (0.3, 0.6) and (12.3, 3.0)
    one.builder.tray(at(0.0, 0.6), at(15.0, 0.6));  // above the servers
    one.builder.tray(at(0.0, 3.0), at(15.0, 3.0));  // above the network rack
    one.builder.tray(at(15.0, 0.6), at(15.0, 3.0));
    const NetworkPlan plan = one.plan();
    CHECK(route(plan, 0).run.in(metres) == Approx((15.0 - 0.3) + 2.4 + (15.0 - 12.3)));
}

TEST_CASE("where the tray above a rack leads nowhere, one within reach does") {
    OneSwitch one(12.0, 2.4);
    one.builder.tray(at(0.0, 0.6), at(2.0, 0.6));   // above the servers, ends there
    one.builder.tray(at(0.0, 3.0), at(15.0, 3.0));  // 2.4 m from them, above the network rack
    const NetworkPlan plan = one.plan();
    CHECK(route(plan, 0).kind == RouteKind::Trays);
    CHECK(route(plan, 0).run.in(metres) == Approx(2.4 + (12.3 - 0.3)));
}
