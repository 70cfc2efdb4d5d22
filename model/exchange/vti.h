// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/grid.h"
#include "model/thermal/result.h"

#include <string>
#include <vector>

namespace halltwin::exchange {

/// One named field of a grid, with one array for each component; the values must outlive the call
/// that writes them.
struct NamedField {
    std::string name;
    std::vector<const CellField<float>*> components;
};

struct FieldFile {
    Grid grid;
    std::vector<NamedField> fields;
};

/// The air of a room under the names that other programs will show: "temperature_c",
/// "velocity_ms" (a vector), "pressure_pa". The room must outlive it.
[[nodiscard]] FieldFile roomFields(const thermal::RoomResult& room);

/// VTK XML image data (.vti) with cell data, as ParaView reads it: a header in XML, then the values
/// as raw 32-bit floats. Image data has equal cells, so a graded grid is sampled onto cells of its
/// smallest height and width: values are those of the cell at each point. Lengths in metres from
/// the hall's corner, z from the walking surface. Source: VTK file formats, "XML formats",
/// ImageData, appended data.
[[nodiscard]] std::string vtiText(const FieldFile& file);

}  // namespace halltwin::exchange
