// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/twin/piping.h"
#include "views/diagram/content.h"

namespace halltwin::views::diagram {

/// What a diagram of cooling loops is made from.
struct LoopSource {
    const Project& project;
    const Catalog& catalog;
    const twin::TwinResult& result;
    const twin::Piping& piping;
};

/// "free cooling", "mixed", "by chillers", "idle"
[[nodiscard]] QString loopModeName(cooling::LoopMode mode);

/// Whether every loop that serves halls gives the water that is wanted: then a tower may be warmer
/// than its set-point without harm.
[[nodiscard]] bool hallsHold(const cooling::PlantResult& plant);

/// "41.2 L/s"
[[nodiscard]] QString formatWaterFlow(VolumeFlow flow);

/// The loops with heat on the units, flow on the pump sets, temperatures below what sends water
/// down, and the warning colour where a set-point is missed or nothing cools.
[[nodiscard]] Content loopContentOf(const power::DiagramGraph& graph,
                                    const power::DiagramLayout& layout, const LoopSource& source);

/// The loops of a solved project, consumers folded.
[[nodiscard]] Content loopContentOfResult(const Project& project, const Catalog& catalog,
                                          const twin::TwinResult& result);

}  // namespace halltwin::views::diagram
