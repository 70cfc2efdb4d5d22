// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/fields.h"
#include "model/project/project.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>

namespace halltwin::tests {

/// Visitor that sets every field to something within its range: round decimals, full-precision
/// numbers, the ends, nothing.
class RandomFields {
public:
    explicit RandomFields(std::mt19937& random) : m_random(random) {}

    void operator()(std::string_view, std::string& text) {
        static const std::string pieces[] = {"Rack ", "\"A\"", "\\",    "\n", "机房",
                                             "é",     "\t",    "x,y;z", "'",  "<&>"};
        text.clear();
        for (int i = pick(0, 4); i > 0; --i)
            text += pieces[pick(0, 9)];
    }
    template <class Tag>
    void operator()(std::string_view, Id<Tag>&) {}  // the project says which ids there are
    template <class Tag>
    void operator()(std::string_view, std::optional<Id<Tag>>&) {}
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(std::string_view, Enum& value) {
        value = static_cast<Enum>(pick(0, static_cast<int>(EnumNames<Enum>::names.size()) - 1));
    }
    void operator()(std::string_view, double& value, Range range) { value = number(range); }
    void operator()(std::string_view, int& value, Range range) {
        value = static_cast<int>(number(range));
    }
    void operator()(std::string_view, Temperature& value, Range range) {
        value = celsius(number(range));
    }
    template <class Dim>
    void operator()(std::string_view, Quantity<Dim>& value, Unit<Dim> unit, Range range) {
        value = unit(number(range));
    }
    template <class T, class... Rest>
    void operator()(std::string_view name, std::optional<T>& value, Rest... rest) {
        value.reset();
        if (pick(0, 1) == 0) return;
        (*this)(name, value.emplace(), rest...);
    }

    int pick(int low, int high) { return std::uniform_int_distribution(low, high)(m_random); }

private:
    double number(Range range) {
        const double value = std::uniform_real_distribution(range.min, range.max)(m_random);
        switch (pick(0, 4)) {
            case 0: return value;
            case 1: return std::clamp(std::round(value), range.min, range.max);
            case 2: return range.min;
            case 3: return range.max;
            default: return std::clamp(std::round(value * 10.0) / 10.0, range.min, range.max);
        }
    }

    std::mt19937& m_random;
};

/// A project of any content that a file may hold; the same for the same seed.
[[nodiscard]] inline Project aRandomProject(unsigned seed) {
    std::mt19937 random(seed);
    RandomFields fields(random);
    Project project;
    visitFields(fields, project.info);
    visitFields(fields, project.site);
    visitFields(fields, project.economics);
    visitFields(fields, project.energy);
    const auto add = [&]<class Entity>(Table<Entity>& table, Entity entity) {
        visitFields(fields, entity);
        entity.id.value = table.nextId().value + fields.pick(0, 3);  // ids have gaps
        table.set(entity);
    };
    const auto anyOf = [&]<class Entity>(const Table<Entity>& table) {
        const int index = fields.pick(0, static_cast<int>(table.size()) - 1);
        return table.rows()[static_cast<std::size_t>(index)]->id;
    };
    for (int i = fields.pick(1, 4); i > 0; --i)
        add(project.halls, Hall{});
    for (int i = fields.pick(1, 40); i > 0; --i) {
        Item item;
        item.hall = anyOf(project.halls);
        add(project.items, item);
    }
    for (int i = fields.pick(0, 20); i > 0; --i)
        add(project.powerLinks, PowerLink{{}, anyOf(project.items), anyOf(project.items), {}});
    for (int i = fields.pick(0, 10); i > 0; --i)
        add(project.coolingLinks, CoolingLink{{}, anyOf(project.items), anyOf(project.items)});
    for (int i = fields.pick(0, 3); i > 0; --i) {
        Fabric fabric;
        if (fields.pick(0, 1) == 1) fabric.hall = anyOf(project.halls);
        add(project.fabrics, fabric);
        FabricEdit change;
        change.fabric = anyOf(project.fabrics);
        if (fields.pick(0, 1) == 1) change.rack = anyOf(project.items);
        add(project.fabricEdits, change);
        CableTray tray;
        tray.hall = anyOf(project.halls);
        add(project.trays, tray);
    }
    for (int i = fields.pick(0, 3); i > 0; --i)
        add(project.scenarios, Scenario{});
    return project;
}

/// A project of `count` items in rows, each labelled, half of them with an override.
[[nodiscard]] inline Project aProjectOfItems(int count) {
    Project project;
    Hall hall;
    hall.id = HallId{1};
    hall.name = "Hall 1";
    hall.width = metres(200.0);
    hall.depth = metres(200.0);
    project.halls.set(hall);
    for (int i = 0; i < count; ++i) {
        Item item;
        item.hall = hall.id;
        item.catalogKey = "test.rack";
        item.label = "R" + std::to_string(i + 1);
        item.position = {metres(0.6) * (i % 300), metres(2.4) * (i / 300)};
        if (i % 2 == 0) item.utilisation = 0.75;
        project.items.add(item);
    }
    return project;
}

}  // namespace halltwin::tests
