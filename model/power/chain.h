// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/ids.h"
#include "model/core/units.h"
#include "model/power/loss_curve.h"
#include "model/project/catalog.h"
#include "model/project/entities.h"
#include "model/project/issue.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::power {

inline constexpr std::string_view chainFormula =
    "input = output + loss; output = what the living cords below draw and lose, each load and "
    "element sharing its input equally over its own living cords: on-site sources give first, a "
    "transfer switch draws over its A cords while one lives, batteries give when nothing else does";
inline constexpr std::string_view voltageDropSource =
    "no more than 3 % over a branch and 5 % in all: NFPA 70 (NEC) 210.19(A) and 215.2(A), "
    "informational notes";
inline constexpr std::string_view continuousLoadSource =
    "continuous load kept within 80 % of the rating: NFPA 70 (NEC) 210.20(A), 215.3";

/// Above this loading the rule `power.continuous-load` warns, above 1 `power.overload` is an error.
inline constexpr double continuousLoadLimit = 0.8;
inline constexpr double branchDropLimit = 0.03;  ///< of the last cord, share of nominal
inline constexpr double totalDropLimit = 0.05;   ///< from the last transformation on
/// Highest phase above the mean of all three, / mean; a planning value without a standard behind
/// it.
inline constexpr double imbalanceLimit = 0.2;
/// Two nominal voltages that differ by more do not fit: IEC 60038 keeps supply within 10 %.
inline constexpr double voltageTolerance = 0.1;

/// A source (utility feed, generator, on-site source, battery) or something that passes power on.
struct Element {
    ItemId id;
    ItemKind kind = ItemKind::Pdu;
    std::string name;  ///< for messages
    Power rating;      ///< output it can carry
    LossCurve losses;
    Voltage inputVoltage{};   ///< line to line (three phases), to neutral (one); 0 = not stated
    Voltage outputVoltage{};  ///< 0 = not stated
    PhaseSystem system = PhaseSystem::Three;  ///< of the output
    double powerFactor = 1.0;                 ///< at which it is rated
    std::optional<BatterySpec> battery{};
    std::optional<GeneratorSpec> generator{};
    std::optional<TransferSpec> transfer{};
    std::optional<Reliability> reliability{};
    int modules = 1;           ///< equal, in parallel (modules.h)
    int redundantModules = 0;  ///< of them; the rating is that of the others
};

/// A cord from an element to an element or load.
struct Link {
    ItemId from;
    ItemId to;
    Feed feed = Feed::A;
    Phase phase = Phase::All;
    Resistance resistance{};  ///< of one conductor, one way; 0 = loses nothing
    Resistance reactance{};
    Current breaker{};  ///< rated current of its protective device; 0 = none
    PowerLinkId id{};   ///< invalid where it stands for no link of a project
};

/// What takes power and passes none on: racks, chillers, pumps, cooler fans.
struct Load {
    ItemId id;
    std::string name;
    Power demand;
    Voltage voltage{};  ///< 0 = not stated
    PhaseSystem system = PhaseSystem::Three;
    double powerFactor = 1.0;
    bool critical = true;  ///< an interruption is a loss; else it starts again by itself
};

struct ChainInput {
    std::vector<Element> elements;
    std::vector<Link> links;
    std::vector<Load> loads;
};

/// Real power by phase: L1, L2, L3.
using PhasePowers = std::array<Power, 3>;

struct ElementResult {
    ItemId id;
    bool energised =
        false;    ///< has a path to a source that is free of loops; else all below is zero
    Power input;  ///< the part from its own battery included
    Power output;
    Power loss;
    double loading = 0.0;  ///< the larger of output / rating and apparent power / (rating / power
                           ///< factor); 0 where the rating is missing
    Power headroom;        ///< rating − output; negative when overloaded
    bool lossClamped = false;  ///< output > 1.5 × rated: the loss is the one at 1.5
    Power apparent;            ///< of the output, VA
    PhasePowers phases{};      ///< of the output; even where no phase is named below
    double imbalance = 0.0;    ///< highest phase above the mean of the three, / mean
    Power fromBattery;         ///< part of the input that its own battery gives
    Power toBattery;           ///< part of the input that batteries store, its own and those that
                               ///< hang on it; what chargers lose is part of its loss
};

struct LoadResult {
    ItemId id;
    Power demand;
    Power supplied;      ///< demand, or 0 without a living cord
    bool feedA = false;  ///< a cord of feed A leads to a source
    bool feedB = false;
    double voltageDrop = 0.0;  ///< from the last transformation on, worst cord, share of nominal
};

/// A cord as it is loaded. Current, loss and drop need the nominal voltage at either end; they are
/// zero without.
struct LinkResult {
    PowerLinkId id;
    ItemId from;
    ItemId to;
    bool living = false;   ///< leads to a source
    Power power;           ///< at its lower end
    Current current;       ///< of its most loaded conductor
    Power loss;            ///< heat, half at each end in truth; counted at the lower one
    double drop = 0.0;     ///< share of the nominal voltage
    double loading = 0.0;  ///< current / rated current of its breaker; 0 without one
};

/// Results in the order of the input, and the books: sourceInput = supplied + losses + stored +
/// residual.
struct ChainResult {
    std::vector<ElementResult> elements;
    std::vector<LoadResult> loads;
    std::vector<LinkResult> links;
    Power sourceInput;  ///< put in by all sources, their own loss included
    Power supplied;     ///< to loads
    Power losses;       ///< of elements and cables
    Power cableLosses;  ///< part of them
    Power stored;       ///< by batteries that are charged; none in the normal state
    Power unsupplied;   ///< demand of loads without a living cord
    Power residual;     ///< sourceInput − supplied − losses − stored
    double relativeResidual = 0.0;
    std::vector<Issue> issues;

    [[nodiscard]] const ElementResult* element(ItemId id) const;
    [[nodiscard]] const LoadResult* load(ItemId id) const;
    [[nodiscard]] const LinkResult* link(PowerLinkId id) const;
};

/// Solves the chain from the loads up, in its normal state: utility feeds and on-site sources live,
/// generators and batteries stand by. Any acyclic graph will do: an element or load with several
/// cords draws an equal part over each cord that leads to a source, whatever their feeds (two cords
/// from one element count twice). A transfer switch draws over its A cords alone while one of them
/// lives; an on-site source gives before the others, at most its rating. What is in a loop, or fed
/// through one only, is left dark and reported; the rest solves. Links into a source or out of a
/// load are reported and ignored.
/// Issues: power.overload, power.continuous-load, power.uncorded, power.loop, power.rating-missing,
/// power.rating-negative, power.efficiency, power.over-range, power.link-ignored, and those of
/// chain_rules.h; power.cord-to-nothing for a link with an end that is no element or load.
/// Fails with InvalidArgument (a demand is negative or a figure no number) and DuplicateId.
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
