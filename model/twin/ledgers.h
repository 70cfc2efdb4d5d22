// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/carbon/ledger.h"
#include "model/economics/capital.h"
#include "model/economics/operation.h"
#include "model/twin/operating_point.h"

namespace halltwin::twin {

/// What is bought, from the placed items and the halls' floor area: a rack's accelerators, its
/// servers, storage and network, power, cooling, building.
[[nodiscard]] Result<economics::CapitalLedger> capitalOf(const OperatingPoint& point);

[[nodiscard]] Result<economics::OperationLedger>
operationOf(const OperatingPoint& point, const economics::CapitalLedger& capital, Power facility);

[[nodiscard]] Result<carbon::CarbonLedger> carbonOf(const OperatingPoint& point, Power facility,
                                                    Power it);

/// Floor area of data halls and plant rooms; a yard is not built on.
[[nodiscard]] Area builtArea(const Project& project);

}  // namespace halltwin::twin
