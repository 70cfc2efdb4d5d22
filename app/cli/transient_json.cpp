// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/transient_json.h"

#include "app/cli/labels.h"
#include "model/thermal/transient_check.h"

#include <chrono>
#include <fmt/format.h>
#include <iostream>

namespace halltwin::cli {

namespace {

Json orNull(const std::optional<Duration>& time) {
    return time ? Json(time->in(seconds)) : Json(nullptr);
}

Json firstJson(const Project& project, const std::optional<thermal::FirstRack>& first) {
    if (!first) return nullptr;
    return {{"id", first->rack.value},
            {"label", labelOf(project, first->rack)},
            {"t_s", first->at.in(seconds)}};
}

Json samplesJson(const thermal::Transient& transient) {
    Json samples = Json::array();
    for (const auto& sample : transient.samples) {
        samples.push_back({{"t_s", sample.at.in(seconds)},
                           {"max_inlet_c", sample.maxIntake.in(celsius)},
                           {"it_w", sample.itHeat.in(watts)},
                           {"removed_w", sample.removed.in(watts)},
                           {"stored_w", sample.stored.in(watts)},
                           {"water_excess_k", sample.waterExcess.in(kelvins)}});
    }
    return samples;
}

Json racksJson(const Project& project, const thermal::Transient& transient) {
    Json racks = Json::array();
    const auto& first = transient.samples.front().racks;
    const auto& last = transient.samples.back().racks;
    for (std::size_t n = 0; n < transient.racks.size(); ++n) {
        Temperature highest = first[n].intakeMax;
        for (const auto& sample : transient.samples)
            highest = std::max(highest, sample.racks[n].intakeMax);
        racks.push_back({{"id", transient.racks[n].value},
                         {"label", labelOf(project, transient.racks[n])},
                         {"start_intake_max_c", first[n].intakeMax.in(celsius)},
                         {"end_intake_max_c", last[n].intakeMax.in(celsius)},
                         {"highest_intake_c", highest.in(celsius)},
                         {"recommended_after_s", orNull(transient.limits[n].recommended)},
                         {"allowable_after_s", orNull(transient.limits[n].allowable)}});
    }
    return racks;
}

Json coolersJson(const Project& project, const thermal::Transient& transient) {
    Json coolers = Json::array();
    for (std::size_t n = 0; n < transient.coolers.size(); ++n) {
        Json series = Json::array();
        for (const auto& sample : transient.samples) {
            const thermal::CoolerState& state = sample.coolers[n];
            series.push_back({{"t_s", sample.at.in(seconds)},
                              {"return_c", state.returnT.in(celsius)},
                              {"supply_c", state.supplyT.in(celsius)},
                              {"flow_m3s", state.flow.in(cubicMetresPerSecond)},
                              {"heat_w", state.heat.in(watts)}});
        }
        coolers.push_back({{"id", transient.coolers[n].value},
                           {"label", labelOf(project, transient.coolers[n])},
                           {"series", std::move(series)}});
    }
    return coolers;
}

Json booksJson(const thermal::TransientBooks& books) {
    return {{"it_kwh", books.itHeat.in(kilowattHours)},
            {"other_kwh", books.otherHeat.in(kilowattHours)},
            {"removed_kwh", books.removed.in(kilowattHours)},
            {"wall_kwh", books.wall.in(kilowattHours)},
            {"terminals_kwh", books.terminals.in(kilowattHours)},
            {"air_kwh", books.air.in(kilowattHours)},
            {"servers_kwh", books.servers.in(kilowattHours)},
            {"frames_kwh", books.frames.in(kilowattHours)},
            {"slab_kwh", books.slab.in(kilowattHours)},
            {"coils_kwh", books.coils.in(kilowattHours)},
            {"on_the_way_kwh", books.onTheWay.in(kilowattHours)},
            {"residual", books.residual}};
}

}  // namespace

Result<ItemId> findItem(const Project& project, const std::string& wanted,
                        const std::string& where) {
    for (const Item& item : project.items)
        if (item.label == wanted || std::to_string(item.id.value) == wanted) return item.id;
    return fail(ErrorCode::NotFound, fmt::format("there is no item '{}'", wanted), where,
                "name an item by its label or number; halltwin-cli export shows them");
}

thermal::IntakeLimits limitsOf(const Project& project, const std::string& airClass) {
    thermal::IntakeLimits limits;
    for (const thermal::AirClass each : thermal::allAirClasses) {
        if (thermal::nameOf(each) != airClass) continue;
        const thermal::DryBulbRange range = thermal::allowable(each, project.site.altitude);
        limits.allowableLow = range.low;
        limits.allowableHigh = range.high;
    }
    return limits;
}

thermal::TransientObserver progressOnStderr() {
    using Clock = std::chrono::steady_clock;
    return [next = Clock::now()](const thermal::TransientProgress& progress) mutable {
        if (Clock::now() < next) return;
        next = Clock::now() + std::chrono::seconds(1);
        if (progress.settling)
            std::cerr << "halltwin-cli: settling the air before the events\n";
        else
            std::cerr << fmt::format("halltwin-cli: {:.0f} of {:.0f} s, hottest intake {:.1f} °C\n",
                                     progress.at.in(seconds), progress.duration.in(seconds),
                                     progress.maxIntake.in(celsius));
    };
}

Json transientJson(const Project& project, const thermal::Transient& transient) {
    Json events = Json::array();
    for (const auto& event : transient.events)
        events.push_back({{"t_s", event.at.in(seconds)},
                          {"element", labelOf(project, event.item)},
                          {"what", thermal::nameOf(event.action)}});
    const Grid& grid = transient.start.grid;
    Temperature highest = transient.samples.front().maxIntake;
    for (const auto& sample : transient.samples)
        highest = std::max(highest, sample.maxIntake);
    return {{"duration_s", transient.samples.back().at.in(seconds)},
            {"steps", transient.steps},
            {"wall_s", transient.wallS},
            {"cells", grid.cellCount()},
            {"start_converged", transient.start.converged},
            {"events", std::move(events)},
            {"highest_inlet_c", highest.in(celsius)},
            {"first_recommended", firstJson(project, transient.firstRecommended)},
            {"first_allowable", firstJson(project, transient.firstAllowable)},
            {"samples", samplesJson(transient)},
            {"racks", racksJson(project, transient)},
            {"coolers", coolersJson(project, transient)},
            {"books", booksJson(transient.books)}};
}

void printTransient(const Project& project, const thermal::Transient& transient) {
    std::cout << "    t, s   hottest intake, °C   IT, kW   removed, kW   stored, kW\n";
    const std::size_t every = std::max<std::size_t>(1, transient.samples.size() / 20);
    for (std::size_t n = 0; n < transient.samples.size(); n += every) {
        const auto& sample = transient.samples[n];
        std::cout << fmt::format("{:8.0f} {:20.1f} {:8.1f} {:13.1f} {:12.1f}\n",
                                 sample.at.in(seconds), sample.maxIntake.in(celsius),
                                 sample.itHeat.in(kilowatts), sample.removed.in(kilowatts),
                                 sample.stored.in(kilowatts));
    }
    const auto say = [&](const char* limit, const std::optional<thermal::FirstRack>& first) {
        if (!first)
            std::cout << fmt::format("No rack passed the {} limit.\n", limit);
        else
            std::cout << fmt::format("{} was the first rack past the {} limit, after {:.0f} s.\n",
                                     labelOf(project, first->rack), limit, first->at.in(seconds));
    };
    say("recommended", transient.firstRecommended);
    say("allowable", transient.firstAllowable);
    std::cout << fmt::format("Heat books close to {:.2g} %.\n", 100.0 * transient.books.residual);
}

}  // namespace halltwin::cli
