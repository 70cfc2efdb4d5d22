// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"
#include "views/floorplan/paint_plan.h"
#include "views/floorplan/scale_bar.h"

#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::views::floorplan;

namespace {

constexpr double unitsPerMm = 4.0;

/// An A4 sheet across, four pixels to the millimetre.
QImage painted(const Project& project, PlanPaintOptions options) {
    QImage image(1188, 840, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    options.target = QRectF(0, 0, image.width(), image.height());
    options.unitsPerMillimetre = unitsPerMm;
    paintPlan(painter, project, aCatalog(), options);
    return image;
}

PlanPaintOptions sheet() {
    PlanPaintOptions options;
    options.target = QRectF(0, 0, 1188, 840);
    options.unitsPerMillimetre = unitsPerMm;
    return options;
}

/// Where the hall's lower-left inner corner comes to lie, found from its heat picture.
QRect boundsOf(const QImage& image, const QColor& color) {
    QRect bounds;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color) bounds |= QRect(x, y, 1, 1);
        }
    }
    return bounds;
}

}  // namespace

TEST_CASE(
    "A plan is painted at the largest round scale that fits, or at the one that is asked for") {
    const Project project = aProject().withRacks(4);  // 24 m × 18 m on 297 mm × 210 mm
    CHECK(planScale(project, aCatalog(), sheet()) == 100.0);
    PlanPaintOptions options = sheet();
    options.scale = 250.0;
    CHECK(planScale(project, aCatalog(), options) == 250.0);
}

TEST_CASE("Distances on the sheet are those of the scale") {
    const Project project = aProject().inHall();
    PlanPaintOptions options;
    options.scale = 200.0;
    QImage heat(1, 1, QImage::Format_RGB32);
    heat.fill(QColor(250, 10, 250));
    options.heat.emplace(HallId{1}, heat);
    const QRect hall = boundsOf(painted(project, options), QColor(250, 10, 250));
    CHECK(hall.width() == Approx(24.0 * 1000.0 / 200.0 * unitsPerMm).margin(3));  // 120 mm
    CHECK(hall.height() == Approx(18.0 * 1000.0 / 200.0 * unitsPerMm).margin(3));
}

TEST_CASE("Racks are coloured by their intake and layers can be left out") {
    const Project project = aProject().withRacks(6);
    twin::TwinResult result;
    twin::RoomAnswer room;
    room.hall = HallId{1};
    for (const Item& item : project.items) {
        thermal::RackResult rack;
        rack.id = item.id;
        rack.intakeMax = celsius(33.0);
        room.air.racks.push_back(rack);
    }
    result.rooms.push_back(std::move(room));
    PlanPaintOptions options;
    options.result = &result;
    const QColor warm(0xED, 0x7A, 0x2D);  // allowable A2
    const QRect racks = boundsOf(painted(project, options), warm);
    CHECK(racks.width() == Approx(3.6 * 1000.0 / 100.0 * unitsPerMm).margin(4));
    options.layers.set(Layer::Racks, false);
    CHECK(boundsOf(painted(project, options), warm).isEmpty());
}

TEST_CASE("One hall alone is painted larger than the whole site") {
    const Project project = aProject().withRacks(2).withPower();  // a plant room 100 m away
    PlanPaintOptions one = sheet();
    one.hall = HallId{2};
    CHECK(planScale(project, aCatalog(), one) < planScale(project, aCatalog(), sheet()));
}

TEST_CASE("An empty project paints nothing and a PDF takes the plan as vectors") {
    CHECK(painted(Project{}, {}) == [] {
        QImage white(1188, 840, QImage::Format_RGB32);
        white.fill(Qt::white);
        return white;
    }());
    const ScratchFolder folder;
    const QString path = QString::fromStdString((folder / "plan.pdf").string());
    {
        QPdfWriter writer(path);
        writer.setResolution(300);
        QPainter painter(&writer);
        PlanPaintOptions options;
        options.unitsPerMillimetre = 300.0 / 25.4;
        options.target = QRectF(0, 0, writer.width(), writer.height());
        paintPlan(painter, aProject().withRacks(30), aCatalog(), options);
    }
    CHECK(QFileInfo(path).size() > 4000);
}

TEST_CASE("A scale bar has a round length that fits") {
    CHECK(scaleBarLength(40.0, 120.0).metres == 2.0);
    CHECK(scaleBarLength(40.0, 120.0).pixels == Approx(80.0));
    CHECK(scaleBarLength(3.0, 120.0).metres == 20.0);
    CHECK(scaleBarLength(700.0, 120.0).metres == Approx(0.1));
}
