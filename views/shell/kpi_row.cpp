// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/kpi_row.h"

#include "views/bridge/format.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/shell/derivation_popup.h"
#include "views/shell/kpi_tile.h"

#include <QHBoxLayout>
#include <algorithm>

namespace halltwin::views::shell {

namespace {

// Of the intake air: recommended and allowable for class A1, ASHRAE TC 9.9 (2021).
constexpr Temperature recommendedInlet = celsius(27.0);
constexpr Temperature allowableInlet = celsius(32.0);

QString noFigure() {
    return QStringLiteral("–");
}

/// Splits "1.23 MW" at its no-break space.
void setWithUnit(KpiTile& tile, const QString& text) {
    const qsizetype at = text.indexOf(QChar(QChar::Nbsp));
    tile.setFigure(at < 0 ? text : text.left(at), at < 0 ? QString() : text.mid(at + 1));
}

}  // namespace

KpiRow::KpiRow(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(bridge::space::s, bridge::space::s, bridge::space::s,
                               bridge::space::xs);
    layout->setSpacing(bridge::space::s);
    m_itPower = addTile(tr("IT power"), QStringLiteral("kpi.itPower"), "it_power_w");
    m_facilityPower =
        addTile(tr("Facility power"), QStringLiteral("kpi.facilityPower"), "facility_power_w");
    m_pue = addTile(tr("PUE"), QStringLiteral("kpi.pue"), "pue");
    m_inlet = addTile(tr("Warmest rack intake"), QStringLiteral("kpi.maxInlet"), "max_inlet_c");
    m_cost = addTile(tr("Running cost"), QStringLiteral("kpi.cost"), "cost_usd_per_h");
    m_carbon = addTile(tr("Carbon (CO₂e)"), QStringLiteral("kpi.carbon"), "carbon_g_per_h");

    auto& twin = context.twin;
    connect(&twin, &bridge::TwinFeed::resultReady, this, &KpiRow::refresh);
    connect(&twin, &bridge::TwinFeed::started, this, [this] { setStale(true); });
    connect(&twin, &bridge::TwinFeed::failed, this, [this] { setStale(true); });
    connect(&context.session, &bridge::ProjectSession::replaced, this, &KpiRow::refresh);
    connect(&context.theme, &bridge::Theme::changed, this, &KpiRow::refresh);
    refresh();
}

KpiTile* KpiRow::addTile(const QString& name, const QString& objectName,
                         const std::string& derivation) {
    auto* tile = new KpiTile(name, objectName, this);
    tile->setToolTip(tr("%1: click to see where it comes from").arg(name));
    connect(tile, &KpiTile::clicked, this,
            [this, tile, derivation] { explain(*tile, derivation); });
    layout()->addWidget(tile);
    return tile;
}

void KpiRow::refresh() {
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    for (KpiTile* tile : {m_itPower, m_facilityPower, m_pue, m_inlet, m_cost, m_carbon})
        tile->setColor(m_context.theme.colors().text);
    if (result == nullptr) {
        for (KpiTile* tile : {m_itPower, m_facilityPower, m_pue, m_inlet, m_cost, m_carbon})
            tile->setFigure(noFigure(), {});
        return;
    }
    const twin::Kpis& kpis = result->kpis;
    setWithUnit(*m_itPower, bridge::formatPower(kpis.itPower));
    setWithUnit(*m_facilityPower, bridge::formatPower(kpis.facilityPower));
    m_pue->setFigure(kpis.pue ? bridge::formatNumber(*kpis.pue, 3) : noFigure(), {});
    showInlet(kpis);
    const QString cost = bridge::formatMoneyRate(kpis.operatingCost);
    m_cost->setFigure(cost.left(cost.indexOf(QLatin1Char('/'))), tr("per hour"));
    setWithUnit(*m_carbon, bridge::formatCarbonRate(kpis.carbon));
    setStale(m_context.twin.isRunning());
}

void KpiRow::showInlet(const twin::Kpis& kpis) {
    if (!kpis.maxInlet) return m_inlet->setFigure(noFigure(), {});
    setWithUnit(*m_inlet, bridge::formatTemperature(*kpis.maxInlet));
    const bridge::ThemeColors& colors = m_context.theme.colors();
    if (*kpis.maxInlet > recommendedInlet) m_inlet->setColor(colors.warning);
    if (*kpis.maxInlet > allowableInlet) m_inlet->setColor(colors.danger);
}

void KpiRow::setStale(bool stale) {
    for (KpiTile* tile : {m_itPower, m_facilityPower, m_pue, m_inlet, m_cost, m_carbon}) {
        tile->setStale(stale);
    }
}

void KpiRow::explain(const KpiTile& tile, const std::string& key) {
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    if (result == nullptr) return;
    const auto& all = result->derivations;
    const auto at = std::find_if(all.begin(), all.end(), [&](const twin::Derivation& derivation) {
        return derivation.key == key;
    });
    if (at == all.end()) return;
    (new DerivationPopup(*at, m_context.theme, this))->openAbove(tile);
}

}  // namespace halltwin::views::shell
