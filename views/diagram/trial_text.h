// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/diagram_graph.h"
#include "views/bridge/what_if.h"

#include <QString>
#include <functional>

namespace halltwin::views::diagram {

using NameOf = std::function<QString(ItemId)>;

/// What is on trial: "Grid outage", "GRID-A out", "12 elements out".
[[nodiscard]] QString trialTitle(const bridge::WhatIf& whatIf, const NameOf& nameOf);

/// Who is without power at the moment shown: "2 racks dark · 1 machine without power". While the
/// first answer is on its way: "following what comes of it…".
[[nodiscard]] QString trialToll(const bridge::WhatIf& whatIf, const power::LoadKind& kindOf);

/// The toll, with what was interrupted, tripped and started in between; of an earlier moment the
/// moment itself: "at 8.0 s: 2 racks dark".
[[nodiscard]] QString trialStory(const bridge::WhatIf& whatIf, const NameOf& nameOf,
                                 const power::LoadKind& kindOf);

}  // namespace halltwin::views::diagram
