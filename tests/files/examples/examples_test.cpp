// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/data_paths.h"
#include "model/core/file_io.h"
#include "model/exchange/catalog_json.h"
#include "model/exchange/project_json.h"
#include "model/project/rules.h"
#include "tests/support/catch.h"

#include <filesystem>
#include <string>
#include <vector>

using namespace halltwin;

namespace {

std::vector<std::filesystem::path> exampleFiles() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(examplesDirectory())) {
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    }
    return files;
}

}  // namespace

TEST_CASE("There are examples to open") {
    for (const char* name : {"medium-1000-gpu.json", "classroom-two-rows.json", "empty-hall.json",
                             "raised-floor.json", "large-10000-gpu.json", "pod2.json",
                             "frontier.json", "liquid-45c.json", "nordic-heat-reuse.json",
                             "hyperscale-100k-gpu.json"}) {
        INFO(name);
        CHECK(std::filesystem::exists(examplesDirectory() / name));
    }
}

TEST_CASE("Every example opens, names only catalogue entries that exist and breaks no rule") {
    const auto load = exchange::loadCatalog(resourceDirectory() / "catalog");
    REQUIRE(load.problems.empty());
    for (const auto& file : exampleFiles()) {
        INFO(file.filename().string());
        const auto text = readFile(file);
        REQUIRE(text);
        const auto project = exchange::projectFromJson(*text, file.filename().string());
        if (!project) FAIL(describe(project.error()));
        for (const Item& item : project->items) {
            INFO(item.label << ": " << item.catalogKey);
            CHECK(load.catalog.find(item.catalogKey) != nullptr);
        }
        for (const Issue& issue : checkRules(*project, load.catalog)) {
            INFO(issue.rule << ": " << issue.message);
            CHECK(issue.severity != Severity::Error);
        }
    }
}

TEST_CASE("Every example is written as the program itself would write it") {
    for (const auto& file : exampleFiles()) {
        INFO(file.filename().string());
        const auto text = readFile(file);
        REQUIRE(text);
        const auto project = exchange::projectFromJson(*text, file.filename().string());
        REQUIRE(project);
        CHECK(exchange::toJson(*project) == *text);
    }
}
