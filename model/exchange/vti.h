// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/grid.h"

#include <string>
#include <vector>

namespace halltwin::exchange {

/// One named field of a grid; the values must outlive the call that writes them.
struct NamedField {
    std::string name;
    const CellField<float>* values = nullptr;
};

struct FieldFile {
    Grid grid;
    std::vector<NamedField> fields;
};

/// VTK XML image data (.vti) with cell data, as ParaView reads it. Image data has equal cells, so a
/// graded grid is sampled onto cells of its smallest height and width: values are those of the cell
/// at each point. Source: VTK file formats, "XML formats", ImageData.
[[nodiscard]] std::string vtiText(const FieldFile& file);

}  // namespace halltwin::exchange
