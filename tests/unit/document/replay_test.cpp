// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/document/document.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "tests/unit/document/random_edits.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

using namespace halltwin;
using namespace halltwin::document;
using namespace halltwin::tests;

namespace {

Project start() {
    return aProject().withRacks(450).withCoolers(20).withPower().withChilledWater().withTiles(22);
}

/// One user: applies, undoes, redoes and jumps at random, and notes which edits survive.
class Session {
public:
    Session(Document& document, unsigned seed) : m_document(document), m_edits(seed) {}

    void step() {
        const int dice = m_edits.below(20);
        if (dice < 4) {
            m_document.undo();
        } else if (dice < 7) {
            m_document.redo();
        } else if (dice == 7) {
            m_document.jumpTo(m_document.historyPosition() + 2 -
                              static_cast<std::size_t>(m_edits.below(6)));
        } else {
            applyOne();
        }
    }

    [[nodiscard]] int refused() const { return m_refused; }
    [[nodiscard]] const std::map<std::size_t, int>& appliedByKind() const { return m_applied; }

    /// The edits that lead from the first state to the present one.
    [[nodiscard]] std::vector<edit::AnyEdit> surviving() const {
        std::vector<edit::AnyEdit> edits;
        for (std::size_t i = 0; i < m_document.historyPosition(); ++i) {
            edits.insert(edits.end(), m_byStep[i].begin(), m_byStep[i].end());
        }
        return edits;
    }

private:
    void applyOne() {
        const edit::AnyEdit edit = m_edits.next(m_document.project());
        const std::size_t position = m_document.historyPosition();
        const std::string key = m_edits.below(3) == 0 ? "slider" : "";
        const auto change = m_document.apply(edit, key);
        if (!change) {
            ++m_refused;
            return;
        }
        if (change->isEmpty()) return;
        ++m_applied[edit.index()];
        const bool joined = m_document.historyPosition() == position;
        m_byStep.resize(m_document.historyPosition() - (joined ? 0 : 1));
        if (!joined) m_byStep.emplace_back();
        m_byStep.back().push_back(edit);
    }

    Document& m_document;
    RandomEdits m_edits;
    std::vector<std::vector<edit::AnyEdit>> m_byStep;
    std::map<std::size_t, int> m_applied;
    int m_refused = 0;
};

template <class Row>
void follow(Table<Row>& mirror, const Table<Row>& now,
            const TableChange<typename Table<Row>::IdType>& change) {
    mirror.eraseIf([&](const Row& row) {
        return std::binary_search(change.removed.begin(), change.removed.end(), row.id);
    });
    for (const auto id : change.added)
        mirror.set(*now.find(id));
    for (const auto id : change.changed)
        mirror.set(*now.find(id));
}

/// A copy of the project that is kept up to date by change sets alone, as a view keeps its items.
void follow(Project& mirror, const Project& now, const ChangeSet& change) {
    follow(mirror.halls, now.halls, change.halls);
    follow(mirror.items, now.items, change.items);
    follow(mirror.powerLinks, now.powerLinks, change.powerLinks);
    follow(mirror.coolingLinks, now.coolingLinks, change.coolingLinks);
    follow(mirror.fabrics, now.fabrics, change.fabrics);
    follow(mirror.fabricEdits, now.fabricEdits, change.fabricEdits);
    follow(mirror.trays, now.trays, change.trays);
    follow(mirror.scenarios, now.scenarios, change.scenarios);
    if (change.infoChanged) mirror.info = now.info;
    if (change.siteChanged) mirror.site = now.site;
    if (change.plantChanged) mirror.plant = now.plant;
    if (change.economicsChanged) mirror.economics = now.economics;
    if (change.energyChanged) mirror.energy = now.energy;
}

/// Every field of every entity, written out: a deep copy that shares nothing.
Project deepCopy(const Project& project) {
    Project copy = project;
    const auto rebuild = [](auto& table) {
        std::remove_reference_t<decltype(table)> fresh;
        for (const auto& row : table)
            fresh.set(row);
        table = fresh;
    };
    rebuild(copy.halls);
    rebuild(copy.items);
    rebuild(copy.powerLinks);
    rebuild(copy.coolingLinks);
    rebuild(copy.fabrics);
    rebuild(copy.fabricEdits);
    rebuild(copy.trays);
    rebuild(copy.scenarios);
    return copy;
}

}  // namespace

TEST_CASE("10,000 random edits, undos and redos end equal to a replay of the surviving edits") {
    Document document(start());
    Session session(document, 20240607);
    for (int i = 0; i < 10000; ++i)
        session.step();

    Project replayed = start();
    for (const edit::AnyEdit& edit : session.surviving()) {
        auto next = edit::apply(replayed, edit);
        REQUIRE(next);
        replayed = *next;
    }
    CHECK(replayed == document.project());
    CHECK(session.surviving().size() > 100);
    CHECK(session.refused() > 100);
    // Every kind of edit took part.
    CHECK(session.appliedByKind().size() == std::variant_size_v<edit::AnyEdit>);
}

TEST_CASE("A mirror that follows the change sets alone stays equal to the project") {
    Document document(start());
    Project mirror = deepCopy(document.project());
    const Subscription subscription = document.subscribe(
        [&](const ChangeSet& change, const Project& now) { follow(mirror, now, change); });
    Session session(document, 7);
    for (int i = 0; i < 2000; ++i) {
        session.step();
        if (i % 50 == 0) REQUIRE(mirror == document.project());
    }
    CHECK(mirror == document.project());
}

TEST_CASE("Snapshots taken on the way never change, and no edit leaves a dangling reference") {
    Document document(start());
    Session session(document, 99);
    std::vector<std::pair<std::shared_ptr<const Project>, Project>> taken;
    for (int i = 0; i < 2000; ++i) {
        session.step();
        if (i % 100 == 0) {
            taken.emplace_back(document.snapshot(), deepCopy(document.project()));
            REQUIRE(checkReferences(document.project()));
        }
    }
    for (const auto& [snapshot, copy] : taken)
        CHECK(*snapshot == copy);
}
