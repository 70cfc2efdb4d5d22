// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/bridge/catalog_mime.h"
#include "views/inspector/catalog_model.h"
#include "views/inspector/issues_model.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QSortFilterProxyModel>

using namespace halltwin;
using namespace halltwin::views;
using namespace halltwin::views::inspector;

namespace {

constexpr auto failOnFault = QAbstractItemModelTester::FailureReportingMode::Fatal;

Issue issueOf(Severity severity, std::string message) {
    Issue issue;
    issue.rule = "test.rule";
    issue.severity = severity;
    issue.message = std::move(message);
    return issue;
}

}  // namespace

TEST_CASE("The issues model keeps the rules of Qt models through changes") {
    bridge::Theme theme;
    IssuesModel model(theme);
    const QAbstractItemModelTester tester(&model, failOnFault);
    model.setIssues({issueOf(Severity::Info, "a"), issueOf(Severity::Error, "b")});
    model.setIssues({});
    model.setIssues({issueOf(Severity::Warning, "c")});
    CHECK(model.rowCount() == 1);
}

TEST_CASE("Errors come before warnings and notes, each group in the order it came") {
    bridge::Theme theme;
    IssuesModel model(theme);
    model.setIssues({issueOf(Severity::Info, "n"), issueOf(Severity::Warning, "w1"),
                     issueOf(Severity::Error, "e"), issueOf(Severity::Warning, "w2")});
    QStringList shown;
    for (int row = 0; row < model.rowCount(); ++row)
        shown << model.index(row, 0).data().toString();
    CHECK(shown == QStringList{"e", "w1", "w2", "n"});
    CHECK(model.count(Severity::Warning) == 2);
}

TEST_CASE("The same issues again leave the model alone") {
    bridge::Theme theme;
    IssuesModel model(theme);
    const std::vector<Issue> issues{issueOf(Severity::Info, "n"), issueOf(Severity::Error, "e")};
    model.setIssues(issues);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setIssues(issues);
    CHECK(resets.count() == 0);
}

TEST_CASE("The catalogue model keeps the rules of Qt models and holds every entry once") {
    bridge::Theme theme;
    const auto catalog = std::make_shared<const Catalog>(tests::aCatalog());
    CatalogModel model(catalog, theme);
    const QAbstractItemModelTester tester(&model, failOnFault);
    std::size_t entries = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        entries += static_cast<std::size_t>(model.rowCount(model.index(row, 0)));
    }
    CHECK(entries == catalog->size());
}

TEST_CASE("A dragged entry carries its key, and groups cannot be dragged") {
    bridge::Theme theme;
    CatalogModel model(std::make_shared<const Catalog>(tests::aCatalog()), theme);
    const QModelIndex group = model.index(0, 0);
    const QModelIndex entry = model.index(0, 0, group);
    CHECK(!model.flags(group).testFlag(Qt::ItemIsDragEnabled));
    REQUIRE(model.flags(entry).testFlag(Qt::ItemIsDragEnabled));
    const std::unique_ptr<QMimeData> data(model.mimeData({entry}));
    REQUIRE(data != nullptr);
    CHECK(data->data(bridge::catalogMimeType).toStdString() == model.entry(entry)->key);
}

TEST_CASE("Searching the catalogue finds entries by key and hides groups without any") {
    bridge::Theme theme;
    CatalogModel model(std::make_shared<const Catalog>(tests::aCatalog()), theme);
    QSortFilterProxyModel filter;
    filter.setSourceModel(&model);
    filter.setFilterRole(CatalogModel::SearchRole);
    filter.setRecursiveFilteringEnabled(true);
    filter.setFilterFixedString("test.chiller");
    REQUIRE(filter.rowCount() == 1);
    CHECK(filter.rowCount(filter.index(0, 0)) == 1);
}
