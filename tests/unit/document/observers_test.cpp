// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/document/document.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

#include <optional>
#include <string>
#include <vector>

using namespace halltwin;
using namespace halltwin::document;
using namespace halltwin::tests;

namespace {

edit::MoveItems moveFirst(double dxM) {
    return {{ItemId{1}}, metres(dxM), metres(0.0)};
}

}  // namespace

TEST_CASE("An observer hears of every change, with the project after it, and of nothing else") {
    Document document(aProject().withRacks(2));
    std::vector<ChangeSet> heard;
    const Subscription subscription =
        document.subscribe([&](const ChangeSet& change, const Project& project) {
            heard.push_back(change);
            CHECK(project == document.project());
        });
    REQUIRE(document.apply(moveFirst(1.0)));
    CHECK_FALSE(document.apply(edit::DeleteItems{{ItemId{9}}}));
    REQUIRE(document.apply(moveFirst(0.0)));
    document.undo();
    document.undo();
    document.redo();
    document.markSaved();
    document.replace(aProject());
    REQUIRE(heard.size() == 4);
    CHECK(heard[0].items.changed.size() == 1);
    CHECK(heard[3].projectReplaced);
}

TEST_CASE("A subscription ends with its object, also when it was moved") {
    Document document(aProject().withRacks(1));
    int count = 0;
    const auto counting = [&](const ChangeSet&, const Project&) { ++count; };
    {
        Subscription first = document.subscribe(counting);
        Subscription second = std::move(first);
        REQUIRE(document.apply(moveFirst(1.0)));
        CHECK(count == 1);
        CHECK(second.isActive());
        first = document.subscribe(counting);
        second = std::move(first);  // ends what second held
        REQUIRE(document.apply(moveFirst(1.0)));
        CHECK(count == 2);
    }
    REQUIRE(document.apply(moveFirst(1.0)));
    CHECK(count == 2);
}

TEST_CASE("A subscription may outlive its document") {
    Subscription subscription;
    {
        Document document;
        subscription = document.subscribe([](const ChangeSet&, const Project&) {});
        CHECK(subscription.isActive());
    }
    CHECK_FALSE(subscription.isActive());
    subscription.cancel();
}

TEST_CASE("Observers may leave while they are told, themselves or each other") {
    Document document(aProject().withRacks(1));
    std::string heard;
    Subscription a;
    Subscription b;
    Subscription c;
    a = document.subscribe([&](const ChangeSet&, const Project&) {
        heard += "a";
        a.cancel();
        b.cancel();
    });
    b = document.subscribe([&](const ChangeSet&, const Project&) { heard += "b"; });
    c = document.subscribe([&](const ChangeSet&, const Project&) { heard += "c"; });
    REQUIRE(document.apply(moveFirst(1.0)));
    CHECK(heard == "ac");
    REQUIRE(document.apply(moveFirst(1.0)));
    CHECK(heard == "acc");
}

TEST_CASE("An observer that subscribes while told hears of the next change first") {
    Document document(aProject().withRacks(1));
    int late = 0;
    std::optional<Subscription> inner;
    const Subscription outer = document.subscribe([&](const ChangeSet&, const Project&) {
        if (!inner) inner = document.subscribe([&](const ChangeSet&, const Project&) { ++late; });
    });
    REQUIRE(document.apply(moveFirst(1.0)));
    CHECK(late == 0);
    REQUIRE(document.apply(moveFirst(1.0)));
    CHECK(late == 1);
}

TEST_CASE("A change made by an observer is told to all after the one that caused it") {
    Document document(aProject().withRacks(2));
    std::vector<std::string> heard;
    const Subscription correcting =
        document.subscribe([&](const ChangeSet& change, const Project& project) {
            heard.push_back("first " + std::to_string(project.items.size()));
            if (!change.items.removed.empty()) return;
            CHECK(document.apply(edit::DeleteItems{{ItemId{2}}}));
        });
    const Subscription watching = document.subscribe([&](const ChangeSet&, const Project& project) {
        heard.push_back("second " + std::to_string(project.items.size()));
    });
    REQUIRE(document.apply(moveFirst(1.0)));
    CHECK(heard == std::vector<std::string>{"first 2", "second 2", "first 1", "second 1"});
}
