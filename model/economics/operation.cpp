// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/economics/operation.h"

#include "model/economics/cents.h"

#include <cmath>
#include <fmt/format.h>

namespace halltwin::economics {

namespace {

constexpr Duration oneYear = years(1.0);

/// The categories that wear out; soft cost and contingency are spread over them.
constexpr std::array<CapitalCategory, 6> classes{
    CapitalCategory::Gpu,     CapitalCategory::ServerAndStorage,
    CapitalCategory::Network, CapitalCategory::Building,
    CapitalCategory::Power,   CapitalCategory::Cooling};

Duration lifeOf(const Economics& rates, CapitalCategory category) {
    switch (category) {
        case CapitalCategory::Gpu: return rates.gpuLife;
        case CapitalCategory::ServerAndStorage: return rates.serverLife;
        case CapitalCategory::Network: return rates.networkLife;
        case CapitalCategory::Building: return rates.buildingLife;
        default: return rates.plantLife;
    }
}

Result<void> checkRates(const OperationInput& input) {
    const Economics& rates = input.rates;
    const double figures[] = {input.facility.si(),  rates.tariff.si(),
                              rates.staffCost.si(), static_cast<double>(rates.staff),
                              rates.itMaintenance,  rates.plantMaintenance};
    for (const double figure : figures) {
        if (std::isfinite(figure) && figure >= 0.0) continue;
        return fail(ErrorCode::InvalidArgument,
                    "The draw, a price or a rate is negative or not a number", "operation",
                    "Give figures of zero or more");
    }
    for (const CapitalCategory category : classes) {
        const double life = lifeOf(rates, category).si();
        if (std::isfinite(life) && life > 0.0) continue;
        return fail(ErrorCode::InvalidArgument, "A service life is not above zero",
                    std::string(nameOf(category)), "Give a life in years");
    }
    return {};
}

Money itCapital(const CapitalLedger& capital) {
    return capital.of(CapitalCategory::Gpu) + capital.of(CapitalCategory::ServerAndStorage) +
           capital.of(CapitalCategory::Network);
}

Money plantCapital(const CapitalLedger& capital) {
    return capital.of(CapitalCategory::Power) + capital.of(CapitalCategory::Cooling);
}

OperationLine maintenanceLine(OperationCategory category, Money base, double rate) {
    const bool it = category == OperationCategory::ItMaintenance;
    return {category, it ? "Maintenance of IT" : "Maintenance of power and cooling", base * rate,
            fmt::format("{:.4g} % of ${:.2f}", 100.0 * rate, base.in(dollars)),
            "project setting; default is a typical value"};
}

std::vector<OperationLine> cashLines(const OperationInput& input) {
    const Economics& rates = input.rates;
    const Energy energy = energyPerYear(input.facility);
    return {{OperationCategory::Energy, "Electricity", energy * rates.tariff,
             fmt::format("{:.1f} kWh · ${:.4f}/kWh", energy.in(kilowattHours),
                         rates.tariff.in(dollarsPerKilowattHour)),
             "flat tariff of the project or scenario; mean draw over 8,760 h"},
            {OperationCategory::Staff, "Staff", rates.staffCost * static_cast<double>(rates.staff),
             fmt::format("{} people · ${:.2f}", rates.staff, rates.staffCost.in(dollars)),
             "project setting; default is a typical value"},
            maintenanceLine(OperationCategory::ItMaintenance, itCapital(input.capital),
                            rates.itMaintenance),
            maintenanceLine(OperationCategory::PlantMaintenance, plantCapital(input.capital),
                            rates.plantMaintenance)};
}

Result<Cents> addCash(const OperationInput& input, OperationLedger& ledger) {
    Cents total = 0;
    for (OperationLine& line : cashLines(input)) {
        const Result<Cents> cents = toCents(line.perYear, line.label.c_str());
        if (!cents) return cents;
        line.perYear = fromCents(*cents);
        total += *cents;
        ledger.lines.push_back(std::move(line));
    }
    return total;
}

/// Each class with its part of soft cost and contingency, so that the bases add up to the capital.
Result<Cents> addDepreciation(const OperationInput& input, OperationLedger& ledger) {
    const Result<Cents> capital = toCents(input.capital.total, "capital");
    if (!capital) return capital;
    std::vector<Cents> purchases;
    for (const CapitalCategory category : classes) {
        const Result<Cents> purchase = toCents(input.capital.of(category), "capital");
        if (!purchase) return purchase;
        purchases.push_back(*purchase);
    }
    const std::vector<Cents> bases = apportion(*capital, purchases);
    Cents total = 0;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const Money base = fromCents(bases[i]);
        const Duration life = lifeOf(input.rates, classes[i]);
        const Result<Cents> perYear = toCents(base * (oneYear / life), "depreciation");
        if (!perYear) return perYear;
        total += *perYear;
        ledger.depreciation.push_back({classes[i], base, life, fromCents(*perYear)});
    }
    return total;
}

Money lineResidual(const OperationLedger& ledger, Cents accounting) {
    const auto centsOf = [](Money money) {
        return static_cast<Cents>(std::llround(money.in(dollars)*100.0));
    };
    for (const OperationLine& line : ledger.lines)
        accounting -= centsOf(line.perYear);
    for (const DepreciationLine& line : ledger.depreciation)
        accounting -= centsOf(line.perYear);
    return fromCents(accounting);
}

}  // namespace

Money OperationLedger::of(OperationCategory category) const {
    Money sum;
    for (const OperationLine& line : lines) {
        if (line.category == category) sum += line.perYear;
    }
    return sum;
}

Energy energyPerYear(Power facility) {
    return facility * oneYear;
}

Result<OperationLedger> operationLedger(const OperationInput& input) {
    if (const Result<void> rates = checkRates(input); !rates) {
        return tl::unexpected<Error>(rates.error());
    }
    OperationLedger ledger;
    ledger.energyPerYear = energyPerYear(input.facility);
    const Result<Cents> cash = addCash(input, ledger);
    if (!cash) return tl::unexpected<Error>(cash.error());
    const Result<Cents> depreciation = addDepreciation(input, ledger);
    if (!depreciation) return tl::unexpected<Error>(depreciation.error());

    ledger.cashPerYear = fromCents(*cash);
    ledger.depreciationPerYear = fromCents(*depreciation);
    ledger.accountingPerYear = fromCents(*cash + *depreciation);
    ledger.cashRate = ledger.cashPerYear / oneYear;
    ledger.accountingRate = ledger.accountingPerYear / oneYear;
    ledger.energyRate = input.facility * input.rates.tariff;
    ledger.residual = lineResidual(ledger, *cash + *depreciation);
    return ledger;
}

}  // namespace halltwin::economics
