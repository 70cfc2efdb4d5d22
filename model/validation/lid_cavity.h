// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/validation/case.h"
#include "model/validation/march.h"

namespace halltwin::validation {

/// Speeds over the lid's speed in a square cavity of side 1 whose lid moves.
struct Centrelines {
    Samples u;  ///< along the lid, on the upright centre line
    Samples v;  ///< upright, on the level centre line
};

[[nodiscard]] Result<Centrelines> solveLidCavity(int cells, double reynolds,
                                                 const RunSettings& settings = {});

}  // namespace halltwin::validation
