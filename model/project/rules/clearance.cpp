// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rules/rule_list.h"
#include "model/project/rules/spatial_index.h"

#include <fmt/format.h>
#include <optional>

namespace halltwin::rules {
namespace {

enum class Side { Front, Rear };

/// The solid things of one hall. A rear door swings with the rack that it hangs on and blocks none.
struct Obstacles {
    explicit Obstacles(const std::vector<const PlacedItem*>& members)
        : items(solidOf(members)),
          index(footprintsOf(items)) {}

    static std::vector<const PlacedItem*> solidOf(const std::vector<const PlacedItem*>& members) {
        std::vector<const PlacedItem*> solid;
        for (const PlacedItem* placed : members) {
            if (isSolid(*placed) && !placed->isOf(ItemKind::RearDoor)) solid.push_back(placed);
        }
        return solid;
    }
    static std::vector<Rect> footprintsOf(const std::vector<const PlacedItem*>& solid) {
        std::vector<Rect> rects;
        for (const PlacedItem* placed : solid)
            rects.push_back(placed->footprint);
        return rects;
    }

    std::vector<const PlacedItem*> items;
    SpatialIndex index;
};

/// The strip of this depth along the item's front or rear face.
Rect serviceSpace(const PlacedItem& placed, Side side, Length depth) {
    const Rotation rotation = rotated(placed.item->rotation, side == Side::Front ? 0 : 2);
    Rect strip = placed.footprint;
    switch (frontDirection(rotation)) {
        case Direction::MinusY:
            strip.max.y = strip.min.y;
            strip.min.y = strip.max.y - depth;
            break;
        case Direction::PlusX:
            strip.min.x = strip.max.x;
            strip.max.x = strip.min.x + depth;
            break;
        case Direction::PlusY:
            strip.min.y = strip.max.y;
            strip.max.y = strip.min.y + depth;
            break;
        case Direction::MinusX:
            strip.max.x = strip.min.x;
            strip.min.x = strip.max.x - depth;
            break;
    }
    return strip;
}

Issue blocked(const PlacedItem& placed, Side side, Length depth, const PlacedItem* blocker) {
    Issue issue = blocker != nullptr
                      ? issueBetween(placed, *blocker, "layout.clearance", Severity::Warning)
                      : issueAt(placed, "layout.clearance", Severity::Warning);
    if (blocker == nullptr) issue.arguments.emplace_back("the wall of the hall");
    issue.arguments.emplace_back(side == Side::Front ? "front" : "rear");
    issue.arguments.push_back(fmt::format("{:.2f}", depth.in(metres)));
    issue.message =
        fmt::format("{}: {} is in the {} m of service space at its {}", issue.arguments[0],
                    issue.arguments[1], issue.arguments[3], issue.arguments[2]);
    issue.fix = "Widen the aisle, or turn or move one of them.";
    return issue;
}

/// A footprint that leaves the hall is reported by another rule; only its service space counts
/// here.
bool isOutside(const Hall* hall, const PlacedItem& placed, const Rect& space) {
    if (hall == nullptr || hall->kind == HallKind::Yard) return false;
    const Rect inside{{}, {hall->width, hall->depth}};
    return contains(inside, placed.footprint, tolerance) && !contains(inside, space, tolerance);
}

void checkSide(const PlacedItem& placed, Side side, const Hall* hall, const Obstacles& obstacles,
               Issues& issues) {
    const Length depth =
        side == Side::Front ? placed.entry->clearanceFront : placed.entry->clearanceRear;
    if (!(depth > tolerance)) return;
    const Rect space = serviceSpace(placed, side, depth);
    for (const std::size_t i : obstacles.index.overlapping(space, tolerance)) {
        if (obstacles.items[i] == &placed || passesOver(*obstacles.items[i], placed)) continue;
        issues.push_back(blocked(placed, side, depth, obstacles.items[i]));
        return;
    }
    if (isOutside(hall, placed, space)) issues.push_back(blocked(placed, side, depth, nullptr));
}

}  // namespace

void checkClearance(const RuleContext& context, Issues& issues) {
    for (const auto& [hallId, members] : context.byHall) {
        const Obstacles obstacles(members);
        const Hall* hall = context.project.halls.find(hallId);
        for (const PlacedItem* placed : members) {
            if (placed->entry == nullptr) continue;
            checkSide(*placed, Side::Front, hall, obstacles, issues);
            checkSide(*placed, Side::Rear, hall, obstacles, issues);
        }
    }
}

}  // namespace halltwin::rules
