// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/rules/rule_context.h"

#include <vector>

namespace halltwin::rules {

using Issues = std::vector<Issue>;

/// Every rule appends what it finds, in a fixed order. The comment gives the names that its issues
/// carry.
void checkCatalogKeys(const RuleContext& context, Issues& issues);  ///< catalog.unknown-key
void checkHallSizes(const RuleContext& context, Issues& issues);    ///< hall.zero-size
void checkInsideHall(const RuleContext& context, Issues& issues);   ///< layout.outside-hall
void checkOverlap(const RuleContext& context,
                  Issues& issues);  ///< layout.overlap, layout.tile-covered
void checkTileFloor(const RuleContext& context, Issues& issues);    ///< layout.tile-over-slab
void checkCeilingVoid(const RuleContext& context, Issues& issues);  ///< layout.no-ceiling-void
void checkRearDoors(const RuleContext& context, Issues& issues);    ///< cooling.door-without-rack
void checkClearance(const RuleContext& context, Issues& issues);    ///< layout.clearance
void checkCords(const RuleContext& context, Issues& issues);  ///< power.no-cord, power.single-cord
void checkPowerKinds(const RuleContext& context, Issues& issues);  ///< power.wrong-kind
void checkPowerEnds(
    const RuleContext& context,
    Issues& issues);  ///< power.not-fed, power.feeds-nothing, power.one-sided-transfer
void checkPowerLoops(const RuleContext& context, Issues& issues);    ///< power.loop
void checkCoolingKinds(const RuleContext& context, Issues& issues);  ///< cooling.wrong-kind
void checkChilledWater(const RuleContext& context,
                       Issues& issues);  ///< cooling.no-water, cooling.no-chiller
void checkHallCooling(const RuleContext& context, Issues& issues);   ///< cooling.no-cooler
void checkRackAirflow(const RuleContext& context, Issues& issues);   ///< thermal.no-airflow
void checkEnergyShares(const RuleContext& context, Issues& issues);  ///< energy.shares
void checkLabels(const RuleContext& context, Issues& issues);        ///< text.duplicate-label

}  // namespace halltwin::rules
