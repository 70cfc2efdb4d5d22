// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_solve.h"
#include "tests/physics/rooms/pod2_room.h"
#include "tests/support/catch.h"

#include <cstdlib>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {
double opt(const char* name, double value) { return std::getenv(name) ? std::atof(std::getenv(name)) : value; }

struct Answer {
    RoomResult result;
    Pod2Errors errors;
};

Answer answerOf(const Pod2Window& window, double gridM) {
    AirSettings settings;
    settings.gridM = gridM;
    Pod2Unknowns unknowns;
    unknowns.supplyOpenShare = opt("SHARE", unknowns.supplyOpenShare);
    unknowns.slotGap = opt("SLOT", unknowns.slotGap);
    RoomInput room = pod2Room(window, unknowns);
    for (auto& rack : room.racks) rack.exhaustOpenShare = opt("EX", 1.0);
    if (opt("U", 0) > 0) { for (auto& w : room.envelope.walls) w = {wattsPerSquareMetreKelvin(opt("U", 0)), celsius(opt("UT", 24))}; room.envelope.floor = room.envelope.walls[0]; }
    auto result = solveAir(room, settings);
    REQUIRE(result);
    const Pod2Errors errors = pod2Errors(*result, window);
    return {*std::move(result), errors};
}

}  // namespace

TEST_CASE("probe A") {
    auto a = answerOf(windowA(), opt("H", 0.155));
    WARN(a.errors.table << "rest " << (int)a.result.settling.rest << " steps " << a.result.settling.steps << " heat " << a.result.books.heatResidual << " mass " << a.result.books.massResidual << " s " << a.result.wallS);
}
TEST_CASE("probe C") {
    auto a = answerOf(windowC(), opt("H", 0.155));
    WARN(a.errors.table << "rest " << (int)a.result.settling.rest << " steps " << a.result.settling.steps << " heat " << a.result.books.heatResidual << " mass " << a.result.books.massResidual << " s " << a.result.wallS);
}
