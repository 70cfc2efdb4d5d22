// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

using namespace halltwin::tests;
using nlohmann::json;

namespace {

/// Four servers of 8 GPUs in a row, a network cabinet at its end, trays above both.
json project() {
    json items = json::array();
    for (int n = 0; n < 4; ++n)
        items.push_back({{"id", n + 1},
                         {"hall", 1},
                         {"catalog", "rack.dgx-h100-x1"},
                         {"label", "R" + std::to_string(n + 1)},
                         {"x_m", 2.0 + 0.6 * n},
                         {"y_m", 4.0}});
    items.push_back({{"id", 5},
                     {"hall", 1},
                     {"catalog", "rack.network-open"},
                     {"label", "N1"},
                     {"x_m", 8.0},
                     {"y_m", 4.0}});
    return {{"format", "halltwin-project"},
            {"version", 6},
            {"halls", {{{"id", 1}, {"name", "Hall"}, {"width_m", 12}, {"depth_m", 10}}}},
            {"items", items},
            {"fabrics",
             {{{"id", 1},
               {"name", "InfiniBand"},
               {"purpose", "compute"},
               {"topology", "rail-optimised"},
               {"leaf_switch", "switch.qm9700"}}}},
            {"trays",
             {{{"id", 1},
               {"hall", 1},
               {"name", "Main"},
               {"from_x_m", 1},
               {"from_y_m", 4.6},
               {"to_x_m", 10},
               {"to_y_m", 4.6}}}}};
}

std::string written(const ScratchFolder& folder, const json& content) {
    const auto path = folder / "project.json";
    std::ofstream(path) << content.dump();
    return path.string();
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("network gives the contract's figures of a small rail-optimised fabric") {
    const ScratchFolder folder;
    const Outcome outcome = runCli({"network", written(folder, project()), "--json"});
    INFO(outcome.messages);
    REQUIRE(outcome.status == 0);
    const json found = json::parse(outcome.output);
    CHECK(found["hosts"] == 4);
    CHECK(found["fabrics"][0]["gpus"] == 32);
    CHECK(found["links"].get<int>() >= 32);
    CHECK(found["bisection_gbps"].get<double>() == Approx(16 * 400.0));
    CHECK(found["max_hops"].get<int>() >= 2);
    CHECK(found["cable_m"].get<double>() > 32 * 2.0);
    CHECK(found["power_w"].get<double>() > 1000.0);
    CHECK(found["cost_usd"].get<double>() > 0.0);
    int counted = 0;
    double lengthM = 0.0;
    for (const json& line : found["cables"]) {
        CHECK(line["medium"].is_string());
        CHECK(line["speed_gbps"] == 400.0);
        counted += line["count"].get<int>();
        lengthM += line["length_m"].get<double>();
    }
    CHECK(counted == found["links"].get<int>());
    CHECK(lengthM == Approx(found["cable_m"].get<double>()));
    CHECK(found["trays"][0]["fill"].get<double>() > 0.0);
    CHECK(found["issues"].empty());
}

TEST_CASE("A collective, its scaling and a lost rail are answered for the fabric") {
    const ScratchFolder folder;
    const Outcome outcome = runCli({"network", written(folder, project()), "--collective",
                                    "all-reduce", "--algorithm", "hierarchical", "--bytes", "1e9",
                                    "--cut", "rail 1", "--step", "0.1", "--rank-losses", "--json"});
    INFO(outcome.messages);
    REQUIRE(outcome.status == 0);
    const json found = json::parse(outcome.output);
    const json& collective = found["collective"];
    CHECK(collective["ranks"] == 32);
    // Across the four servers each rail carries an eighth, twice: 2 · 3/4 · S/8 / B at least.
    CHECK(collective["time_s"].get<double>() >= 2.0 * 0.75 * 1e9 / 8.0 * 8.0 / 400e9);
    CHECK(collective["excess"].get<double>() <= 1e-9);
    CHECK(found["cut"]["hosts_cut_off"] == 0);
    CHECK(found["cut"]["hosts_that_notice"] == 4);
    CHECK(found["cut"]["slowdown"].get<double>() > 1.0);
    REQUIRE_FALSE(found["losses"].empty());
    CHECK(found["losses"][0]["slowdown"].get<double>() >=
          found["losses"].back()["slowdown"].get<double>());
    REQUIRE(found["scaling"].size() >= 2);
    CHECK(found["scaling"].back()["gpus"] == 32);
    CHECK(found["scaling"].back()["efficiency"].get<double>() < 1.0);
}

TEST_CASE("The port map names both ends, their racks and the way of every cable") {
    const ScratchFolder folder;
    const auto file = folder / "cables.csv";
    const Outcome outcome =
        runCli({"network", written(folder, project()), "--cables", file.string(), "--json"});
    REQUIRE(outcome.status == 0);
    const std::string text = contentOf(file);
    const auto lines = std::count(text.begin(), text.end(), '\n');
    CHECK(lines == 1 + json::parse(outcome.output)["links"].get<int>());
    CHECK(text.find("R3 node 1:8") != std::string::npos);
    CHECK(text.find(",N1,") != std::string::npos);
    CHECK(text.find(",trays\r\n") != std::string::npos);
}

TEST_CASE("All lists of a network go to a workbook or to a folder of CSV files") {
    const ScratchFolder folder;
    const std::string file = written(folder, project());
    const auto book = folder / "lists.xlsx";
    REQUIRE(runCli({"network", file, "--schedules", book.string()}).status == 0);
    CHECK(contentOf(book).starts_with("PK"));
    const std::string lists = (folder / "lists").string() + "/";
    REQUIRE(runCli({"network", file, "--schedules", lists}).status == 0);
    const json found = json::parse(runCli({"network", file, "--json"}).output);
    const std::string switches = contentOf(folder / "lists/switches.csv");
    CHECK(std::count(switches.begin(), switches.end(), '\n') == 1 + found["switches"].get<int>());
    for (const char* name : {"fabrics", "racks", "cable-bill", "port-map", "trays", "elevations"})
        CHECK(std::filesystem::exists(folder.path() / "lists" / (std::string(name) + ".csv")));
    const auto cables = folder / "cables.csv";
    REQUIRE(runCli({"network", file, "--cables", cables.string()}).status == 0);
    CHECK(contentOf(cables) == contentOf(folder / "lists/port-map.csv"));
}

TEST_CASE("Lists that cannot be written are refused with a way out") {
    const ScratchFolder folder;
    const std::string file = written(folder, project());
    const Outcome other = runCli({"network", file, "--schedules", (folder / "x.ods").string()});
    CHECK(other.status == 2);
    CHECK(other.messages.find(".xlsx") != std::string::npos);
    const Outcome nowhere = runCli({"network", file, "--schedules", "/nonexistent/dir/x.xlsx"});
    CHECK(nowhere.status == 2);
    CHECK(nowhere.messages.find("/nonexistent/dir/x.xlsx") != std::string::npos);
    const Outcome underFile = runCli({"network", file, "--schedules", file + "/lists/"});
    CHECK(underFile.status == 2);
}

TEST_CASE("A change by hand is applied and told, and one that names nothing is an issue") {
    json edited = project();
    edited["fabric_edits"] = {{{"id", 1},
                               {"fabric", 1},
                               {"kind", "remove-link"},
                               {"first", "R1 node 1:1"},
                               {"second", ""}}};
    const ScratchFolder folder;
    const json before =
        json::parse(runCli({"network", written(folder, project()), "--json"}).output);
    const json after = json::parse(runCli({"network", written(folder, edited), "--json"}).output);
    CHECK(after["links"].get<int>() == before["links"].get<int>() - 1);
    CHECK(after["fabrics"][0]["changes_by_hand"]["removed_links"] == 1);

    edited["fabric_edits"][0]["first"] = "leaf-9.9:1";
    const Outcome wrong = runCli({"network", written(folder, edited), "--json"});
    const json found = json::parse(wrong.output);
    REQUIRE_FALSE(found["issues"].empty());
    CHECK(found["issues"][0]["rule"].get<std::string>().starts_with("network."));
}

TEST_CASE("What a fabric does not have is refused with what to name instead") {
    const ScratchFolder folder;
    const std::string file = written(folder, project());
    const Outcome noFabric = runCli({"network", file, "--fabric", "Ethernet"});
    CHECK(noFabric.status == 2);
    CHECK(noFabric.messages.find("InfiniBand") != std::string::npos);
    const Outcome noDevice = runCli({"network", file, "--cut", "spine-99"});
    CHECK(noDevice.status == 2);
    CHECK(noDevice.messages.find("spine-99") != std::string::npos);
    const Outcome nothing =
        runCli({"network", example("empty-hall.json"), "--collective", "all-reduce"});
    CHECK(nothing.status == 2);
    CHECK(runCli({"network", example("empty-hall.json"), "--json"}).status == 0);
}

TEST_CASE("Traffic that is no collective gives rates, a bottleneck and the fullest cables") {
    const ScratchFolder folder;
    const std::string file = written(folder, project());
    const Outcome outcome = runCli({"network", file, "--traffic", "incast", "--json"});
    INFO(outcome.messages);
    REQUIRE(outcome.status == 0);
    const json traffic = json::parse(outcome.output)["traffic"];
    CHECK(traffic["kind"] == "incast");
    // 24 ports of three servers share the one port of the receiver.
    CHECK(traffic["total_gbps"].get<double>() == Approx(400.0));
    CHECK(traffic["slowest_gbps"].get<double>() == Approx(400.0 / 24.0));
    CHECK(traffic["bottleneck"].get<std::string>().find("R4 node 1:1") != std::string::npos);
    CHECK(traffic["fullest"][0]["load"].get<double>() == Approx(1.0));
    CHECK(traffic["excess"].get<double>() <= 1e-9);
    const Outcome storage = runCli({"network", file, "--traffic", "storage-read"});
    CHECK(storage.status != 0);
    CHECK(storage.messages.find("storage") != std::string::npos);
}

TEST_CASE("Matrices between racks, for people and as JSON") {
    const ScratchFolder folder;
    const std::string file = written(folder, project());
    const Outcome hops = runCli({"network", file, "--matrix", "hops", "--json"});
    REQUIRE(hops.status == 0);
    const json matrix = json::parse(hops.output)["matrix"];
    CHECK(matrix["group"] == "rack");
    CHECK(matrix["groups_in_all"] == 4);
    CHECK(matrix["groups"][1]["name"] == "R2");
    CHECK(matrix["values"][0][1] == 2.0);  // one unit: over the leaf of the rail
    const Outcome rates = runCli({"network", file, "--matrix", "bandwidth", "--cut", "rail 1"});
    CHECK(rates.output.find("R2") != std::string::npos);
    CHECK(rates.output.find("2800") != std::string::npos);  // seven rails of 400 Gb/s
    CHECK(runCli({"network", file, "--matrix", "hops", "--group", "aisle"}).status != 0);
}
