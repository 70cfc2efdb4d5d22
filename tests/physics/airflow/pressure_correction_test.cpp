// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/pressure_correction.h"
#include "model/airflow/stencil.h"
#include "tests/physics/airflow/convergence.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cmath>
#include <tbb/task_arena.h>

using namespace halltwin;
using namespace halltwin::airflow;
using namespace halltwin::tests;
using Preconditioner = PressureCorrection::Preconditioner;

namespace {

struct Solved {
    PressureOutcome outcome;
    std::vector<float> x;
};

PressureCorrection correctionFor(const PoissonBox& room) {
    PressureCorrection correction;
    correction.build(room.box, room.singleConductance());
    return correction;
}

Solved solve(PressureCorrection& correction, const std::vector<float>& right, double tolerance,
             int mostIterations) {
    Solved solved;
    solved.x.assign(right.size(), 7.0F);
    const auto outcome = correction.solve(right, tolerance, mostIterations, solved.x);
    REQUIRE(outcome);
    solved.outcome = *outcome;
    return solved;
}

/// What is left of the right side, computed in double precision, against the right side.
double trueResidual(const PoissonBox& room, const std::vector<float>& x) {
    PressureSolver solver(room.box, connectedRegions(room.box, room.conductance));
    solver.setConductance(room.conductance, PressureSolver::Preconditioner::Rebuild);
    std::vector<double> left;
    solver.residual(room.source, {x.begin(), x.end()}, left);
    return std::sqrt(dot(left, left) / dot(room.source, room.source));
}

}  // namespace

TEST_CASE("A few iterations in single precision leave a thousandth of the divergence") {
    const PoissonBox cube = manufacturedCube(64);
    PressureCorrection correction = correctionFor(cube);
    const Solved solved = solve(correction, cube.singleSource(), 1e-3, 10);
    CHECK(solved.outcome.converged);
    CHECK(solved.outcome.iterations <= 4);
    CHECK(trueResidual(cube, solved.x) < 1.1e-3);
}

TEST_CASE("Single precision reaches a millionth even where spaces hang together by leaks") {
    const PoissonBox hall = aisleHall(100, 80, 1e-3);
    PressureCorrection correction = correctionFor(hall);
    const Solved solved = solve(correction, hall.singleSource(), 1e-6, 30);
    CHECK(solved.outcome.converged);
    CHECK(solved.outcome.iterations <= 14);
    CHECK(trueResidual(hall, solved.x) < 5e-5);  // rounding of x across leaks
}

TEST_CASE("Iterations stop where they are told to") {
    const PoissonBox cube = manufacturedCube(32);
    PressureCorrection correction = correctionFor(cube);
    const Solved solved = solve(correction, cube.singleSource(), 1e-6, 2);
    CHECK(solved.outcome.iterations == 2);
    CHECK_FALSE(solved.outcome.converged);
    CHECK(trueResidual(cube, solved.x) < 0.05);
}

TEST_CASE("What one space has too much of is spread over it and solids stay at zero") {
    PoissonBox room = PoissonBox::cube(24, 7.2);
    room.wall(0, 11, 0.0).solid({3, 5, 3, 5, 3, 5});
    room.addSource(0, 0, 0, 1.0).addSource(10, 10, 10, -1.0);
    room.addSource(20, 20, 20, 1.0);  // nowhere to go
    room.addSource(4, 4, 4, 1.0);     // in a solid
    PressureCorrection correction = correctionFor(room);
    const Solved solved = solve(correction, room.singleSource(), 1e-5, 20);
    CHECK(solved.outcome.converged);
    CHECK(solved.x[room.box.at(4, 4, 4)] == 0.0F);
    CHECK(solved.x[room.box.at(-1, 3, 3)] == 0.0F);
    CHECK(std::all_of(solved.x.begin(), solved.x.end(), [](float x) { return std::isfinite(x); }));
    // Every cell of the second space loses a share of its one source.
    const double share = 1.0 / static_cast<double>(correction.islands().cells[1]);
    forCells(room.box, [&](int i, int j, int k) {
        if (i >= 12) room.addSource(i, j, k, -share);
    });
    room.source[room.box.at(4, 4, 4)] = 0.0;
    CHECK(trueResidual(room, solved.x) < 1e-4);
}

TEST_CASE("Resistances may change without new coarse grids") {
    PoissonBox hall = aisleHall(60, 48, 1e-3);
    PressureCorrection correction = correctionFor(hall);
    const int before = solve(correction, hall.singleSource(), 1e-4, 30).outcome.iterations;
    hall.scale(2, 3, {0, 60, 0, 48, 0, 0}, 1.5).wall(0, 7, 0.7);
    correction.setConductance(hall.singleConductance(), Preconditioner::Keep);
    const Solved kept = solve(correction, hall.singleSource(), 1e-4, 30);
    CHECK(kept.outcome.converged);
    CHECK(kept.outcome.iterations <= before + 3);
    CHECK(trueResidual(hall, kept.x) < 1.5e-4);  // the new equations, not the old ones
}

TEST_CASE("A stopped calculation says that it was cancelled") {
    const PoissonBox cube = manufacturedCube(32);
    PressureCorrection correction = correctionFor(cube);
    std::vector<float> x(cube.box.size());
    std::stop_source stop;
    stop.request_stop();
    const auto outcome = correction.solve(cube.singleSource(), 1e-6, 10, x, stop.get_token());
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == ErrorCode::Cancelled);
}

TEST_CASE("The solution has the same bits for one, two, four and seven threads") {
    const PoissonBox hall = aisleHall(100, 112, 1e-3);
    const auto solveOn = [&](int threads) {
        Solved solved;
        tbb::task_arena arena(threads);
        arena.execute([&] {
            PressureCorrection correction = correctionFor(hall);
            solved = solve(correction, hall.singleSource(), 1e-4, 30);
        });
        return solved;
    };
    const auto solveDoubleOn = [&](int threads) {
        std::vector<double> pressure;
        tbb::task_arena arena(threads);
        arena.execute([&] { pressure = converge(hall).pressure; });
        return pressure;
    };
    const Solved alone = solveOn(1);
    const std::vector<double> aloneInDouble = solveDoubleOn(1);
    for (const int threads : {2, 4, 7}) {
        const Solved together = solveOn(threads);
        INFO(threads << " threads");
        // Not compared inside CHECK, which would spell out every number.
        const bool sameSingle = together.x == alone.x;
        const bool sameDouble = solveDoubleOn(threads) == aloneInDouble;
        CHECK(sameSingle);
        CHECK(sameDouble);
        CHECK(together.outcome.residual == alone.outcome.residual);
    }
}
