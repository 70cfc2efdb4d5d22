// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/tracer_solver.h"

#include "model/airflow/wide.h"

#include <algorithm>
#include <cmath>

namespace halltwin::airflow {

namespace {

template <std::size_t lanes>
using Lanes = std::array<float, lanes>;

template <std::size_t lanes>
struct Line {
    std::ptrdiff_t cells;
    std::ptrdiff_t strideY;
    std::ptrdiff_t strideZ;
    const TracerWeights* weights;
    const Lanes<lanes>* right;
    Lanes<lanes>* phi;
};

/// One line of cells, one after the other, with (step 1) or against (−1) the axis. What the cell
/// before has just got comes last, so that nothing else waits for it.
template <int step, std::size_t lanes>
HALLTWIN_PART void relaxLine(const Line<lanes>& line) {
    constexpr std::size_t behind = step > 0 ? 0 : 1;
    for (std::ptrdiff_t n = 0; n < line.cells; ++n) {
        const std::ptrdiff_t i = step > 0 ? n : line.cells - 1 - n;
        const TracerWeights& w = line.weights[i];
        const Lanes<lanes>& right = line.right[i];
        Lanes<lanes>* here = line.phi + i;
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const float others = right[lane] + w.self * here[0][lane] +
                                 w.neighbour[2] * here[-line.strideY][lane] +
                                 w.neighbour[3] * here[line.strideY][lane] +
                                 w.neighbour[4] * here[-line.strideZ][lane] +
                                 w.neighbour[5] * here[line.strideZ][lane] +
                                 w.neighbour[1 - behind] * here[step][lane];
            here[0][lane] = others + w.neighbour[behind] * here[-step][lane];
        }
    }
}

/// All cells once, from the corner that the bits of `directions` name.
template <std::size_t lanes>
void sweep(const CellBox& box, int directions, const std::vector<TracerWeights>& weights,
           const std::vector<Lanes<lanes>>& right, std::vector<Lanes<lanes>>& phi) {
    const auto ordered = [](int n, int count, bool reverse) { return reverse ? count - 1 - n : n; };
    for (int kk = 0; kk < box.nz; ++kk)
        for (int jj = 0; jj < box.ny; ++jj) {
            const std::size_t first = box.at(0, ordered(jj, box.ny, (directions & 2) != 0),
                                             ordered(kk, box.nz, (directions & 4) != 0));
            const Line<lanes> line{box.nx,
                                   static_cast<std::ptrdiff_t>(box.strideY()),
                                   static_cast<std::ptrdiff_t>(box.strideZ()),
                                   &weights[first],
                                   &right[first],
                                   &phi[first]};
            if ((directions & 1) == 0)
                relaxLine<1>(line);
            else
                relaxLine<-1>(line);
        }
}

/// Remembers watched cells and says how much they have changed since.
template <std::size_t lanes>
double changeOf(const std::vector<Lanes<lanes>>& phi, const std::vector<std::size_t>& watched,
                std::vector<Lanes<lanes>>& seen) {
    double change = 0.0;
    for (std::size_t n = 0; n < watched.size(); ++n) {
        const Lanes<lanes>& now = phi[watched[n]];
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const double moved = std::abs(static_cast<double>(now[lane]) - seen[n][lane]);
            change = std::isfinite(moved) ? std::max(change, moved) : HUGE_VAL;
        }
        seen[n] = now;
    }
    return change;
}

}  // namespace

template <std::size_t lanes>
Result<std::vector<std::array<float, lanes>>>
spreadTracers(const CellBox& box, const std::vector<TracerWeights>& weights,
              const TracerPaths& paths, const std::stop_token& stop, const TracerEffort& effort) {
    std::vector<Lanes<lanes>> right(box.size(), Lanes<lanes>{});
    std::vector<Lanes<lanes>> phi(box.size(), Lanes<lanes>{});
    for (const TracerSource& source : paths.sources)
        right[source.cell][source.lane] += source.rate * weights[source.cell].inverseDiagonal;
    std::vector<Lanes<lanes>> seen(paths.watched.size(), Lanes<lanes>{});
    constexpr int octants = 8;
    constexpr int leastRounds = 4;  // every octant has swept: nothing is out of reach any more
    for (int round = 0; round < effort.mostRounds; ++round) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, "Following the air was cancelled.");
        for (int half = 0; half < 2; ++half) {
            const int directions = (2 * round + half) * 3 % octants;  // every corner in turn
            sweep(box, directions, weights, right, phi);
            sweep(box, octants - 1 - directions, weights, right, phi);
        }
        const double change = changeOf(phi, paths.watched, seen);
        if (change < effort.tolerance && round + 1 >= leastRounds) return seen;
    }
    return fail(ErrorCode::NotConverged, "The shares of air that devices exchange did not settle.",
                "recirculation");
}

template Result<std::vector<std::array<float, 2>>>
spreadTracers<2>(const CellBox&, const std::vector<TracerWeights>&, const TracerPaths&,
                 const std::stop_token&, const TracerEffort&);
template Result<std::vector<std::array<float, 8>>>
spreadTracers<8>(const CellBox&, const std::vector<TracerWeights>&, const TracerPaths&,
                 const std::stop_token&, const TracerEffort&);

}  // namespace halltwin::airflow
