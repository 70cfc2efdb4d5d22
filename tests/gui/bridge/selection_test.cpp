// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/bridge/selection.h"

#include <QSignalSpy>

using namespace halltwin;
using views::bridge::Selection;

TEST_CASE("A selection tells of changes, and of nothing else") {
    Selection selection;
    QSignalSpy changes(&selection, &Selection::changed);
    selection.setItems({ItemId{1}, ItemId{2}});
    selection.setItems({ItemId{1}, ItemId{2}});
    CHECK(changes.count() == 1);
    selection.toggle(ItemId{2});
    CHECK(selection.items() == std::set<ItemId>{ItemId{1}});
    selection.setPowerLink(PowerLinkId{5});
    CHECK(selection.items().empty());
    selection.clear();
    selection.clear();
    CHECK(changes.count() == 4);
}

TEST_CASE("What is no longer in the project falls out of the selection") {
    const Project project = tests::aProject().withRacks(2);
    Selection selection;
    selection.setItems({tests::itemLabelled(project, "R1"), ItemId{4711}});
    selection.keepOnly(project);
    CHECK(selection.items() == std::set<ItemId>{tests::itemLabelled(project, "R1")});
}
