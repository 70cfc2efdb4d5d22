// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/power_panel.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/charts/bar_chart.h"
#include "views/charts/loading_bars.h"

#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace halltwin::views::charts {

namespace {

constexpr std::size_t mostElements = 20;
constexpr std::size_t mostLosses = 10;  ///< more elements are added up by kind

QWidget* loadingPanel(LoadingBars* bars, QWidget* parent) {
    auto* panel = new QWidget(parent);
    auto* heading = new QLabel(PowerPanel::tr("Loading, fullest first"), panel);
    heading->setFont(bridge::Theme::font(bridge::TextStyle::BodyStrong));
    heading->setContentsMargins(bridge::space::m, 0, 0, 0);
    auto* scroll = new QScrollArea(panel);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(bars);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, bridge::space::s, 0, 0);
    layout->setSpacing(bridge::space::xs);
    layout->addWidget(heading);
    layout->addWidget(scroll, 1);
    return panel;
}

struct PowerScale {
    Unit<PowerDim> unit;
    QString name;
};

PowerScale scaleFor(Power largest) {
    if (largest >= megawatts(10.0)) return {megawatts, QStringLiteral("MW")};
    return {kilowatts, QStringLiteral("kW")};
}

}  // namespace

PowerPanel::PowerPanel(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_loading(new LoadingBars(context.theme)),
      m_losses(new BarChart(tr("Losses by element"), context.theme, this)),
      m_phases(new BarChart(tr("Load by phase"), context.theme, this)) {
    setObjectName(QStringLiteral("powerPanel"));
    m_losses->setObjectName(QStringLiteral("chart.losses"));
    m_phases->setObjectName(QStringLiteral("chart.phases"));
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(loadingPanel(m_loading, this));
    splitter->addWidget(m_losses);
    splitter->addWidget(m_phases);
    splitter->setSizes({480, 480, 320});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_loading, &LoadingBars::elementClicked, this,
            [this](ItemId element) { m_context.selection.setItems({element}); });
    connect(&context.twin, &bridge::TwinFeed::resultReady, this, &PowerPanel::refresh);
    connect(&context.session, &bridge::ProjectSession::replaced, this, &PowerPanel::refresh);
    connect(&context.theme, &bridge::Theme::changed, this, &PowerPanel::refresh);
    connect(&context.selection, &bridge::Selection::changed, this, &PowerPanel::showPhases);
}

void PowerPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void PowerPanel::refresh() {
    if (!isVisible()) return;
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    if (result == nullptr) {
        m_loading->setElements({});
        m_losses->setBars({}, {}, {});
    } else {
        showLoading(*result);
        showLosses(*result);
    }
    showPhases();
}

QString PowerPanel::nameOf(ItemId item) const {
    const Item* found = m_context.twin.latestProject()->items.find(item);
    return found == nullptr ? QString() : bridge::itemTitle(*found, m_context.session.catalog());
}

void PowerPanel::showLoading(const twin::TwinResult& result) {
    std::vector<const power::ElementResult*> order;
    for (const power::ElementResult& element : result.power.elements) {
        if (element.energised && element.loading > 0.0) order.push_back(&element);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto* a, const auto* b) { return a->loading > b->loading; });
    order.resize(std::min(order.size(), mostElements));
    std::vector<LoadedElement> elements;
    for (const power::ElementResult* element : order) {
        elements.push_back({element->id, nameOf(element->id), element->loading,
                            tr("%1, %2 left")
                                .arg(bridge::formatPower(element->output),
                                     bridge::formatPower(element->headroom))});
    }
    m_loading->setElements(std::move(elements));
}

void PowerPanel::showLosses(const twin::TwinResult& result) {
    struct Part {
        QString name;
        ItemKind kind = ItemKind::Pdu;
        Power loss;
        int count = 0;
    };
    std::vector<Part> parts;
    std::array<Part, itemKindCount> kinds;
    for (const power::ElementResult& element : result.power.elements) {
        if (element.loss.si() <= 0.0) continue;
        const ItemKind kind = kindOf(element.id);
        parts.push_back({nameOf(element.id), kind, element.loss, 1});
        Part& sum = kinds[static_cast<std::size_t>(kind)];
        sum = {{}, kind, sum.loss + element.loss, sum.count + 1};
    }
    if (parts.size() > mostLosses) {
        parts.assign(kinds.begin(), kinds.end());
        for (Part& part : parts)
            part.name = QStringLiteral("%1 × %2").arg(part.count).arg(bridge::kindName(part.kind));
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part& a, const Part& b) { return a.loss > b.loss; });
    std::vector<Bar> bars;
    const auto add = [&](const QString& name, Power loss, const QColor& color) {
        if (loss.si() > 0.0)
            bars.push_back({name, bridge::formatPower(loss), loss.in(kilowatts), color});
    };
    for (const Part& part : parts)
        add(part.name, part.loss, m_context.theme.kindColor(part.kind));
    add(tr("Cables"), result.power.cableLosses, m_context.theme.colors().textDisabled);
    m_losses->setBars(bars, tr("kW"), bridge::formatPower(result.power.losses));
}

ItemKind PowerPanel::kindOf(ItemId id) const {
    const Item* item = m_context.twin.latestProject()->items.find(id);
    const CatalogEntry* entry =
        item == nullptr ? nullptr : m_context.session.catalog().find(item->catalogKey);
    return entry == nullptr ? ItemKind::Pdu : entry->kind;
}

void PowerPanel::showPhases() {
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    if (!isVisible() || result == nullptr) return m_phases->setBars({}, {}, {});
    const power::ElementResult* shown = nullptr;
    for (const ItemId item : m_context.selection.items()) {
        if (shown == nullptr) shown = result->power.element(item);
    }
    for (const power::ElementResult& element : result->power.elements) {
        if (m_context.selection.items().empty() && element.energised &&
            (shown == nullptr || element.imbalance > shown->imbalance)) {
            shown = &element;
        }
    }
    if (shown == nullptr) return m_phases->setBars({}, {}, {});
    const PowerScale scale = scaleFor(shown->output);
    std::vector<Bar> bars;
    for (std::size_t phase = 0; phase < shown->phases.size(); ++phase) {
        bars.push_back({QStringLiteral("L%1").arg(phase + 1),
                        bridge::formatPower(shown->phases[phase]),
                        shown->phases[phase].in(scale.unit),
                        m_context.theme.seriesColor(static_cast<int>(phase))});
    }
    m_phases->setBars(
        bars, scale.name,
        tr("%1 · %2 off balance").arg(nameOf(shown->id), bridge::formatShare(shown->imbalance)));
}

}  // namespace halltwin::views::charts
