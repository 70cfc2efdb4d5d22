// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/cell_box.h"

#include <array>
#include <cstddef>
#include <vector>

namespace halltwin::airflow {

/// Single-precision values over a box with its ghosts, with room for one more layer outside them:
/// second neighbours may be read from every interior cell. Indexed as CellBox::at.
class Field {
public:
    Field() = default;
    explicit Field(const CellBox& box, float value = 0.0F)
        : m_pad(box.strideZ()),
          m_values(box.size() + 2 * box.strideZ(), value) {}

    [[nodiscard]] float* data() { return m_values.data() + m_pad; }
    [[nodiscard]] const float* data() const { return m_values.data() + m_pad; }
    [[nodiscard]] float& operator[](std::size_t cell) { return m_values[m_pad + cell]; }
    [[nodiscard]] float operator[](std::size_t cell) const { return m_values[m_pad + cell]; }
    [[nodiscard]] std::size_t size() const { return m_values.size() - 2 * m_pad; }
    void fill(float value) { m_values.assign(m_values.size(), value); }

private:
    std::size_t m_pad = 0;
    std::vector<float> m_values;
};

/// Element [axis][cell] belongs to the face between `cell` and the next one along the axis.
using Faces = std::array<Field, 3>;

[[nodiscard]] inline Faces makeFaces(const CellBox& box, float value = 0.0F) {
    return {Field(box, value), Field(box, value), Field(box, value)};
}

}  // namespace halltwin::airflow
