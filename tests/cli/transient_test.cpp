// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace halltwin::tests;

namespace {

const std::string classroom = "classroom-two-rows.json";
const std::string medium = "medium-1000-gpu.json";

std::vector<std::string> onClassroom(std::vector<std::string> more) {
    std::vector<std::string> arguments{"transient", example(classroom), "--hall", "1"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

}  // namespace

TEST_CASE("transient follows a loss of all cooling, and its books close") {
    const ScratchFolder folder;
    const auto csv = folder / "transient.csv";
    const Outcome outcome = runCli(
        onClassroom({"--for", "120", "--at", "20 all off", "--csv", csv.string(), "--json"}));
    const auto document = nlohmann::json::parse(outcome.output);
    CHECK(document["duration_s"].get<double>() == 120.0);
    REQUIRE(document["samples"].size() == 121);
    const double start = document["samples"][20]["max_inlet_c"].get<double>();
    CHECK(document["samples"][120]["max_inlet_c"].get<double>() > start + 3.0);
    CHECK(document["highest_inlet_c"].get<double>() > start + 3.0);
    CHECK(document["books"]["residual"].get<double>() < 1e-3);
    CHECK(document["coolers"][0]["series"][120]["flow_m3s"].get<double>() < 0.01);
    CHECK(document["racks"][0].contains("allowable_after_s"));
    CHECK(outcome.status == (document["first_allowable"].is_null() ? 0 : 1));

    std::ifstream stream(csv);
    std::string header;
    std::getline(stream, header);
    CHECK(header.starts_with("t_s,max_inlet_c,it_w,removed_w,stored_w,water_excess_k,"));
    CHECK(header.find(" flow_m3s") != std::string::npos);
    const auto columns = std::count(header.begin(), header.end(), ',');
    std::string row;
    int rows = 0;
    for (; std::getline(stream, row); ++rows)
        CHECK(std::count(row.begin(), row.end(), ',') == columns);
    CHECK(rows == 121);
}

TEST_CASE("transient without events says that nothing happens") {
    const auto document = jsonOf(onClassroom({"--for", "30", "--json"}));
    CHECK(document["events"].empty());
    const double start = document["samples"][0]["max_inlet_c"].get<double>();
    CHECK(document["samples"][30]["max_inlet_c"].get<double>() == Approx(start).margin(0.5));
}

TEST_CASE("Events that are none are refused in one line that names them") {
    for (const char* event : {"", "20", "20 all", "x all off", "20 all maybe",
                              "20 all load=", "20 all load=nan", "20 chillers load=2",
                              "20 NOBODY off", "20 all supply=200", "-5 all off", "999 all off"}) {
        INFO(event);
        const Outcome outcome = runCli(onClassroom({"--for", "60", "--at", event}));
        CHECK(outcome.status == 2);
        CHECK(outcome.messages.starts_with("halltwin-cli: "));
        CHECK(outcome.output.empty());
    }
    CHECK(runCli({"transient", example(classroom), "--hall", "Attic"}).status == 2);
    CHECK(runCli(onClassroom({"--for", "-1"})).status == 2);
}

TEST_CASE("fail takes a cooler out and follows the air") {
    const Outcome outcome = runCli({"fail", example(medium), "--element", "CRAH-1", "--element",
                                    "CRAH-2", "--for", "60", "--json"});
    const auto document = nlohmann::json::parse(outcome.output);
    for (const char* key : {"events", "dark", "survived", "temperatures"})
        CHECK(document.contains(key));
    CHECK(document["events"][0]["element"] == "CRAH-1");
    CHECK(document["events"][0]["what"] == "failed");
    CHECK(document["dark"].empty());
    REQUIRE(document["temperatures"].size() == 61);
    CHECK(document["temperatures"][60]["t_s"].get<double>() == 60.0);
    CHECK(outcome.status == (document["survived"].get<bool>() ? 0 : 1));
}

TEST_CASE("fail of an element that does not exist is refused") {
    const Outcome outcome = runCli({"fail", example(medium), "--element", "CRAH-99"});
    CHECK(outcome.status == 2);
    CHECK(outcome.messages.find("CRAH-99") != std::string::npos);
}
