// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <fstream>
#include <iterator>

using namespace halltwin::tests;

namespace {

const std::string medium = "medium-1000-gpu.json";

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("run answers with every key that scripts rely on") {
    const auto document = jsonOf({"run", example(medium), "--json"});
    for (const char* key : {"it_power_w", "facility_power_w", "pue", "wue_l_per_kwh",
                            "cue_g_per_kwh", "max_inlet_c", "cost_usd_per_h", "carbon_g_per_h",
                            "power", "cooling", "energy_by_source", "cost", "books"}) {
        INFO(key);
        CHECK(document.contains(key));
    }
    for (const char* key :
         {"heat_residual", "power_residual", "cost_residual", "carbon_residual"}) {
        INFO(key);
        CHECK(document["books"][key].get<double>() <= 1e-6);
    }
    CHECK(document["power"][0].contains("loading"));
    CHECK(document["cooling"][0].contains("heat_w"));
}

TEST_CASE("The ledgers that run prints add up to the totals that it prints") {
    const auto document = jsonOf({"run", example(medium), "--json"});
    double usd = 0.0;
    for (const auto& line : document["cost"])
        usd += line["usd"].get<double>();
    CHECK(usd == Approx(document["cost_usd_per_h"].get<double>()).epsilon(1e-9));
    double g = 0.0;
    for (const auto& line : document["energy_by_source"])
        g += line["g"].get<double>();
    CHECK(g == Approx(document["carbon_g_per_h"].get<double>()).epsilon(1e-9));
    const double tonnesPerYear = document["carbon_g_per_year"].get<double>() / 1e6;
    CHECK(document["equivalents"]["cars"].get<double>() == Approx(tonnesPerYear / 4.6));
}

TEST_CASE("run says at which stage, grid and books the air of each hall stands") {
    const std::string classroom = "classroom-two-rows.json";
    const auto preview = jsonOf({"run", example(classroom), "--json"})["air"][0];
    CHECK(preview["stage"] == "preview");
    CHECK(preview["grid_m"].get<double>() == Approx(0.6));
    CHECK(preview["unsteady_k"].is_null());  // a preview has no time
    // The status is 0 or 1 by whether the means stand.
    const Outcome outcome = runCli({"run", example(classroom), "--json", "--stage", "fine"});
    const auto document = nlohmann::json::parse(outcome.output);
    const auto& fine = document["air"][0];
    CHECK(fine["hall"] == "Classroom hall");
    CHECK(fine["stage"] == "fine");
    CHECK(fine["grid_m"].get<double>() == Approx(0.3));
    CHECK(fine["cells"] > preview["cells"]);
    CHECK(fine["settled"].get<bool>() == (outcome.status == 0));
    CHECK((fine["settled"].get<bool>() || fine["rest"] == "drifting" ||
           fine["heat_residual"].get<double>() >= 1e-3));
    CHECK(fine["unsteady_k"].get<double>() >= 0.0);
    CHECK(fine["heat_residual"].get<double>() < 0.01);
    CHECK(fine["mass_residual"].get<double>() < 1e-4);
    CHECK(document["max_inlet_c"] != jsonOf({"run", example(classroom), "--json"})["max_inlet_c"]);
    const Outcome table = runCli({"run", example(classroom), "--stage", "coarse"});
    CHECK(table.output.find("coarse, 0.60 m") != std::string::npos);
    CHECK(table.output.find("± ") != std::string::npos);
}

TEST_CASE("A scenario changes the answer, and an unknown one names those that exist") {
    const auto base = jsonOf({"run", example(medium), "--json"});
    const auto half = jsonOf({"run", example(medium), "--json", "--scenario", "Half load"});
    CHECK(half["it_power_w"] < base["it_power_w"]);
    const Outcome wrong = runCli({"run", example(medium), "--scenario", "No such"});
    CHECK(wrong.status == 2);
    CHECK(wrong.messages.find("Half load") != std::string::npos);
}

TEST_CASE("solve prints racks, coolers, tiles, books, metrics and probes of a hall") {
    const auto document = jsonOf({"solve", example(medium), "--hall", "Data hall", "--json",
                                  "--probe", "3.0,3.0,1.5", "--probe", "9,6,0.5"});
    CHECK(document["stage"] == "preview");
    CHECK(document["converged"] == true);
    CHECK(document["books"]["heat_residual"].get<double>() <= 1e-6);
    CHECK(document["books"]["mass_residual"].get<double>() <= 1e-6);
    CHECK(document["racks"].size() > 40);
    CHECK(document["coolers"].size() >= 4);
    CHECK(document["tiles"].size() > 20);
    CHECK(document["probes"].size() == 2);
    CHECK(document["probes"][0]["t_c"].get<double>() > 5.0);
    CHECK(document["metrics"].contains("rci_hi"));
}

TEST_CASE("The number of threads does not change the answer of solve") {
    std::vector<std::string> answers;
    for (const char* threads : {"1", "2", "4"}) {
        auto document =
            jsonOf({"solve", example(medium), "--hall", "1", "--json", "--threads", threads});
        document.erase("wall_s");
        answers.push_back(document.dump());
    }
    CHECK(answers[0] == answers[1]);
    CHECK(answers[0] == answers[2]);
}

TEST_CASE("solve writes the racks as CSV and the fields as VTK image data") {
    const ScratchFolder scratch;
    const auto csv = scratch / "racks.csv";
    const auto vti = scratch / "hall.vti";
    const Outcome outcome = runCli(
        {"solve", example(medium), "--hall", "1", "--csv", csv.string(), "--vti", vti.string()});
    REQUIRE(outcome.status == 0);
    CHECK(contentOf(csv).find("intake_mean_c") != std::string::npos);
    CHECK(contentOf(vti).find("Name=\"temperature_c\"") != std::string::npos);
}

TEST_CASE("Text to file to text is byte-equal") {
    const ScratchFolder scratch;
    const auto database = scratch / "a.halltwin";
    const auto first = scratch / "a.json";
    const auto second = scratch / "b.json";
    REQUIRE(runCli({"export", example(medium), "--json", "-o", first.string()}).status == 0);
    REQUIRE(runCli({"import", first.string(), "-o", database.string()}).status == 0);
    REQUIRE(
        runCli({"export", database.string(), "--format", "json", "-o", second.string()}).status ==
        0);
    CHECK(contentOf(first) == contentOf(second));
    CHECK(contentOf(first).size() > 10000);
}

TEST_CASE("export writes the equipment as CSV and all schedules as a workbook") {
    const ScratchFolder scratch;
    const auto csv = scratch / "equipment.csv";
    const auto book = scratch / "schedules.xlsx";
    REQUIRE(runCli({"export", example(medium), "--format", "csv", "-o", csv.string()}).status == 0);
    CHECK(contentOf(csv).starts_with("id,label,hall,catalog,kind,x_m,y_m,"));
    REQUIRE(runCli({"export", example(medium), "--format", "xlsx", "-o", book.string()}).status ==
            0);
    CHECK(contentOf(book).starts_with("PK"));
    CHECK(contentOf(book).find("xl/worksheets/sheet10.xml") != std::string::npos);
    const Outcome refused =
        runCli({"export", example(medium), "--format", "xlsx", "-o", scratch.path().string()});
    CHECK(refused.status == 2);
    CHECK(refused.messages.find(scratch.path().string()) != std::string::npos);
}

TEST_CASE("A new project from the preset is the example") {
    const ScratchFolder scratch;
    const auto file = scratch / "new.halltwin";
    REQUIRE(runCli({"new", "--preset", "medium", "-o", file.string()}).status == 0);
    const auto created = jsonOf({"run", file.string(), "--json"});
    const auto shipped = jsonOf({"run", example(medium), "--json"});
    CHECK(created == shipped);
}

TEST_CASE("validate exits 0 for the example and 1 for a project with errors") {
    const auto document = jsonOf({"validate", example(medium), "--json"});
    CHECK(document["issues"].is_array());
    const ScratchFolder scratch;
    const auto file = scratch / "overlap.json";
    std::ofstream(file) << R"({"format":"halltwin-project","version":1,
      "halls":[{"id":1,"name":"H"}],
      "items":[{"id":1,"hall":1,"catalog":"rack.dgx-h100-x2","label":"R1","x_m":3,"y_m":3},
               {"id":2,"hall":1,"catalog":"rack.dgx-h100-x2","label":"R2","x_m":3.3,"y_m":3}]})";
    const auto broken = jsonOf({"validate", file.string(), "--json"}, 1);
    bool overlap = false;
    for (const auto& issue : broken["issues"])
        overlap = overlap || issue["rule"] == "layout.overlap";
    CHECK(overlap);
}

TEST_CASE("catalog lists entries of a kind with a source for every figure") {
    const auto document = jsonOf({"catalog", "--kind", "rack", "--json"});
    REQUIRE(document["entries"].size() >= 6);
    for (const auto& entry : document["entries"]) {
        for (const auto& [name, figure] : entry["figures"].items()) {
            INFO(entry["key"] << " " << name);
            CHECK_FALSE(figure["source"].get<std::string>().empty());
        }
    }
}
