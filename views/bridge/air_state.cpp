// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/air_state.h"

#include "model/twin/air_words.h"
#include "views/bridge/format.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace halltwin::views::bridge {

namespace {

using thermal::Rest;
using thermal::Stage;

constexpr double smallestShown = 1e-5;  // of heat: 0.001 %

QString tr(const char* text) {
    return QCoreApplication::translate("Air", text);
}

QString heatText(double residual) {
    if (residual < smallestShown) return tr("heat < 0.001 %");
    return tr("heat %1 %").arg(formatSignificant(100.0 * residual, 1));
}

}  // namespace

void AirState::add(const thermal::RoomResult& air) {
    hasAir = true;
    stage = std::min(stage, air.stage);
    gridM = std::max(gridM, twin::cellSizeM(air));
    cells += air.grid.cellCount();
    massResidual = std::max(massResidual, air.books.massResidual);
    heatResidual = std::max(heatResidual, air.books.heatResidual);
    converged = converged && air.converged;
    settling.rest = std::max(settling.rest, air.settling.rest);
    settling.meanTime = std::max(settling.meanTime, air.settling.meanTime);
    settling.drift = std::max(settling.drift, air.settling.drift);
    settling.meanError = std::max(settling.meanError, air.settling.meanError);
    settling.unsteady = std::max(settling.unsteady, air.settling.unsteady);
    settling.steps = std::max(settling.steps, air.settling.steps);
}

AirState airStateOf(const twin::TwinResult& result) {
    AirState state;
    for (const twin::RoomAnswer& room : result.rooms)
        state.add(room.air);
    return state;
}

AirState airStateOf(const thermal::RoomResult& air) {
    AirState state;
    state.add(air);
    return state;
}

QString stageName(Stage stage) {
    switch (stage) {
        case Stage::Preview: return tr("preview");
        case Stage::Coarse: return tr("coarse");
        case Stage::Fine: return tr("fine");
    }
    return {};
}

QString restText(const AirState& air) {
    if (air.stage == Stage::Preview) return {};
    if (air.settling.rest == Rest::Drifting) return tr("not settled");
    if (!air.converged) return tr("books do not close");
    if (air.settling.rest == Rest::Steady) return tr("steady");
    return tr("mean over %1 s").arg(formatNumber(air.settling.meanTime.in(seconds), 0));
}

QString formatResidual(double value) {
    if (!(value > 0.0)) return QStringLiteral("0");
    const int exponent = static_cast<int>(std::floor(std::log10(value)));
    const double digit = std::round(value / std::pow(10.0, exponent));
    const bool carries = digit >= 10.0;
    return QStringLiteral("%1e%2")
        .arg(carries ? 1 : static_cast<int>(digit))
        .arg(exponent + carries);
}

QStringList airFigures(const AirState& air) {
    QStringList parts{formatWithUnit(air.gridM, 2, QStringLiteral("m")),
                      tr("%1 cells").arg(formatNumber(static_cast<double>(air.cells), 0)),
                      tr("mass %1").arg(formatResidual(air.massResidual)),
                      heatText(air.heatResidual)};
    if (air.stage == Stage::Preview) return parts;
    parts << restText(air)
          << tr("± %1").arg(
                 formatWithUnit(air.settling.unsteady.in(kelvins), 2, QStringLiteral("K")));
    return parts;
}

}  // namespace halltwin::views::bridge
