// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/cases.h"
#include "model/validation/results_file.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::validation;

namespace {

ResultSet aSet() {
    CaseResult result{"lid-cavity", Effort::Quick, 16384, 1.5, 2.25, {}, {}};
    result.rows.push_back(within("t", "°C", 22.059, 21.88, 0.4));
    result.rows.push_back(atMost("error", "K", 4.0, 3.0));
    result.rows[0].grid = "0.15 m";
    result.profiles.push_back({"u",
                               "Speed",
                               {"u", "m/s", false},
                               {"rack", "", true},
                               {{"c", CurveKind::Published, 2, {{0.5, -1.25}}}}});
    return {"1.2.3", "2026-01-31", {result}};
}

}  // namespace

TEST_CASE("Results survive their file") {
    const auto read = readResults(resultsText(aSet()), "r.json");
    REQUIRE(read);
    CHECK(*read == aSet());
    CHECK(read->find("lid-cavity") != nullptr);
    CHECK(read->find("other") == nullptr);
}

TEST_CASE("What is no file of results is refused with its name") {
    const std::string sound = resultsText(aSet());
    std::string kind = sound;
    kind.replace(kind.find("at-most"), 7, "atleast");
    for (const std::string& text :
         {std::string("{"), std::string("{}"), std::string("{\"format\":\"other\"}"),
          sound.substr(0, sound.size() / 2), kind}) {
        const auto read = readResults(text, "r.json");
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::ParseFailure);
        CHECK(read.error().context == "r.json");
        CHECK(read.error().remedy.find("validate-physics") != std::string::npos);
    }
}

TEST_CASE("The shipped results hold every case at full effort, with plots of both sides") {
    const auto shipped = shippedResults();
    REQUIRE(shipped);
    CHECK(shipped->date.size() == 10);
    CHECK(shipped->cases.size() == cases().size());
    for (const Case& one : cases()) {
        INFO(one.id);
        const CaseResult* result = shipped->find(one.id);
        REQUIRE(result != nullptr);
        CHECK(result->effort == Effort::Full);
        CHECK_FALSE(result->rows.empty());
        CHECK_FALSE(result->profiles.empty());
        for (const Profile& profile : result->profiles) {
            bool hasPublished = false;
            bool hasOurs = false;
            for (const Curve& curve : profile.curves) {
                hasPublished = hasPublished || curve.kind == CurveKind::Published;
                hasOurs = hasOurs || curve.kind == CurveKind::Calculated;
            }
            CHECK(hasPublished);
            CHECK(hasOurs);
        }
    }
}
