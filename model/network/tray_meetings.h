// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/tray_graph.h"

#include <vector>

namespace halltwin::network {

/// The point of a tray nearest to another point, on the plan.
struct NearestPoint {
    Point point;
    Length along;  ///< from the tray's first point
    Length distance;
};

[[nodiscard]] NearestPoint nearestOn(const TrayRun& tray, Point point);

/// A place that two trays share on the plan.
struct TrayMeeting {
    TrayIndex a = 0;
    TrayIndex b = 0;
    Length alongA;
    Length alongB;
};

/// Where trays cross, and where the end of one lies within half the sum of both widths of the other
/// (5 cm for trays in line or side by side, which else would meet all along).
[[nodiscard]] std::vector<TrayMeeting> trayMeetings(const std::vector<TrayRun>& trays);

}  // namespace halltwin::network
