// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/charts_panel.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/charts/bar_chart.h"
#include "views/charts/breakdown.h"
#include "views/charts/mix_sliders.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace halltwin::views::charts {

namespace {

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

/// Who is shown as what: loads by their draw, the electrical chain by its losses.
QString partName(ItemKind kind) {
    switch (kind) {
        case ItemKind::Rack: return ChartsPanel::tr("IT equipment");
        case ItemKind::Cooler: return ChartsPanel::tr("Cooler fans");
        case ItemKind::Chiller: return ChartsPanel::tr("Chillers");
        case ItemKind::PumpSet: return ChartsPanel::tr("Pumps");
        case ItemKind::UtilityFeed: return ChartsPanel::tr("Feed losses");
        case ItemKind::Transformer: return ChartsPanel::tr("Transformer losses");
        case ItemKind::Ups: return ChartsPanel::tr("UPS losses");
        case ItemKind::Pdu: return ChartsPanel::tr("PDU losses");
        default: return bridge::kindName(kind);
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
    layout->addWidget(splitter);
    connect(&context.twin, &bridge::TwinFeed::resultReady, this, &ChartsPanel::showResult);
    connect(&context.theme, &bridge::Theme::changed, this, &ChartsPanel::showResult);
    showResult();
}

void ChartsPanel::showResult() {
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    if (result == nullptr) {
        for (BarChart* chart : {m_power, m_cost, m_carbon})
            chart->setBars({}, {}, {});
        return;
    }
    showPower(*result);
    showCost(*result);
    showCarbon(*result);
}

void ChartsPanel::showPower(const twin::TwinResult& result) {
    const bool inMegawatts = result.kpis.facilityPower >= megawatts(10.0);
    const Unit<PowerDim> unit = inMegawatts ? megawatts : kilowatts;
    std::vector<Bar> bars;
    for (const PowerPart& part :
         powerParts(result, *m_context.twin.latestProject(), m_context.session.catalog())) {
        bars.push_back({partName(part.kind), bridge::formatPower(part.power), part.power.in(unit),
                        m_context.theme.kindColor(part.kind)});
    }
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
