// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene3d/air_scene.h"

#include "views/scene3d/air_grid.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vtkActor.h>
#include <vtkLookupTable.h>
#include <vtkNew.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkProperty2D.h>
#include <vtkRenderer.h>
#include <vtkScalarBarActor.h>
#include <vtkSphereSource.h>
#include <vtkTextProperty.h>

namespace halltwin::views::scene3d {
namespace {

constexpr int barColors = 256;
constexpr double cutOpacity = 0.85;
constexpr double cutBesideLines = 0.4;
constexpr double limitOpacity = 0.55;

struct Shape {
    vtkNew<vtkActor> actor;
    vtkNew<vtkPolyDataMapper> mapper;

    Shape() {
        actor->SetMapper(mapper);
        actor->SetVisibility(false);
    }

    void set(const vtkSmartPointer<vtkPolyData>& mesh) {
        const bool isThere = mesh != nullptr && mesh->GetNumberOfCells() > 0;
        if (isThere) mapper->SetInputData(mesh);
        actor->SetVisibility(isThere);
    }
};

void setColor(vtkProperty* property, const QColor& color) {
    property->SetColor(color.redF(), color.greenF(), color.blueF());
}

}  // namespace

struct AirScene::Actors {
    Shape cuts;
    Shape arrows;
    Shape lines;
    Shape limit;
    Shape seed;
    vtkNew<vtkSphereSource> seedShape;
    vtkNew<vtkScalarBarActor> bar;
    vtkNew<vtkLookupTable> table;
};

std::optional<bridge::ColorScale> airScale(const twin::TwinResult& result,
                                           bridge::AirQuantity quantity) {
    double low = 1e9;
    double high = -1e9;
    for (const twin::RoomAnswer& room : result.rooms) {
        const bridge::RoomField field(room.air, quantity);
        for (std::size_t i = 0; i < field.values().size(); ++i) {
            if (room.air.solid[i] != thermal::airCell) continue;
            const auto value = static_cast<double>(field.values()[i]);
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (low > high) return std::nullopt;
    const bridge::QuantityLook& look = bridge::lookOf(quantity);
    low = std::floor(low / look.rangeStep) * look.rangeStep;
    high = std::ceil(high / look.rangeStep) * look.rangeStep;
    return bridge::scaleOf(quantity).withRange(low, std::max(low + look.leastSpan, high));
}

AirScene::AirScene(vtkRenderer* renderer) : m_actors(std::make_unique<Actors>()) {
    Actors& a = *m_actors;
    for (Shape* shape : {&a.cuts, &a.arrows, &a.lines, &a.limit, &a.seed})
        renderer->AddActor(shape->actor);
    a.cuts.mapper->SetColorModeToDirectScalars();
    a.cuts.actor->GetProperty()->LightingOff();
    a.cuts.actor->GetProperty()->SetOpacity(cutOpacity);
    a.arrows.mapper->ScalarVisibilityOff();
    a.arrows.actor->GetProperty()->SetAmbient(0.5);
    a.arrows.actor->GetProperty()->SetDiffuse(0.6);
    a.lines.mapper->SetLookupTable(a.table);
    a.lines.mapper->SetScalarModeToUsePointFieldData();
    a.lines.mapper->SelectColorArray(shownArray);
    a.lines.mapper->UseLookupTableScalarRangeOn();
    a.lines.actor->GetProperty()->SetLineWidth(3.0F);
    a.lines.actor->GetProperty()->SetRenderLinesAsTubes(true);
    a.lines.actor->GetProperty()->SetAmbient(0.6);
    a.limit.mapper->ScalarVisibilityOff();
    a.limit.actor->GetProperty()->SetOpacity(limitOpacity);
    a.limit.actor->GetProperty()->SetAmbient(0.35);
    a.seedShape->SetRadius(0.12);
    a.seedShape->SetThetaResolution(16);
    a.seedShape->SetPhiResolution(12);
    a.seed.mapper->SetInputConnection(a.seedShape->GetOutputPort());

    vtkScalarBarActor* bar = a.bar;
    bar->SetLookupTable(a.table);
    bar->SetVisibility(false);
    bar->SetNumberOfLabels(5);
    bar->UnconstrainedFontSizeOn();
    bar->SetBarRatio(0.28);
    bar->SetWidth(0.075);
    bar->SetHeight(0.42);
    bar->SetPosition(0.015, 0.04);
    bar->SetVerticalTitleSeparation(8);
    bar->GetTitleTextProperty()->SetFontSize(13);
    bar->GetLabelTextProperty()->SetFontSize(12);
    for (vtkTextProperty* text : {bar->GetTitleTextProperty(), bar->GetLabelTextProperty()}) {
        text->ItalicOff();
        text->BoldOff();
        text->ShadowOff();
    }
    renderer->AddActor2D(bar);
}

AirScene::~AirScene() = default;

void AirScene::setTheme(const bridge::Theme& theme) {
    const bridge::ThemeColors& colors = theme.colors();
    for (vtkTextProperty* text :
         {m_actors->bar->GetTitleTextProperty(), m_actors->bar->GetLabelTextProperty()}) {
        text->SetColor(colors.text.redF(), colors.text.greenF(), colors.text.blueF());
    }
    setColor(m_actors->arrows.actor->GetProperty(), QColor(0x10, 0x18, 0x22));
    setColor(m_actors->seed.actor->GetProperty(), colors.accent);
    setColor(m_actors->limit.actor->GetProperty(), QColor(0x2A, 0xC3, 0xB2));  // in no cut
}

void AirScene::showScale(const bridge::ColorScale& scale, bridge::AirQuantity quantity) {
    const bridge::QuantityLook& look = bridge::lookOf(quantity);
    m_actors->bar->SetTitle(look.unit);
    m_actors->bar->SetLabelFormat(look.rangeStep < 1.0 ? "%.1f" : "%.0f");
    vtkLookupTable* table = m_actors->table;
    const double span = scale.maximum() - scale.minimum();
    table->SetNumberOfTableValues(barColors);
    table->SetRange(scale.minimum(), scale.maximum());
    for (int i = 0; i < barColors; ++i) {
        const QRgb color = scale.colorOf(scale.minimum() + span * i / (barColors - 1));
        table->SetTableValue(i, qRed(color) / 255.0, qGreen(color) / 255.0, qBlue(color) / 255.0);
    }
}

void AirScene::show(const AirShapes& shapes, const bridge::ColorScale& scale,
                    const AirOptions& options) {
    showScale(scale, options.quantity);
    m_actors->cuts.set(shapes.cuts);
    m_actors->arrows.set(shapes.arrows);
    m_actors->lines.set(shapes.streamlines);
    m_actors->limit.set(shapes.limit);
    // Lines lie behind cuts as often as before them.
    const bool hasLines = options.streamlines != Streamlines::Off;
    m_actors->cuts.actor->GetProperty()->SetOpacity(hasLines ? cutBesideLines : cutOpacity);
    const bool hasSeed = options.streamlines == Streamlines::Point;
    m_actors->seed.actor->SetVisibility(hasSeed);
    auto seed = options.seed;
    m_actors->seedShape->SetCenter(seed.data());
    m_actors->bar->SetVisibility(true);
}

void AirScene::clear() {
    for (Shape* shape : {&m_actors->cuts, &m_actors->arrows, &m_actors->lines, &m_actors->limit,
                         &m_actors->seed}) {
        shape->actor->SetVisibility(false);
    }
    m_actors->bar->SetVisibility(false);
}

}  // namespace halltwin::views::scene3d
