// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/diagram_layout.h"
#include "model/project/catalog.h"
#include "model/project/project.h"

namespace halltwin::views::diagram {

/// The cooling loops of a project as a graph that the layout of diagrams places: what cools water
/// above pump sets, what takes water below. Links of an edge are places in the project's cooling
/// links. What takes water on the same pipes is one symbol from `fold.leastMembers` on; so are nine
/// and more equal chillers, towers or pump sets.
[[nodiscard]] power::DiagramGraph loopGraph(const Project& project, const Catalog& catalog,
                                            const power::FoldSettings& fold = {});

/// Room for the temperatures below each symbol.
[[nodiscard]] power::DiagramSizes loopSizes();

}  // namespace halltwin::views::diagram
