// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"

#include <bitset>
#include <cstddef>

namespace halltwin::views::floorplan {

/// What can be shown and hidden on the plan.
enum class Layer {
    Building,  ///< walls, columns, doors, containment; halls themselves always stay
    Racks,
    Power,    ///< electrical equipment and power links
    Cooling,  ///< coolers, tiles, chillers, pumps and cooling links
    Heat,     ///< the underlay, and rack colours by intake temperature
    Labels,
    AirFlow,   ///< arrows of the air's velocity
    TileFlow,  ///< what each perforated tile lets through
    Trays,     ///< cable trays
    Cables,    ///< network cables, bundled, in the colour of their load
};
inline constexpr std::size_t layerCount = 10;

/// Every layer but the network cables on, until one is turned off.
class LayerSet {
public:
    [[nodiscard]] bool has(Layer layer) const { return m_on[static_cast<std::size_t>(layer)]; }
    void set(Layer layer, bool on) { m_on[static_cast<std::size_t>(layer)] = on; }
    bool operator==(const LayerSet&) const = default;

private:
    std::bitset<layerCount> m_on =
        std::bitset<layerCount>().set().reset(static_cast<std::size_t>(Layer::Cables));
};

[[nodiscard]] Layer layerOf(ItemKind kind);

}  // namespace halltwin::views::floorplan
