// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rules/spatial_index.h"
#include "tests/support/catch.h"

#include <limits>
#include <random>

using namespace halltwin;
using halltwin::rules::SpatialIndex;

namespace {

std::vector<Rect> randomRects(int count, unsigned seed, double extentM) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(-0.2 * extentM, extentM);
    std::exponential_distribution<double> size(0.5);
    std::vector<Rect> rects;
    for (int i = 0; i < count; ++i) {
        const double x = place(random);
        const double y = place(random);
        rects.push_back({{metres(x), metres(y)},
                         {metres(x + 0.01 + size(random)), metres(y + 0.01 + size(random))}});
    }
    rects.push_back({{metres(0.0), metres(5.0)}, {metres(10.0 * extentM), metres(6.0)}});
    return rects;
}

}  // namespace

TEST_CASE("The spatial index finds exactly the overlaps that a look at every pair finds") {
    const Length tolerance = millimetres(1.0);
    const auto rects = randomRects(400, GENERATE(1U, 2U, 3U), 40.0);
    const SpatialIndex index(rects);
    for (const Rect& wanted : rects) {
        std::vector<std::size_t> expected;
        for (std::size_t i = 0; i < rects.size(); ++i) {
            if (overlaps(rects[i], wanted, tolerance)) expected.push_back(i);
        }
        CHECK(index.overlapping(wanted, tolerance) == expected);
    }
}

TEST_CASE("A huge question and coordinates that are not numbers do no harm") {
    auto rects = randomRects(50, 4, 20.0);
    const Length nan = metres(std::numeric_limits<double>::quiet_NaN());
    const Length huge = metres(1e300);
    rects.push_back({{nan, nan}, {nan, nan}});
    const SpatialIndex index(rects);
    const Rect everything{{-huge, -huge}, {huge, huge}};
    CHECK(index.overlapping(everything, millimetres(1.0)).size() == 51);
    CHECK(index.overlapping(rects.back(), millimetres(1.0)).empty());
}
