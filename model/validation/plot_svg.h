// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/validation/case.h"

#include <string>
#include <vector>

namespace halltwin::validation {

/// Size in pixels and colours ("#rrggbb") of a plot. The defaults are for paper.
struct PlotStyle {
    double widthPx = 640.0;
    double heightPx = 440.0;
    double fontPx = 12.0;
    std::string font = "Inter, DejaVu Sans, sans-serif";
    std::string background = "#ffffff";
    std::string text = "#1f2933";
    std::string muted = "#5b6673";
    std::string grid = "#e3e7eb";
    /// One for each pair of curves; hues that colour-blind readers tell apart (Okabe and Ito 2008).
    std::vector<std::string> hues{"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"};
};

/// A profile as an SVG picture: what was published as open symbols, what was calculated as lines,
/// or as filled symbols where the axis is discrete; axes with ticks and units, legend below.
[[nodiscard]] std::string plotSvg(const Profile& profile, const PlotStyle& style = {});

/// "temperature, °C".
[[nodiscard]] std::string axisText(const Axis& axis);

}  // namespace halltwin::validation
