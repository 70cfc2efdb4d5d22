// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene3d/mesh.h"

#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkUnsignedCharArray.h>

namespace halltwin::views::scene3d {
namespace {

vtkSmartPointer<vtkUnsignedCharArray> colorArray() {
    auto colors = vtkSmartPointer<vtkUnsignedCharArray>::New();
    colors->SetNumberOfComponents(3);
    colors->SetName("color");
    return colors;
}

void append(vtkUnsignedCharArray* colors, QRgb color) {
    const std::array<unsigned char, 3> rgb{static_cast<unsigned char>(qRed(color)),
                                           static_cast<unsigned char>(qGreen(color)),
                                           static_cast<unsigned char>(qBlue(color))};
    colors->InsertNextTypedTuple(rgb.data());
}

}  // namespace

MeshBuilder::MeshBuilder()
    : m_points(vtkSmartPointer<vtkPoints>::New()),
      m_cells(vtkSmartPointer<vtkCellArray>::New()),
      m_faceColors(colorArray()),
      m_pointColors(colorArray()) {}

MeshBuilder::~MeshBuilder() = default;

void MeshBuilder::addBox(const Box& box, QRgb color) {
    const auto& [x0, y0, z0] = box.min;
    const auto& [x1, y1, z1] = box.max;
    addQuad({{{x0, y0, z1}, {x1, y0, z1}, {x1, y1, z1}, {x0, y1, z1}}}, color);
    addQuad({{{x0, y1, z0}, {x1, y1, z0}, {x1, y0, z0}, {x0, y0, z0}}}, color);
    addQuad({{{x0, y0, z0}, {x1, y0, z0}, {x1, y0, z1}, {x0, y0, z1}}}, color);
    addQuad({{{x1, y1, z0}, {x0, y1, z0}, {x0, y1, z1}, {x1, y1, z1}}}, color);
    addQuad({{{x1, y0, z0}, {x1, y1, z0}, {x1, y1, z1}, {x1, y0, z1}}}, color);
    addQuad({{{x0, y1, z0}, {x0, y0, z0}, {x0, y0, z1}, {x0, y1, z1}}}, color);
}

void MeshBuilder::addQuad(const std::array<std::array<double, 3>, 4>& corners, QRgb color) {
    m_cells->InsertNextCell(4);
    for (const auto& corner : corners) {
        m_cells->InsertCellPoint(m_points->InsertNextPoint(corner.data()));
    }
    append(m_faceColors, color);
}

long long MeshBuilder::addPoint(const std::array<double, 3>& at, QRgb color) {
    append(m_pointColors, color);
    return m_points->InsertNextPoint(at.data());
}

void MeshBuilder::addFace(const std::array<long long, 4>& points) {
    m_cells->InsertNextCell(4);
    for (const long long point : points)
        m_cells->InsertCellPoint(point);
}

vtkSmartPointer<vtkPolyData> MeshBuilder::faces() const {
    auto mesh = vtkSmartPointer<vtkPolyData>::New();
    mesh->SetPoints(m_points);
    mesh->SetPolys(m_cells);
    mesh->GetCellData()->SetScalars(m_faceColors);
    return mesh;
}

vtkSmartPointer<vtkPolyData> MeshBuilder::smooth() const {
    auto mesh = vtkSmartPointer<vtkPolyData>::New();
    mesh->SetPoints(m_points);
    mesh->SetPolys(m_cells);
    mesh->GetPointData()->SetScalars(m_pointColors);
    return mesh;
}

}  // namespace halltwin::views::scene3d
