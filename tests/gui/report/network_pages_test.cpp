// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/report/text_catcher.h"
#include "tests/support/catch.h"
#include "tests/unit/network/network_project.h"
#include "views/bridge/format.h"
#include "views/report/network_pages.h"

#include <QPainter>
#include <algorithm>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::views::report;

namespace {

const QRectF a4Body(0, 0, 7600, 4300);  ///< in tenths of a point

/// A project with its network planned and nothing else answered.
struct Case {
    explicit Case(Project made) : project(std::move(made)) {
        result.network = twin::networkOf(project, catalog);
    }

    [[nodiscard]] Pages pages() const {
        return networkPages({project, catalog, result, {}, {}, {}}, a4Body);
    }

    Catalog catalog = aNetworkCatalog();
    Project project;
    twin::TwinResult result;
};

QString textOf(const Page& page) {
    TextCatcher catcher;
    QPainter painter(&catcher);
    page.paint(painter);
    painter.end();
    return page.title + page.subtitle + catcher.texts().join(QLatin1Char('\n'));
}

/// Texts of all pages with this title.
QString textOf(const Pages& pages, const char* title) {
    QString text;
    for (const Page& page : pages)
        if (page.title == QLatin1String(title)) text += textOf(page);
    return text;
}

qsizetype countOf(const Pages& pages, const char* title) {
    return std::ranges::count(pages, QString::fromLatin1(title), &Page::title);
}

NetworkProject aNetwork(int racks) {
    NetworkProject builder;
    builder.nodeRacks(racks);
    for (int n = 0; n < 1 + racks / 8; ++n)
        builder.rack("test.network", 0.6 * n, 6.0, "X" + std::to_string(n + 1));
    builder.fabric(Topology::RailOptimised);
    builder.tray({metres(0.0), metres(0.6)}, {metres(20.0), metres(0.6)});
    return builder;
}

}  // namespace

TEST_CASE("The sheets of the networks carry figures, switches, cables, trays and elevations") {
    const Case site(aNetwork(4).build());
    const Pages pages = site.pages();
    const network::FabricFigures& figures = site.result.network->figures.front();
    const QString fabrics = textOf(pages, "Networks");
    CHECK(fabrics.contains("Fabric 1 (compute)"));
    CHECK(fabrics.contains("rail-optimised"));
    const double powerKw = (figures.switchMaximum + figures.modules).in(kilowatts);
    CHECK(fabrics.contains(views::bridge::formatNumber(powerKw, 1)));
    const QString switches = textOf(pages, "Switches");
    CHECK(switches.contains("leaf-1.1"));
    CHECK(switches.contains(QStringLiteral("All %1").arg(figures.switches)));
    const QString cables = textOf(pages, "Network cables");
    CHECK(cables.contains(views::bridge::formatNumber(figures.cablePrice.in(dollars), 0)));
    CHECK(cables.contains("port map"));
    CHECK(textOf(pages, "Cable trays").contains("T1"));
    const QString racks = textOf(pages, "Rack elevations");
    CHECK(racks.contains("leaf-1.1"));
    CHECK(racks.contains("Rear"));
    CHECK_FALSE(racks.contains("node 1"));  // no rack with servers alone is drawn
}

TEST_CASE("A large network prints a few sheets that say what is left out and where it is") {
    NetworkProject builder = aNetwork(40);
    for (int n = 0; n < 60; ++n)
        builder.tray({metres(0.0), metres(1.0 + 0.3 * n)}, {metres(20.0), metres(1.0 + 0.3 * n)});
    const Case site(builder.build());
    REQUIRE(site.result.network->figures.front().switches > 100);
    const Pages pages = site.pages();
    CHECK(pages.size() <= 14);
    const QString switches = textOf(pages, "Switches");
    CHECK_FALSE(switches.contains("leaf-1.1"));
    CHECK(switches.contains("workbook"));
    CHECK(countOf(pages, "Switches") == 1);
    CHECK(textOf(pages, "Cable trays").contains("fullest 40 of 61"));
    CHECK(countOf(pages, "Rack elevations") <= 4);
}

TEST_CASE("Racks with the same things in the same units are drawn once, with all their labels") {
    NetworkProject builder;
    builder.nodeRacks(6);
    const FabricId fabric =
        builder.fabric(Topology::LeafSpine, "test.wide-switch", FabricPurpose::Management);
    Fabric top = *builder.project().fabrics.find(fabric);
    top.placement = SwitchPlacement::TopOfRack;
    builder.project().fabrics.set(top);
    const Case site(builder.build());
    const QString racks = textOf(site.pages(), "Rack elevations");
    INFO(racks.toStdString());
    CHECK(racks.contains("alike"));
}

TEST_CASE("A project without a fabric has no sheet of networks") {
    NetworkProject builder;
    builder.nodeRacks(2);
    CHECK(Case(builder.build()).pages().empty());
}
