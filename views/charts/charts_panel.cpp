// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/charts_panel.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/charts/air_panel.h"
#include "views/charts/bar_chart.h"
#include "views/charts/breakdown.h"
#include "views/charts/mix_sliders.h"
#include "views/charts/power_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <functional>
#include <utility>

namespace halltwin::views::charts {

namespace {

constexpr qint64 turnMilliseconds = 16;    ///< between charts, for other work to come in between
constexpr qint64 roundMilliseconds = 100;  ///< from one showing of all charts to the next

QWidget* mixPanel(const bridge::ViewContext& context, QWidget* parent) {
    auto* panel = new QWidget(parent);
    auto* heading = new QLabel(ChartsPanel::tr("Energy mix"), panel);
    heading->setFont(bridge::Theme::font(bridge::TextStyle::BodyStrong));
    heading->setContentsMargins(bridge::space::m, 0, 0, 0);
    auto* scroll = new QScrollArea(panel);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(new MixSliders(context, scroll));
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, bridge::space::s, 0, 0);
    layout->setSpacing(bridge::space::xs);
    layout->addWidget(heading);
    layout->addWidget(scroll, 1);
    return panel;
}

/// Rows that stay legible beside each other.
constexpr std::size_t mostPowerBars = 9;

/// Leaves the largest parts in their order, one fewer than `most` where there are more; returns the
/// sum of the others.
Power takeSmallest(std::vector<PowerPart>& parts, std::size_t most) {
    if (parts.size() <= most) return {};
    std::vector<Power> powers;
    for (const PowerPart& part : parts)
        powers.push_back(part.power);
    const auto least = powers.begin() + static_cast<std::ptrdiff_t>(most - 2);
    std::nth_element(powers.begin(), least, powers.end(), std::greater<>());
    const Power limit = *least;
    Power rest;
    std::erase_if(parts, [&](const PowerPart& part) {
        if (part.power >= limit) return false;
        rest += part.power;
        return true;
    });
    return rest;
}

/// Who is shown as what: loads by their draw, the electrical chain by its losses.
QString partName(std::optional<ItemKind> kind) {
    if (!kind) return ChartsPanel::tr("Cable losses");
    switch (*kind) {
        case ItemKind::Rack: return ChartsPanel::tr("IT equipment");
        case ItemKind::Cooler: return ChartsPanel::tr("Cooler fans");
        case ItemKind::Chiller: return ChartsPanel::tr("Chillers");
        case ItemKind::PumpSet: return ChartsPanel::tr("Pumps");
        case ItemKind::CoolingTower: return ChartsPanel::tr("Cooling towers");
        case ItemKind::DryCooler: return ChartsPanel::tr("Dry coolers");
        case ItemKind::WaterSource: return ChartsPanel::tr("Source water pumps");
        case ItemKind::HeatReuse: return ChartsPanel::tr("Heat re-use");
        case ItemKind::Cdu: return ChartsPanel::tr("Coolant distribution");
        case ItemKind::Wall: return ChartsPanel::tr("Lights");
        case ItemKind::UtilityFeed: return ChartsPanel::tr("Feed losses");
        case ItemKind::Transformer: return ChartsPanel::tr("Transformer losses");
        case ItemKind::Ups: return ChartsPanel::tr("UPS losses");
        case ItemKind::Pdu: return ChartsPanel::tr("PDU losses");
        case ItemKind::Generator: return ChartsPanel::tr("Generator losses");
        case ItemKind::OnSiteSource: return ChartsPanel::tr("On-site source losses");
        case ItemKind::Battery: return ChartsPanel::tr("Battery losses");
        case ItemKind::Switchboard: return ChartsPanel::tr("Switchboard losses");
        case ItemKind::TransferSwitch: return ChartsPanel::tr("Transfer switch losses");
        case ItemKind::DistributionPanel: return ChartsPanel::tr("Distribution panel losses");
        case ItemKind::Busway: return ChartsPanel::tr("Busway losses");
        case ItemKind::RackPdu: return ChartsPanel::tr("Rack PDU losses");
        case ItemKind::PowerShelf: return ChartsPanel::tr("Power shelf losses");
        default: return bridge::kindName(*kind);
    }
}

QString operationName(economics::OperationCategory category) {
    switch (category) {
        case economics::OperationCategory::Energy: return ChartsPanel::tr("Energy");
        case economics::OperationCategory::Staff: return ChartsPanel::tr("Staff");
        case economics::OperationCategory::ItMaintenance: return ChartsPanel::tr("IT maintenance");
        case economics::OperationCategory::PlantMaintenance:
            return ChartsPanel::tr("Plant maintenance");
    }
    return {};
}

}  // namespace

ChartsPanel::ChartsPanel(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_tabs(new QTabWidget(this)),
      m_power(new BarChart(tr("Power by element"), context.theme, this)),
      m_cost(new BarChart(tr("Cost by category"), context.theme, this)),
      m_carbon(new BarChart(tr("Carbon by energy source"), context.theme, this)) {
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    m_power->setObjectName(QStringLiteral("chart.power"));
    m_cost->setObjectName(QStringLiteral("chart.cost"));
    m_carbon->setObjectName(QStringLiteral("chart.carbon"));
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(1);
    for (BarChart* chart : {m_power, m_cost, m_carbon}) {
        splitter->addWidget(chart);
        splitter->setStretchFactor(splitter->indexOf(chart), 1);
    }
    splitter->addWidget(mixPanel(context, this));
    splitter->setSizes({340, 340, 340, 300});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    auto* air = new AirPanel(context, this);
    connect(air, &AirPanel::explained, this, &ChartsPanel::explained);
    m_tabs->setObjectName(QStringLiteral("chartTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(splitter, tr("Energy and cost"));
    m_tabs->addTab(air, tr("Air"));
    m_tabs->addTab(new PowerPanel(context, this), tr("Power"));
    m_turn.setObjectName(QStringLiteral("chartTurn"));
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &ChartsPanel::showNext);
    connect(&context.twin, &bridge::TwinFeed::resultReady, this, &ChartsPanel::onResult);
    connect(&context.session, &bridge::ProjectSession::replaced, this, &ChartsPanel::showAll);
    connect(&context.theme, &bridge::Theme::changed, this, &ChartsPanel::showAll);
    showAll();
}

void ChartsPanel::showAir() {
    m_tabs->setCurrentIndex(1);
}

void ChartsPanel::showPower() {
    m_tabs->setCurrentIndex(2);
}

void ChartsPanel::onResult() {
    if (!isVisible()) return;  // showEvent catches up
    if (m_turn.isActive()) {
        m_again = m_next > 0;
        return;
    }
    const qint64 sinceRound = m_sinceRound.isValid() ? m_sinceRound.elapsed() : roundMilliseconds;
    m_next = 0;
    m_turn.start(static_cast<int>(std::max(turnMilliseconds, roundMilliseconds - sinceRound)));
}

void ChartsPanel::showNext() {
    if (m_next == 0) m_sinceRound.start();
    showChart(m_next++);
    if (m_next < charts().size()) {
        m_turn.start(static_cast<int>(turnMilliseconds));
    } else if (std::exchange(m_again, false)) {
        onResult();
    }
}

void ChartsPanel::showAll() {
    m_turn.stop();
    m_again = false;
    for (std::size_t i = 0; i < charts().size(); ++i)
        showChart(i);
}

void ChartsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showAll();
}

void ChartsPanel::showChart(std::size_t index) {
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    if (result == nullptr) return charts()[index]->setBars({}, {}, {});
    switch (index) {
        case 0: return showParts(*result);
        case 1: return showCost(*result);
        default: return showCarbon(*result);
    }
}

void ChartsPanel::showParts(const twin::TwinResult& result) {
    const bool inMegawatts = result.kpis.facilityPower >= megawatts(10.0);
    const Unit<PowerDim> unit = inMegawatts ? megawatts : kilowatts;
    std::vector<PowerPart> parts =
        powerParts(result, *m_context.twin.latestProject(), m_context.session.catalog());
    const Power rest = takeSmallest(parts, mostPowerBars);
    std::vector<Bar> bars;
    for (const PowerPart& part : parts) {
        bars.push_back({partName(part.kind), bridge::formatPower(part.power), part.power.in(unit),
                        part.kind ? m_context.theme.kindColor(*part.kind)
                                  : m_context.theme.colors().textMuted});
    }
    if (rest > Power{})
        bars.push_back({tr("All others"), bridge::formatPower(rest), rest.in(unit),
                        m_context.theme.colors().textDisabled});
    m_power->setBars(bars, inMegawatts ? tr("MW") : tr("kW"),
                     bridge::formatPower(result.kpis.facilityPower));
}

void ChartsPanel::showCost(const twin::TwinResult& result) {
    std::vector<Bar> bars;
    int n = 0;
    for (const economics::OperationLine& line : result.operation.lines) {
        const MoneyRate rate = line.perYear / years(1.0);
        bars.push_back({operationName(line.category), bridge::formatMoneyRate(rate),
                        rate.in(dollarsPerHour), m_context.theme.seriesColor(n++)});
    }
    const MoneyRate wear = result.operation.depreciationPerYear / years(1.0);
    bars.push_back({tr("Depreciation"), bridge::formatMoneyRate(wear), wear.in(dollarsPerHour),
                    m_context.theme.colors().textDisabled});
    m_cost->setBars(bars, tr("$/h"), bridge::formatMoneyRate(result.operation.accountingRate));
}

void ChartsPanel::showCarbon(const twin::TwinResult& result) {
    std::vector<Bar> bars;
    for (const carbon::SourceLine& line : result.carbon.lines) {
        bars.push_back({bridge::energySourceName(line.source), bridge::formatCarbonRate(line.rate),
                        line.rate.in(gramsPerHour) / 1000.0,
                        m_context.theme.sourceColor(line.source)});
    }
    m_carbon->setBars(bars, tr("kg CO₂e/h"), bridge::formatCarbonRate(result.carbon.rate));
}

}  // namespace halltwin::views::charts
