// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace halltwin {

/// A reference to an entity of one kind; ids of different kinds do not mix. Zero means "none".
template <class Tag>
struct Id {
    std::int64_t value = 0;

    constexpr auto operator<=>(const Id&) const = default;
    [[nodiscard]] constexpr bool isValid() const { return value > 0; }
};

using HallId = Id<struct HallTag>;
using ItemId = Id<struct ItemTag>;
using PowerLinkId = Id<struct PowerLinkTag>;
using CoolingLinkId = Id<struct CoolingLinkTag>;
using ScenarioId = Id<struct ScenarioTag>;
using FabricId = Id<struct FabricTag>;
using FabricEditId = Id<struct FabricEditTag>;
using TrayId = Id<struct TrayTag>;

}  // namespace halltwin

template <class Tag>
struct std::hash<halltwin::Id<Tag>> {
    std::size_t operator()(halltwin::Id<Tag> id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
