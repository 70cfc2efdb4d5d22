// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/economics/capital.h"
#include "tests/support/catch.h"

#include <cmath>
#include <limits>

using namespace halltwin;
using namespace halltwin::economics;

namespace {

std::int64_t centsOf(Money money) {
    return std::llround(money.in(dollars)*100.0);
}

CapitalInput aPurchase() {
    return {{{{1}, "GPU rack", CapitalCategory::Gpu, dollars(1'200'000.0), "list price"},
             {{1}, "GPU rack, rest", CapitalCategory::ServerAndStorage, dollars(300'000.0), ""},
             {{2}, "CRAH", CapitalCategory::Cooling, dollars(50'000.0), ""},
             {{3}, "UPS", CapitalCategory::Power, dollars(150'000.0), ""},
             {{}, "Hall", CapitalCategory::Building, dollars(300'000.0), ""}},
            0.08,
            0.05};
}

}  // namespace

TEST_CASE("Soft cost is on the lines, contingency on lines and soft cost") {
    const auto ledger = capitalLedger(aPurchase());
    REQUIRE(ledger);
    CHECK(ledger->of(CapitalCategory::Gpu).in(dollars) == Approx(1'200'000.0));
    CHECK(ledger->of(CapitalCategory::SoftCost).in(dollars) == Approx(160'000.0));
    CHECK(ledger->of(CapitalCategory::Contingency).in(dollars) == Approx(108'000.0));
    CHECK(ledger->total.in(dollars) == Approx(2'268'000.0));
    CHECK(ledger->lines.size() == 7);
}

TEST_CASE("The capital total is the sum of its lines and of its categories to the cent") {
    CapitalInput input;
    input.softCost = 0.0777;
    input.contingency = 0.0333;
    for (int i = 1; i <= 1000; ++i) {
        const auto category = static_cast<CapitalCategory>(i % 6);
        input.lines.push_back({{i}, "line", category, dollars(1000.0 / i + 0.005), ""});
    }
    const auto ledger = capitalLedger(input);
    REQUIRE(ledger);
    std::int64_t lines = 0;
    for (const CapitalLine& line : ledger->lines)
        lines += centsOf(line.amount);
    std::int64_t categories = 0;
    for (const Money money : ledger->byCategory)
        categories += centsOf(money);
    CHECK(lines == centsOf(ledger->total));
    CHECK(categories == centsOf(ledger->total));
    CHECK(ledger->residual == Money{});
}

TEST_CASE("Nothing bought costs nothing") {
    const auto ledger = capitalLedger({{}, 0.08, 0.05});
    REQUIRE(ledger);
    CHECK(ledger->total == Money{});
}

TEST_CASE("Unusable capital input is refused") {
    CapitalInput input = aPurchase();
    SECTION("a negative price") {
        input.lines[1].amount = dollars(-1.0);
        CHECK(capitalLedger(input).error().context == "GPU rack, rest");
    }
    SECTION("a price that is no number") {
        input.lines[0].amount = dollars(std::numeric_limits<double>::quiet_NaN());
        CHECK_FALSE(capitalLedger(input));
    }
    SECTION("a rate below zero") {
        input.softCost = -0.1;
        CHECK_FALSE(capitalLedger(input));
    }
    SECTION("a line in a computed category") {
        input.lines[0].category = CapitalCategory::Contingency;
        CHECK_FALSE(capitalLedger(input));
    }
    SECTION("many lines beyond the limit") {
        for (CapitalLine& line : input.lines)
            line.amount = dollars(9e12);
        CHECK(capitalLedger(input).error().code == ErrorCode::OverLimit);
    }
}
