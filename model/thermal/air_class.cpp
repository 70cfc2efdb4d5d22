// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_class.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace halltwin::thermal {

namespace {

struct Limits {
    std::string_view name;
    double lowC;
    double highC;
    double metresPerKelvin;  ///< of derating above 900 m
};

constexpr std::array<Limits, 5> limits{{{"A1", 15.0, 32.0, 300.0},
                                        {"A2", 10.0, 35.0, 300.0},
                                        {"A3", 5.0, 40.0, 175.0},
                                        {"A4", 5.0, 45.0, 125.0},
                                        {"H1", 5.0, 25.0, 500.0}}};

constexpr double deratingFromM = 900.0;

const Limits& limitsOf(AirClass airClass) {
    return limits[static_cast<std::size_t>(airClass)];
}

}  // namespace

DryBulbRange allowable(AirClass airClass, Length altitude) {
    const Limits& limit = limitsOf(airClass);
    const double above = std::max(0.0, altitude.in(metres)-deratingFromM);
    return {celsius(limit.lowC), celsius(limit.highC - above / limit.metresPerKelvin)};
}

std::optional<AirClass> airClassOf(Temperature intake, Length altitude) {
    for (const AirClass each : {AirClass::A1, AirClass::A2, AirClass::A3, AirClass::A4}) {
        const DryBulbRange range = allowable(each, altitude);
        if (intake >= range.low && intake <= range.high) return each;
    }
    return std::nullopt;
}

Temperature coldestIntake(const RackResult& rack) {
    Temperature coldest = rack.intakeMean;
    for (const SliceResult& slice : rack.slices)
        coldest = std::min(coldest, slice.intake);
    return coldest;
}

bool allows(AirClass airClass, const RackResult& rack, Length altitude) {
    const DryBulbRange range = allowable(airClass, altitude);
    return coldestIntake(rack) >= range.low && rack.intakeMax <= range.high;
}

std::optional<AirClass> airClassOf(const RackResult& rack, Length altitude) {
    for (const AirClass each : {AirClass::A1, AirClass::A2, AirClass::A3, AirClass::A4})
        if (allows(each, rack, altitude)) return each;
    return std::nullopt;
}

std::string_view nameOf(AirClass airClass) {
    return limitsOf(airClass).name;
}

std::string_view waterClassOf(Temperature supply) {
    constexpr std::array<std::pair<double, std::string_view>, 5> classes{
        {{17.0, "W17"}, {27.0, "W27"}, {32.0, "W32"}, {40.0, "W40"}, {45.0, "W45"}}};
    for (const auto& [highC, name] : classes)
        if (supply.in(celsius) <= highC + 1e-9) return name;
    return "W+";
}

}  // namespace halltwin::thermal
