// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>
#include <array>
#include <vtkSmartPointer.h>

class vtkCellArray;
class vtkPoints;
class vtkPolyData;
class vtkUnsignedCharArray;

namespace halltwin::views::scene3d {

/// A box in site coordinates, metres.
struct Box {
    std::array<double, 3> min{};
    std::array<double, 3> max{};
};

/// Collects coloured faces into one mesh, so that a hall of thousands of items is drawn in one
/// call.
class MeshBuilder {
public:
    MeshBuilder();
    ~MeshBuilder();
    MeshBuilder(const MeshBuilder&) = delete;
    MeshBuilder& operator=(const MeshBuilder&) = delete;

    void addBox(const Box& box, QRgb color);

    /// Corners in order around the face.
    void addQuad(const std::array<std::array<double, 3>, 4>& corners, QRgb color);

    /// A point with its own colour, for meshes whose colour runs smoothly; returns its index.
    long long addPoint(const std::array<double, 3>& at, QRgb color);
    void addFace(const std::array<long long, 4>& points);

    /// Faces coloured one by one (`addBox`, `addQuad`), or smoothly by point.
    [[nodiscard]] vtkSmartPointer<vtkPolyData> faces() const;
    [[nodiscard]] vtkSmartPointer<vtkPolyData> smooth() const;

private:
    vtkSmartPointer<vtkPoints> m_points;
    vtkSmartPointer<vtkCellArray> m_cells;
    vtkSmartPointer<vtkUnsignedCharArray> m_faceColors;
    vtkSmartPointer<vtkUnsignedCharArray> m_pointColors;
};

}  // namespace halltwin::views::scene3d
