// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"
#include "tests/unit/network/network_project.h"
#include "views/bridge/network_study.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/inspector/number_edit.h"
#include "views/network/plain_table.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <memory>

namespace halltwin::tests {

/// Four racks of four servers, a network cabinet, and one rail-optimised fabric unless asked for
/// none. The twin plans the network and nothing else.
class PageBench {
public:
    enum class Start { WithFabric, Empty };

    explicit PageBench(Start start = Start::WithFabric) {
        NetworkProject source;
        source.nodeRacks(4);
        source.rack("test.network", 0.0, 6.0, "NET");
        if (start == Start::WithFabric) source.fabric(Topology::RailOptimised);
        session.newProject(source.build());
    }

    /// Shows the page in a window and waits for the twin and the study.
    void show(QWidget& page) {
        page.resize(1000, 700);
        page.show();
        REQUIRE(QTest::qWaitForWindowExposed(&page));
        settle();
    }
    void settle() {
        REQUIRE(
            QTest::qWaitFor([&] { return feed.isCurrent() && feed.latest() != nullptr; }, 20000));
        REQUIRE(QTest::qWaitFor([&] { return study.isCurrent(); }, 20000));
        QApplication::processEvents();
    }

    template <class Widget>
    static Widget& find(const QWidget& page, const char* name) {
        auto* found = page.findChild<Widget*>(QLatin1String(name));
        INFO(name);
        REQUIRE(found != nullptr);
        return *found;
    }
    static void type(QLineEdit& edit, const char* text) {
        edit.setFocus();
        edit.selectAll();
        QTest::keyClicks(&edit, text);
        if (edit.completer() != nullptr) edit.completer()->popup()->hide();
    }
    static void choose(QComboBox& box, const QString& text) {
        int row = box.findText(text, Qt::MatchFixedString);
        if (row < 0) row = box.findText(text, Qt::MatchContains);
        INFO(text.toStdString());
        REQUIRE(row >= 0);
        box.setCurrentIndex(row);
        emit box.activated(row);
    }
    static void click(QPushButton& button) { QTest::mouseClick(&button, Qt::LeftButton); }

    const Fabric& fabric() { return *session.project().fabrics.begin(); }

    views::bridge::ProjectSession session{std::make_shared<const Catalog>(aNetworkCatalog())};
    views::bridge::Selection selection;
    views::bridge::TwinRunner runner{nullptr, [](const twin::TwinInput& input, std::stop_token) {
                                         twin::TwinResult result;
                                         result.network =
                                             twin::networkOf(*input.project, *input.catalog);
                                         return result;
                                     }};
    views::bridge::TwinFeed feed{session, runner};
    views::bridge::Theme theme;
    views::bridge::ViewContext context{session, selection, feed, theme};
    views::bridge::NetworkStudy study{context};
};

}  // namespace halltwin::tests
