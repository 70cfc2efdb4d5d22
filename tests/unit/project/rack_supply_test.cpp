// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rack_supply.h"
#include "tests/support/catch.h"

using namespace halltwin;

namespace {

/// 128 nodes with a DC-DC converter each, a rectifier for every four, 32 switches of 250 W: the
/// power description of a Frontier rack in ExaDigiT/RAPS (config/frontier.yaml).
RackSpec aFrontierRack() {
    RackSpec rack;
    rack.stages = {{"DC-DC converters", 128, watts(13.0), 0.98},
                   {"Rectifiers", 32, watts(17.0), 0.96}};
    rack.unconverted = watts(8000.0);
    return rack;
}

constexpr Power nodePeak = watts(280.0 + 4 * 560.0 + 74.26 + 4 * 20.0 + 30.0);
constexpr Power nodeIdle = watts(90.0 + 4 * 88.0 + 74.26 + 4 * 20.0 + 30.0);

}  // namespace

TEST_CASE("A Frontier rack converts power in the published steps") {
    const auto flows = supplyFlows(aFrontierRack(), nodePeak * 128.0);
    REQUIRE(flows.size() == 2);
    CHECK(nodePeak.in(watts) == Approx(2704.3).epsilon(1e-4));
    CHECK(flows[0].inputOfUnit.in(watts) == Approx(2772.7).epsilon(1e-4));
    CHECK(flows[1].inputOfUnit.in(watts) == Approx(11570.7).epsilon(1e-4));
    CHECK(flows[1].output == flows[0].input);
    CHECK(cordPower(aFrontierRack(), nodePeak * 128.0).in(kilowatts) ==
          Approx(378.26).epsilon(1e-4));
}

TEST_CASE("74 Frontier racks and 25 distribution units draw the published power") {
    const auto machine = [](Power node) {
        return cordPower(aFrontierRack(), node * 128.0) * 74.0 + watts(8473.47) * 25.0;
    };
    CHECK(machine(nodeIdle).in(megawatts) == Approx(7.282).epsilon(1e-4));
    CHECK(machine(nodePeak).in(megawatts) == Approx(28.203).epsilon(1e-4));
}

TEST_CASE("What the devices of a rack draw is told from what its cords carry") {
    const RackSpec rack = aFrontierRack();
    for (const Power node : {nodeIdle, nodePeak}) {
        const Power devices = node * 128.0;
        CHECK(devicePowerOf(rack, cordPower(rack, devices)).si() ==
              Approx(devices.si()).epsilon(1e-12));
    }
    CHECK(devicePowerOf(rack, watts(1000.0)) == Power{});
}

TEST_CASE("A rack without stages draws what its devices draw") {
    RackSpec rack;
    CHECK(supplyFlows(rack, kilowatts(5.0)).empty());
    CHECK(cordPower(rack, kilowatts(5.0)) == kilowatts(5.0));
    rack.unconverted = kilowatts(1.0);
    CHECK(cordPower(rack, kilowatts(5.0)) == kilowatts(6.0));
}
