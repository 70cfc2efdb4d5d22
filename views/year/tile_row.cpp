// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/year/tile_row.h"

#include "views/bridge/format.h"
#include "views/charts/year_words.h"

#include <QHBoxLayout>

namespace halltwin::views::year {

namespace {

using Tone = YearTile::Tone;

QString decimals(const std::optional<double>& value, int count) {
    return value ? bridge::formatNumber(*value, count) : QStringLiteral("–");
}

QString hoursText(std::size_t hours) {
    return bridge::formatWithUnit(static_cast<double>(hours), 0, QStringLiteral("h"));
}

}  // namespace

TileRow::TileRow(bridge::Theme& theme, QWidget* parent) : QWidget(parent) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(bridge::space::s, 0, bridge::space::s, 0);
    layout->setSpacing(0);
    const auto add = [&](Tile tile, const QString& name, const char* objectName) {
        m_tiles[tile] = new YearTile(name, QLatin1String(objectName), theme, this);
        layout->addWidget(m_tiles[tile], 1);
    };
    add(Pue, tr("PUE"), "year.pue");
    add(Wue, tr("WUE, L/kWh"), "year.wue");
    add(Cue, tr("CUE, g/kWh"), "year.cue");
    add(Erf, tr("ERF"), "year.erf");
    add(Mlc, tr("MLC"), "year.mlc");
    add(Elc, tr("ELC"), "year.elc");
    add(Free, tr("Free cooling"), "year.free");
    add(Warm, tr("Above set-point"), "year.warm");
    add(Range, tr("Out of range"), "year.range");
    add(Cost, tr("Energy"), "year.cost");
    m_tiles[Warm]->setLeads(tr("Click to list these hours"));
    m_tiles[Range]->setLeads(tr("Click to list these hours and their units"));
    connect(m_tiles[Warm], &YearTile::clicked, this, [this] { emit findingChosen(m_shortfall); });
    connect(m_tiles[Range], &YearTile::clicked, this,
            [this] { emit findingChosen(Finding::OutOfRange); });
}

void TileRow::setAnswer(const YearAnswer& answer) {
    const twin::YearResult& year = answer.year;
    const twin::YearSum& sum = year.total;
    const PlantControl& control = answer.project->plant;
    m_tiles[Pue]->setFigure(decimals(sum.pue(), 3),
                            bridge::formatPower(year.hours[year.peakHour].facility) + u' ' +
                                tr("at most"));
    m_tiles[Wue]->setFigure(
        decimals(sum.litresPerItKwh(), 3),
        tr("%1 m³").arg(bridge::formatSignificant(sum.water.in(cubicMetres), 3)));
    m_tiles[Cue]->setFigure(year.cue ? bridge::formatNumber(year.cue->in(gramsPerKilowattHour), 0)
                                     : QStringLiteral("–"),
                            bridge::formatCarbon(year.carbon));
    m_tiles[Erf]->setFigure(
        decimals(sum.erf(), 3),
        sum.recovered <= Energy{}
            ? tr("no heat re-used")
            : tr("%1 MWh heat").arg(bridge::formatSignificant(sum.recovered.in(megawattHours), 3)));
    setComponent(Mlc, sum.mlc(), control.mlcLimit);
    setComponent(Elc, sum.elc(), control.elcLimit);
    setFree(sum);
    setWarm(year);
    setRange(year);
    m_tiles[Cost]->setFigure(
        bridge::formatMoney(year.energyCost),
        tr("%1 MWh").arg(bridge::formatSignificant(sum.facility.in(megawattHours), 4)));
}

void TileRow::setComponent(Tile tile, const std::optional<double>& value,
                           const std::optional<double>& limit) {
    if (!limit || !value) {
        m_tiles[tile]->setFigure(decimals(value, 3), tr("no limit set"));
        return;
    }
    const bool isMet = *value <= *limit;
    const QString text = isMet ? tr("met: at most %1") : tr("missed: at most %1");
    m_tiles[tile]->setFigure(decimals(value, 3), text.arg(decimals(limit, 3)),
                             isMet ? Tone::Good : Tone::Bad);
}

void TileRow::setFree(const twin::YearSum& sum) {
    const auto in = [&](cooling::LoopMode mode) {
        return sum.modes[static_cast<std::size_t>(mode)];
    };
    m_tiles[Free]->setFigure(hoursText(in(cooling::LoopMode::Free)),
                             tr("%1 mixed").arg(hoursText(in(cooling::LoopMode::Mixed))));
}

void TileRow::setRange(const twin::YearResult& year) {
    const bool isAny = year.hoursOutOfRange > 0;
    m_tiles[Range]->setFigure(hoursText(year.hoursOutOfRange),
                              isAny ? tr("a unit is flattered") : tr("all units fitted"),
                              isAny ? Tone::Bad : Tone::Good);
}

void TileRow::setWarm(const twin::YearResult& year) {
    m_shortfall = year.hoursUnmet > 0 ? Finding::NotTaken : Finding::Warm;
    if (year.hoursUnmet > 0) {
        const twin::YearHour& worst = year.hours[year.worstUnmetHour];
        m_tiles[Warm]->setFigure(hoursText(std::max(year.hoursWarm, year.hoursUnmet)),
                                 tr("%1 not taken, %2")
                                     .arg(bridge::formatPower(worst.unmet),
                                          charts::hourName(year.worstUnmetHour, year.hours.size())),
                                 Tone::Bad);
    } else if (year.hoursWarm > 0) {
        m_tiles[Warm]->setFigure(
            hoursText(year.hoursWarm),
            tr("by %1, %2")
                .arg(bridge::formatDifference(year.hours[year.worstWarmHour].warm),
                     charts::hourName(year.worstWarmHour, year.hours.size())),
            Tone::Bad);
    } else {
        m_tiles[Warm]->setFigure(hoursText(0), tr("every hour holds"), Tone::Good);
    }
}

}  // namespace halltwin::views::year
