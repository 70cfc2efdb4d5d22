// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/year/pareto.h"

#include <algorithm>
#include <limits>

namespace halltwin::views::year {

std::vector<std::size_t> paretoFront(const std::vector<Spot>& spots) {
    std::vector<std::size_t> order(spots.size());
    for (std::size_t n = 0; n < order.size(); ++n)
        order[n] = n;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return spots[a].x != spots[b].x ? spots[a].x < spots[b].x : spots[a].y < spots[b].y;
    });
    std::vector<std::size_t> front;
    double best = std::numeric_limits<double>::infinity();
    for (const std::size_t n : order) {
        if (!(spots[n].y < best)) continue;
        best = spots[n].y;
        front.push_back(n);
    }
    return front;
}

}  // namespace halltwin::views::year
