// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/vti.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>

namespace halltwin::exchange {
namespace {

/// Equal cells over one axis, and the cell of the grid that each of them takes its value from.
struct SampledAxis {
    double originM = 0.0;
    double spacingM = 0.0;
    std::vector<int> source;
};

SampledAxis sample(const GridAxis& axis) {
    double smallest = axis.width(0);
    for (int i = 1; i < axis.cells(); ++i)
        smallest = std::min(smallest, axis.width(i));
    const double length = axis.faces.back() - axis.faces.front();
    const int count = std::max(1, static_cast<int>(std::lround(length / smallest)));
    SampledAxis sampled{axis.faces.front(), length / count, {}};
    for (int i = 0; i < count; ++i) {
        sampled.source.push_back(cellAt(axis, sampled.originM + (i + 0.5) * sampled.spacingM));
    }
    return sampled;
}

class Writer {
public:
    explicit Writer(const FieldFile& file)
        : m_file(file),
          m_x(sample(file.grid.x)),
          m_y(sample(file.grid.y)),
          m_z(sample(file.grid.z)) {}

    std::string write() {
        const std::string extent =
            fmt::format("0 {} 0 {} 0 {}", m_x.source.size(), m_y.source.size(), m_z.source.size());
        m_text = "<?xml version=\"1.0\"?>\n<VTKFile type=\"ImageData\" version=\"1.0\" "
                 "byte_order=\"LittleEndian\">\n";
        m_text += fmt::format(
            "<ImageData WholeExtent=\"{0}\" Origin=\"{1} {2} {3}\" Spacing=\"{4} {5} {6}\">\n"
            "<Piece Extent=\"{0}\">\n<CellData>\n",
            extent, m_x.originM, m_y.originM, m_z.originM, m_x.spacingM, m_y.spacingM,
            m_z.spacingM);
        for (const NamedField& field : m_file.fields)
            addField(field);
        m_text += "</CellData>\n</Piece>\n</ImageData>\n</VTKFile>\n";
        return std::move(m_text);
    }

private:
    void addField(const NamedField& field) {
        m_text +=
            fmt::format("<DataArray type=\"Float32\" Name=\"{}\" format=\"ascii\">\n", field.name);
        for (const int k : m_z.source) {
            for (const int j : m_y.source)
                addRow(*field.values, j, k);
        }
        m_text += "</DataArray>\n";
    }

    void addRow(const CellField<float>& values, int j, int k) {
        for (const int i : m_x.source) {
            fmt::format_to(std::back_inserter(m_text), "{:.6g} ",
                           values[m_file.grid.index(i, j, k)]);
        }
        m_text += '\n';
    }

    const FieldFile& m_file;
    SampledAxis m_x;
    SampledAxis m_y;
    SampledAxis m_z;
    std::string m_text;
};

}  // namespace

std::string vtiText(const FieldFile& file) {
    return Writer(file).write();
}

}  // namespace halltwin::exchange
