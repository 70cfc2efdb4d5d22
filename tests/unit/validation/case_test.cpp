// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/case.h"
#include "model/validation/cases.h"
#include "model/validation/figure_text.h"
#include "tests/support/catch.h"

#include <limits>
#include <set>

using namespace halltwin;
using namespace halltwin::validation;

TEST_CASE("A figure is met up to its tolerance and no further") {
    CHECK(within("t", "°C", 20.0, 20.5, 0.5).met);
    CHECK_FALSE(within("t", "°C", 20.0, 20.51, 0.5).met);
    CHECK(withinShare("flux", "", -0.9, -1.0, 0.15).met);
    CHECK_FALSE(withinShare("flux", "", -0.9, -0.7, 0.15).met);
    CHECK(atMost("error", "K", 1.2, 1.2).met);
    CHECK_FALSE(atMost("error", "K", 1.21, 1.2).met);
    CHECK(atLeast("order", "", 1.7, 1.7).met);
    CHECK_FALSE(atLeast("order", "", 1.69, 1.7).met);
}

TEST_CASE("What is not a number meets nothing") {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(within("t", "K", 1.0, none, 1.0).met);
    CHECK_FALSE(withinShare("t", "K", 1.0, none, 1.0).met);
    CHECK_FALSE(atMost("t", "K", none, 1.0).met);
    CHECK_FALSE(atLeast("t", "K", none, 1.0).met);
    CHECK_FALSE(atLeast("t", "K", std::numeric_limits<double>::infinity(), 1.0).met);
}

TEST_CASE("Figures are written with the decimals that their tolerance needs") {
    const Row rack = within("rack 1", "°C", 22.059, 21.8812, 0.4);
    CHECK(publishedText(rack) == "22.06 °C");
    CHECK(calculatedText(rack) == "21.88 °C");
    CHECK(toleranceText(rack) == "± 0.4 K");
    const Row nusselt = withinShare("Nu", "", 1.118, 1.11817, 0.01);
    CHECK(calculatedText(nusselt) == "1.118");
    CHECK(toleranceText(nusselt) == "± 1 %");
    const Row bias = within("bias", "K", 0.0, -1.853, 1.0);
    CHECK(calculatedText(bias) == "−1.85 K");
    const Row error = atMost("RMS", "K", 1.2344, 2.53);
    CHECK(publishedText(error) == "–");
    CHECK(toleranceText(error) == "≤ 2.53 K");
    CHECK(calculatedText(within("drift", "K", 0.0, -0.0001, 1.0)) == "0.00 K");
}

TEST_CASE(
    "Every case says what it checks and where its figures come from, under a name of its own") {
    std::set<std::string_view> ids;
    for (const Case& one : cases()) {
        INFO(one.id);
        CHECK(ids.insert(one.id).second);
        CHECK(findCase(one.id) == &one);
        CHECK(one.title.size() > 5);
        CHECK(one.checks.size() > 20);
        CHECK(one.source.size() > 20);
        CHECK_FALSE(one.parts(Effort::Full).empty());
        CHECK_FALSE(one.parts(Effort::Quick).empty());
    }
    CHECK(ids.size() == 11);
    CHECK(findCase("no-such") == nullptr);
    CHECK(hasQuickEffort(pod2WindowA()));
    CHECK_FALSE(hasQuickEffort(lidCavity()));
}

TEST_CASE("A run reports its progress, its grid and what it cost") {
    double last = -1.0;
    RunSettings settings;
    settings.progress = [&](double share, const std::string&) {
        CHECK(share >= last);
        last = share;
    };
    const auto result = run(heatedDuct(), settings);
    REQUIRE(result);
    CHECK(last > 0.5);
    CHECK(last <= 1.0);
    CHECK(result->id == "heated-duct");
    CHECK(result->cells == 640);
    CHECK(result->processorS > 0.0);
    CHECK(result->rows.front().grid == "40 × 4 × 4");
    CHECK(result->isMet());
}

TEST_CASE("A run that is asked to stop ends with Cancelled") {
    std::stop_source stop;
    stop.request_stop();
    for (const Case* one : {&heatedDuct(), &lidCavity(), &pod2WindowC()}) {
        const auto result = run(*one, {Effort::Full, {}, stop.get_token()});
        REQUIRE_FALSE(result);
        CHECK(result.error().code == ErrorCode::Cancelled);
    }
    std::stop_source later;
    RunSettings settings{Effort::Full, {}, later.get_token()};
    settings.progress = [&](double share, const std::string&) {
        if (share > 0.01) later.request_stop();
    };
    const auto result = run(lidCavity(), settings);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Cancelled);
}
