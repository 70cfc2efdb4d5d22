// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/document/document.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::document;
using namespace halltwin::tests;

namespace {

edit::MoveItems moveFirst(double dxM) {
    return {{ItemId{1}}, metres(dxM), metres(0.0)};
}

double firstX(const Document& document) {
    return document.project().items.find(ItemId{1})->position.x.in(metres);
}

const double start = 2.4;  // where the builder puts the first rack

}  // namespace

TEST_CASE("An applied edit changes the project and returns what changed") {
    Document document(aProject().withRacks(3));
    const auto change = document.apply(moveFirst(1.0));
    REQUIRE(change);
    CHECK(change->items.changed == std::vector<ItemId>{ItemId{1}});
    CHECK(firstX(document) == Approx(start + 1.0));
}

TEST_CASE("The change set names the ids of new items") {
    Document document(aProject().withRacks(3));
    const auto change =
        document.apply(edit::DuplicateItems{{ItemId{1}, ItemId{2}}, {}, metres(5.0)});
    REQUIRE(change);
    CHECK(change->items.added == std::vector<ItemId>{ItemId{4}, ItemId{5}});
}

TEST_CASE("A failed edit leaves project, history and redo as they were") {
    Document document(aProject().withRacks(1));
    REQUIRE(document.apply(moveFirst(1.0)));
    document.undo();
    const auto before = document.snapshot();
    const auto result = document.apply(edit::DeleteItems{{ItemId{99}}});
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::NotFound);
    CHECK(document.snapshot() == before);
    CHECK(document.canRedo());
    CHECK_FALSE(document.isModified());
}

TEST_CASE("Undo and redo go back and forth through equal projects") {
    Document document(aProject().withRacks(3));
    const auto first = document.snapshot();
    REQUIRE(document.apply(moveFirst(1.0)));
    REQUIRE(document.apply(edit::DeleteItems{{ItemId{2}}}));
    const auto last = document.snapshot();

    CHECK(document.undo().items.added == std::vector<ItemId>{ItemId{2}});
    CHECK(document.undo().items.changed == std::vector<ItemId>{ItemId{1}});
    CHECK(document.snapshot() == first);
    CHECK_FALSE(document.canUndo());
    CHECK(document.undo().isEmpty());

    document.redo();
    CHECK(document.redo().items.removed == std::vector<ItemId>{ItemId{2}});
    CHECK(document.snapshot() == last);
    CHECK(document.redo().isEmpty());
}

TEST_CASE("A new edit after undo drops what could be redone") {
    Document document(aProject().withRacks(3));
    REQUIRE(document.apply(moveFirst(1.0)));
    document.undo();
    REQUIRE(document.apply(moveFirst(5.0)));
    CHECK_FALSE(document.canRedo());
    CHECK(firstX(document) == Approx(start + 5.0));
    document.undo();
    CHECK(firstX(document) == Approx(start));
}

TEST_CASE("Edits with the same merge key become one undo step, with another key they do not") {
    Document document(aProject().withRacks(3));
    for (int i = 0; i < 10; ++i)
        REQUIRE(document.apply(moveFirst(0.1), "drag"));
    CHECK(document.history().size() == 2);
    REQUIRE(document.apply(moveFirst(0.5), "other drag"));
    CHECK(document.history().size() == 3);
    document.undo();
    CHECK(firstX(document) == Approx(start + 1.0));
    document.undo();
    CHECK(firstX(document) == Approx(start));
}

TEST_CASE("Without a key no edits join, and undo or saving ends a joined step") {
    Document document(aProject().withRacks(3));
    REQUIRE(document.apply(moveFirst(0.1)));
    REQUIRE(document.apply(moveFirst(0.1)));
    CHECK(document.history().size() == 3);

    REQUIRE(document.apply(moveFirst(0.1), "k"));
    document.undo();
    document.redo();
    REQUIRE(document.apply(moveFirst(0.1), "k"));
    CHECK(document.history().size() == 5);

    document.markSaved();
    REQUIRE(document.apply(moveFirst(0.1), "k"));
    CHECK(document.history().size() == 6);
    document.undo();
    CHECK_FALSE(document.isModified());
}

TEST_CASE("An edit without a key between two of the same key keeps them apart") {
    Document document(aProject().withRacks(3));
    for (const char* key : {"k", "", "k"})
        REQUIRE(document.apply(moveFirst(0.1), key));
    CHECK(document.history().size() == 4);
}

TEST_CASE("An edit that changes nothing leaves no step") {
    Document document(aProject().withRacks(3));
    const auto change = document.apply(moveFirst(0.0));
    REQUIRE(change);
    CHECK(change->isEmpty());
    CHECK_FALSE(document.canUndo());
    CHECK_FALSE(document.isModified());
}

TEST_CASE("The history lists its steps, and any can be jumped to") {
    Document document(aProject().withRacks(3));
    REQUIRE(document.apply(moveFirst(1.0)));
    REQUIRE(document.apply(edit::DeleteItems{{ItemId{2}, ItemId{3}}}));
    REQUIRE(document.history().size() == 3);
    CHECK(document.history()[0].label.text.empty());
    CHECK(document.history()[2].label.text == "Delete 2 items");
    CHECK(document.undoLabel().code == "edit.delete-items");
    CHECK(document.redoLabel().code.empty());

    const ChangeSet change = document.jumpTo(0);
    CHECK(change.items.added.size() == 2);
    CHECK(change.items.changed.size() == 1);
    CHECK(document.historyPosition() == 0);
    CHECK(document.redoLabel().text == "Move 1 item");
    CHECK(document.undoLabel().text.empty());
    CHECK(document.jumpTo(0).isEmpty());
    CHECK(document.jumpTo(3).isEmpty());
    CHECK(document.historyPosition() == 0);
    document.jumpTo(2);
    CHECK(document.project().items.size() == 1);
}

TEST_CASE("A document is modified unless it stands where it was saved") {
    Document document(aProject().withRacks(1));
    CHECK_FALSE(document.isModified());
    REQUIRE(document.apply(moveFirst(1.0)));
    CHECK(document.isModified());
    document.markSaved();
    CHECK_FALSE(document.isModified());
    document.undo();
    CHECK(document.isModified());
    document.redo();
    CHECK_FALSE(document.isModified());
    document.markUnsaved();
    CHECK(document.isModified());
}

TEST_CASE("Replacing the project starts a fresh history and counts as saved") {
    Document document(aProject().withRacks(3));
    REQUIRE(document.apply(moveFirst(1.0)));
    const ChangeSet change = document.replace(aProject().withRacks(1));
    CHECK(change.projectReplaced);
    CHECK(change.items.removed.size() == 2);
    CHECK_FALSE(document.canUndo());
    CHECK_FALSE(document.canRedo());
    CHECK_FALSE(document.isModified());
    CHECK(document.project().items.size() == 1);
}

TEST_CASE("A snapshot outlives the document and never changes") {
    std::shared_ptr<const Project> snapshot;
    const Project expected = aProject().withRacks(2);
    {
        Document document(aProject().withRacks(2));
        snapshot = document.snapshot();
        REQUIRE(document.apply(edit::DeleteItems{{ItemId{1}}}));
    }
    CHECK(*snapshot == expected);
}
