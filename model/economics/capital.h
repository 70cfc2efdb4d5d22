// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/ids.h"
#include "model/core/units.h"
#include "model/project/names.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::economics {

enum class CapitalCategory {
    Gpu,
    ServerAndStorage,
    Network,
    Building,
    Power,
    Cooling,
    SoftCost,
    Contingency,
};
inline constexpr std::size_t capitalCategoryCount = 8;

inline constexpr std::string_view capitalFormula =
    "total = lines + soft cost + contingency; soft cost = rate · lines; "
    "contingency = rate · (lines + soft cost); each line rounded to the cent";

/// One thing that is bought: an item of the plan, or a building by its area.
struct CapitalLine {
    ItemId item;  ///< invalid where the line is not an item
    std::string label;
    CapitalCategory category = CapitalCategory::Gpu;
    Money amount;
    std::string source;  ///< where the price is from
};

struct CapitalInput {
    std::vector<CapitalLine> lines;  ///< hardware and building; no SoftCost or Contingency
    double softCost = 0.0;           ///< of the lines' sum
    double contingency = 0.0;        ///< of the lines' sum and soft cost
};

/// What is bought, to the cent: amounts are whole cents and add up exactly.
struct CapitalLedger {
    std::vector<CapitalLine> lines;  ///< as given, rounded; soft cost and contingency at the end
    std::array<Money, capitalCategoryCount> byCategory{};
    Money total;
    Money residual;  ///< total − sum of the categories

    [[nodiscard]] Money of(CapitalCategory category) const {
        return byCategory[static_cast<std::size_t>(category)];
    }
};

/// Fails with InvalidArgument where an amount or rate is negative or no number or a line has a
/// category that is computed here; with OverLimit above 10¹³ dollars.
[[nodiscard]] Result<CapitalLedger> capitalLedger(const CapitalInput& input);

}  // namespace halltwin::economics

template <>
struct halltwin::EnumNames<halltwin::economics::CapitalCategory> {
    static constexpr std::array<std::string_view, halltwin::economics::capitalCategoryCount> names{
        "gpu",     "server-and-storage", "network",    "building", "power",
        "cooling", "soft-cost",          "contingency"};
};
