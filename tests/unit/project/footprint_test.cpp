// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/footprint.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::tests;

namespace {

Item rackAt(double x, double y, Rotation rotation) {
    Item item;
    item.catalogKey = "test.rack";
    item.position = {metres(x), metres(y)};
    item.rotation = rotation;
    return item;
}

}  // namespace

TEST_CASE("A quarter turn swaps width and depth and keeps the lower-left corner") {
    const Catalog catalog = aCatalog();
    const Rect upright = footprintOf(rackAt(1.0, 2.0, Rotation::R0), catalog);
    CHECK(upright.width().in(metres) == Approx(0.6));
    CHECK(upright.depth().in(metres) == Approx(1.2));
    for (const Rotation turned : {Rotation::R90, Rotation::R270}) {
        const Rect lying = footprintOf(rackAt(1.0, 2.0, turned), catalog);
        CHECK(lying.min == upright.min);
        CHECK(lying.width().in(metres) == Approx(1.2));
        CHECK(lying.depth().in(metres) == Approx(0.6));
    }
    CHECK(footprintOf(rackAt(1.0, 2.0, Rotation::R180), catalog) == upright);
}

TEST_CASE("An item's own sizes go before those of its entry") {
    Item item = rackAt(0.0, 0.0, Rotation::R0);
    item.width = metres(0.8);
    const Size3 size = sizeOf(item, *aCatalog().find("test.rack"));
    CHECK(size.width.in(metres) == Approx(0.8));
    CHECK(size.depth.in(metres) == Approx(1.2));
}

TEST_CASE("An item without an entry keeps a stand-in footprint") {
    Item item = rackAt(0.0, 0.0, Rotation::R0);
    item.catalogKey = "gone";
    CHECK(footprintOf(item, aCatalog()).area().in(squareMetres) == Approx(0.72));
}

TEST_CASE("A catalogue entry of the same key replaces the first") {
    Catalog catalog = aCatalog();
    const std::size_t count = catalog.size();
    CatalogEntry changed = aRackEntry();
    changed.name = "Other";
    catalog.add(changed);
    CHECK(catalog.size() == count);
    CHECK(catalog.find("test.rack")->name == "Other");
    CHECK(catalog.find("test.rac") == nullptr);
    CHECK(catalog.find("test.rack")->as<RackSpec>() != nullptr);
    CHECK(catalog.find("test.rack")->as<TileSpec>() == nullptr);
}
