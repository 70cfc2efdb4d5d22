// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/cable_layout.h"
#include "model/network/tray_graph.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace halltwin::network {

/// Cables of one fabric that run side by side along a straight way on the site plan.
struct CableBundle {
    Point from;
    Point to;
    int cables = 0;
    double load = 0.0;         ///< of the fullest of them, share of its rate
    bool isEstimated = false;  ///< not over trays

    bool operator==(const CableBundle&) const = default;
};

/// Load of a link in its fuller direction, share of its rate.
using LinkLoad = std::function<double(LinkIndex)>;

/// How the cables of a fabric (by its place in the layout) lie on the plan: along each tray, cut
/// where their number changes, from racks to trays, and rectilinear where they are estimates.
/// Cables within a rack and those without a route are left out.
[[nodiscard]] std::vector<CableBundle> cableBundles(const CableLayout& layout,
                                                    const std::vector<TrayRun>& trays,
                                                    std::size_t fabric, const LinkLoad& load);

}  // namespace halltwin::network
