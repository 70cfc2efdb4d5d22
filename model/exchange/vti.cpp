// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/vti.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>

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

template <class T>
void appendBytes(std::string& text, T value) {
    text.append(reinterpret_cast<const char*>(&value), sizeof value);
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
        const bool isLittle = std::endian::native == std::endian::little;
        std::string text =
            fmt::format("<?xml version=\"1.0\"?>\n<VTKFile type=\"ImageData\" version=\"1.0\" "
                        "byte_order=\"{}\" header_type=\"UInt64\">\n",
                        isLittle ? "LittleEndian" : "BigEndian");
        text += fmt::format(
            "<ImageData WholeExtent=\"{0}\" Origin=\"{1} {2} {3}\" Spacing=\"{4} {5} {6}\">\n"
            "<Piece Extent=\"{0}\">\n<CellData>\n",
            extent, m_x.originM, m_y.originM, m_z.originM, m_x.spacingM, m_y.spacingM,
            m_z.spacingM);
        std::uint64_t offset = 0;
        for (const NamedField& field : m_file.fields) {
            text += fmt::format("<DataArray type=\"Float32\" Name=\"{}\" NumberOfComponents=\"{}\" "
                                "format=\"appended\" offset=\"{}\"/>\n",
                                field.name, field.components.size(), offset);
            offset += sizeof(std::uint64_t) + bytesOf(field);
        }
        text += "</CellData>\n</Piece>\n</ImageData>\n<AppendedData encoding=\"raw\">\n_";
        text.reserve(text.size() + offset + 64);
        for (const NamedField& field : m_file.fields)
            appendField(text, field);
        text += "\n</AppendedData>\n</VTKFile>\n";
        return text;
    }

private:
    [[nodiscard]] std::uint64_t bytesOf(const NamedField& field) const {
        return m_x.source.size() * m_y.source.size() * m_z.source.size() * field.components.size() *
               sizeof(float);
    }

    void appendField(std::string& text, const NamedField& field) const {
        appendBytes(text, bytesOf(field));
        for (const int k : m_z.source) {
            for (const int j : m_y.source)
                appendRow(text, field, j, k);
        }
    }

    void appendRow(std::string& text, const NamedField& field, int j, int k) const {
        for (const int i : m_x.source) {
            for (const CellField<float>* values : field.components)
                appendBytes(text, (*values)[m_file.grid.index(i, j, k)]);
        }
    }

    const FieldFile& m_file;
    SampledAxis m_x;
    SampledAxis m_y;
    SampledAxis m_z;
};

}  // namespace

FieldFile roomFields(const thermal::RoomResult& room) {
    return {room.grid,
            {{"temperature_c", {&room.temperatureC}},
             {"velocity_ms", {&room.u, &room.v, &room.w}},
             {"pressure_pa", {&room.pressurePa}}}};
}

std::string vtiText(const FieldFile& file) {
    return Writer(file).write();
}

}  // namespace halltwin::exchange
