// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/ids.h"
#include "tests/support/catch.h"

#include <type_traits>
#include <unordered_set>

using namespace halltwin;

TEST_CASE("Ids of different kinds do not mix") {
    STATIC_REQUIRE_FALSE(std::is_convertible_v<ItemId, HallId>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<PowerLinkId, CoolingLinkId>);
}

TEST_CASE("Zero and negative ids refer to nothing") {
    CHECK_FALSE(ItemId{}.isValid());
    CHECK_FALSE(ItemId{-3}.isValid());
    CHECK(ItemId{1}.isValid());
}

TEST_CASE("Ids order and hash by their value") {
    CHECK(ItemId{2} < ItemId{10});
    CHECK(ItemId{2} == ItemId{2});
    const std::unordered_set<ItemId> ids{ItemId{1}, ItemId{2}, ItemId{1}};
    CHECK(ids.size() == 2);
    CHECK(ids.contains(ItemId{2}));
}
