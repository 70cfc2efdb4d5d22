// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/ids.h"
#include "model/core/units.h"
#include "model/power/loss_curve.h"
#include "model/project/catalog.h"
#include "model/project/entities.h"
#include "model/project/issue.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::power {

inline constexpr std::string_view chainFormula =
    "input = output + loss; output = what the living cords below draw, each load and element "
    "sharing its input equally over its own living cords";
inline constexpr std::string_view continuousLoadSource =
    "continuous load kept within 80 % of the rating: NFPA 70 (NEC) 210.20(A), 215.3";

/// Above this loading the rule `power.continuous-load` warns, above 1 `power.overload` is an error.
inline constexpr double continuousLoadLimit = 0.8;

/// A utility feed (a source) or something that passes power on: transformer, UPS, PDU.
struct Element {
    ItemId id;
    ItemKind kind = ItemKind::Pdu;  ///< UtilityFeed makes it a source
    std::string name;               ///< for messages
    Power rating;                   ///< output it can carry
    LossCurve losses;
};

/// A cord from an element to an element or load.
struct Link {
    ItemId from;
    ItemId to;
    Feed feed = Feed::A;
};

/// What takes power and passes none on: racks, chillers, pumps, cooler fans.
struct Load {
    ItemId id;
    std::string name;
    Power demand;
};

struct ChainInput {
    std::vector<Element> elements;
    std::vector<Link> links;
    std::vector<Load> loads;
};

struct ElementResult {
    ItemId id;
    bool energised =
        false;  ///< has a path to a source that is free of loops; else all below is zero
    Power input;
    Power output;
    Power loss;
    double loading = 0.0;      ///< output / rating; 0 where the rating is missing
    Power headroom;            ///< rating − output; negative when overloaded
    bool lossClamped = false;  ///< output > 1.5 × rated: the loss is the one at 1.5
};

struct LoadResult {
    ItemId id;
    Power demand;
    Power supplied;      ///< demand, or 0 without a living cord
    bool feedA = false;  ///< a cord of feed A leads to a source
    bool feedB = false;
};

/// Results in the order of the input, and the books: sourceInput = supplied + losses + residual.
struct ChainResult {
    std::vector<ElementResult> elements;
    std::vector<LoadResult> loads;
    Power sourceInput;  ///< drawn from all utility feeds, their own loss included
    Power supplied;     ///< to loads
    Power losses;
    Power unsupplied;  ///< demand of loads without a living cord
    Power residual;    ///< sourceInput − supplied − losses
    double relativeResidual = 0.0;
    std::vector<Issue> issues;

    [[nodiscard]] const ElementResult* element(ItemId id) const;
    [[nodiscard]] const LoadResult* load(ItemId id) const;
};

/// Solves the chain from the loads up. Any acyclic graph will do: an element or load with several
/// cords draws an equal part over each cord that leads to a source, whatever their feeds (two cords
/// from one element count twice). What is in a loop, or fed through one only, is left dark and
/// reported; the rest solves. Links into a source or out of a load are reported and ignored.
/// Issues: power.overload, power.continuous-load, power.uncorded, power.loop, power.rating-missing,
/// power.over-range, power.link-ignored.
/// Fails with InvalidArgument (a figure is negative or no number), DuplicateId, DanglingReference.
/// Thread-safe.
[[nodiscard]] Result<ChainResult> solveChain(const ChainInput& input);

/// How a load is fed. `singlePoints` are the elements whose loss alone would leave it dark: empty
/// for true 2N, the common element where its A and B feeds meet.
struct Redundancy {
    bool feedA = false;
    bool feedB = false;
    std::vector<ItemId> singlePoints;

    [[nodiscard]] bool hasBothFeeds() const { return feedA && feedB; }
};

/// Fails with NotFound where no load has this id, else like solveChain.
[[nodiscard]] Result<Redundancy> redundancyOf(const ChainInput& input, ItemId load);

/// The same chain with these elements gone, to see where their load shifts.
[[nodiscard]] ChainInput withoutElements(ChainInput input, std::span<const ItemId> failed);

}  // namespace halltwin::power
