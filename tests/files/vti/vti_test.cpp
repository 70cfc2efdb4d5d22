// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/file_io.h"
#include "model/exchange/vti.h"
#include "tests/support/catch.h"

#include <filesystem>
#include <vtkCellData.h>
#include <vtkDataArray.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkXMLImageDataReader.h>

using namespace halltwin;

namespace {

/// Graded in z, with a floor void: 0.6 m below, then 0.3 m and 0.9 m. Every cell has values of its
/// own.
thermal::RoomResult gradedRoom() {
    thermal::RoomResult room;
    room.grid = {{{0.0, 0.6, 1.2, 1.8}}, {{0.0, 0.6, 1.2}}, {{-0.6, 0.0, 0.3, 1.2}}};
    for (std::size_t i = 0; i < room.grid.cellCount(); ++i) {
        const auto n = static_cast<float>(i);
        room.temperatureC.push_back(20.0F + 0.25F * n);
        room.u.push_back(n);
        room.v.push_back(-n);
        room.w.push_back(0.5F * n);
        room.pressurePa.push_back(100.0F - n);
        room.solid.push_back(thermal::airCell);
    }
    return room;
}

}  // namespace

TEST_CASE("VTK's own reader finds every cell of the room where it lies") {
    const thermal::RoomResult room = gradedRoom();
    const std::string path = (std::filesystem::current_path() / "graded-room.vti").string();
    REQUIRE(writeFileAtomically(path, exchange::vtiText(exchange::roomFields(room))));
    vtkNew<vtkXMLImageDataReader> reader;
    REQUIRE(reader->CanReadFile(path.c_str()) != 0);
    reader->SetFileName(path.c_str());
    reader->Update();
    vtkImageData* image = reader->GetOutput();
    CHECK(image->GetNumberOfCells() == 3 * 2 * 6);  // z in steps of 0.3 m
    CHECK(image->GetOrigin()[2] == Approx(-0.6));
    CHECK(image->GetSpacing()[0] == Approx(0.6));
    CHECK(image->GetSpacing()[2] == Approx(0.3));
    double bounds[6];
    image->GetBounds(bounds);
    CHECK(bounds[1] == Approx(1.8));
    CHECK(bounds[5] == Approx(1.2));

    vtkDataArray* temperature = image->GetCellData()->GetArray("temperature_c");
    vtkDataArray* velocity = image->GetCellData()->GetArray("velocity_ms");
    vtkDataArray* pressure = image->GetCellData()->GetArray("pressure_pa");
    REQUIRE(temperature != nullptr);
    REQUIRE(velocity != nullptr);
    REQUIRE(pressure != nullptr);
    REQUIRE(velocity->GetNumberOfComponents() == 3);
    for (vtkIdType cell = 0; cell < image->GetNumberOfCells(); ++cell) {
        double box[6];
        image->GetCellBounds(cell, box);
        const auto at = [&](const GridAxis& axis, int i) {
            return cellAt(axis, 0.5 * (box[2 * i] + box[2 * i + 1]));
        };
        const std::size_t source =
            room.grid.index(at(room.grid.x, 0), at(room.grid.y, 1), at(room.grid.z, 2));
        CHECK(temperature->GetTuple1(cell) == double(room.temperatureC[source]));
        CHECK(velocity->GetComponent(cell, 0) == double(room.u[source]));
        CHECK(velocity->GetComponent(cell, 1) == double(room.v[source]));
        CHECK(velocity->GetComponent(cell, 2) == double(room.w[source]));
        CHECK(pressure->GetTuple1(cell) == double(room.pressurePa[source]));
    }
}
