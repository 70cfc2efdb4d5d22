// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/physics/airflow/convergence.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin::tests;

TEST_CASE("The pressure of a manufactured field converges with the square of the cell size") {
    const double coarse = greatestError(16);
    const double middle = greatestError(32);
    const double fine = greatestError(64);
    CHECK(std::log2(coarse / middle) == Approx(2.0).margin(0.05));
    CHECK(std::log2(middle / fine) == Approx(2.0).margin(0.05));
}

TEST_CASE("Multigrid takes off more than 85 % of the residual per iteration, for any size") {
    for (const int n : {32, 48, 64, 128}) {
        INFO("cells per side " << n);
        CHECK(converge(manufacturedCube(n)).factor <= 0.15);
    }
}

TEST_CASE("Smooth and rough right sides converge alike") {
    PoissonBox cube = PoissonBox::cube(64, 1.0);
    CHECK(converge(cube.blowThrough()).factor <= 0.15);
}

TEST_CASE("A thin wall with one hole of 0.6 m slows multigrid down only a little") {
    const int n = 64;
    // The wall between two cells that would be joined, and between two that would not.
    for (const std::size_t axis : {0U, 1U, 2U})
        for (const int plane : {n / 2 - 1, n / 2, n / 3, 2 * n / 5}) {
            INFO("wall across axis " << axis << " after layer " << plane);
            CHECK(converge(walledCube(n, axis, plane)).factor <= 0.35);
        }
    CHECK(converge(walledCube(128, 0, 63)).factor <= 0.35);
}

TEST_CASE("A hole as small as one face slows multigrid down only a little") {
    for (const int plane : {20, 31}) {
        PoissonBox cube = PoissonBox::cube(64, 38.4);
        cube.blowThrough().wall(0, plane, 0.0);
        cube.hole(0, plane, {0, 0, 21, 22, 21, 22});
        INFO("wall after layer " << plane);
        CHECK(converge(cube).factor <= 0.35);
    }
}

TEST_CASE("Walls that leak a ten-thousandth slow multigrid down only a little") {
    PoissonBox cube = PoissonBox::cube(48, 14.4);
    cube.blowThrough();
    for (const int plane : {2, 9, 10, 23, 36, 40})
        cube.wall(0, plane, 1e-4);
    CHECK(converge(cube).factor <= 0.35);
}

TEST_CASE("Sixty-four compartments that leak a ten-thousandth are solved as one") {
    PoissonBox cube = PoissonBox::cube(64, 19.2);
    cube.blowThrough();
    for (const std::size_t axis : {0U, 1U, 2U})
        for (const int plane : {11, 30, 49})
            cube.wall(axis, plane, 1e-4);
    CHECK(converge(cube).factor <= 0.35);
}

TEST_CASE("Containment boxes in open air slow multigrid down only a little") {
    for (const double leak : {1e-2, 1e-4}) {
        PoissonBox room = PoissonBox::cube(48, 14.4);
        room.blowThrough();
        for (const int y : {5, 17, 34})
            room.containment({4, 43, y, y + 7, 0, 9}, leak);
        room.addSource(20, 8, 3, 2.0).addSource(20, 20, 3, -2.0);
        INFO("leak " << leak);
        CHECK(converge(room).factor <= 0.35);
    }
}

TEST_CASE("A hall with a floor void, tiles, racks and contained aisles converges") {
    for (const double leak : {1e-2, 1e-3, 1e-4}) {
        INFO("leak " << leak);
        CHECK(converge(aisleHall(100, 80, leak)).factor <= 0.35);
    }
}

TEST_CASE("A z grid graded from 0.15 to 0.6 m slows multigrid down only a little") {
    std::vector<double> heights;
    for (int k = 0; k < 24; ++k)
        heights.push_back(0.15 * std::pow(4.0, k / 23.0));
    PoissonBox room(64, 64, 0.3, heights);
    CHECK(converge(room.blowThrough()).factor <= 0.15);
    room.wall(2, 9, 1e-4).wall(0, 21, 1e-4).wall(0, 42, 0.0);
    room.hole(0, 42, {0, 0, 10, 12, 20, 22});
    CHECK(converge(room).factor <= 0.35);
}

TEST_CASE("Spaces without any connection are solved side by side") {
    PoissonBox cube = PoissonBox::cube(24, 1.0);
    cube.wall(0, 11, 0.0);
    cube.addSource(0, 0, 0, 1.0).addSource(11, 5, 5, -1.0);
    cube.addSource(12, 3, 3, 2.0).addSource(23, 23, 23, -2.0);
    CHECK(converge(cube).factor <= 0.15);
}
