// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin {

/// What about a project changed, seen by those who must refresh: a view skips a change without its
/// aspects.
enum class Aspect : unsigned {
    Geometry = 1U << 0U,    ///< place, turn or size of halls and items
    Electrical = 1U << 1U,  ///< what the electrical chain is calculated from
    Thermal = 1U << 2U,     ///< what the rooms' air is calculated from
    Cooling = 1U << 3U,     ///< what the chilled-water plant is calculated from
    Costs = 1U << 4U,       ///< what capital and operation are calculated from
    EnergyMix = 1U << 5U,   ///< the mix of the electricity bought
    Text = 1U << 6U,        ///< names, labels and notes
    Network = 1U << 7U,     ///< what fabrics, cables and trays are made from
};

/// A set of aspects.
class Aspects {
public:
    constexpr Aspects() = default;
    constexpr Aspects(Aspect aspect) : m_bits(static_cast<unsigned>(aspect)) {}

    bool operator==(const Aspects&) const = default;
    [[nodiscard]] constexpr bool has(Aspect aspect) const {
        return (m_bits & static_cast<unsigned>(aspect)) != 0;
    }
    [[nodiscard]] constexpr bool hasAny(Aspects other) const {
        return (m_bits & other.m_bits) != 0;
    }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }
    constexpr Aspects& operator|=(Aspects other) {
        m_bits |= other.m_bits;
        return *this;
    }
    friend constexpr Aspects operator|(Aspects a, Aspects b) { return a |= b; }

private:
    unsigned m_bits = 0;
};

[[nodiscard]] constexpr Aspects operator|(Aspect a, Aspect b) {
    return Aspects(a) | Aspects(b);
}

/// Ids of one table that came, went or differ, each list in rising order.
template <class IdType>
struct TableChange {
    std::vector<IdType> added;
    std::vector<IdType> removed;
    std::vector<IdType> changed;

    bool operator==(const TableChange&) const = default;
    [[nodiscard]] bool isEmpty() const {
        return added.empty() && removed.empty() && changed.empty();
    }
};

/// The difference between two projects, which views follow: what to add, drop and redraw.
struct ChangeSet {
    TableChange<HallId> halls;
    TableChange<ItemId> items;
    TableChange<PowerLinkId> powerLinks;
    TableChange<CoolingLinkId> coolingLinks;
    TableChange<FabricId> fabrics;
    TableChange<FabricEditId> fabricEdits;
    TableChange<TrayId> trays;
    TableChange<ScenarioId> scenarios;
    bool infoChanged = false;
    bool siteChanged = false;
    bool plantChanged = false;
    bool economicsChanged = false;
    bool energyChanged = false;
    bool projectReplaced =
        false;  ///< another project was opened: equal ids need not be the same thing
    Aspects aspects;

    bool operator==(const ChangeSet&) const = default;
    [[nodiscard]] bool isEmpty() const;
};

/// What turns `before` into `after`. Rows that both share are skipped by their address, so the cost
/// is that of one walk over the tables that differ. `projectReplaced` stays false.
[[nodiscard]] ChangeSet diff(const Project& before, const Project& after);

}  // namespace halltwin
