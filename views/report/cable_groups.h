// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/project.h"
#include "views/report/report.h"

#include <QString>
#include <optional>
#include <vector>

namespace halltwin::views::report {

/// A cable of the project with its state; the state is null where it carries nothing.
struct Cable {
    const PowerLink* link = nullptr;
    const power::LinkResult* state = nullptr;

    /// How near it is to the first of its limits, its breaker or the voltage drop of a branch: 1 is
    /// at it.
    [[nodiscard]] double fullness() const;
};

/// Links that have a length, a conductor or a breaker, in the order of the project; the plan shows
/// the others.
[[nodiscard]] std::vector<Cable> cablesOf(const ReportInput& input);

/// Cables of one conductor and breaker between the same kinds of equipment, of like length.
struct CableGroup {
    QString kinds;   ///< "Transformer → Switchboard"
    QString length;  ///< class: "10–30 m"
    std::optional<Area> area;
    std::optional<Current> breaker;
    std::size_t count = 0;
    Length total;
    Power loss;
    double worstLoading = 0.0;
    double worstDrop = 0.0;
};

/// Every cable in one group; thick conductors first.
[[nodiscard]] std::vector<CableGroup> cableGroups(const ReportInput& input,
                                                  const std::vector<Cable>& cables);

}  // namespace halltwin::views::report
