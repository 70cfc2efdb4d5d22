// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace halltwin::tests;
using Json = nlohmann::json;

namespace {

const std::string medium = "medium-1000-gpu.json";

Json failOf(const std::vector<std::string>& elements, const std::string& seconds, int status) {
    std::vector<std::string> arguments{"fail", example(medium), "--for", seconds, "--json"};
    for (const std::string& element : elements)
        arguments.insert(arguments.end(), {"--element", element});
    return jsonOf(arguments, status);
}

/// Time of the first such event; −1 where there is none.
double timeOf(const Json& document, const std::string& element, const std::string& what) {
    for (const Json& event : document["events"])
        if (event["element"] == element && event["what"] == what) return event["t_s"];
    return -1.0;
}

}  // namespace

TEST_CASE("fail of one utility feed wakes its battery and generator, and no rack notices") {
    const Json lost = failOf({"GRID-A"}, "15", 0);
    CHECK(lost["survived"].get<bool>());
    CHECK(lost["dark"].empty());
    CHECK(lost["interrupted"].empty());
    CHECK(timeOf(lost, "GRID-A", "failed") == 0.0);
    CHECK(timeOf(lost, "GEN-A", "starting") == 0.0);
    CHECK(timeOf(lost, "GEN-A", "running") > 0.0);
    CHECK(timeOf(lost, "ATS-A", "transferred") > timeOf(lost, "GEN-A", "running"));
    CHECK(timeOf(lost, "GEN-B", "starting") == -1.0);
    double last = 0.0;
    for (const Json& event : lost["events"]) {
        CHECK(event["t_s"].get<double>() >= last);
        last = event["t_s"];
    }
    CHECK(lost["supply"].size() > 1);
}

TEST_CASE("fail of both feeds stops the coolers until the generators run") {
    const Json lost = failOf({"GRID-A", "GRID-B"}, "15", 1);  // intakes pass their limit meanwhile
    CHECK(lost["dark"].empty());
    CHECK(timeOf(lost, "CRAH-1", "dark") == 0.0);
    CHECK(timeOf(lost, "CRAH-1", "back") == Approx(timeOf(lost, "ATS-A", "transferred")));
    CHECK(timeOf(lost, "CRAH-1", "water not cooled") > 0.0);  // the chillers need longer
    CHECK_FALSE(lost["survived"].get<bool>());
}

TEST_CASE("fail --back puts an element back, and the generator rests again") {
    const std::vector<std::string> arguments{"fail",   example(medium), "--element", "GRID-A",
                                             "--back", "14 GRID-A",     "--for",     "16",
                                             "--json"};
    const Json document = jsonOf(arguments);
    CHECK(timeOf(document, "GRID-A", "returned") == 14.0);
    CHECK(timeOf(document, "GEN-A", "stopped") == 14.0);
    CHECK(timeOf(document, "ATS-A", "transferred") < 14.0);
    const Outcome refused =
        runCli({"fail", example(medium), "--element", "GRID-A", "--back", "GRID-A"});
    CHECK(refused.status == 2);
    CHECK(refused.messages.find("--back") != std::string::npos);
}

TEST_CASE("fail of feeds, generators and batteries leaves every rack dark at once") {
    const Json lost = failOf(
        {"GRID-A", "GRID-B", "GEN-A", "GEN-B", "BAT-A1", "BAT-A2", "BAT-B1", "BAT-B2"}, "5", 1);
    CHECK(lost["dark"].size() == 84);
    CHECK_FALSE(lost["survived"].get<bool>());
}

TEST_CASE("contingencies takes out every element and names level and single points") {
    const Json document = jsonOf({"contingencies", example(medium), "--json"});
    REQUIRE(document["contingencies"].size() > 20);
    for (const Json& one : document["contingencies"]) {
        CHECK(one["elements"].size() == 1);
        CHECK(one["survives"].get<bool>());
        CHECK(one["lost_w"].get<double>() == 0.0);
        CHECK(one["worst_loading"].get<double>() > 0.0);
    }
    CHECK(document["redundancy"]["level"] == "2N");
    CHECK(document["redundancy"]["single_points"].empty());
    CHECK(runCli({"contingencies", example(medium), "--order", "3"}).status == 2);
}

TEST_CASE("contingencies exits with 1 where a single failure darkens a rack") {
    const Outcome outcome = runCli({"contingencies", example("classroom-two-rows.json")});
    CHECK(outcome.status == 1);
    CHECK(outcome.output.find("Redundancy of the racks: N.") != std::string::npos);
}

TEST_CASE("availability puts racks and hall beside the tiers, the same for the same seed") {
    const std::vector<std::string> arguments{
        "availability", example(medium), "--draws", "20000", "--seed", "3", "--json"};
    const Json document = jsonOf(arguments);
    CHECK(document["racks"].size() == 84);
    const double hall = document["hall"]["unavailability"];
    CHECK(document["hall"]["minutes_per_year"].get<double>() == Approx(hall * 8760.0 * 60.0));
    CHECK(document["any_rack"]["unavailability"].get<double>() >= hall);
    CHECK(document["any_rack"]["drawn_unavailability"].is_number());
    REQUIRE(document["tiers"].size() == 4);
    CHECK(document["tiers"][3]["minutes_per_year"].get<double>() == Approx(26.28));
    CHECK(jsonOf(arguments) == document);
}

TEST_CASE("headroom lists elements from the fullest on, with what limits each") {
    const Json document = jsonOf({"headroom", example(medium), "--json"});
    REQUIRE(document["elements"].size() > 20);
    double last = -1e12;
    for (const Json& one : document["elements"]) {
        CHECK(one["left_w"].get<double>() >= last);
        last = one["left_w"];
        CHECK(one["suggested_rating_w"].get<double>() >=
              one["required_rating_w"].get<double>() * (1.0 - 1e-9));
        CHECK((one["limit"] == "failure") == one["failure"].is_string());
    }
}

TEST_CASE("run tells cables, phases and voltage drop of the chain") {
    const Json document = jsonOf({"run", example(medium), "--json"});
    double cablesW = 0.0;
    for (const Json& element : document["power"]) {
        CHECK(element["apparent_va"].get<double>() >= element["output_w"].get<double>());
        cablesW += element["cable_loss_w"].get<double>();
    }
    for (const Json& supply : document["supplies"]) {
        CHECK(supply["voltage_drop"].get<double>() >= 0.0);
        cablesW += supply["cable_loss_w"].get<double>();
    }
    CHECK(document["cable_loss_w"].get<double>() == Approx(cablesW));
}
