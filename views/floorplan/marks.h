// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"

#include <QColor>
#include <QString>
#include <optional>
#include <vector>

namespace halltwin::views::floorplan {

/// A line on the site over which an upright section is cut; looked at from its right-hand side,
/// `from` is on the left of the section.
struct SectionMark {
    Point from;
    Point to;

    bool operator==(const SectionMark&) const = default;
};

/// A place on the site where the air is watched, with what is read there.
struct ProbeMark {
    int number = 1;
    Point at;
    QColor color;    ///< of its dot, and of its line in charts
    QString title;   ///< "24.3 °C"
    QString detail;  ///< "0.35 m/s · 1.2 Pa"

    bool operator==(const ProbeMark&) const = default;
};

/// An item that has lost its supply on trial, or was taken out itself.
struct OutageMark {
    Rect area;
    bool isCause = false;

    bool operator==(const OutageMark&) const = default;
};

/// What stays on the plan beside the project itself. Not part of the project: it is not saved.
struct Marks {
    std::optional<SectionMark> section;
    std::vector<ProbeMark> probes;
    std::vector<OutageMark> outages;

    bool operator==(const Marks&) const = default;
};

}  // namespace halltwin::views::floorplan
