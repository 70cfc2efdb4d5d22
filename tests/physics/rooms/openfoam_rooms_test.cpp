// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/physics/rooms/openfoam_rooms.h"
#include "tests/support/catch.h"

#include <string>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

/// OpenFOAM's mean intakes of the racks at the ends and in the middle of the rows, mirror images
/// averaged.
struct Reference {
    const char* room;
    double supplyShare;
    double endC;
    double middleC;
    double toleranceK;

    [[nodiscard]] double meanC() const { return 0.5 * (endC + middleC); }
};

RoomResult solved(double supplyShare, const AirSettings& settings) {
    auto result = solveAir(openfoamRoom(supplyShare), settings);
    REQUIRE(result);
    return *std::move(result);
}

/// The jets of both rooms flap slowly: means over as long a time as OpenFOAM's.
AirSettings defaultModel(double gridM) {
    AirSettings settings;
    settings.gridM = gridM;
    settings.limits.driftK = 1e-3;
    settings.limits.greatestMeanS = 400.0;
    return settings;
}

void report(const RoomResult& result, const Reference& expected) {
    const RackMeans means = rackMeans(result);
    UNSCOPED_INFO("room " << expected.room << ": ends " << means.endC << " (" << expected.endC
                          << "), middle " << means.middleC << " (" << expected.middleC << "), all "
                          << means.allC << ", mirror " << means.widestMirrorK << ", rest "
                          << static_cast<int>(result.settling.rest) << ", mean over "
                          << result.settling.meanTime.in(seconds) << " s, " << result.settling.steps
                          << " steps, heat " << result.books.heatResidual << ", mass "
                          << result.books.massResidual);
}

}  // namespace

TEST_CASE("With OpenFOAM's constant viscosity every rack's intake is OpenFOAM's") {
    // buoyantBoussinesqSimpleFoam with ν_t = 0.02 m²/s on its finest grid, 0.10 m.
    const auto expected = GENERATE(Reference{"A", 1.0, 22.059, 20.146, 0.4},
                                   Reference{"B", 0.7, 25.975, 25.369, 0.3});
    const RoomResult result = solved(expected.supplyShare, constantViscosity(0.15));
    report(result, expected);
    CHECK(result.converged);
    for (std::size_t n = 0; n < result.racks.size(); ++n) {
        const bool atEnd = n % 4 == 0 || n % 4 == 3;
        CHECK(result.racks[n].intakeMean.in(celsius) ==
              Approx(atEnd ? expected.endC : expected.middleC).margin(expected.toleranceK));
    }
    const double returnC = 20.0 + 12.0 / expected.supplyShare;
    double extractC = 0.0;
    for (const TerminalResult& terminal : result.terminals)
        if (terminal.flow < cubicMetresPerSecond(0.0))
            extractC += 0.5 * terminal.temperature.in(celsius);
    CHECK(extractC == Approx(returnC).margin(0.05));
}

TEST_CASE("The default model agrees with OpenFOAM's k-epsilon on warm and cool racks") {
    // buoyantBoussinesqPimpleFoam, standard k-ε, means over several hundred seconds on its finest
    // grid: 0.15 m in A, 0.10 m in B.
    const auto expected = GENERATE(Reference{"A", 1.0, 23.846, 20.145, 2.0},
                                   Reference{"B", 0.7, 25.908, 25.087, 2.0});
    const RoomResult result = solved(expected.supplyShare, defaultModel(0.15));
    const RackMeans means = rackMeans(result);
    report(result, expected);
    CHECK(means.allC == Approx(expected.meanC()).margin(1.0));
    CHECK(means.endC == Approx(expected.endC).margin(expected.toleranceK));
    CHECK(means.middleC == Approx(expected.middleC).margin(expected.toleranceK));
    CHECK(means.endC > means.middleC);
    CHECK(result.books.heatResidual < 1e-3);
}

TEST_CASE("At 0.30 m the default model has OpenFOAM's mean intake of the starved room") {
    const Reference expected{"B", 0.7, 28.2, 22.872, 1.0};
    const RoomResult result = solved(expected.supplyShare, defaultModel(0.3));
    report(result, expected);
    CHECK(rackMeans(result).allC == Approx(expected.meanC()).margin(expected.toleranceK));
}

TEST_CASE("Mirror images of a rack agree once an answer stands") {
    AirSettings settings;
    settings.gridM = 0.15;
    const RoomResult result = solved(0.7, settings);
    report(result, {"B", 0.7, 25.908, 25.087, 0.3});
    REQUIRE(result.converged);
    CHECK(rackMeans(result).widestMirrorK < 0.3);
}
