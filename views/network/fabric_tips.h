// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/network/fabric_picture.h"

#include <QString>

namespace halltwin::views::network {

/// What the pointer tells of a node, and of an edge; rich text.
[[nodiscard]] QString nodeTip(const FabricPicture& picture, std::uint32_t node);
[[nodiscard]] QString edgeTip(const FabricPicture& picture, std::uint32_t edge);

/// "4 hops · 8 ways · 400 Gb/s · bottleneck leaf-2.5:12" with both ends and the cable; rich text.
[[nodiscard]] QString waysText(const FabricPicture& picture,
                               const halltwin::network::WaysBetween& ways);

/// What is cut and what that does to servers, to the traffic and to the bisection; rich text. Empty
/// where nothing is cut.
[[nodiscard]] QString lossText(const bridge::NetworkAnswer& answer);

/// "Bottleneck leaf-2.5:12 to spine-3:7 · 100.0 %"; empty where nothing runs.
[[nodiscard]] QString bottleneckText(const bridge::NetworkAnswer& answer);

}  // namespace halltwin::views::network
