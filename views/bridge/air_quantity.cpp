// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/air_quantity.h"

#include "views/bridge/format.h"

#include <QCoreApplication>
#include <cmath>

namespace halltwin::views::bridge {
namespace {

constexpr std::array<QuantityLook, 3> looks{{
    {"temperature", "°C", 1, 1.0, 6.0, -50.0, 150.0},
    {"speed", "m/s", 2, 0.1, 0.5, 0.0, 50.0},
    {"pressure", "Pa", 2, 0.5, 2.0, -2000.0, 2000.0},
}};

CellField<float> speedOf(const thermal::RoomResult& room) {
    CellField<float> speed;
    if (room.u.size() != room.v.size() || room.u.size() != room.w.size()) return speed;
    speed.reserve(room.u.size());
    for (std::size_t i = 0; i < room.u.size(); ++i)
        speed.push_back(std::hypot(room.u[i], room.v[i], room.w[i]));
    return speed;
}

}  // namespace

const QuantityLook& lookOf(AirQuantity quantity) {
    return looks[static_cast<std::size_t>(quantity)];
}

QString quantityName(AirQuantity quantity) {
    const auto tr = [](const char* text) {
        return QCoreApplication::translate("AirQuantity", text);
    };
    switch (quantity) {
        case AirQuantity::Temperature: return tr(QT_TRANSLATE_NOOP("AirQuantity", "Temperature"));
        case AirQuantity::Speed: return tr(QT_TRANSLATE_NOOP("AirQuantity", "Air speed"));
        case AirQuantity::Pressure: return tr(QT_TRANSLATE_NOOP("AirQuantity", "Pressure"));
    }
    return {};
}

QString formatQuantity(AirQuantity quantity, double value) {
    const QuantityLook& look = lookOf(quantity);
    return formatWithUnit(value, look.decimals, QString::fromUtf8(look.unit));
}

ColorScale scaleOf(AirQuantity quantity) {
    // Without its file the quantity is shown in the colours of temperatures, which are grey then.
    return ColorScale::load(lookOf(quantity).key).value_or(temperatureScale());
}

double valueOf(AirQuantity quantity, const thermal::AirSample& air) {
    switch (quantity) {
        case AirQuantity::Temperature: return air.temperature.in(celsius);
        case AirQuantity::Speed: return air.speed.in(metresPerSecond);
        case AirQuantity::Pressure: return air.pressure.in(pascals);
    }
    return 0.0;
}

RoomField::RoomField(const thermal::RoomResult& room, AirQuantity quantity) {
    switch (quantity) {
        case AirQuantity::Temperature: m_shown = room.temperatureC; break;
        case AirQuantity::Pressure: m_shown = room.pressurePa; break;
        case AirQuantity::Speed: m_made = speedOf(room); break;
    }
}

}  // namespace halltwin::views::bridge
