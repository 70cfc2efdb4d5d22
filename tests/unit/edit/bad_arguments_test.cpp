// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/edit/edit_checks.h"

#include <functional>
#include <limits>

using namespace halltwin;
using namespace halltwin::edit;
using namespace halltwin::tests;

namespace {

const Project base = aProject().withRacks(3);
const double notANumber = std::numeric_limits<double>::quiet_NaN();
const double infinity = std::numeric_limits<double>::infinity();

Item rackWith(const std::function<void(Item&)>& change) {
    Item rack = item(base, 2);
    change(rack);
    return rack;
}

}  // namespace

TEST_CASE("Edits of items refuse an empty selection and unknown items") {
    const std::vector<ItemId> none;
    const std::vector<ItemId> unknown{ItemId{1}, ItemId{42}};
    CHECK(failureOf(base, MoveItems{none, {}, {}}) == ErrorCode::InvalidArgument);
    CHECK(failureOf(base, RotateItems{none}) == ErrorCode::InvalidArgument);
    CHECK(failureOf(base, DeleteItems{none}) == ErrorCode::InvalidArgument);
    CHECK(failureOf(base, DuplicateItems{none, {}, {}}) == ErrorCode::InvalidArgument);
    CHECK(failureOf(base, PlaceItems{}) == ErrorCode::InvalidArgument);
    CHECK(failureOf(base, UpdateItems{}) == ErrorCode::InvalidArgument);
    CHECK(failureOf(base, MoveItems{unknown, {}, {}}) == ErrorCode::NotFound);
    CHECK(failureOf(base, RotateItems{unknown}) == ErrorCode::NotFound);
    CHECK(failureOf(base, DeleteItems{unknown}) == ErrorCode::NotFound);
    CHECK(failureOf(base, DuplicateItems{unknown, {}, {}}) == ErrorCode::NotFound);
    CHECK(failureOf(base, ArrayItems{unknown, 1, metres(1.0), {}}) == ErrorCode::NotFound);
}

TEST_CASE("Distances that are no numbers, or lead off the range of positions, are refused") {
    const std::vector<ItemId> one{ItemId{1}};
    CHECK(failureOf(base, MoveItems{one, metres(notANumber), {}}) == ErrorCode::InvalidArgument);
    CHECK(failureOf(base, MoveItems{one, {}, metres(infinity)}) == ErrorCode::InvalidArgument);
    CHECK(failureOf(base, MoveItems{one, metres(1e6), {}}) == ErrorCode::OutOfRange);
    CHECK(failureOf(base, DuplicateItems{one, metres(notANumber), {}}) == ErrorCode::OutOfRange);
    CHECK(failureOf(base, ArrayItems{one, 5, metres(notANumber), {}}) ==
          ErrorCode::InvalidArgument);
    CHECK(failureOf(base, ArrayItems{one, 5, metres(90000.0), {}}) == ErrorCode::OutOfRange);
}

TEST_CASE("Items with fields out of range are refused, whoever brings them") {
    const std::vector<Item> bad{
        rackWith([](Item& i) { i.utilisation = 1.5; }),
        rackWith([](Item& i) { i.fanSpeed = notANumber; }),
        rackWith([](Item& i) { i.supplyTemperature = celsius(200.0); }),
        rackWith([](Item& i) { i.width = metres(-1.0); }),
        rackWith([](Item& i) { i.position.x = metres(infinity); }),
    };
    for (const Item& rack : bad) {
        CHECK(failureOf(base, PlaceItems{{rack}}) == ErrorCode::OutOfRange);
        CHECK(failureOf(base, UpdateItems{{rack}}) == ErrorCode::OutOfRange);
        CHECK(failureOf(base, PasteItems{{{rack}, {}, {}}, HallId{1}, {}, {}}) ==
              ErrorCode::OutOfRange);
    }
}

TEST_CASE("Items in unknown halls or without a catalogue key are refused") {
    const Item lost = rackWith([](Item& i) { i.hall = HallId{9}; });
    const Item unnamed = rackWith([](Item& i) { i.catalogKey.clear(); });
    CHECK(failureOf(base, PlaceItems{{lost}}) == ErrorCode::NotFound);
    CHECK(failureOf(base, UpdateItems{{lost}}) == ErrorCode::NotFound);
    CHECK(failureOf(base, PlaceItems{{unnamed}}) == ErrorCode::InvalidArgument);
    CHECK(failureOf(base, PasteItems{{{lost}, {}, {}}, {}, {}, {}}) == ErrorCode::NotFound);
    CHECK(failureOf(base, UpdateItems{{rackWith([](Item& i) { i.id = ItemId{70}; })}}) ==
          ErrorCode::NotFound);
}

TEST_CASE("Counts and pitches out of range are refused") {
    GenerateRow row{HallId{1}, "test.rack", {}, 0};
    CHECK(failureOf(base, row) == ErrorCode::OutOfRange);
    row.count = maximumRow + 1;
    CHECK(failureOf(base, row) == ErrorCode::OutOfRange);
    row.count = 3;
    row.pitch = metres(0.0);
    CHECK(failureOf(base, row) == ErrorCode::InvalidArgument);
    row.pitch = metres(notANumber);
    CHECK(failureOf(base, row) == ErrorCode::InvalidArgument);
    row.pitch = metres(0.6);
    row.hall = HallId{5};
    CHECK(failureOf(base, row) == ErrorCode::NotFound);
    const std::vector<ItemId> one{ItemId{1}};
    CHECK(failureOf(base, ArrayItems{one, 0, metres(1.0), {}}) == ErrorCode::OutOfRange);
    CHECK(failureOf(base, ArrayItems{one, -4, metres(1.0), {}}) == ErrorCode::OutOfRange);
    CHECK(failureOf(base, ArrayItems{one, 2, {}, {}}) == ErrorCode::InvalidArgument);
}

TEST_CASE("A mistake in the last of many items changes none of them") {
    Project before = base;
    const Project copy = before;
    Item good = item(base, 1);
    good.utilisation = 0.5;
    const auto after =
        apply(before, UpdateItems{{good, rackWith([](Item& i) { i.utilisation = 2.0; })}});
    CHECK_FALSE(after);
    CHECK(before == copy);
    CHECK(&before.items.rows() == &copy.items.rows());
}
