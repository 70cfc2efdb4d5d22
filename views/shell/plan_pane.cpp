// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/plan_pane.h"

#include "views/bridge/color_map.h"
#include "views/bridge/format.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/floorplan/layers.h"
#include "views/floorplan/plan_view.h"
#include "views/heatmap/heat_images.h"
#include "views/heatmap/heat_layer.h"
#include "views/heatmap/legend.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

namespace halltwin::views::shell {

namespace {

constexpr int lowestCentimetres = 10;
constexpr int highestCentimetres = 400;

QString layerName(floorplan::Layer layer) {
    switch (layer) {
        case floorplan::Layer::Building: return PlanPane::tr("Building");
        case floorplan::Layer::Racks: return PlanPane::tr("Racks");
        case floorplan::Layer::Power: return PlanPane::tr("Power");
        case floorplan::Layer::Cooling: return PlanPane::tr("Cooling");
        case floorplan::Layer::Heat: return PlanPane::tr("Heat");
        case floorplan::Layer::Labels: return PlanPane::tr("Labels");
    }
    return {};
}

QToolButton* layersButton(floorplan::PlanView& plan, bridge::Theme& theme, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(QStringLiteral("layersButton"));
    button->setText(PlanPane::tr("Layers"));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(PlanPane::tr("Choose what the plan shows"));
    auto* menu = new QMenu(button);
    for (std::size_t i = 0; i < floorplan::layerCount; ++i) {
        const auto layer = static_cast<floorplan::Layer>(i);
        QAction* action = menu->addAction(layerName(layer));
        action->setCheckable(true);
        action->setChecked(plan.isLayerVisible(layer));
        action->setShortcut(QKeySequence(QStringLiteral("Alt+%1").arg(i + 1)));
        parent->addAction(action);
        QObject::connect(action, &QAction::toggled, &plan,
                         [&plan, layer](bool on) { plan.setLayerVisible(layer, on); });
    }
    button->setMenu(menu);
    const auto setIcon = [button, &theme] {
        button->setIcon(theme.icon(QStringLiteral("layers")));
    };
    QObject::connect(&theme, &bridge::Theme::changed, button, setIcon);
    setIcon();
    return button;
}

}  // namespace

PlanPane::PlanPane(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_plan(new floorplan::PlanView(context, this)),
      m_heat(new heatmap::HeatLayer),
      m_legend(new heatmap::LegendWidget(context.theme, this)),
      m_height(new QSlider(Qt::Horizontal, this)),
      m_heightText(new QLabel(this)) {
    setObjectName(QStringLiteral("planPane"));
    m_plan->setObjectName(QStringLiteral("planView"));
    m_plan->setAccessibleName(tr("Floor plan"));
    m_plan->setFrameShape(QFrame::NoFrame);
    m_plan->setUnderlay(m_heat);
    setDiscrete(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_plan, 1);
    layout->addWidget(makeStrip());
    connectHeat();
    connect(m_plan, &floorplan::PlanView::cursorMoved, this, &PlanPane::onCursor);
    refreshHeat();
}

QWidget* PlanPane::makeStrip() {
    auto* strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("panel"));
    strip->setAttribute(Qt::WA_StyledBackground);
    m_height->setObjectName(QStringLiteral("sliceHeight"));
    m_height->setAccessibleName(tr("Height of the heat map"));
    m_height->setToolTip(tr("Height above the floor at which the heat map is drawn"));
    m_height->setRange(lowestCentimetres, highestCentimetres);
    m_height->setSingleStep(10);
    m_height->setPageStep(50);
    m_height->setMaximumWidth(160);
    m_heightText->setMinimumWidth(
        m_heightText->fontMetrics().horizontalAdvance(QStringLiteral("8.88 m ")));
    auto* caption = new QLabel(tr("Height"), strip);
    caption->setProperty("muted", true);
    m_legend->setObjectName(QStringLiteral("heatLegend"));

    auto* layout = new QHBoxLayout(strip);
    layout->setContentsMargins(bridge::space::s, bridge::space::xs, bridge::space::m,
                               bridge::space::xs);
    layout->setSpacing(bridge::space::s);
    layout->addWidget(layersButton(*m_plan, m_context.theme, strip));
    layout->addSpacing(bridge::space::s);
    layout->addWidget(caption);
    layout->addWidget(m_height);
    layout->addWidget(m_heightText);
    layout->addStretch();
    layout->addWidget(m_legend);
    connect(m_height, &QSlider::valueChanged, this, &PlanPane::setSliceHeight);
    m_height->setValue(static_cast<int>(m_heat->sliceHeight().in(metres)*100.0 + 0.5));
    return strip;
}

void PlanPane::connectHeat() {
    auto& twin = m_context.twin;
    connect(&twin, &bridge::TwinFeed::resultReady, this, &PlanPane::refreshHeat);
    connect(&m_context.session, &bridge::ProjectSession::replaced, this, &PlanPane::refreshHeat);
    connect(m_heat, &heatmap::HeatLayer::scaleChanged, this, [this] {
        m_legend->setScale(m_heat->scale());
        m_legend->setPinned(m_heat->rangeMode() == heatmap::RangeMode::Pinned);
    });
    connect(m_legend, &heatmap::LegendWidget::pinRequested, this, [this](bool pinned) {
        if (pinned) {
            m_heat->pinRange(m_heat->scale().minimumC(), m_heat->scale().maximumC());
        } else {
            m_heat->unpinRange();
        }
    });
    connect(m_legend, &heatmap::LegendWidget::rangeRequested, m_heat,
            &heatmap::HeatLayer::pinRange);
    connect(m_legend, &heatmap::LegendWidget::discreteRequested, this, &PlanPane::setDiscrete);
}

void PlanPane::refreshHeat() {
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    const auto& solved = m_context.twin.latestProject();
    m_heat->setResult(result, solved ? *solved : m_context.session.project());
}

void PlanPane::setSliceHeight(int centimetres) {
    m_heat->setSliceHeight(metres(centimetres / 100.0));
    m_heightText->setText(bridge::formatWithUnit(centimetres / 100.0, 2, QStringLiteral("m")));
}

void PlanPane::onCursor(HallId hall, const Point& position) {
    QString text = QStringLiteral("x %1 · y %2")
                       .arg(bridge::formatWithUnit(position.x.in(metres), 2, QStringLiteral("m")),
                            bridge::formatWithUnit(position.y.in(metres), 2, QStringLiteral("m")));
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    if (result != nullptr && hall.isValid()) {
        const auto air = heatmap::probe(*result, hall, position, m_heat->sliceHeight());
        if (air) text += QStringLiteral(" · ") + bridge::formatTemperature(*air);
    }
    emit cursorText(text);
}

void PlanPane::setDiscrete(bool discrete) {
    const Result<bridge::ColorScale> scale =
        bridge::ColorScale::load(discrete ? "ashrae" : "temperature");
    if (!scale) return;  // without its colour map the plan stays as it is
    m_heat->setScale(*scale);
    m_legend->setScale(m_heat->scale());
}

}  // namespace halltwin::views::shell
