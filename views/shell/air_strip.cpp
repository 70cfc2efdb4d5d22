// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/air_strip.h"

#include "model/project/project.h"
#include "views/bridge/format.h"
#include "views/bridge/theme.h"
#include "views/floorplan/layers.h"
#include "views/floorplan/plan_view.h"
#include "views/heatmap/range_row.h"

#include <QActionGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <algorithm>

namespace halltwin::views::shell {
namespace {

constexpr int nearFloorCentimetres = 5;  ///< from a floor or a ceiling, where cells end

QString layerName(floorplan::Layer layer) {
    switch (layer) {
        case floorplan::Layer::Building: return AirStrip::tr("Building");
        case floorplan::Layer::Racks: return AirStrip::tr("Racks");
        case floorplan::Layer::Power: return AirStrip::tr("Power");
        case floorplan::Layer::Cooling: return AirStrip::tr("Cooling");
        case floorplan::Layer::Heat: return AirStrip::tr("Heat");
        case floorplan::Layer::Labels: return AirStrip::tr("Labels");
        case floorplan::Layer::AirFlow: return AirStrip::tr("Air flow arrows");
        case floorplan::Layer::TileFlow: return AirStrip::tr("Tile flow, L/s");
        case floorplan::Layer::Trays: return AirStrip::tr("Cable trays");
        case floorplan::Layer::Cables: return AirStrip::tr("Network cables by load");
    }
    return {};
}

/// What the colours of racks tell, as the legend in the corner of the plan offers it too.
void addColourings(floorplan::PlanView& plan, QMenu& menu) {
    namespace items = floorplan::items;
    menu.addSeparator();
    QMenu* choices = menu.addMenu(AirStrip::tr("Racks by"));
    choices->setObjectName(QStringLiteral("rackColourings"));
    auto* group = new QActionGroup(choices);
    for (const items::RackColouring colouring : items::rackColourings) {
        QAction* action = choices->addAction(items::colouringName(colouring));
        action->setCheckable(true);
        group->addAction(action);
        const auto follow = [&plan, action, colouring] {
            action->setChecked(plan.rackColouring() == colouring);
        };
        QObject::connect(&plan, &floorplan::PlanView::rackColouringChanged, action, follow);
        QObject::connect(action, &QAction::triggered, &plan,
                         [&plan, colouring] { plan.setRackColouring(colouring); });
        follow();
    }
}

QToolButton* layersButton(floorplan::PlanView& plan, bridge::Theme& theme, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(QStringLiteral("layersButton"));
    button->setText(AirStrip::tr("Layers"));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(AirStrip::tr("Choose what the plan shows"));
    auto* menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    for (std::size_t i = 0; i < floorplan::layerCount; ++i) {
        const auto layer = static_cast<floorplan::Layer>(i);
        QAction* action = menu->addAction(layerName(layer));
        action->setObjectName(QStringLiteral("layer%1").arg(i + 1));
        action->setCheckable(true);
        action->setChecked(plan.isLayerVisible(layer));
        action->setShortcut(QKeySequence(QStringLiteral("Alt+%1").arg((i + 1) % 10)));
        if (layer == floorplan::Layer::TileFlow)
            action->setToolTip(AirStrip::tr("Red frame: below half the mean of the tiles of its "
                                            "type in the hall"));
        parent->addAction(action);
        QObject::connect(action, &QAction::toggled, &plan,
                         [&plan, layer](bool on) { plan.setLayerVisible(layer, on); });
    }
    addColourings(plan, *menu);
    button->setMenu(menu);
    const auto setIcon = [button, &theme] {
        button->setIcon(theme.icon(QStringLiteral("layers")));
    };
    QObject::connect(&theme, &bridge::Theme::changed, button, setIcon);
    setIcon();
    return button;
}

}  // namespace

AirStrip::AirStrip(const bridge::ViewContext& context, floorplan::PlanView& plan, QWidget* parent)
    : QWidget(parent),
      m_quantity(new QComboBox(this)),
      m_void(new QToolButton(this)),
      m_height(new QSlider(Qt::Horizontal, this)),
      m_heightText(new QLabel(this)),
      m_range(new heatmap::RangeRow(context.theme, this)) {
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    m_quantity->setObjectName(QStringLiteral("airQuantity"));
    m_quantity->setAccessibleName(tr("What of the air the plan shows"));
    m_quantity->setToolTip(tr("What of the air the plan and the section show"));
    for (const bridge::AirQuantity quantity : bridge::airQuantities)
        m_quantity->addItem(bridge::quantityName(quantity));
    buildHeight();

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(bridge::space::s, bridge::space::xs, bridge::space::s,
                               bridge::space::xs);
    layout->setSpacing(bridge::space::s);
    layout->addWidget(layersButton(plan, context.theme, this));
    layout->addWidget(m_quantity);
    layout->addSpacing(bridge::space::xs);
    layout->addWidget(m_void);
    layout->addWidget(m_height, 1);
    layout->addWidget(m_heightText);
    layout->addSpacing(bridge::space::xs);
    layout->addWidget(m_range, 2);
    connect(m_quantity, &QComboBox::currentIndexChanged, this,
            [this](int index) { emit quantityChosen(static_cast<bridge::AirQuantity>(index)); });
}

void AirStrip::setOnlyTemperature(bool only) {
    if (only) m_quantity->setCurrentIndex(static_cast<int>(bridge::AirQuantity::Temperature));
    m_quantity->setEnabled(!only);
}

void AirStrip::buildHeight() {
    m_void->setObjectName(QStringLiteral("floorVoid"));
    m_void->setText(tr("Floor void"));
    m_void->setCheckable(true);
    m_void->setToolTip(tr("Show the air under the raised floor, or go back above it"));
    m_void->hide();
    m_height->setObjectName(QStringLiteral("sliceHeight"));
    m_height->setAccessibleName(tr("Height of the heat map"));
    m_height->setToolTip(
        tr("Height at which the plan is cut; below zero is under the raised floor"));
    m_height->setRange(nearFloorCentimetres, 400);
    m_height->setSingleStep(10);
    m_height->setPageStep(50);
    m_height->setMaximumWidth(160);
    m_height->setMinimumWidth(80);
    m_heightText->setMinimumWidth(
        m_heightText->fontMetrics().horizontalAdvance(QStringLiteral("−8.88 m ")));
    m_heightText->setToolTip(m_height->toolTip());
    connect(m_height, &QSlider::valueChanged, this, [this](int centimetres) {
        showHeight(centimetres);
        emit heightChanged(centimetres);
    });
    connect(m_void, &QToolButton::toggled, this, &AirStrip::toggleVoid);
}

void AirStrip::setHalls(const Project& project) {
    Length deepest;
    Length highest = metres(2.0);
    for (const Hall& hall : project.halls) {
        deepest = std::max(deepest, hall.floorVoid);
        highest = std::max(highest, hall.height + hall.ceilingVoid);
    }
    const auto centimetres = [](Length length) { return qRound(length.in(metres)*100.0); };
    const int lowest =
        deepest > Length{} ? nearFloorCentimetres - centimetres(deepest) : nearFloorCentimetres;
    m_height->setRange(lowest, centimetres(highest) - nearFloorCentimetres);
    m_void->setVisible(deepest > Length{});
}

void AirStrip::setHeight(int centimetres) {
    m_height->setValue(centimetres);
    showHeight(m_height->value());
}

void AirStrip::showHeight(int centimetres) {
    if (centimetres > 0) m_aboveFloor = centimetres;
    m_heightText->setText(bridge::formatWithUnit(centimetres / 100.0, 2, QStringLiteral("m")));
    const QSignalBlocker quiet(m_void);
    m_void->setChecked(centimetres < 0);
}

void AirStrip::toggleVoid(bool on) {
    m_height->setValue(on ? m_height->minimum() / 2 : m_aboveFloor);
}

}  // namespace halltwin::views::shell
