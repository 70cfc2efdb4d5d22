// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene3d/air_shapes.h"

#include "model/project/footprint.h"
#include "model/thermal/air_sample.h"
#include "views/scene3d/air_grid.h"
#include "views/scene3d/field_plane.h"

#include <algorithm>
#include <cmath>
#include <vtkAppendPolyData.h>
#include <vtkArrowSource.h>
#include <vtkContourFilter.h>
#include <vtkDataObject.h>
#include <vtkFloatArray.h>
#include <vtkGlyph3D.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkRectilinearGrid.h>
#include <vtkStreamTracer.h>

namespace halltwin::views::scene3d {
namespace {

using Place = std::array<double, 3>;
using Mesh = vtkSmartPointer<vtkPolyData>;

constexpr double longestLineM = 40.0;
constexpr double stillMs = 0.02;
constexpr int mostSteps = 2000;
constexpr double aboveTileM = 0.08;
constexpr double beforeCoolerM = 0.25;
constexpr double coolerSupplyM = 0.4;  ///< above the floor
constexpr double seedRadiusM = 0.35;
constexpr double leastArrowSpacingM = 0.6;
constexpr double mostArrows = 1200.0;  ///< on one cut

/// The front edge's middle, a little before it.
Place beforeFront(const Hall& hall, const Item& item, const CatalogEntry& entry) {
    const Rect foot = footprintOf(item, entry);
    const Point middle = foot.centre();
    double x = (hall.origin.x + middle.x).in(metres);
    double y = (hall.origin.y + middle.y).in(metres);
    const double halfWidth = 0.5 * foot.width().in(metres) + beforeCoolerM;
    const double halfDepth = 0.5 * foot.depth().in(metres) + beforeCoolerM;
    switch (frontDirection(item.rotation)) {
        case Direction::MinusY: y -= halfDepth; break;
        case Direction::PlusY: y += halfDepth; break;
        case Direction::MinusX: x -= halfWidth; break;
        case Direction::PlusX: x += halfWidth; break;
    }
    return {x, y, coolerSupplyM};
}

/// A small cross of points, so that a click in calm air still finds a current.
std::vector<Place> seedsAround(const Place& middle) {
    std::vector<Place> seeds{middle};
    constexpr int spokes = 8;
    for (int ring = 1; ring <= 2; ++ring) {
        for (int i = 0; i < spokes; ++i) {
            const double angle = 6.283185307179586 * (i + 0.5 * ring) / spokes;
            const double radius = 0.5 * seedRadiusM * ring;
            seeds.push_back({middle[0] + radius * std::cos(angle),
                             middle[1] + radius * std::sin(angle), middle[2] + (ring - 1.5) * 0.3});
        }
    }
    return seeds;
}

/// A cut as a frame to lay arrows on: a corner and two edges, site coordinates.
struct Frame {
    Place corner{};
    Place first{};
    Place second{};
};

double lengthOf(const Place& edge) {
    return std::hypot(edge[0], edge[1], edge[2]);
}

/// Places and velocities of arrows on cuts.
struct ArrowField {
    vtkNew<vtkPoints> points;
    vtkNew<vtkFloatArray> velocity;
    std::vector<double> speeds;
    double spacing = leastArrowSpacingM;

    ArrowField() { velocity->SetNumberOfComponents(3); }
};

void addArrows(ArrowField& field, const thermal::RoomResult& air, const Point& origin,
               const Frame& frame) {
    const double across = lengthOf(frame.first);
    const double up = lengthOf(frame.second);
    field.spacing = std::max(field.spacing, std::sqrt(across * up / mostArrows));
    const int columns = static_cast<int>(across / field.spacing);
    const int rows = static_cast<int>(up / field.spacing);
    for (int cell = 0; cell < columns * rows; ++cell) {
        const double first = (cell % columns + 0.5) / columns;
        const double second = (cell / columns + 0.5) / rows;
        Place at{};
        for (std::size_t i = 0; i < 3; ++i)
            at[i] = frame.corner[i] + first * frame.first[i] + second * frame.second[i];
        const auto sample = thermal::sampleAir(
            air, {{metres(at[0]) - origin.x, metres(at[1]) - origin.y}, metres(at[2])});
        if (!sample || sample->speed.in(metresPerSecond) < stillMs) continue;
        field.points->InsertNextPoint(at.data());
        field.velocity->InsertNextTuple3(sample->u.in(metresPerSecond),
                                         sample->v.in(metresPerSecond),
                                         sample->w.in(metresPerSecond));
        field.speeds.push_back(sample->speed.in(metresPerSecond));
    }
}

/// 1, 2 or 5 times a power of ten at or above nine tenths of the speeds.
double roundReference(std::vector<double> speeds) {
    if (speeds.empty()) return 0.0;
    const auto place = speeds.begin() + static_cast<std::ptrdiff_t>(0.9 * double(speeds.size()));
    std::nth_element(speeds.begin(), place, speeds.end());
    const double wanted = std::max(0.1, *place);
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= 0.999 * wanted) return factor * power;
    }
    return 10.0 * power;
}

Mesh arrowMesh(ArrowField& field, double reference) {
    constexpr double longest = 1.5;  // spacings
    for (vtkIdType i = 0; i < field.velocity->GetNumberOfTuples(); ++i) {
        const double speed = field.speeds[static_cast<std::size_t>(i)];
        const double most = longest * reference;
        if (speed <= most) continue;
        double tuple[3];
        field.velocity->GetTuple(i, tuple);
        field.velocity->SetTuple3(i, tuple[0] * most / speed, tuple[1] * most / speed,
                                  tuple[2] * most / speed);
    }
    vtkNew<vtkPolyData> places;
    places->SetPoints(field.points);
    places->GetPointData()->SetVectors(field.velocity);
    vtkNew<vtkArrowSource> shape;
    shape->SetTipResolution(6);
    shape->SetShaftResolution(5);
    shape->SetTipLength(0.38);
    shape->SetTipRadius(0.13);
    shape->SetShaftRadius(0.04);
    vtkNew<vtkGlyph3D> glyphs;
    glyphs->SetInputData(places);
    glyphs->SetSourceConnection(shape->GetOutputPort());
    glyphs->SetVectorModeToUseVector();
    glyphs->SetScaleModeToScaleByVector();
    glyphs->SetScaleFactor(field.spacing / reference);
    glyphs->SetColorModeToColorByVector();
    glyphs->Update();
    return glyphs->GetOutput();
}

/// Gathers meshes of several halls into one.
class Gathered {
public:
    void add(const Mesh& mesh) {
        m_append->AddInputData(mesh);
        m_isEmpty = false;
    }
    [[nodiscard]] Mesh mesh() {
        if (m_isEmpty) return nullptr;
        m_append->Update();
        return m_append->GetOutput();
    }

private:
    vtkNew<vtkAppendPolyData> m_append;
    bool m_isEmpty = true;
};

/// All shapes of one run; rooms are added one by one.
class ShapeMaker {
public:
    ShapeMaker(const AirOptions& options, const bridge::ColorScale& scale)
        : m_options(options),
          m_scale(scale) {}

    void addCuts(const thermal::RoomResult& air, const Hall& hall) {
        const bridge::RoomField shown(air, m_options.quantity);
        if (shown.values().size() != air.grid.cellCount()) return;  // not known at this stage
        const CutField field{air.grid, shown.values(), hall.origin};
        const double x = hall.origin.x.in(metres);
        const double y = hall.origin.y.in(metres);
        const double width = hall.width.in(metres);
        const double depth = hall.depth.in(metres);
        const double bottom = air.grid.z.faces.front();
        const double rise = air.grid.z.faces.back() - bottom;
        const double atY = m_options.depthShare * depth;
        const double atX = m_options.widthShare * width;
        const bool isInside = m_options.heightM > bottom && m_options.heightM < bottom + rise;
        if (m_options.level && isInside) {
            m_cuts.add(horizontalPlane(field, m_options.heightM, m_scale));
            addArrowsOn(air, hall, {{x, y, m_options.heightM}, {width, 0, 0}, {0, depth, 0}});
        }
        if (m_options.alongX) {
            m_cuts.add(uprightPlane(field, {Upright::AlongX, atY}, m_scale));
            addArrowsOn(air, hall, {{x, y + atY, bottom}, {width, 0, 0}, {0, 0, rise}});
        }
        if (m_options.alongY) {
            m_cuts.add(uprightPlane(field, {Upright::AlongY, atX}, m_scale));
            addArrowsOn(air, hall, {{x + atX, y, bottom}, {0, depth, 0}, {0, 0, rise}});
        }
    }

    void addFlow(const thermal::RoomResult& air, const Hall& hall,
                 const std::vector<Place>& seeds) {
        const bool wantsLines = m_options.streamlines != Streamlines::Off && !seeds.empty();
        if (!wantsLines && !m_options.limit) return;
        const bridge::RoomField shown(air, m_options.quantity);
        const auto grid = airGrid(air, hall.origin, shown.values());
        const Trace trace =
            m_options.streamlines == Streamlines::Point ? Trace::Both : Trace::Forward;
        if (wantsLines) m_lines.add(streamlinesFrom(grid, seeds, trace));
        if (m_options.limit) m_limit.add(surfaceAt(grid, m_options.limitC));
    }

    [[nodiscard]] AirShapes shapes() {
        AirShapes shapes{m_cuts.mesh(), nullptr, m_lines.mesh(), m_limit.mesh(), 0.0};
        shapes.arrowReference = roundReference(m_arrows.speeds);
        if (shapes.arrowReference > 0.0) shapes.arrows = arrowMesh(m_arrows, shapes.arrowReference);
        return shapes;
    }

private:
    void addArrowsOn(const thermal::RoomResult& air, const Hall& hall, const Frame& frame) {
        if (m_options.arrows) addArrows(m_arrows, air, hall.origin, frame);
    }

    const AirOptions& m_options;
    const bridge::ColorScale& m_scale;
    Gathered m_cuts;
    Gathered m_lines;
    Gathered m_limit;
    ArrowField m_arrows;
};

}  // namespace

std::vector<Place> supplySeeds(const Project& project, const Catalog& catalog,
                               const twin::RoomAnswer& room, std::size_t most) {
    std::vector<Place> all;
    const Hall* hall = project.halls.find(room.hall);
    if (hall == nullptr) return all;
    for (const thermal::TileResult& tile : room.air.tiles) {
        const Item* item = project.items.find(tile.id);
        if (item == nullptr || tile.flow <= VolumeFlow{}) continue;
        const Point middle = footprintOf(*item, catalog).centre();
        all.push_back({(hall->origin.x + middle.x).in(metres),
                       (hall->origin.y + middle.y).in(metres), aboveTileM});
    }
    if (all.empty()) {
        for (const thermal::CoolerResult& cooler : room.air.coolers) {
            const Item* item = project.items.find(cooler.id);
            const CatalogEntry* entry = item == nullptr ? nullptr : catalog.find(item->catalogKey);
            if (entry != nullptr) all.push_back(beforeFront(*hall, *item, *entry));
        }
    }
    if (all.size() <= most) return all;
    std::vector<Place> some;
    for (std::size_t i = 0; i < most; ++i)
        some.push_back(all[i * all.size() / most]);
    return some;
}

Mesh streamlinesFrom(vtkRectilinearGrid* grid, const std::vector<Place>& seeds, Trace trace) {
    vtkNew<vtkPoints> points;
    for (const Place& seed : seeds)
        points->InsertNextPoint(seed.data());
    vtkNew<vtkPolyData> source;
    source->SetPoints(points);
    vtkNew<vtkStreamTracer> tracer;
    tracer->SetInputData(grid);
    tracer->SetSourceData(source);
    tracer->SetInputArrayToProcess(0, 0, 0, vtkDataObject::FIELD_ASSOCIATION_POINTS, velocityArray);
    tracer->SetIntegratorTypeToRungeKutta45();
    tracer->SetIntegrationDirection(trace == Trace::Both ? vtkStreamTracer::BOTH
                                                         : vtkStreamTracer::FORWARD);
    tracer->SetMaximumPropagation(longestLineM);
    tracer->SetMaximumNumberOfSteps(mostSteps);
    tracer->SetTerminalSpeed(stillMs);
    tracer->SetComputeVorticity(false);
    tracer->Update();
    return tracer->GetOutput();
}

Mesh surfaceAt(vtkRectilinearGrid* grid, double temperatureC) {
    vtkNew<vtkContourFilter> contour;
    contour->SetInputData(grid);
    contour->SetValue(0, temperatureC);
    contour->ComputeScalarsOff();
    contour->ComputeNormalsOn();
    contour->Update();
    return contour->GetOutput();
}

AirShapes airShapes(const Project& project, const Catalog& catalog, const twin::TwinResult& result,
                    const AirOptions& options, const bridge::ColorScale& scale) {
    ShapeMaker maker(options, scale);
    for (const twin::RoomAnswer& room : result.rooms) {
        const Hall* hall = project.halls.find(room.hall);
        if (hall == nullptr) continue;
        maker.addCuts(room.air, *hall);
        std::vector<Place> seeds;
        if (options.streamlines == Streamlines::Supply) seeds = supplySeeds(project, catalog, room);
        if (options.streamlines == Streamlines::Point) seeds = seedsAround(options.seed);
        maker.addFlow(room.air, *hall, seeds);
    }
    return maker.shapes();
}

}  // namespace halltwin::views::scene3d
