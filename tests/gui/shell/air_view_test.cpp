// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shell/window_bench.h"
#include "views/heatmap/section_view.h"

#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QSlider>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

using namespace halltwin;
using namespace halltwin::tests;
using views::bridge::AirQuantity;

namespace {

/// A raised-floor hall with racks, tiles and coolers, solved.
struct AirBench : WindowBench {
    AirBench() {
        openExample("classroom-two-rows.json");
        pane = &find<views::shell::PlanPane>("planPane");
    }
    void waitForPicture() {
        REQUIRE(QTest::qWaitFor([&] { return pane->heat().isCurrent(); }, 20000));
    }
    void choose(AirQuantity quantity) {
        find<QComboBox>("airQuantity").setCurrentIndex(static_cast<int>(quantity));
        waitForPicture();
    }
    /// A hall that was solved, and its middle on the site.
    [[nodiscard]] Point middle() {
        const HallId id = window.twin().latest()->rooms.front().hall;
        const Hall& hall = *window.session().project().halls.find(id);
        return {hall.origin.x + hall.width * 0.5, hall.origin.y + hall.depth * 0.5};
    }
    void click(const Point& site) {
        QTest::mouseClick(plan().viewport(), Qt::LeftButton, {}, pixel(site));
    }

    views::shell::PlanPane* pane = nullptr;
};

}  // namespace

TEST_CASE("The plan shows speed and pressure in their own colours and units") {
    AirBench bench;
    const QImage warm = bench.plan().grab().toImage();
    bench.choose(AirQuantity::Speed);
    CHECK(bench.pane->heat().quantity() == AirQuantity::Speed);
    CHECK(bench.pane->heat().scale().minimum() >= 0.0);
    CHECK(bench.pane->heat().scale().maximum() < 20.0);
    CHECK(bench.plan().grab().toImage() != warm);
    bench.choose(AirQuantity::Pressure);
    CHECK(bench.pane->heat().scale().minimum() < 0.0);
    bench.choose(AirQuantity::Temperature);
    CHECK(bench.pane->heat().scale().maximum() > 20.0);
}

TEST_CASE("A pinned range is held for its quantity, by typing too, and remembered") {
    AirBench bench;
    auto& pin = bench.find<QToolButton>("pinRange");
    QTest::mouseClick(&pin, Qt::LeftButton);
    CHECK(bench.pane->heat().rangeMode() == views::heatmap::RangeMode::Pinned);
    bench.find<QDoubleSpinBox>("rangeHigh").setValue(55.0);
    CHECK(bench.pane->heat().scale().maximum() == Approx(55.0));
    bench.choose(AirQuantity::Speed);
    CHECK(bench.pane->heat().rangeMode() == views::heatmap::RangeMode::Automatic);
    bench.choose(AirQuantity::Temperature);
    CHECK(bench.pane->heat().scale().maximum() == Approx(55.0));
    REQUIRE(views::shell::Settings::pinnedRange("temperature"));
    CHECK(views::shell::Settings::pinnedRange("temperature")->maximum == Approx(55.0));
    QTest::mouseClick(&pin, Qt::LeftButton);
    bench.waitForPicture();
    CHECK(bench.pane->heat().scale().maximum() < 55.0);
    CHECK_FALSE(views::shell::Settings::pinnedRange("temperature"));
}

TEST_CASE("The floor void is one click away where there is one, and the slider goes back above") {
    AirBench bench;
    auto& toVoid = bench.find<QToolButton>("floorVoid");
    auto& slider = bench.find<QSlider>("sliceHeight");
    REQUIRE(toVoid.isVisible());
    QTest::mouseClick(&toVoid, Qt::LeftButton);
    CHECK(slider.value() < 0);
    CHECK(bench.pane->heat().sliceHeight() < Length{});
    QTest::mouseClick(&toVoid, Qt::LeftButton);
    CHECK(slider.value() == 180);
}

TEST_CASE("Arrows are cut with the picture while their layer is on") {
    AirBench bench;
    REQUIRE(bench.pane->heat().flow() != nullptr);
    CHECK(!bench.pane->heat().flow()->empty());
    CHECK(bench.find<QWidget>("arrowKey").isVisible());
    const QImage with = bench.plan().grab().toImage();
    bench.find<QAction>("layer7").trigger();
    bench.waitForPicture();
    CHECK(bench.pane->heat().flow() == nullptr);
    CHECK_FALSE(bench.find<QWidget>("arrowKey").isVisible());
    CHECK(bench.plan().grab().toImage() != with);
}

TEST_CASE("A probe reads the air where it was put, and each edit adds to its history") {
    AirBench bench;
    bench.trigger("tool.probe");
    bench.click(bench.middle());
    auto& book = bench.pane->probes();
    REQUIRE(book.probes().size() == 1);
    REQUIRE(book.probes().front().now);
    CHECK(book.probes().front().height.in(metres) == Approx(1.8));
    REQUIRE(bench.plan().marks().probes.size() == 1);
    CHECK(bench.plan().marks().probes.front().title.contains(QStringLiteral("°C")));
    CHECK(bench.find<QTreeWidget>("probeList").topLevelItemCount() == 1);
    REQUIRE(book.probes().front().history.size() == 1);
    REQUIRE(bench.window.session().apply(edit::SetInfo{{"Other name", "", "", ""}}));
    bench.waitForResult();
    CHECK(book.probes().front().history.size() == 2);
    CHECK(book.probes().front().history.back().answer ==
          book.probes().front().history.front().answer + 1);
    QTest::keyClick(&bench.plan(), Qt::Key_Delete);
    CHECK(book.probes().empty());
}

TEST_CASE("A section follows its line, the quantity and the answer, and goes with its button") {
    AirBench bench;
    const Point middle = bench.middle();
    bench.trigger("tool.section");
    bench.drag({middle.x - metres(2.0), middle.y}, {middle.x + metres(2.0), middle.y});
    auto& section = bench.find<views::heatmap::SectionView>("sectionView");
    CHECK(section.isVisible());
    REQUIRE(QTest::qWaitFor([&] { return section.isCurrent(); }, 20000));
    CHECK(section.picture().area.width() == Approx(4.0).margin(0.15));
    CHECK(bench.find<QLabel>("sectionTitle").text().contains(QStringLiteral("°C")));
    const double before = section.picture().range->maximum;
    bench.choose(AirQuantity::Speed);
    REQUIRE(QTest::qWaitFor([&] { return section.isCurrent(); }, 20000));
    CHECK(section.picture().range->maximum != before);
    CHECK(bench.find<QLabel>("sectionTitle").text().contains(QStringLiteral("m/s")));
    QTest::mouseClick(&bench.find<QToolButton>("closeSection"), Qt::LeftButton);
    CHECK_FALSE(section.isVisible());
    CHECK_FALSE(bench.plan().marks().section);
}

TEST_CASE("The air is exported for ParaView from the File menu") {
    AirBench bench;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("air.vti"));
    QTimer::singleShot(0, &bench.window, [&] {
        auto& dialog = bench.find<QFileDialog>("exportVtiDialog");
        emit dialog.fileSelected(path);
        dialog.close();
    });
    bench.trigger("exportVtiAction");
    REQUIRE(QTest::qWaitFor([&] { return !QDir(folder.path()).isEmpty(); }, 20000));
    const QStringList files = QDir(folder.path()).entryList({QStringLiteral("*.vti")});
    REQUIRE(files.size() == static_cast<int>(bench.window.twin().latest()->rooms.size()));
    QFile file(folder.filePath(files.front()));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray head = file.read(600);
    CHECK(head.contains("ImageData"));
    CHECK(head.contains("velocity_ms"));
}
