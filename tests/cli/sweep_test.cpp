// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace halltwin::tests;

namespace {

const std::string room = "classroom-two-rows.json";

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::size_t linesIn(const std::filesystem::path& file) {
    const std::string text = contentOf(file);
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// 20 × 10 operating points.
std::vector<std::string> longSweep(const std::filesystem::path& file) {
    return {"sweep",  example(room),
            "--vary", "site.outdoor_dry_bulb=1:20:1",
            "--vary", "economics.default_utilisation=0.1:1:0.1",
            "--out",  file.string(),
            "--json"};
}

/// Starts the program and kills it when the file has that many lines.
void killAfter(std::size_t lines, const std::filesystem::path& file) {
    const std::string program = buildPath("app/cli/halltwin-cli").string();
    std::vector<std::string> arguments = longSweep(file);
    arguments.insert(arguments.begin(), program);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::vector<char*> raw;
        for (std::string& argument : arguments)
            raw.push_back(argument.data());
        raw.push_back(nullptr);
        execv(program.c_str(), raw.data());
        _exit(127);
    }
    for (int n = 0; n < 6000 && linesIn(file) < lines; ++n)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
}

}  // namespace

TEST_CASE("A sweep of 200 points goes on after it was killed, without redoing any") {
    const ScratchFolder folder;
    const auto file = folder / "sweep.csv";
    killAfter(40, file);
    const std::string before = contentOf(file);
    const auto whole = before.substr(0, before.rfind('\n') + 1);
    const auto done = static_cast<std::size_t>(std::count(whole.begin(), whole.end(), '\n')) - 1;
    REQUIRE(done >= 39);
    REQUIRE(done < 200);
    const auto progress = jsonOf(longSweep(file));
    CHECK(progress["skipped"] == done);
    CHECK(progress["done"] == 200 - done);
    CHECK(contentOf(file).starts_with(whole));
    CHECK(linesIn(file) == 201);
    std::set<std::string> points;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        const std::size_t second = line.find(',', line.find(',', line.find(',') + 1) + 1);
        points.insert(line.substr(0, second));
    }
    CHECK(points.size() == 201);
}

TEST_CASE("A sweep over climates has a year in each row, warmer places taking more cooling") {
    const ScratchFolder folder;
    const auto file = folder / "climates.csv";
    const auto progress =
        jsonOf({"sweep", example("medium-1000-gpu.json"), "--vary",
                "site.climate=se-lulea,sg-singapore", "--out", file.string(), "--json"});
    CHECK(progress["points"] == 2);
    CHECK(progress["failed"] == 0);
    const std::string text = contentOf(file);
    CHECK(text.starts_with("sweep,site.climate,pue,wue_l_per_kwh,"));
    std::ifstream stream(file);
    double lulea = 0.0;
    double singapore = 0.0;
    for (std::string line; std::getline(stream, line);) {
        std::vector<std::string> fields;
        for (std::size_t at = 0; at != std::string::npos;) {
            const std::size_t end = line.find(',', at);
            fields.push_back(line.substr(at, end - at));
            at = end == std::string::npos ? end : end + 1;
        }
        if (fields[1] == "se-lulea") lulea = std::stod(fields[2]);
        if (fields[1] == "sg-singapore") singapore = std::stod(fields[2]);
    }
    CHECK(lulea > 1.0);
    CHECK(singapore > lulea);
}

TEST_CASE("A sweep that makes no sense is refused with what to do, and no file is made") {
    const ScratchFolder folder;
    const auto file = folder / "no.csv";
    const auto refused = [&](const std::string& vary, const std::string& hint) {
        const Outcome outcome =
            runCli({"sweep", example(room), "--vary", vary, "--out", file.string()});
        CAPTURE(vary, outcome.messages);
        CHECK(outcome.status == 2);
        CHECK(outcome.messages.find(hint) != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(file));
    };
    refused("site.wind=1,2", "outdoor_dry_bulb");
    refused("items[none].fan_speed=1", "kind=cooler");
    refused("site.outdoor_dry_bulb=cold", "number");
    refused("site.outdoor_dry_bulb=1:99:1", "-70 to 70");
    refused("site.outdoor_dry_bulb", "PATH=");
    CHECK(runCli({"sweep", example(room), "--out", file.string()}).status == 2);
}

TEST_CASE("The table of another sweep is refused") {
    const ScratchFolder folder;
    const auto file = folder / "sweep.csv";
    const std::vector<std::string> first{
        "sweep", example(room), "--vary", "site.outdoor_dry_bulb=10,20", "--out", file.string()};
    REQUIRE(runCli(first).status == 0);
    const std::string before = contentOf(file);
    std::vector<std::string> other = first;
    other[3] = "economics.default_utilisation=0.5,1";
    const Outcome outcome = runCli(other);
    CHECK(outcome.status == 2);
    CHECK(outcome.messages.find("another sweep") != std::string::npos);
    CHECK(contentOf(file) == before);
}
