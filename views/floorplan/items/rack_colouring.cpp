// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/rack_colouring.h"

#include "model/thermal/air_class.h"
#include "model/twin/room_figures.h"
#include "views/bridge/color_map.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cstddef>
#include <optional>

namespace halltwin::views::floorplan::items {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RackColouring)
};

/// Five steps from good to bad, those of the intake bands: told apart by colour-blind readers.
QColor stepColor(std::size_t step) {
    const auto& classes = bridge::ashraeScale().classes();
    if (classes.empty()) return {};
    return QColor(classes[std::min(step, classes.size() - 1)].color);
}

constexpr std::array captureSteps{0.9, 0.75, 0.5};  ///< lower bounds, from good to bad
constexpr std::array powerStepsKw{5.0, 10.0, 20.0, 50.0};

/// The first of the steps of good … bad that a captured share reaches; 1 is the second colour.
std::size_t captureStep(double captured) {
    std::size_t step = 1;
    for (const double bound : captureSteps)
        step += captured < bound ? 1 : 0;
    return step;
}

QColor powerColor(std::size_t step) {
    const auto scale = bridge::temperatureScale().withRange(0.0, double(powerStepsKw.size()));
    return QColor(scale.colorOf(static_cast<double>(step)));
}

std::size_t powerStep(double powerKw) {
    std::size_t step = 0;
    for (const double bound : powerStepsKw)
        step += powerKw >= bound ? 1 : 0;
    return step;
}

QString number(double value, int decimals) {
    return QLocale().toString(value, 'f', decimals);
}

RackStatus intakeStatus(const thermal::RackResult& rack) {
    const double warmestC = rack.intakeMax.in(celsius);
    return {QColor(bridge::ashraeScale().colorOf(warmestC)),
            number(warmestC, 1) + QStringLiteral("°")};
}

RackStatus classStatus(const thermal::RackResult& rack, Length altitude) {
    const auto airClass = thermal::airClassOf(rack, altitude);
    if (!airClass) return {stepColor(4), QStringLiteral("> A4")};
    const std::string_view name = thermal::nameOf(*airClass);
    return {stepColor(static_cast<std::size_t>(*airClass)),
            QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))};
}

std::optional<RackStatus> statusOf(const thermal::RackResult& rack, Length altitude,
                                   RackColouring colouring) {
    switch (colouring) {
        case RackColouring::Intake: return intakeStatus(rack);
        case RackColouring::AirClass: return classStatus(rack, altitude);
        case RackColouring::Capture:
            if (!rack.coldCapture) return std::nullopt;
            return RackStatus{stepColor(captureStep(*rack.coldCapture)),
                              number(100.0 * *rack.coldCapture, 0) + QStringLiteral(" %")};
        case RackColouring::Recirculation: {
            const auto share = twin::recirculatedShare(rack);
            if (!share) return std::nullopt;
            return RackStatus{stepColor(captureStep(1.0 - *share)),
                              number(100.0 * *share, 0) + QStringLiteral(" %")};
        }
        case RackColouring::Power: break;
    }
    return std::nullopt;
}

RackStatuses powerStatuses(const twin::TwinResult& result) {
    RackStatuses statuses;
    for (const auto& [id, power] : result.rackPower) {
        const double powerKw = power.in(kilowatts);
        statuses.emplace(
            id, RackStatus{powerColor(powerStep(powerKw)), number(powerKw, 1) + Words::tr(" kW")});
    }
    return statuses;
}

std::vector<LegendEntry> intakeLegend() {
    std::vector<LegendEntry> entries;
    double from = 0.0;
    for (const auto& band : bridge::ashraeScale().classes()) {
        const bool isLast = &band == &bridge::ashraeScale().classes().back();
        QString bounds = Words::tr("> %1 °C").arg(number(from, 0));
        if (entries.empty()) {
            bounds = Words::tr("< %1 °C").arg(number(band.below, 0));
        } else if (!isLast) {
            bounds = Words::tr("%1–%2 °C").arg(number(from, 0), number(band.below, 0));
        }
        entries.push_back({QColor(band.color), bounds});
        from = band.below;
    }
    return entries;
}

}  // namespace

RackStatuses rackStatuses(const twin::TwinResult& result, Length altitude,
                          RackColouring colouring) {
    if (colouring == RackColouring::Power) return powerStatuses(result);
    RackStatuses statuses;
    for (const twin::RoomAnswer& room : result.rooms)
        for (const thermal::RackResult& rack : room.air.racks)
            if (auto status = statusOf(rack, altitude, colouring))
                statuses.emplace(rack.id, *std::move(status));
    return statuses;
}

std::vector<LegendEntry> legendOf(RackColouring colouring) {
    switch (colouring) {
        case RackColouring::Intake: return intakeLegend();
        case RackColouring::Capture:
            return {{stepColor(1), Words::tr("≥ 90 %")},
                    {stepColor(2), Words::tr("75–90 %")},
                    {stepColor(3), Words::tr("50–75 %")},
                    {stepColor(4), Words::tr("< 50 %")}};
        case RackColouring::Recirculation:
            return {{stepColor(1), Words::tr("≤ 10 %")},
                    {stepColor(2), Words::tr("10–25 %")},
                    {stepColor(3), Words::tr("25–50 %")},
                    {stepColor(4), Words::tr("> 50 %")}};
        case RackColouring::AirClass:
            return {{stepColor(0), QStringLiteral("A1")},
                    {stepColor(1), QStringLiteral("A2")},
                    {stepColor(2), QStringLiteral("A3")},
                    {stepColor(3), QStringLiteral("A4")},
                    {stepColor(4), Words::tr("beyond")}};
        case RackColouring::Power:
            return {{powerColor(0), Words::tr("< 5 kW")},
                    {powerColor(1), Words::tr("5–10 kW")},
                    {powerColor(2), Words::tr("10–20 kW")},
                    {powerColor(3), Words::tr("20–50 kW")},
                    {powerColor(4), Words::tr("≥ 50 kW")}};
    }
    return {};
}

QString colouringName(RackColouring colouring) {
    switch (colouring) {
        case RackColouring::Intake: return Words::tr("Intake temperature");
        case RackColouring::Capture: return Words::tr("Capture index");
        case RackColouring::AirClass: return Words::tr("ASHRAE class");
        case RackColouring::Recirculation: return Words::tr("Recirculation share");
        case RackColouring::Power: return Words::tr("Power density");
    }
    return {};
}

}  // namespace halltwin::views::floorplan::items
