// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/solve_json.h"

#include "app/cli/labels.h"
#include "model/thermal/air_class.h"
#include "model/thermal/air_sample.h"
#include "model/twin/air_words.h"
#include "model/twin/room_figures.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <iostream>

namespace halltwin::cli {
namespace {

Json optionalJson(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

/// The most demanding ASHRAE class that allows all of this intake at the site's altitude.
Json classOf(const Project& project, const thermal::RackResult& rack) {
    const auto airClass = thermal::airClassOf(rack, project.site.altitude);
    return airClass ? Json(thermal::nameOf(*airClass)) : Json(nullptr);
}

Json racksJson(const Project& project, const thermal::RoomResult& air) {
    Json list = Json::array();
    for (const auto& rack : air.racks) {
        list.push_back(
            {{"id", rack.id.value},
             {"label", labelOf(project, rack.id)},
             {"power_w", rack.airHeat.in(watts)},
             {"flow_m3s", rack.flow.in(cubicMetresPerSecond)},
             {"intake_mean_c", rack.intakeMean.in(celsius)},
             {"intake_max_c", rack.intakeMax.in(celsius)},
             {"intake_std_c", rack.intakeStd.in(kelvins)},
             {"exhaust_mean_c", rack.exhaustMean.in(celsius)},
             {"intake_unsteady_k", rack.intakeUnsteady.in(kelvins)},
             {"cold_capture", optionalJson(rack.coldCapture)},
             {"hot_capture", optionalJson(rack.hotCapture)},
             {"recirculation", optionalJson(twin::recirculatedShare(rack))},
             {"air_class", classOf(project, rack)},
             {"within_h1", thermal::allows(thermal::AirClass::H1, rack, project.site.altitude)}});
    }
    return list;
}

Json coolersJson(const Project& project, const thermal::RoomResult& air) {
    Json list = Json::array();
    for (const auto& cooler : air.coolers) {
        list.push_back({{"id", cooler.id.value},
                        {"label", labelOf(project, cooler.id)},
                        {"flow_m3s", cooler.flow.in(cubicMetresPerSecond)},
                        {"return_c", cooler.returnT.in(celsius)},
                        {"supply_c", cooler.supplyT.in(celsius)},
                        {"heat_w", cooler.heat.in(watts)},
                        {"coil_heat_w", cooler.coilHeat.in(watts)},
                        {"at_limit", cooler.atLimit}});
    }
    return list;
}

Json tilesJson(const thermal::RoomResult& air) {
    Json list = Json::array();
    for (const auto& tile : air.tiles) {
        list.push_back({{"id", tile.id.value}, {"flow_m3s", tile.flow.in(cubicMetresPerSecond)}});
    }
    return list;
}

Json booksJson(const thermal::Books& books) {
    return {{"it_heat_w", books.itHeat.in(watts)},  {"other_heat_w", books.otherHeat.in(watts)},
            {"removed_w", books.removed.in(watts)}, {"wall_w", books.wall.in(watts)},
            {"heat_residual", books.heatResidual},  {"mass_residual", books.massResidual}};
}

}  // namespace

Json metricsJson(const thermal::Metrics& metrics) {
    return {{"rci_hi", metrics.rciHi},
            {"rci_lo", metrics.rciLo},
            {"rti", metrics.rti},
            {"shi", metrics.shi},
            {"rhi", metrics.rhi},
            {"max_intake_c", metrics.maxIntake.in(celsius)},
            {"recirculation", optionalJson(metrics.recirculation)},
            {"bypass", optionalJson(metrics.bypass)},
            {"fan_w_per_m3s", metrics.fanWattsPerM3S}};
}

namespace {

Json settlingJson(const thermal::Settling& settling) {
    return {{"rest", twin::nameOf(settling.rest)},
            {"mean_time_s", settling.meanTime.in(seconds)},
            {"drift_k", settling.drift.in(kelvins)},
            {"unsteady_k", settling.unsteady.in(kelvins)},
            {"mean_error_k", settling.meanError.in(kelvins)},
            {"steps", settling.steps}};
}

std::optional<thermal::AirSample> airAt(const thermal::RoomResult& air, const Probe& probe) {
    return thermal::sampleAir(air, {{metres(probe.xM), metres(probe.yM)}, metres(probe.zM)});
}

/// Values are null outside the room and deep in a solid.
Json probesJson(const thermal::RoomResult& air, const std::vector<Probe>& probes) {
    Json list = Json::array();
    for (const Probe& probe : probes) {
        const auto sample = airAt(air, probe);
        const auto value = [&](auto of) { return sample ? Json(of(*sample)) : Json(nullptr); };
        using Sample = thermal::AirSample;
        list.push_back(
            {{"x_m", probe.xM},
             {"y_m", probe.yM},
             {"z_m", probe.zM},
             {"t_c", value([](const Sample& s) { return s.temperature.in(celsius); })},
             {"u_ms", value([](const Sample& s) { return s.u.in(metresPerSecond); })},
             {"v_ms", value([](const Sample& s) { return s.v.in(metresPerSecond); })},
             {"w_ms", value([](const Sample& s) { return s.w.in(metresPerSecond); })},
             {"pressure_pa", value([](const Sample& s) { return s.pressure.in(pascals); })}});
    }
    return list;
}

bool readNumber(std::string_view& text, double& value) {
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return status == std::errc{} && std::isfinite(value);
}

bool skipComma(std::string_view& text) {
    if (text.empty() || text.front() != ',') return false;
    text.remove_prefix(1);
    return true;
}

}  // namespace

Result<std::vector<Probe>> readProbes(const std::vector<std::string>& texts) {
    std::vector<Probe> probes;
    for (const std::string& whole : texts) {
        std::string_view text = whole;
        Probe probe;
        const bool good = readNumber(text, probe.xM) && skipComma(text) &&
                          readNumber(text, probe.yM) && skipComma(text) &&
                          readNumber(text, probe.zM) && text.empty();
        if (!good) {
            return fail(ErrorCode::InvalidArgument, fmt::format("'{}' is not a point", whole),
                        "--probe", "give three numbers in metres, as 3.6,4.2,1.5");
        }
        probes.push_back(probe);
    }
    return probes;
}

Json solveJson(const Project& project, const thermal::RoomResult& air,
               const std::vector<Probe>& probes) {
    Json document;
    document["stage"] = twin::nameOf(air.stage);
    document["converged"] = air.converged;
    document["settling"] = settlingJson(air.settling);
    document["iterations"] = air.iterations;
    document["wall_s"] = air.wallS;
    document["cells"] = air.grid.cellCount();
    document["grid"] = {{"nx", air.grid.x.cells()},
                        {"ny", air.grid.y.cells()},
                        {"nz", air.grid.z.cells()},
                        {"dx_m", air.grid.x.width(0)}};
    document["books"] = booksJson(air.books);
    document["racks"] = racksJson(project, air);
    document["coolers"] = coolersJson(project, air);
    document["tiles"] = tilesJson(air);
    document["metrics"] = metricsJson(air.metrics);
    document["probes"] = probesJson(air, probes);
    return document;
}

namespace {

void printRacks(const Project& project, const thermal::RoomResult& air) {
    std::cout << fmt::format("{:<12}{:>10}{:>10}{:>12}{:>11}{:>12}{:>8}{:>11}\n", "rack", "kW",
                             "m³/s", "intake °C", "max °C", "exhaust °C", "class", "capture %");
    for (const auto& rack : air.racks) {
        const auto airClass = thermal::airClassOf(rack, project.site.altitude);
        std::cout << fmt::format("{:<12}{:>10.2f}{:>10.3f}{:>12.2f}{:>11.2f}{:>12.2f}{:>8}{:>11}\n",
                                 labelOf(project, rack.id), rack.airHeat.in(kilowatts),
                                 rack.flow.in(cubicMetresPerSecond), rack.intakeMean.in(celsius),
                                 rack.intakeMax.in(celsius), rack.exhaustMean.in(celsius),
                                 airClass ? thermal::nameOf(*airClass) : "none",
                                 rack.coldCapture ? fmt::format("{:.1f}", 100.0 * *rack.coldCapture)
                                                  : "-");
    }
}

}  // namespace

void printRoom(const Project& project, const thermal::RoomResult& air,
               const std::vector<Probe>& probes) {
    if (air.stage != thermal::Stage::Preview)
        std::cout << fmt::format("{} stage: {}, intakes ± {:.2f} K in time, drift {:.2f} K\n",
                                 twin::nameOf(air.stage), twin::restText(air),
                                 air.settling.unsteady.in(kelvins), air.settling.drift.in(kelvins));
    std::cout << fmt::format("{} cells, {} iterations, {:.3f} s, heat residual {:.1e}, "
                             "mass residual {:.1e}\n\n",
                             air.grid.cellCount(), air.iterations, air.wallS,
                             air.books.heatResidual, air.books.massResidual);
    printRacks(project, air);
    std::cout << fmt::format("\n{:<12}{:>10}{:>10}{:>12}{:>11}\n", "cooler", "kW", "m³/s",
                             "return °C", "supply °C");
    for (const auto& cooler : air.coolers) {
        std::cout << fmt::format("{:<12}{:>10.2f}{:>10.3f}{:>12.2f}{:>11.2f}{}\n",
                                 labelOf(project, cooler.id), cooler.heat.in(kilowatts),
                                 cooler.flow.in(cubicMetresPerSecond), cooler.returnT.in(celsius),
                                 cooler.supplyT.in(celsius), cooler.atLimit ? "  at limit" : "");
    }
    const auto& metrics = air.metrics;
    std::cout << fmt::format("\nRCI hi {:.1f} %, RCI lo {:.1f} %, RTI {:.1f} %, SHI {:.3f}, "
                             "RHI {:.3f}, max intake {:.2f} °C\n",
                             metrics.rciHi, metrics.rciLo, metrics.rti, metrics.shi, metrics.rhi,
                             metrics.maxIntake.in(celsius));
    if (metrics.recirculation && metrics.bypass)
        std::cout << fmt::format("recirculation {:.1f} %, bypass {:.1f} %\n",
                                 100.0 * *metrics.recirculation, 100.0 * *metrics.bypass);
    std::cout << fmt::format("fans {:.0f} W per m³/s\n", metrics.fanWattsPerM3S);
    for (const Probe& probe : probes) {
        const auto sample = airAt(air, probe);
        const std::string where =
            fmt::format("probe {:.3f},{:.3f},{:.3f}: ", probe.xM, probe.yM, probe.zM);
        if (!sample) {
            std::cout << where << "no air here\n";
            continue;
        }
        std::cout << where
                  << fmt::format("{:.3f} °C, {:.3f} m/s, {:.2f} Pa\n",
                                 sample->temperature.in(celsius), sample->speed.in(metresPerSecond),
                                 sample->pressure.in(pascals));
    }
}

}  // namespace halltwin::cli
