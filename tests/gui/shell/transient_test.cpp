// SPDX-License-Identifier: GPL-3.0-or-later
// The transient panel in the window, with the real engine on a small hall.
#include "model/thermal/air_class.h"
#include "tests/gui/shell/window_bench.h"
#include "tests/support/paths.h"
#include "views/transient/event_form.h"
#include "views/transient/transient_chart.h"
#include "views/transient/transient_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QImage>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>
#include <cmath>

using namespace halltwin;
using namespace halltwin::tests;
using views::transient::TransientChart;
using views::transient::TransientPanel;

namespace {

constexpr const char* small = "classroom-two-rows.json";

class TransientBench : public WindowBench {
public:
    TransientBench() {
        openExample(small);
        trigger("dock.transient");
    }
    TransientPanel& panel() { return *window.findChild<TransientPanel*>(); }
    void click(const char* button) {
        QTest::mouseClick(&find<QAbstractButton>(button), Qt::LeftButton);
    }
    void choose(int happening, double atS, double durationS) {
        find<QComboBox>("transient.happening").setCurrentIndex(happening);
        find<QDoubleSpinBox>("transient.at").setValue(atS);
        find<QDoubleSpinBox>("transient.duration").setValue(durationS);
    }
    void run() {
        click("transient.start");
        REQUIRE(QTest::qWaitFor([&] { return panel().record() != nullptr; }, 60000));
        waitForPicture();
    }
    void waitForPicture() {
        const auto& heat = find<views::shell::PlanPane>("planPane").heat();
        REQUIRE(QTest::qWaitFor([&] { return heat.isCurrent(); }, 10000));
        QApplication::processEvents();
    }
    /// The hall on the plan, without what lies around it.
    QImage picture() {
        const Hall& hall = *window.session().project().halls.begin();
        const Point far{hall.origin.x + hall.width, hall.origin.y + hall.depth};
        return plan()
            .viewport()
            ->grab(QRect(pixel(hall.origin), pixel(far)).normalized())
            .toImage();
    }
    QString momentText() { return find<QLabel>("status.moment").text(); }
};

}  // namespace

TEST_CASE("A failure of all coolers is run, scrubbed, played and left again") {
    TransientBench bench;
    const QImage steady = bench.picture();
    CHECK(bench.find<QWidget>("status.air").isVisible());
    bench.choose(0, 10.0, 60.0);
    bench.run();
    const auto& record = *bench.panel().record();
    CHECK(record.samples.back().at == seconds(60.0));
    CHECK(record.samples.back().maxIntake > record.samples.front().maxIntake + kelvins(2.0));
    CHECK(bench.momentText() == "Transient t = 0" + QString(QChar(0xA0)) + "s");
    CHECK_FALSE(bench.find<QWidget>("status.air").isVisible());
    const QImage atStart = bench.picture();

    auto& slider = bench.find<QSlider>("transient.slider");
    slider.setValue(slider.maximum());
    bench.waitForPicture();
    CHECK(bench.momentText().contains("60"));
    CHECK(bench.picture() != atStart);

    auto& chart = bench.find<TransientChart>("transientChart");
    CHECK(chart.curves().size() == 1 + 2 * record.coolers.size());
    QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.rect().center());
    CHECK(slider.value() > slider.maximum() / 4);
    CHECK(slider.value() < slider.maximum() * 3 / 4);

    slider.setValue(0);
    bench.find<QComboBox>("transient.speed").setCurrentIndex(5);  // 60 ×
    bench.click("transient.play");
    CHECK(bench.panel().isPlaying());
    REQUIRE(QTest::qWaitFor([&] { return !bench.panel().isPlaying(); }, 20000));
    CHECK(slider.value() == slider.maximum());

    bench.click("transient.steady");
    bench.waitForPicture();
    CHECK(bench.picture() == steady);
    CHECK(bench.momentText().isEmpty());
    CHECK(bench.find<QWidget>("status.air").isVisible());
}

TEST_CASE("Returning coolers, a load step and chosen coolers reach the engine as events") {
    TransientBench bench;
    bench.choose(0, 5.0, 30.0);
    auto& coolers = bench.find<QListWidget>("transient.coolers");
    REQUIRE(coolers.count() > 1);
    for (int row = 1; row < coolers.count(); ++row)
        coolers.item(row)->setCheckState(Qt::Unchecked);
    bench.find<QCheckBox>("transient.returns").setChecked(true);
    bench.find<QDoubleSpinBox>("transient.after").setValue(10.0);
    bench.click("transient.add");
    bench.choose(3, 20.0, 30.0);
    bench.find<QDoubleSpinBox>("transient.value").setValue(30.0);
    bench.find<QCheckBox>("transient.returns").setChecked(false);
    bench.click("transient.add");
    CHECK(bench.find<QLabel>("transient.added").isVisible());
    bench.run();
    const auto& events = bench.panel().record()->events;
    REQUIRE(events.size() == 3);
    CHECK(events[0].action == thermal::Action::Stop);
    CHECK(events[1].action == thermal::Action::Start);
    CHECK(events[1].at == seconds(15.0));
    CHECK(events[2].action == thermal::Action::Load);
    CHECK(events[2].factor == Approx(0.3));
    const auto& samples = bench.panel().record()->samples;
    CHECK(samples.back().itHeat.si() == Approx(0.3 * samples.front().itHeat.si()));

    const ScratchFolder folder;
    const QString path = QString::fromStdString((folder / "series.csv").string());
    bench.panel().exportCsv(path);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().count('\n') == 32);
}

TEST_CASE("Class, cell size and cold store of the form reach the engine") {
    TransientBench bench;
    bench.choose(0, 5.0, 20.0);
    bench.find<QComboBox>("transient.class").setCurrentText("A1");
    bench.find<QDoubleSpinBox>("transient.cells").setValue(1.2);
    bench.find<QDoubleSpinBox>("transient.store").setValue(12.0);
    const auto settings = bench.window.findChild<views::transient::EventForm*>()->settings();
    const Length altitude = bench.window.session().project().site.altitude;
    CHECK(settings.limits.allowableHigh ==
          thermal::allowable(thermal::AirClass::A1, altitude).high);
    CHECK(settings.gridM == Approx(1.2));
    CHECK(settings.mass.storageTank == cubicMetres(12.0));
    const QImage steady = bench.picture();
    bench.run();
    CHECK(bench.panel().record()->start.grid.x.width(0) > 0.6);
    CHECK(bench.picture() != steady);
}

TEST_CASE("A moment of a transient shows its speeds and arrows") {
    TransientBench bench;
    bench.choose(0, 1.0, 60.0);
    bench.run();
    const auto& record = *bench.panel().record();
    const auto speedSum = [&](std::size_t field) {
        const thermal::RoomResult room = thermal::roomAt(record, field);
        double sum = 0.0;
        for (std::size_t n = 0; n < room.u.size(); ++n)
            sum += std::hypot(room.u[n], room.v[n], room.w[n]);
        return sum;
    };
    CHECK(speedSum(record.fields.size() - 1) < speedSum(0));
    bench.find<QComboBox>("airQuantity").setCurrentIndex(
        static_cast<int>(views::bridge::AirQuantity::Speed));
    bench.waitForPicture();
    const QImage moving = bench.picture();
    auto& slider = bench.find<QSlider>("transient.slider");
    slider.setValue(slider.maximum());
    bench.waitForPicture();
    CHECK(bench.picture() != moving);
}

TEST_CASE("A run is cancelled at once, and an edit leaves the record behind") {
    TransientBench bench;
    bench.choose(0, 10.0, 3600.0);
    bench.click("transient.start");
    CHECK(bench.find<QPushButton>("transient.start").text() == "Cancel");
    QTest::qWait(200);
    bench.click("transient.start");
    CHECK(bench.find<QPushButton>("transient.start").text() == "Start");
    CHECK(bench.panel().record() == nullptr);

    bench.choose(0, 5.0, 20.0);
    bench.run();
    CHECK_FALSE(bench.momentText().isEmpty());
    bench.trigger("selectAllAction");
    bench.trigger("rotateAction");
    CHECK(bench.panel().record() == nullptr);
    CHECK(bench.momentText().isEmpty());
}

TEST_CASE("Nothing chosen is said, not run") {
    TransientBench bench;
    bench.choose(0, 5.0, 20.0);
    auto& coolers = bench.find<QListWidget>("transient.coolers");
    for (int row = 0; row < coolers.count(); ++row)
        coolers.item(row)->setCheckState(Qt::Unchecked);
    bench.click("transient.start");
    CHECK(bench.find<QLabel>("transient.state").text() == "Choose at least one cooler.");
    CHECK(bench.find<QPushButton>("transient.start").text() == "Start");
}
