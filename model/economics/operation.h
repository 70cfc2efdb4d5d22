// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/units.h"
#include "model/economics/capital.h"
#include "model/project/entities.h"
#include "model/project/names.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::economics {

enum class OperationCategory { Energy, Staff, ItMaintenance, PlantMaintenance };
inline constexpr std::size_t operationCategoryCount = 4;

/// What a year costs in cash. `formula` names its inputs with their values.
struct OperationLine {
    OperationCategory category = OperationCategory::Energy;
    std::string label;
    Money perYear;
    std::string formula;
    std::string source;
};

/// Straight-line depreciation of one class: its purchase with its share of soft cost and
/// contingency.
struct DepreciationLine {
    CapitalCategory category = CapitalCategory::Gpu;
    Money base;
    Duration life;
    Money perYear;  ///< base / life
};

struct OperationInput {
    Power facility;  ///< mean draw over the year
    CapitalLedger capital;
    Economics rates;  ///< of the project
};

/// A year of 8,760 h. Cash and accounting are kept apart: depreciation is no cash flow, and it is
/// in the accounting cost only.
struct OperationLedger {
    Energy energyPerYear;
    std::vector<OperationLine> lines;
    std::vector<DepreciationLine> depreciation;
    Money cashPerYear;          ///< sum of `lines`
    Money depreciationPerYear;  ///< sum of `depreciation`
    Money accountingPerYear;    ///< cash + depreciation
    MoneyRate cashRate;         ///< cashPerYear over the year
    MoneyRate accountingRate;
    MoneyRate energyRate;  ///< facility · tariff
    Money residual;        ///< accountingPerYear − all lines

    [[nodiscard]] Money of(OperationCategory category) const;
};

/// Energy drawn in a year of 8,760 h.
[[nodiscard]] Energy energyPerYear(Power facility);

/// Fails with InvalidArgument where a figure is negative or no number or a life is not above zero,
/// with OverLimit above 10¹³ dollars a year.
[[nodiscard]] Result<OperationLedger> operationLedger(const OperationInput& input);

}  // namespace halltwin::economics

template <>
struct halltwin::EnumNames<halltwin::economics::OperationCategory> {
    static constexpr std::array<std::string_view, halltwin::economics::operationCategoryCount>
        names{"energy", "staff", "it-maintenance", "plant-maintenance"};
};
