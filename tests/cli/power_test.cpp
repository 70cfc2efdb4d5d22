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

TEST_CASE("fail --back puts an element back; switch and generator wait for their delays") {
    const std::vector<std::string> arguments{"fail",   example(medium), "--element", "GRID-A",
                                             "--back", "14 GRID-A",     "--for",     "16",
                                             "--json"};
    const Json document = jsonOf(arguments);
    CHECK(timeOf(document, "GRID-A", "returned") == 14.0);
    CHECK(timeOf(document, "GEN-A", "stopped") == -1.0);
    CHECK(timeOf(document, "ATS-A", "retransferred") == -1.0);
    CHECK(document["event"].is_null());
    CHECK(timeOf(document, "ATS-A", "transferred") < 14.0);
    const Outcome refused =
        runCli({"fail", example(medium), "--element", "GRID-A", "--back", "GRID-A"});
    CHECK(refused.status == 2);
    CHECK(refused.messages.find("--back") != std::string::npos);
}

TEST_CASE("events lists what may befall the chain, and fail --event follows one") {
    const Json document = jsonOf({"events", example(medium), "--json"});
    std::vector<std::string> keys;
    for (const Json& event : document["events"]) {
        keys.push_back(event["key"]);
        CHECK_FALSE(event["description"].get<std::string>().empty());
        CHECK_FALSE(event["incidents"].empty());
    }
    for (const char* key :
         {"grid-outage", "grid-dip", "feed-loss:GRID-A", "generator-fails:GEN-B", "side-loss:A",
          "maintenance:UPS-A1", "room-loss:Plant room", "distribution-loss:PDU-A1"})
        CHECK(std::find(keys.begin(), keys.end(), key) != keys.end());
    CHECK(runCli({"events", example(medium)}).output.find("grid-outage-return") !=
          std::string::npos);

    // One generator cranks in vain for 75 s; the other side carries all.
    const Json fails = jsonOf(
        {"fail", example(medium), "--event", "generator-fails:GEN-A", "--for", "80", "--json"}, 1);
    CHECK(fails["event"] == "generator-fails:GEN-A");
    CHECK(timeOf(fails, "GEN-A", "failed to start") == Approx(75.0));
    CHECK(timeOf(fails, "GEN-B", "running") == Approx(10.0));
    CHECK(fails["dark"].empty());
}

TEST_CASE("fail --event follows a dip for as long as it is worth, and charges again") {
    const Json dip =
        jsonOf({"fail", example(medium), "--event", "grid-dip", "--for", "70", "--json"});
    CHECK(timeOf(dip, "GEN-A", "stopped") == Approx(2.0));
    CHECK(timeOf(dip, "BAT-A1", "charging") == Approx(2.0));
    CHECK(timeOf(dip, "BAT-A1", "charged") > 2.0);
    CHECK(dip["interrupted"].empty());
}

TEST_CASE("fail names keys near a mistyped event, and asks for something that fails") {
    const Outcome mistyped = runCli({"fail", example(medium), "--event", "grid-outag"});
    CHECK(mistyped.status == 2);
    CHECK(mistyped.messages.find("near it are: grid-outage,") != std::string::npos);
    const Outcome nothing = runCli({"fail", example(medium)});
    CHECK(nothing.status == 2);
    CHECK(nothing.messages.find("--element ID or --event KEY") != std::string::npos);
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
    CHECK(document["redundancy"]["modules"].is_array());
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
        if (one["limit"] == "failure") CHECK(one["failure"].is_string());
        CHECK((one["limit"] == "breaker") == one["link"].is_number());
        CHECK((one["limit"] == "breaker") == one["link_from"].is_string());
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
