// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/project_json.h"
#include "tests/files/forged_file.h"

#include <random>

using namespace halltwin;
using namespace halltwin::storage;
using tests::ForgedFile;

TEST_CASE("a file cut off anywhere is refused and left as it is") {
    ForgedFile file(tests::aProjectOfItems(400));
    const auto whole = readFile(file.path());
    REQUIRE(whole);
    REQUIRE(whole->size() > 40000);
    for (std::size_t length = 0; length < whole->size(); length += 997) {
        INFO("length " << length);
        tests::put(file.path(), whole->substr(0, length));
        (void)file.refusal();
    }
}

TEST_CASE("a file with bytes changed is refused, or is a project that can be saved again") {
    const tests::ScratchFolder folder;
    const auto file = folder / "flipped.halltwin";
    REQUIRE(saveProject(file, tests::aRandomProject(21)));
    const auto whole = readFile(file);
    REQUIRE(whole);
    int refused = 0;
    for (unsigned seed = 0; seed < 300; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        std::string bytes = *whole;
        for (unsigned flips = 0; flips < 1 + seed % 8; ++flips)
            bytes[random() % bytes.size()] ^= static_cast<char>(1U << random() % 8);
        tests::put(file, bytes);
        const auto project = openProject(file);
        CHECK(readFile(file) == bytes);
        if (!project) {
            ++refused;
            CHECK_FALSE(project.error().message.empty());
            continue;
        }
        REQUIRE(saveProject(folder / "again.halltwin", *project));
        REQUIRE(exchange::projectFromJson(exchange::toJson(*project), "again"));
    }
    CHECK(refused > 10);
}

TEST_CASE("a file whose pages hold noise behind a sound header is refused") {
    ForgedFile file;
    const auto whole = readFile(file.path());
    REQUIRE(whole);
    for (unsigned seed = 0; seed < 20; ++seed) {
        std::mt19937 random(seed);
        std::string bytes = *whole;
        for (std::size_t i = 100; i < bytes.size(); ++i)
            bytes[i] = static_cast<char>(random() % 256);
        tests::put(file.path(), bytes);
        (void)file.refusal();
    }
}
