// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/economics/operation.h"
#include "tests/support/catch.h"

#include <cmath>
#include <limits>

using namespace halltwin;
using namespace halltwin::economics;

namespace {

std::int64_t centsOf(Money money) {
    return std::llround(money.in(dollars)*100.0);
}

OperationInput aYear() {
    OperationInput input;
    input.facility = megawatts(10.0);
    input.capital =
        capitalLedger({{{{}, "GPUs", CapitalCategory::Gpu, dollars(400e6), ""},
                        {{}, "servers", CapitalCategory::ServerAndStorage, dollars(90e6), ""},
                        {{}, "network", CapitalCategory::Network, dollars(40e6), ""},
                        {{}, "building", CapitalCategory::Building, dollars(50e6), ""},
                        {{}, "power", CapitalCategory::Power, dollars(18e6), ""},
                        {{}, "cooling", CapitalCategory::Cooling, dollars(18e6), ""}},
                       0.08,
                       0.05})
            .value();
    return input;
}

}  // namespace

TEST_CASE("Ten megawatts all year at $0.10 cost $8,760,000") {
    OperationInput input;
    input.facility = megawatts(10.0);
    input.rates.tariff = dollarsPerKilowattHour(0.10);
    const auto ledger = operationLedger(input);
    REQUIRE(ledger);
    CHECK(centsOf(ledger->of(OperationCategory::Energy)) == 876'000'000);
    CHECK(ledger->energyPerYear.in(megawattHours) == Approx(87600.0));
    CHECK(ledger->energyRate.in(dollarsPerHour) == Approx(1000.0));
}

TEST_CASE("Staff and maintenance follow the project's rates") {
    const OperationInput input = aYear();
    const auto ledger = operationLedger(input);
    REQUIRE(ledger);
    CHECK(centsOf(ledger->of(OperationCategory::Staff)) == 30 * 120000 * 100LL);
    CHECK(centsOf(ledger->of(OperationCategory::ItMaintenance)) == 1'060'000'000);
    CHECK(centsOf(ledger->of(OperationCategory::PlantMaintenance)) == 108'000'000);
}

TEST_CASE("Depreciation bases add up to the whole capital, each over the life of its class") {
    const OperationInput input = aYear();
    const auto ledger = operationLedger(input);
    REQUIRE(ledger);
    std::int64_t bases = 0;
    for (const DepreciationLine& line : ledger->depreciation)
        bases += centsOf(line.base);
    CHECK(bases == centsOf(input.capital.total));
    const DepreciationLine& gpu = ledger->depreciation.front();
    CHECK(gpu.category == CapitalCategory::Gpu);
    CHECK(gpu.base.in(dollars) == Approx(400e6 * 1.08 * 1.05));
    CHECK(gpu.perYear.in(dollars) == Approx(400e6 * 1.08 * 1.05 / 4.0));
}

TEST_CASE("Cash and accounting are kept apart, and both close to the cent") {
    OperationInput input = aYear();
    input.facility = megawatts(12.3456789);
    const auto ledger = operationLedger(input);
    REQUIRE(ledger);
    std::int64_t cash = 0;
    for (const OperationLine& line : ledger->lines)
        cash += centsOf(line.perYear);
    std::int64_t depreciation = 0;
    for (const DepreciationLine& line : ledger->depreciation) {
        depreciation += centsOf(line.perYear);
    }
    CHECK(cash == centsOf(ledger->cashPerYear));
    CHECK(depreciation == centsOf(ledger->depreciationPerYear));
    CHECK(cash + depreciation == centsOf(ledger->accountingPerYear));
    CHECK(ledger->residual == Money{});
    CHECK(ledger->cashRate.in(dollarsPerHour) == Approx(ledger->cashPerYear.in(dollars) / 8760.0));
}

TEST_CASE("Depreciation of a 10,000-GPU factory over three years dominates its operation") {
    // $616 M of purchases against $8.76 M of electricity: a share of electricity is only telling
    // when it says whether depreciation is in the whole.
    OperationInput input = aYear();
    input.rates.gpuLife = years(3.0);
    const auto ledger = operationLedger(input);
    REQUIRE(ledger);
    const double share = ledger->depreciationPerYear / ledger->accountingPerYear;
    CHECK(share > 0.7);
}

TEST_CASE("Each line says how it was computed") {
    const auto ledger = operationLedger(aYear());
    REQUIRE(ledger);
    CHECK(ledger->lines[0].formula == "87600000.0 kWh · $0.1000/kWh");
    for (const OperationLine& line : ledger->lines)
        CHECK_FALSE(line.source.empty());
}

TEST_CASE("Unusable operation input is refused") {
    OperationInput input = aYear();
    SECTION("a draw that is no number") {
        input.facility = watts(std::numeric_limits<double>::quiet_NaN());
    }
    SECTION("a negative tariff") {
        input.rates.tariff = dollarsPerKilowattHour(-0.1);
    }
    SECTION("a life of zero") {
        input.rates.networkLife = years(0.0);
    }
    SECTION("negative staff") {
        input.rates.staff = -1;
    }
    const auto ledger = operationLedger(input);
    REQUIRE_FALSE(ledger);
    CHECK(ledger.error().code == ErrorCode::InvalidArgument);
}
