// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/checks.h"

#include <cmath>

namespace halltwin::edit {

Result<void> checkItem(const Project& project, const Item& item) {
    if (!project.halls.contains(item.hall)) {
        return fail(ErrorCode::NotFound, fmt::format("there is no hall {}", item.hall.value),
                    describeItem(item), "choose a hall of this project");
    }
    if (item.catalogKey.empty()) {
        return fail(ErrorCode::InvalidArgument, "the catalogue key is empty", describeItem(item),
                    "choose an entry of the catalogue");
    }
    return checkEntity(item, describeItem(item));
}

Result<void> checkHall(const Hall& hall) {
    for (const Length side : {hall.width, hall.depth, hall.height}) {
        if (side <= metres(0.0)) {
            return fail(ErrorCode::OutOfRange, "a side of the hall is not above zero", hall.name,
                        "enter the inner width, depth and height");
        }
    }
    return checkEntity(hall, hall.name);
}

Result<void> checkEnds(const Project& project, ItemId from, ItemId to) {
    if (from == to) {
        return fail(ErrorCode::InvalidArgument, "an item cannot be linked to itself", {},
                    "choose two different items");
    }
    return checkKnown(project.items, {from, to}, "item");
}

Result<void> checkShift(Length dx, Length dy) {
    if (std::isfinite(dx.si()) && std::isfinite(dy.si())) return {};
    return fail(ErrorCode::InvalidArgument, "the distance is not a number", {},
                "enter both parts of the distance in metres");
}

std::string describeItem(const Item& item) {
    if (!item.label.empty()) return item.label;
    if (item.id.isValid()) return fmt::format("item {}", item.id.value);
    return fmt::format("new {}", item.catalogKey);
}

EditLabel countedLabel(std::string code, std::string_view verb, std::size_t count,
                       std::string_view noun) {
    return {std::move(code),
            fmt::format("{} {} {}{}", verb, count, noun, count == 1 ? "" : "s"),
            {std::to_string(count)}};
}

}  // namespace halltwin::edit
