// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/cable_layout.h"

#include <string>
#include <vector>

namespace halltwin::network {

/// Cables of one fabric, medium and length class.
struct BillLine {
    FabricId fabric;
    std::string medium;  ///< key of the catalogue; empty: no medium reaches
    DataRate rate;
    Length lengthClass;  ///< what is bought
    int count = 0;
    Length length;  ///< laid, together
    Power power;    ///< of both ends, together
    Money price;
};

/// In the order of fabrics, rates, media and classes. Cables without a route are left out: their
/// switches have no place.
[[nodiscard]] std::vector<BillLine> cableBill(const CableLayout& layout,
                                              const std::vector<FabricPlan>& plans);

}  // namespace halltwin::network
