// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/march.h"
#include "tests/physics/airflow/sample_room.h"
#include "tests/physics/case_check.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <tbb/global_control.h>
#include <vector>

using namespace halltwin;
using namespace halltwin::airflow;
using namespace halltwin::tests;
using validation::carryIn;
using validation::evenAxis;
using validation::noSources;

namespace {

AirModel withTurbulence(const Turbulence& turbulence) {
    AirModel model;
    model.turbulence = turbulence;
    return model;
}

ScalarSources inflowOf(const SampleRoom& room, const AirFlow& air) {
    ScalarSources sources = noSources(room.domain.box());
    carryIn(air.space(), room.inflowK, sources);
    return sources;
}

void march(AirFlow& air, const ScalarSources& sources, int steps, double dtS) {
    const StepEffort effort{2, 2, {1e-3, 4}};
    for (int n = 0; n < steps; ++n) {
        REQUIRE(air.stepFlow(dtS, effort));
        air.stepHeat(sources, dtS, effort.scalarSweeps);
    }
}

struct Range {
    double least = 1e9;
    double greatest = -1e9;
};

Range temperaturesOf(const AirFlow& air) {
    Range range;
    const CellBox& box = air.space().box;
    forCells(box, [&](int i, int j, int k) {
        const std::size_t c = box.at(i, j, k);
        if (!air.space().air[c]) return;
        range.least = std::min(range.least, static_cast<double>(air.temperature[c]));
        range.greatest = std::max(range.greatest, static_cast<double>(air.temperature[c]));
    });
    return range;
}

/// Velocity, temperature and what is left of k after some steps, one after the other.
std::vector<float> bitsAfterSteps(std::size_t threads, const Turbulence& turbulence) {
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
    const SampleRoom room = sampleRoom(4);
    AirFlow air(room.domain, withTurbulence(turbulence));
    march(air, inflowOf(room, air), 6, 0.05);
    std::vector<float> values;
    const auto append = [&](const Field& field) {
        values.insert(values.end(), field.data(), field.data() + field.size());
    };
    for (const Field& component : air.velocity)
        append(component);
    append(air.temperature);
    append(air.pressure);
    if (air.kEpsilon()) append(air.kEpsilon()->epsilon);
    return values;
}

}  // namespace

TEST_CASE("A heater in a duct warms the air by its power over its heat capacity flow") {
    checkRows(partOf(validation::heatedDuct(), "steady"), 1,
              {{"temperature rise, P / (ρ c_p V̇)", "± 0.001 %"}});
}

TEST_CASE("Eddies carry heat through openings, and hardly any through leaks") {
    const auto warmthBehind = [](double lossK) {
        AirDomain rooms = makeClosedBox({evenAxis(8, 0.8), evenAxis(1, 0.1), evenAxis(1, 0.1)});
        const CellBox box = rooms.box();
        rooms.lossK[0][box.at(3, 0, 0)] = lossK;
        AirModel model;
        model.turbulence = ConstantEddy{0.01};
        AirFlow air(rooms, model);
        ScalarSources sources = noSources(box);
        sources.gain[box.at(0, 0, 0)] = sources.decay[box.at(0, 0, 0)] = 100.0F;
        for (int n = 0; n < 200; ++n)
            air.stepHeat(sources, 0.05, 8);
        return static_cast<double>(air.temperature[box.at(4, 0, 0)]);
    };
    const double open = warmthBehind(0.0);
    CHECK(open > 0.1);
    CHECK(warmthBehind(1e4) < 0.01 * open);
    CHECK(warmthBehind(1.0) > 0.5 * open);
    CHECK(warmthBehind(40.0) < warmthBehind(1.0));
}

TEST_CASE("Air is never colder than the coldest nor warmer than the warmest that flows in") {
    struct Case {
        Turbulence turbulence;
        double dtS;
    };
    // 0.25 s are Courant numbers up to 3: without eddies the limiter answers too late for them.
    const auto [turbulence, dtS] =
        GENERATE(Case{ZeroEquation{}, 0.05}, Case{ZeroEquation{}, 0.25}, Case{KEpsilon{}, 0.05},
                 Case{KEpsilon{}, 0.25}, Case{ConstantEddy{1e-4}, 0.05});
    const SampleRoom room = sampleRoom(2);
    AirFlow air(room.domain, withTurbulence(turbulence));
    const ScalarSources sources = inflowOf(room, air);
    for (int round = 0; round < 10; ++round) {
        march(air, sources, 20, dtS);
        const Range range = temperaturesOf(air);
        INFO("model " << turbulence.index() << ", dt " << dtS << ", round " << round);
        CHECK(range.least >= coldK - 1e-3);
        CHECK(range.greatest <= hotK + 1e-3);
        CHECK(range.greatest - range.least > 5.0);
    }
}

TEST_CASE("A mirrored room has the mirrored air") {
    const std::size_t axis = GENERATE(0U, 1U);
    const SampleRoom room = sampleRoom(1);
    const SampleRoom other = mirrored(room, axis);
    AirFlow air(room.domain, withTurbulence(ConstantEddy{0.02}));
    AirFlow image(other.domain, withTurbulence(ConstantEddy{0.02}));
    march(air, inflowOf(room, air), 1500, 0.25);
    march(image, inflowOf(other, image), 1500, 0.25);
    double velocity = 0.0;
    double temperature = 0.0;
    const CellBox box = room.domain.box();
    forCells(box, [&](int i, int j, int k) {
        const std::size_t c = box.at(i, j, k);
        const std::size_t there = mirroredCell(box, axis, c);
        temperature = std::max(temperature, std::abs(static_cast<double>(air.temperature[c]) -
                                                     image.temperature[there]));
        for (std::size_t d = 0; d < 3; ++d) {
            const std::size_t face = d == axis ? mirroredFace(box, axis, c) : there;
            const double sign = d == axis ? -1.0 : 1.0;
            velocity =
                std::max(velocity, std::abs(air.velocity[d][c] - sign * image.velocity[d][face]));
        }
    });
    CHECK(velocity < 1e-3);
    CHECK(temperature < 1e-3);
}

TEST_CASE("Marched air has the same bits on one, two and four threads") {
    const auto turbulence = GENERATE(Turbulence{ZeroEquation{}}, Turbulence{KEpsilon{}});
    const std::vector<float> one = bitsAfterSteps(1, turbulence);
    for (const std::size_t threads : {2U, 4U}) {
        const std::vector<float> several = bitsAfterSteps(threads, turbulence);
        REQUIRE(several.size() == one.size());
        CHECK(std::memcmp(one.data(), several.data(), one.size() * sizeof(float)) == 0);
    }
}
