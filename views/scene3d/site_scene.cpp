// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene3d/site_scene.h"

#include "model/project/footprint.h"
#include "views/bridge/color_map.h"
#include "views/scene3d/mesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>
#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkNew.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>

namespace halltwin::views::scene3d {
namespace {

constexpr double floorThicknessM = 0.05;
constexpr double wallThicknessM = 0.08;
constexpr double buswayBelowCeilingM = 0.6;

struct Layer {
    vtkNew<vtkActor> actor;
    vtkNew<vtkPolyDataMapper> mapper;

    Layer() {
        mapper->SetScalarModeToDefault();
        actor->SetMapper(mapper);
    }

    void set(const vtkSmartPointer<vtkPolyData>& mesh) {
        mapper->SetInputData(mesh);
        mapper->SetColorModeToDirectScalars();
        actor->SetVisibility(mesh->GetNumberOfCells() > 0);
    }
};

Box boxOf(const Hall& hall, const Rect& foot, double bottomM, double topM) {
    const double x = hall.origin.x.in(metres);
    const double y = hall.origin.y.in(metres);
    return {{x + foot.min.x.in(metres), y + foot.min.y.in(metres), bottomM},
            {x + foot.max.x.in(metres), y + foot.max.y.in(metres), topM}};
}

/// Tiles lie in the floor and grilles in the ceiling; all else stands.
Box boxOf(const Hall& hall, const Item& item, const CatalogEntry& entry) {
    constexpr double plateM = 0.02;
    const Rect foot = footprintOf(item, entry);
    if (entry.kind == ItemKind::Tile) return boxOf(hall, foot, 0.0, plateM);
    if (entry.kind == ItemKind::Grille) {
        const double ceiling = hall.height.in(metres);
        return boxOf(hall, foot, ceiling - plateM, ceiling);
    }
    if (entry.kind == ItemKind::Busway) {
        const double top = std::max(hall.height.in(metres)-buswayBelowCeilingM, 0.5);
        return boxOf(hall, foot, top - sizeOf(item, entry).height.in(metres), top);
    }
    const auto* barrier = entry.as<BarrierSpec>();
    const double bottom = barrier != nullptr ? barrier->bottom.in(metres) : 0.0;
    return boxOf(hall, foot, bottom, sizeOf(item, entry).height.in(metres));
}

/// The duct from the rear third of a rack's top up to the ceiling.
Box chimneyOf(const Hall& hall, const Item& item, const CatalogEntry& entry) {
    Rect foot = footprintOf(item, entry);
    switch (frontDirection(item.rotation)) {
        case Direction::MinusY: foot.min.y += foot.depth() * (2.0 / 3.0); break;
        case Direction::PlusY: foot.max.y -= foot.depth() * (2.0 / 3.0); break;
        case Direction::MinusX: foot.min.x += foot.width() * (2.0 / 3.0); break;
        case Direction::PlusX: foot.max.x -= foot.width() * (2.0 / 3.0); break;
    }
    const double bottom = sizeOf(item, entry).height.in(metres);
    return boxOf(hall, foot, bottom, std::max(bottom, hall.height.in(metres)));
}

void setRgb(QColor color, const std::function<void(double, double, double)>& setter) {
    setter(color.redF(), color.greenF(), color.blueF());
}

bool isSeeThrough(ItemKind kind) {
    return kind == ItemKind::Containment || kind == ItemKind::Door || kind == ItemKind::Grille;
}

/// Floor, and only the two far walls, so that the hall stays open to the eye.
void addHall(const Hall& hall, const bridge::Theme& theme, MeshBuilder& floors,
             MeshBuilder& seeThrough) {
    const bridge::ThemeColors& colors = theme.colors();
    // In the dark theme the paper is nearly as dark as what is around it; a floor must stand out.
    const bool dark = theme.mode() == bridge::ThemeMode::Dark;
    const QRgb floorColor = (dark ? colors.planPaper.lighter(170) : colors.planPaper).rgb();
    const Rect whole{{}, {hall.width, hall.depth}};
    floors.addBox(boxOf(hall, whole, -floorThicknessM, 0.0), floorColor);
    if (hall.kind == HallKind::Yard) return;
    const Length wall = metres(wallThicknessM);
    const Rect left{{-wall, Length{}}, {Length{}, hall.depth}};
    const Rect back{{-wall, hall.depth}, {hall.width, hall.depth + wall}};
    const double top = hall.height.in(metres);
    seeThrough.addBox(boxOf(hall, left, 0.0, top), colors.planWall.rgb());
    seeThrough.addBox(boxOf(hall, back, 0.0, top), colors.planWall.rgb());
}

/// A run of cable tray: floor and two sides, whatever its direction.
void addTray(const Hall& hall, const CableTray& tray, QRgb color, MeshBuilder& mesh) {
    const double dx = (tray.to.x - tray.from.x).in(metres);
    const double dy = (tray.to.y - tray.from.y).in(metres);
    const double length = std::hypot(dx, dy);
    if (length <= 0.0) return;
    const double half = 0.5 * tray.width.in(metres);
    const std::array<double, 2> aside{-dy / length * half, dx / length * half};
    const double bottom = tray.height.in(metres);
    const double top = bottom + tray.depth.in(metres);
    const auto corner = [&](const Point& at, double side, double z) {
        return std::array<double, 3>{(hall.origin.x + at.x).in(metres) + side * aside[0],
                                     (hall.origin.y + at.y).in(metres) + side * aside[1], z};
    };
    mesh.addQuad({corner(tray.from, -1.0, bottom), corner(tray.to, -1.0, bottom),
                  corner(tray.to, 1.0, bottom), corner(tray.from, 1.0, bottom)},
                 color);
    for (const double side : {-1.0, 1.0})
        mesh.addQuad({corner(tray.from, side, bottom), corner(tray.to, side, bottom),
                      corner(tray.to, side, top), corner(tray.from, side, top)},
                     color);
}

std::array<double, 6> boundsOf(const Project& project, bool onlyDataHalls) {
    constexpr double far = 1e9;
    std::array<double, 6> bounds{far, -far, far, -far, 0.0, 3.0};
    for (const Hall& hall : project.halls) {
        if (onlyDataHalls && hall.kind != HallKind::DataHall) continue;
        bounds[0] = std::min(bounds[0], hall.origin.x.in(metres));
        bounds[1] = std::max(bounds[1], (hall.origin.x + hall.width).in(metres));
        bounds[2] = std::min(bounds[2], hall.origin.y.in(metres));
        bounds[3] = std::max(bounds[3], (hall.origin.y + hall.depth).in(metres));
    }
    return bounds;
}

std::array<double, 6> focusOf(const Project& project) {
    std::array<double, 6> bounds = boundsOf(project, true);
    if (bounds[0] > bounds[1]) bounds = boundsOf(project, false);
    if (bounds[0] > bounds[1]) return {0.0, 10.0, 0.0, 10.0, 0.0, 3.0};
    return bounds;
}

std::map<ItemId, Temperature> intakes(const twin::TwinResult* result) {
    std::map<ItemId, Temperature> byRack;
    if (result == nullptr) return byRack;
    for (const auto& room : result->rooms) {
        for (const auto& rack : room.air.racks)
            byRack.emplace(rack.id, rack.intakeMax);
    }
    return byRack;
}

}  // namespace

struct SiteScene::Actors {
    vtkRenderer* renderer = nullptr;
    Layer floors;
    Layer equipment;
    Layer seeThrough;
    std::array<double, 6> focus{0.0, 1.0, 0.0, 1.0, 0.0, 1.0};  ///< x, y, z ranges to look at
};

SiteScene::SiteScene(vtkRenderer* renderer) : m_actors(std::make_unique<Actors>()) {
    m_actors->renderer = renderer;
    for (Layer* layer : {&m_actors->floors, &m_actors->equipment, &m_actors->seeThrough})
        renderer->AddActor(layer->actor);
    m_actors->seeThrough.actor->GetProperty()->SetOpacity(0.22);
    for (Layer* layer : {&m_actors->floors, &m_actors->equipment}) {
        layer->actor->GetProperty()->SetAmbient(0.35);
        layer->actor->GetProperty()->SetDiffuse(0.7);
        layer->actor->GetProperty()->EdgeVisibilityOn();
    }
}

SiteScene::~SiteScene() = default;

void SiteScene::setTheme(const bridge::Theme& theme) {
    m_theme = &theme;
    const bridge::ThemeColors& colors = theme.colors();
    setRgb(colors.planOutside,
           [&](double r, double g, double b) { m_actors->renderer->SetBackground(r, g, b); });
    setRgb(colors.planGridMajor, [&](double r, double g, double b) {
        m_actors->floors.actor->GetProperty()->SetEdgeColor(r, g, b);
    });
    setRgb(colors.planOutside, [&](double r, double g, double b) {
        m_actors->equipment.actor->GetProperty()->SetEdgeColor(r, g, b);
    });
}

void SiteScene::show(const Project& project, const Catalog& catalog,
                     const twin::TwinResult* result) {
    m_actors->focus = focusOf(project);
    showEquipment(project, catalog, result);
    m_actors->renderer->ResetCameraClippingRange();
}

void SiteScene::showEquipment(const Project& project, const Catalog& catalog,
                              const twin::TwinResult* result) {
    MeshBuilder floors;
    MeshBuilder equipment;
    MeshBuilder seeThrough;
    for (const Hall& hall : project.halls)
        addHall(hall, *m_theme, floors, seeThrough);
    const auto byRack = intakes(result);
    for (const Item& item : project.items) {
        const CatalogEntry* entry = catalog.find(item.catalogKey);
        const Hall* hall = project.halls.find(item.hall);
        if (entry == nullptr || hall == nullptr) continue;
        const Box box = boxOf(*hall, item, *entry);
        const auto intake = byRack.find(item.id);
        const QRgb color = intake == byRack.end()
                               ? m_theme->kindColor(entry->kind).rgb()
                               : bridge::ashraeScale().colorOf(intake->second.in(celsius));
        (isSeeThrough(entry->kind) ? seeThrough : equipment).addBox(box, color);
        const auto* rack = entry->as<RackSpec>();
        if (rack != nullptr && rack->chimney) {
            seeThrough.addBox(chimneyOf(*hall, item, *entry), color);
        }
    }
    for (const CableTray& tray : project.trays) {
        const Hall* hall = project.halls.find(tray.hall);
        if (hall != nullptr)
            addTray(*hall, tray, m_theme->colors().textMuted.rgb(), equipment);
    }
    m_actors->floors.set(floors.faces());
    m_actors->equipment.set(equipment.faces());
    m_actors->seeThrough.set(seeThrough.faces());
}

void SiteScene::look(const double (&direction)[3], const double (&up)[3]) {
    vtkCamera* camera = m_actors->renderer->GetActiveCamera();
    camera->SetFocalPoint(0.0, 0.0, 0.0);
    camera->SetPosition(-direction[0], -direction[1], -direction[2]);
    camera->SetViewUp(up);
    camera->SetViewAngle(28.0);
    m_actors->renderer->ResetCamera(m_actors->focus.data());
    camera->Dolly(1.25);
    m_actors->renderer->ResetCameraClippingRange();
}

void SiteScene::lookFromCorner() {
    look({-0.55, 0.75, -0.62}, {0.0, 0.0, 1.0});
}

void SiteScene::lookFromAbove() {
    look({0.0, 0.0, -1.0}, {0.0, 1.0, 0.0});
}

}  // namespace halltwin::views::scene3d
