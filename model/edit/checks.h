// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/edit/edit_label.h"
#include "model/project/field_check.h"
#include "model/project/project.h"

#include <cstddef>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halltwin::edit {

/// The shared check of fields for entities that may not have an id yet.
class FieldsButId : public FieldChecker {
public:
    using FieldChecker::operator();
    template <class Tag>
    void operator()(std::string_view, Id<Tag>) {}
};

/// Every field of the entity within the range that fields.h states for it, its own id aside: that
/// may be unset. Fails with OutOfRange; `what` names the entity in the message.
template <class Entity>
[[nodiscard]] Result<void> checkEntity(const Entity& entity, std::string what) {
    FieldsButId checker;
    visitFields(checker, entity);
    if (!checker.problem()) return {};
    return fail(ErrorCode::OutOfRange,
                fmt::format("{} {}", checker.problem()->field, checker.problem()->message),
                std::move(what), "enter a value within the range");
}

/// Fields within their ranges, a catalogue key, and a hall that the project has.
[[nodiscard]] Result<void> checkItem(const Project& project, const Item& item);

/// Fields within their ranges and sides above zero.
[[nodiscard]] Result<void> checkHall(const Hall& hall);

/// At least one id, and all of them in the table; `what` names the kind in the message ("item").
template <class Row>
[[nodiscard]] Result<void> checkKnown(const Table<Row>& table,
                                      const std::vector<decltype(Row::id)>& ids,
                                      std::string_view what) {
    if (ids.empty()) {
        return fail(ErrorCode::InvalidArgument, fmt::format("no {} is named", what), {},
                    fmt::format("select at least one {}", what));
    }
    for (const auto id : ids) {
        if (table.contains(id)) continue;
        return fail(ErrorCode::NotFound, fmt::format("there is no {} {}", what, id.value), {},
                    "it may have been deleted; select again");
    }
    return {};
}

/// Both ends exist and differ.
[[nodiscard]] Result<void> checkEnds(const Project& project, ItemId from, ItemId to);

/// The distance is a number of finite size.
[[nodiscard]] Result<void> checkShift(Length dx, Length dy);

/// "rack R12" or, without a label, "item 17": how messages name an item.
[[nodiscard]] std::string describeItem(const Item& item);

/// Label of an edit of several things: ("edit.move-items", "Move", 3, "item") reads "Move 3 items";
/// the count is its one argument.
[[nodiscard]] EditLabel countedLabel(std::string code, std::string_view verb, std::size_t count,
                                     std::string_view noun);

}  // namespace halltwin::edit
