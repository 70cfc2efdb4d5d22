// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/network_study.h"
#include "views/inspector/item_figures.h"
#include "views/network/plain_table.h"

#include <QStringList>
#include <vector>

namespace halltwin::views::network {

/// What the traffic gets, in figures. `answer` has a study.
[[nodiscard]] std::vector<inspector::ItemFigure> trafficFacts(const bridge::NetworkAnswer& answer);

/// Where a collective's time comes from: its law with the figures put in, B and α with their
/// sources; a line each. Empty for other traffic.
[[nodiscard]] QStringList collectiveDerivation(const bridge::NetworkAnswer& answer);

/// The ways of cables with the most load, the fullest first: way, load, rate, tier.
[[nodiscard]] std::vector<PlainRow> fullestLinks(const bridge::NetworkAnswer& answer,
                                                 std::size_t most);

/// Names of collectives and of how they go, as on the page.
[[nodiscard]] QString collectiveName(halltwin::network::Collective collective);
[[nodiscard]] QString algorithmName(halltwin::network::CollectiveAlgorithm algorithm);

}  // namespace halltwin::views::network
