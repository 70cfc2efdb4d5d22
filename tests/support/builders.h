// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/project.h"
#include "tests/support/catalog_builder.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace halltwin::tests {

/// Builds a project step by step: `aProject().withRacks(12).withPower().build()`. Items come from
/// aCatalog() and go into the current hall: the one that inHall() opened last, or a data hall of 24
/// m × 18 m × 3.6 m that the first item opens. What the with… steps lay out keeps every design rule
/// that it can know of.
class ProjectBuilder {
public:
    ProjectBuilder& named(std::string name) {
        m_project.info.name = std::move(name);
        return *this;
    }

    /// Opens a hall; what follows goes into it. Rows start anew.
    ProjectBuilder& inHall(HallKind kind = HallKind::DataHall, Length width = metres(24.0),
                           Length depth = metres(18.0)) {
        Hall hall;
        hall.name = "Hall " + std::to_string(m_project.halls.size() + 1);
        hall.kind = kind;
        hall.origin.x = metres(100.0) * static_cast<double>(m_project.halls.size());
        hall.width = width;
        hall.depth = depth;
        m_hall = m_project.halls.add(hall);
        m_racks = m_coolers = m_tiles = 0;
        return *this;
    }

    ProjectBuilder& withFloorVoid(Length depth) {
        Hall hall = currentHall();
        hall.floorVoid = depth;
        m_project.halls.set(hall);
        return *this;
    }

    /// One item as told; the means to lay out what the other steps do not.
    ProjectBuilder& withItem(const std::string& key, Point position,
                             Rotation rotation = Rotation::R0, std::string label = {}) {
        Item item;
        item.hall = currentHall().id;
        item.catalogKey = key;
        item.label = std::move(label);
        item.position = position;
        item.rotation = rotation;
        m_project.items.add(item);
        return *this;
    }

    /// Racks "R1", "R2"… in rows from the lower left, facing −y, with 1.2 m aisles. The hall grows
    /// deeper to hold them.
    ProjectBuilder& withRacks(int count) {
        for (int i = 0; i < count; ++i, ++m_racks) {
            const Point at = rackPlace(m_racks);
            growTo(at.y + metres(2.4));
            withItem("test.rack", at, Rotation::R0, "R" + std::to_string(++m_rackLabel));
        }
        return *this;
    }

    /// Chilled-water units "C1", "C2"… along the left wall, blowing to +x.
    ProjectBuilder& withCoolers(int count, const std::string& key = "test.crah") {
        for (int i = 0; i < count; ++i, ++m_coolers) {
            const Length y = metres(0.6) + metres(3.0) * m_coolers;
            growTo(y + metres(3.0));
            withItem(key, {metres(0.0), y}, Rotation::R90, "C" + std::to_string(++m_coolerLabel));
        }
        return *this;
    }

    /// Perforated tiles, one before each rack place. Needs a floor void to keep the rules.
    ProjectBuilder& withTiles(int count) {
        for (int i = 0; i < count; ++i, ++m_tiles) {
            const Point rack = rackPlace(m_tiles);
            withItem("test.tile", {rack.x, rack.y - metres(0.6)});
        }
        return *this;
    }

    /// A utility feed, a transformer, UPS A and B, PDU A and B in a plant room, and two cords to
    /// each rack.
    ProjectBuilder& withPower() {
        const HallId before = currentHall().id;
        inHall(HallKind::PlantRoom, metres(12.0), metres(12.0));
        const ItemId utility = plant("test.utility", "Utility", 0);
        const ItemId transformer = plant("test.transformer", "T1", 1);
        supply(utility, transformer, Feed::A);
        for (const Feed feed : {Feed::A, Feed::B}) {
            const std::string name = feed == Feed::A ? "A" : "B";
            const int slot = feed == Feed::A ? 2 : 4;
            const ItemId ups = plant("test.ups", "UPS " + name, slot);
            const ItemId pdu = plant("test.pdu", "PDU " + name, slot + 1);
            supply(transformer, ups, feed);
            supply(ups, pdu, feed);
            for (const Item& item : m_project.items) {
                if (item.catalogKey == "test.rack") supply(pdu, item.id, feed);
            }
        }
        m_hall = before;
        return *this;
    }

    /// A chiller in a yard and a pump set, joined to every chilled-water unit.
    ProjectBuilder& withChilledWater() {
        const HallId before = currentHall().id;
        inHall(HallKind::Yard, metres(30.0), metres(12.0));
        const ItemId chiller = plant("test.chiller", "CH1", 0);
        const ItemId pumps = plant("test.pumps", "P1", 5);
        m_project.coolingLinks.add({{}, chiller, pumps});
        for (const Item& item : m_project.items) {
            if (item.catalogKey == "test.crah") m_project.coolingLinks.add({{}, pumps, item.id});
        }
        m_hall = before;
        return *this;
    }

    ProjectBuilder& withScenario(std::string name, double utilisation) {
        Scenario scenario;
        scenario.name = std::move(name);
        scenario.utilisation = utilisation;
        m_project.scenarios.add(scenario);
        return *this;
    }

    [[nodiscard]] Project build() const { return m_project; }
    operator Project() const { return m_project; }

private:
    const Hall& currentHall() {
        if (!m_hall.isValid()) inHall();
        return *m_project.halls.find(m_hall);
    }

    Point rackPlace(int number) {
        const double usable = (currentHall().width - metres(3.6)) / metres(0.6);
        const int perRow = std::max(1, static_cast<int>(usable + 1e-9));
        return {metres(2.4) + metres(0.6) * (number % perRow),
                metres(1.8) + metres(2.4) * (number / perRow)};
    }

    void growTo(Length depth) {
        Hall hall = currentHall();
        hall.depth = std::max(hall.depth, depth);
        m_project.halls.set(hall);
    }

    ItemId plant(const std::string& key, std::string label, int slot) {
        const ItemId id = m_project.items.nextId();
        withItem(key, {metres(0.5) + metres(1.5) * slot, metres(1.5)}, Rotation::R0,
                 std::move(label));
        return id;
    }

    void supply(ItemId from, ItemId to, Feed feed) {
        m_project.powerLinks.add({{}, from, to, feed});
    }

    Project m_project;
    HallId m_hall;
    int m_racks = 0;  ///< placed in the current hall
    int m_coolers = 0;
    int m_tiles = 0;
    int m_rackLabel = 0;
    int m_coolerLabel = 0;
};

[[nodiscard]] inline ProjectBuilder aProject() {
    return {};
}

/// The items' ids, in order.
[[nodiscard]] inline std::vector<ItemId> itemIds(const Project& project) {
    std::vector<ItemId> ids;
    for (const Item& item : project.items)
        ids.push_back(item.id);
    return ids;
}

/// The item of that label; the test fails by an invalid id when there is none.
[[nodiscard]] inline ItemId itemLabelled(const Project& project, const std::string& label) {
    for (const Item& item : project.items) {
        if (item.label == label) return item.id;
    }
    return {};
}

}  // namespace halltwin::tests
