// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/network/fabric_picture.h"

#include <cstddef>
#include <string>
#include <vector>

namespace halltwin::views::network {

inline constexpr std::size_t mostCuts = 128;  ///< that one command of the diagram makes

/// The devices of a node, as NetworkStudy::toggleLoss reads them; empty where they are more than
/// mostCuts.
[[nodiscard]] std::vector<std::string> cutsOfNode(const FabricPicture& picture, std::uint32_t node);

/// The cables of an edge, likewise.
[[nodiscard]] std::vector<std::string> cutsOfEdge(const FabricPicture& picture, std::uint32_t edge);

/// "rail 3" of a leaf of a rail-optimised fabric; else empty.
[[nodiscard]] std::string railOfNode(const FabricPicture& picture, std::uint32_t node);

/// A tray that cables of an edge run through.
struct TrayOnWay {
    TrayId tray;
    QString name;
    std::string cut;  ///< as NetworkStudy::toggleLoss reads it
    std::size_t cables = 0;
};

/// Those with most of the edge's cables first, ten at most.
[[nodiscard]] std::vector<TrayOnWay> traysOfEdge(const FabricPicture& picture, std::uint32_t edge);

}  // namespace halltwin::views::network
