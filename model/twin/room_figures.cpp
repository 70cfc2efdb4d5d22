// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/room_figures.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace halltwin::twin {
namespace {

using thermal::AirPass;
using thermal::Rating;
using thermal::RoomResult;

constexpr const char* herrlin2005 = "M. Herrlin, ASHRAE Transactions 111 (2005)";
constexpr const char* envelope = "ASHRAE TC 9.9, Thermal Guidelines, 5th ed. (2021)";
constexpr const char* matrix = "shares of air on the solved flow: recirculation matrix";

/// Means over all racks and coolers, weighted by flow: what most of the figures are made of.
struct Means {
    double supplyC = 0.0;
    double returnC = 0.0;
    double intakeC = 0.0;
    double exhaustC = 0.0;
    double racksM3S = 0.0;
    double coolersM3S = 0.0;
    double fansW = 0.0;
};

Means meansOf(const RoomResult& air) {
    // Flows stand in for mass flows: one density holds in the whole room.
    const Density one = kilogramsPerCubicMetre(1.0);
    std::vector<AirPass> racks;
    std::vector<AirPass> coolers;
    Means means;
    for (const auto& rack : air.racks) {
        racks.push_back({rack.flow * one, rack.intakeMean, rack.exhaustMean});
        means.racksM3S += rack.flow.in(cubicMetresPerSecond);
    }
    for (const auto& cooler : air.coolers) {
        coolers.push_back({cooler.flow * one, cooler.returnT, cooler.supplyT});
        means.coolersM3S += cooler.flow.in(cubicMetresPerSecond);
        means.fansW += (cooler.coilHeat - cooler.heat).in(watts);
    }
    means.supplyC = thermal::meanOut(coolers).in(celsius);
    means.returnC = thermal::meanIn(coolers).in(celsius);
    means.intakeC = thermal::meanIn(racks).in(celsius);
    means.exhaustC = thermal::meanOut(racks).in(celsius);
    return means;
}

class Builder {
public:
    explicit Builder(const RoomResult& air) : m_air(air), m_means(meansOf(air)) {}

    std::vector<RoomFigure> make() {
        addCooling();
        addReturnIndex();
        addHeatIndices();
        addShares();
        addFans();
        return std::move(m_figures);
    }

private:
    using RatingOf = std::function<Rating(double)>;

    RoomFigure& add(Derivation derivation, RatingOf ratingOf, std::string target) {
        RoomFigure figure;
        figure.rating = ratingOf(derivation.value);
        figure.derivation = std::move(derivation);
        figure.target = std::move(target);
        figure.ratingOf = std::move(ratingOf);
        m_figures.push_back(std::move(figure));
        return m_figures.back();
    }
    [[nodiscard]] DerivationInput samples() const {
        return {"Samples", 3.0 * static_cast<double>(m_air.racks.size()), "",
                "intake of each rack at 1/6, 1/2 and 5/6 of its height"};
    }
    [[nodiscard]] std::vector<DerivationInput> temperatures() const {
        return {{"Supply", m_means.supplyC, "°C", "all coolers, weighted by flow"},
                {"Return", m_means.returnC, "°C", "all coolers, weighted by flow"},
                {"Intake", m_means.intakeC, "°C", "all racks, weighted by flow"},
                {"Exhaust", m_means.exhaustC, "°C", "all racks, weighted by flow"}};
    }

    void addCooling() {
        const auto& metrics = m_air.metrics;
        const thermal::IntakeLimits limits;
        add({"rci_hi",
             "RCI high",
             metrics.rciHi,
             "%",
             "100 · [1 − Σ max(0, T − recommended maximum) / (n · (allowable − recommended "
             "maximum))]: 100 when no sample is too warm",
             {samples(),
              {"Recommended maximum", limits.recommendedHigh.in(celsius), "°C", envelope},
              {"Allowable maximum, class A2", limits.allowableHigh.in(celsius), "°C", envelope},
              {"Warmest intake", metrics.maxIntake.in(celsius), "°C", herrlin2005}}},
            thermal::rackCoolingRating, "≥ 96 % good, ≤ 90 % poor")
            .scaleLow = 80.0;
        add({"rci_lo",
             "RCI low",
             metrics.rciLo,
             "%",
             "100 · [1 − Σ max(0, recommended minimum − T) / (n · (recommended − allowable "
             "minimum))]: 100 when no sample is too cold",
             {samples(),
              {"Recommended minimum", limits.recommendedLow.in(celsius), "°C", envelope},
              {"Allowable minimum, class A2", limits.allowableLow.in(celsius), "°C", herrlin2005}}},
            thermal::rackCoolingRating, "≥ 96 % good, ≤ 90 % poor")
            .scaleLow = 80.0;
    }
    void addReturnIndex() {
        RoomFigure& figure =
            add({"rti", "RTI", m_air.metrics.rti, "%",
                 "100 · (return − supply) / (exhaust − intake): above 100 hot air recirculates, "
                 "below 100 cold air bypasses (M. Herrlin, ASHRAE Transactions 114, 2008)",
                 temperatures()},
                thermal::returnTemperatureRating, "100 %; good within 10");
        figure.scaleLow = 50.0;
        figure.scaleHigh = 150.0;
    }
    void addHeatIndices() {
        const auto& metrics = m_air.metrics;
        constexpr const char* source =
            " (R. Sharma, C. Bash, C. Patel, AIAA 2002-3091); flow-weighted over racks";
        add({"shi", "SHI", metrics.shi, "",
             std::string("(intake − supply) / (exhaust − supply)") + source, temperatures()},
            thermal::supplyHeatRating, "towards 0; good to 0.2")
            .scaleHigh = 1.0;
        add(
            {"rhi", "RHI", metrics.rhi, "",
             std::string("(exhaust − intake) / (exhaust − supply) = 1 − SHI") + source,
             temperatures()},
            [](double rhi) { return thermal::supplyHeatRating(1.0 - rhi); },
            "towards 1; good from 0.8")
            .scaleHigh = 1.0;
    }
    void addShares() {
        const auto& metrics = m_air.metrics;
        const std::vector<DerivationInput> flows{
            {"Flow of all racks", m_means.racksM3S, "m³/s", matrix},
            {"Flow of all coolers", m_means.coolersM3S, "m³/s", "VanGilder, Shrivastava (2007)"}};
        const auto share = [&](const char* key, const char* name, std::optional<double> value,
                               const char* formula) {
            RoomFigure& figure = add(
                {key, name, 100.0 * value.value_or(0.0), "%", formula, flows},
                [](double percent) { return thermal::airShareRating(0.01 * percent); },
                "towards 0 %; good to 10 %");
            figure.hasValue = value.has_value();
        };
        share("recirculation", "Recirculation", metrics.recirculation,
              "share of all racks' intake air that left a rack last: 1 − capture index of the cold "
              "aisle, weighted by flow");
        share("bypass", "Bypass", metrics.bypass,
              "share of the coolers' air that comes back to a cooler without passing a rack");
    }
    void addFans() {
        const double fan = m_air.metrics.fanWattsPerM3S;
        add({"fan_w_per_m3s",
             "Fan power",
             fan,
             "W per m³/s",
             "Σ fan power of the coolers / Σ their flow; 1060 W per m³/s are 0.5 W/cfm",
             {{"Fan power", m_means.fansW, "W", "all coolers; grows with the cube of speed"},
              {"Flow", m_means.coolersM3S, "m³/s",
               "LBNL, Self-benchmarking Guide for Data Centers (2010)"}}},
            thermal::fanPowerRating, "≤ 1060 good, > 1590 poor")
            .scaleHigh = 2120.0;
    }

    const RoomResult& m_air;
    Means m_means;
    std::vector<RoomFigure> m_figures;
};

}  // namespace

std::vector<RoomFigure> roomFigures(const RoomAnswer& room) {
    if (room.air.racks.empty() || room.air.coolers.empty()) return {};
    return Builder(room.air).make();
}

std::optional<double> recirculatedShare(const thermal::RackResult& rack) {
    if (!rack.coldCapture) return std::nullopt;
    return 1.0 - *rack.coldCapture;
}

std::optional<Temperature> facilityWater(const TwinResult& result, ItemId unit) {
    const auto& coils = result.cooling.coils;
    const auto coil =
        std::find_if(coils.begin(), coils.end(), [&](const auto& each) { return each.id == unit; });
    if (coil == coils.end() || !coil->connected) return std::nullopt;
    return coil->waterIn;
}

}  // namespace halltwin::twin
