// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/project_json.h"
#include "tests/support/catch.h"
#include "tests/support/random_project.h"

#include <string>

using namespace halltwin;
using namespace halltwin::exchange;

namespace {

/// A project text with `parts` on its line 3.
std::string textWith(const std::string& parts) {
    return "{\n\"format\": \"halltwin-project\", \"version\": 1,\n" + parts + "}\n";
}

Error errorOf(const std::string& text) {
    const auto project = projectFromJson(text, "p.json");
    REQUIRE_FALSE(project);
    return project.error();
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a misspelt field is named with its line and place, not lost") {
    const Error error =
        errorOf(textWith("\"halls\": [{\"id\": 1},\n{\"id\": 2, \"widht_m\": 12}]"));
    CHECK(error.code == ErrorCode::ParseFailure);
    CHECK(error.context == "p.json:4 /halls/1/widht_m");
    CHECK(mentions(error.message, "\"widht_m\""));
    CHECK(mentions(error.message, "width_m"));
}

TEST_CASE("a misspelt part and a field given twice are errors") {
    CHECK(mentions(errorOf(textWith("\"hals\": []")).message, "\"hals\""));
    CHECK(mentions(errorOf(textWith("\"halls\": [], \"halls\": []")).message, "twice"));
    const Error twice =
        errorOf(textWith("\"halls\": [{\"id\": 1, \"name\": \"a\", \"name\": \"b\"}]"));
    CHECK(mentions(twice.message, "\"name\" is given twice"));
}

TEST_CASE("a wrong type says what is expected") {
    const Error text = errorOf(textWith("\"halls\": [{\"id\": 1, \"width_m\": \"12\"}]"));
    CHECK(text.code == ErrorCode::ParseFailure);
    CHECK(mentions(text.message, "a number from 0 to 2000"));
    CHECK(mentions(errorOf(textWith("\"info\": {\"name\": 5}")).message, "text in quotes"));
    CHECK(mentions(errorOf(textWith("\"halls\": [{\"id\": 1.5}]")).message, "a whole number"));
    CHECK(mentions(errorOf(textWith("\"halls\": [{\"id\": 1, \"kind\": \"cellar\"}]")).message,
                   "data-hall, plant-room, yard"));
    CHECK(mentions(errorOf(textWith("\"halls\": {}")).message, "a list in brackets"));
    CHECK(mentions(errorOf(textWith("\"site\": []")).message, "an object in braces"));
    CHECK(mentions(errorOf(textWith("\"economics\": {\"staff\": 1.5}")).message, "a whole number"));
    CHECK(mentions(errorOf(textWith("\"site\": {\"altitude_m\": null}")).message, "a number from"));
}

TEST_CASE("a number out of its range is refused, even one too large for any double") {
    const Error error = errorOf(textWith("\"site\": {\"altitude_m\": 1e300}"));
    CHECK(error.code == ErrorCode::OutOfRange);
    CHECK(mentions(error.message, "from -430 to 6000"));
    CHECK(errorOf(textWith("\"site\": {\"altitude_m\": 1e999}")).code == ErrorCode::ParseFailure);
    CHECK(errorOf(textWith("\"site\": {\"altitude_m\": NaN}")).code == ErrorCode::ParseFailure);
    CHECK(errorOf(textWith("\"halls\": [{\"id\": 18446744073709551615}]")).code ==
          ErrorCode::ParseFailure);
    CHECK(errorOf(textWith("\"halls\": [{\"id\": 0}]")).code == ErrorCode::ParseFailure);
}

TEST_CASE("ids must be there, be different and exist") {
    CHECK(mentions(errorOf(textWith("\"halls\": [{}]")).message, "lacks the field \"id\""));
    const Error twice = errorOf(textWith("\"halls\": [{\"id\": 4},\n{\"id\": 5},\n{\"id\": 4}]"));
    CHECK(twice.code == ErrorCode::DuplicateId);
    CHECK(mentions(twice.context, "p.json:5"));
    const Error dangling =
        errorOf(textWith("\"items\": [{\"id\": 1, \"hall\": 8, \"catalog\": \"x\"}]"));
    CHECK(dangling.code == ErrorCode::DanglingReference);
    CHECK(mentions(dangling.context, "p.json"));
    CHECK(mentions(
        errorOf(textWith("\"halls\": [{\"id\": 1}], \"items\": [{\"id\": 1, \"hall\": 1}]"))
            .message,
        "catalog"));
}

TEST_CASE("a text that is not JSON is refused with line and column") {
    const Error error = errorOf("{\n  \"format\": halltwin\n}");
    CHECK(error.code == ErrorCode::ParseFailure);
    CHECK(mentions(error.context, "p.json:2:13"));
    CHECK(errorOf("").code == ErrorCode::ParseFailure);
    CHECK(errorOf("{\"format\": \"\xC3\x28\"}").code == ErrorCode::ParseFailure);
    CHECK(mentions(errorOf(std::string(100000, '[')).message, "deep"));
}

TEST_CASE("a list of more than a million is refused before it fills the memory") {
    std::string list = "1";
    for (int i = 0; i < 1'000'000; ++i)
        list += ",1";
    const Error error = errorOf(textWith("\"halls\": [" + list + "]"));
    CHECK(error.code == ErrorCode::OverLimit);
    CHECK(error.context == "p.json:3");
}

TEST_CASE("other JSON files and newer versions are told apart") {
    CHECK(errorOf("{}").code == ErrorCode::NotAProject);
    CHECK(errorOf("[1, 2]").code == ErrorCode::NotAProject);
    CHECK(errorOf("{\"format\": \"halltwin-catalog\", \"version\": 1}").code ==
          ErrorCode::NotAProject);
    const Error newer = errorOf("{\"format\": \"halltwin-project\", \"version\": 7, \"new\": []}");
    CHECK(newer.code == ErrorCode::NewerSchema);
    CHECK(mentions(newer.message, "version 7"));
}

TEST_CASE("a text cut off anywhere is refused") {
    const std::string text = toJson(tests::aRandomProject(3));
    for (std::size_t length = 0; length + 2 < text.size(); length += 7)
        REQUIRE_FALSE(projectFromJson(text.substr(0, length), "cut.json"));
}

TEST_CASE("a text with bytes changed is refused or is a project that can be written again") {
    const std::string text = toJson(tests::aRandomProject(5));
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        std::string bad = text;
        for (int flips = 0; flips < 3; ++flips)
            bad[random() % bad.size()] = static_cast<char>(random() % 256);
        const auto project = projectFromJson(bad, "flipped.json");
        if (project) REQUIRE(projectFromJson(toJson(*project), "again.json"));
    }
}
