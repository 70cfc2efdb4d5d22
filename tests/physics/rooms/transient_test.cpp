// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/transient.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <tbb/global_control.h>
#include <thread>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

using Events = std::vector<TransientEvent>;

/// Sixteen racks of 5 kW in front of a cold aisle, front to front with two coolers on a slab.
RoomInput smallHall() {
    RoomBuilder builder(9.6, 7.2, 3.0);
    for (int n = 0; n < 8; ++n) {
        builder.withRack(2.4 + 0.6 * n, 1.2, Direction::PlusY, 5.0);
        builder.withRack(2.4 + 0.6 * n, 4.2, Direction::MinusY, 5.0);
    }
    const double flow = 80.0 * usualFlowM3SPerKw * 1.1 / 2.0;
    builder.withCooler(rectM(0.6, 2.4, 1.2, 1.8), Direction::PlusX, flow);
    builder.withCooler(rectM(8.4, 2.4, 1.2, 1.8), Direction::MinusX, flow);
    for (CoolerDevice& cooler : builder.room.coolers) {
        cooler.fanHeat = kilowatts(1.0);
        cooler.effectivenessTimesCmin = wattsPerKelvin(0.7 * 1207.2 * flow);
    }
    return builder.room;
}

TransientSettings forTime(double durationS) {
    TransientSettings settings;
    settings.duration = seconds(durationS);
    return settings;
}

TransientEvent event(double atS, Action action, ItemId item = {}) {
    return {seconds(atS), action, item, 1.0, {}};
}

Transient solved(const RoomInput& room, const Events& events, const TransientSettings& settings) {
    auto result = runTransient(room, events, settings);
    if (!result) FAIL(describe(result.error()));
    return *std::move(result);
}

double meanIntakeC(const TransientSample& sample) {
    double sum = 0.0;
    for (const RackState& rack : sample.racks)
        sum += rack.intakeMean.in(celsius);
    return sum / static_cast<double>(sample.racks.size());
}

/// Integral of a field over the air of a room.
double overAir(const RoomResult& room, const std::vector<float>& field) {
    const Grid& grid = room.grid;
    const auto nx = static_cast<std::size_t>(grid.x.cells());
    const auto ny = static_cast<std::size_t>(grid.y.cells());
    double sum = 0.0;
    for (std::size_t c = 0; c < field.size(); ++c) {
        if (room.solid[c] != airCell) continue;
        sum += field[c] * grid.volume(static_cast<int>(c % nx), static_cast<int>(c / nx % ny),
                                      static_cast<int>(c / nx / ny));
    }
    return sum;
}

}  // namespace

TEST_CASE("Without events a hall stays at its settled answer") {
    const Transient still = solved(smallHall(), {}, forTime(120.0));
    REQUIRE(still.samples.size() == 121);
    const double start = meanIntakeC(still.samples.front());
    for (const TransientSample& sample : still.samples) {
        CHECK(std::abs(meanIntakeC(sample) - start) < 0.15);
        CHECK(std::abs(sample.stored.in(kilowatts)) < 0.01 * 80.0);
    }
    CHECK(still.books.residual < 1e-3);
    CHECK(still.fields.size() == 61);
}

TEST_CASE("A sealed room without cooling warms as fast as its air and masses allow") {
    TransientSettings settings = forTime(900.0);
    settings.mass.slabJM2K = 0.0;
    settings.mass.frame = kilograms(0.0);
    const RoomInput room = smallHall();
    Events events;
    for (const CoolerDevice& cooler : room.coolers)
        events.push_back(event(0.0, Action::CutWater, cooler.id));
    settings.mass.coilJKPerW = 0.0;
    const Transient heated = solved(room, events, settings);
    // dT/dt = P / (ρ cp V + Σ M c), with P the IT heat and that of the fans.
    const double volume =
        overAir(heated.start, std::vector<float>(heated.start.solid.size(), 1.0F));
    // 0.7 kg of servers per L/s of air, of 500 J/(kg K); it is below 10 kg per unit here.
    const double serversJK = 16 * 0.7 * 1e3 * 5.0 * usualFlowM3SPerKw * 500.0;
    const double coilsJK = 2 * 1e3;
    const double rate = 82e3 / (1.2 * 1006.0 * volume + serversJK + coilsJK);
    const auto meanOf = [&](std::size_t n) {
        return overAir(heated.start, heated.fields.temperatureC(n)) / volume;
    };
    // After the servers' own time (τ1 = 0.7 · 500 / (1.2 · 1.006 · 0.8) = 362 s) all warms alike.
    const std::size_t from = heated.fields.nearest(seconds(700.0));
    const std::size_t to = heated.fields.size() - 1;
    const double measured = (meanOf(to) - meanOf(from)) /
                            (heated.fields.timeOf(to) - heated.fields.timeOf(from)).in(seconds);
    CHECK(measured == Approx(rate).epsilon(0.02));
    CHECK(heated.books.residual < 1e-3);
    CHECK(std::abs(heated.books.removed.si()) < 1e-6 * heated.books.itHeat.si());
}

TEST_CASE("A hall that lost a cooler for a while comes back to where it was") {
    RoomInput room = smallHall();
    TransientSettings settings = forTime(600.0);
    settings.mass.serversKgPerLps = 0.07;  // a tenth of the usual, to be back in that time
    settings.mass.frame = kilograms(5.0);
    const ItemId lost = room.coolers.front().id;
    const Transient back =
        solved(room, {event(20.0, Action::Stop, lost), event(80.0, Action::Start, lost)}, settings);
    const double start = meanIntakeC(back.samples.front());
    CHECK(meanIntakeC(back.samples[80]) > start + 1.0);
    double end = 0.0;
    for (std::size_t n = 560; n <= 600; ++n)
        end += meanIntakeC(back.samples[n]) / 41.0;
    CHECK(end == Approx(start).margin(0.2));
    CHECK(back.samples[80].coolers[0].flow.si() < 1e-3);
    CHECK(back.samples[600].coolers[0].flow.si() == Approx(back.samples[0].coolers[0].flow.si()));
    CHECK(back.books.residual < 1e-3);
}

TEST_CASE(
    "Fans that run on carry the heat to the water that is left; without fans none gets there") {
    const RoomInput room = smallHall();
    const Transient fansOnly = solved(room, {event(10.0, Action::CutWater)}, forTime(180.0));
    const Transient nothing = solved(room, {event(10.0, Action::Stop)}, forTime(180.0));
    TransientSettings tank = forTime(180.0);
    tank.mass.storageTank = cubicMetres(20.0);
    const Transient chillers = solved(room, {event(10.0, Action::StopChillers)}, tank);
    const auto hottest = [](const Transient& of) {
        return of.samples.back().maxIntake.in(celsius);
    };
    // Cold water that still goes round saves the hall for these minutes; 20 m³ warm by
    // 82 kW · 170 s / 86 MJ/K = 0.16 K.
    CHECK(hottest(chillers) < chillers.samples.front().maxIntake.in(celsius) + 1.0);
    CHECK(chillers.samples.back().waterExcess.in(kelvins) == Approx(0.16).margin(0.02));
    CHECK(hottest(fansOnly) > 35.0);
    CHECK(hottest(nothing) > 35.0);
    REQUIRE(nothing.firstAllowable);
    CHECK(nothing.firstAllowable->at.in(seconds) > 10.0);
    CHECK_FALSE(chillers.firstAllowable);
    for (const Transient* each : {&fansOnly, &nothing, &chillers})
        CHECK(each->books.residual < 1e-3);
    for (std::size_t r = 0; r < nothing.racks.size(); ++r)
        if (nothing.limits[r].allowable)
            CHECK(*nothing.limits[r].recommended <= *nothing.limits[r].allowable);
}

TEST_CASE("Load steps and set-points move the coolers' heat and supply") {
    TransientEvent load = event(10.0, Action::Load);
    load.factor = 0.5;
    TransientEvent supply = event(10.0, Action::Supply);
    supply.temperature = celsius(23.0);
    TransientSettings settings = forTime(240.0);
    settings.mass.serversKgPerLps = 0.07;
    settings.mass.frame = kilograms(5.0);
    settings.mass.slabJM2K = 0.0;
    const Transient halved = solved(smallHall(), {load}, settings);
    CHECK(halved.samples[11].itHeat.in(kilowatts) == Approx(40.0));
    CHECK(halved.samples.back().removed.in(kilowatts) == Approx(42.0).margin(1.5));
    const Transient warmer = solved(smallHall(), {supply}, settings);
    CHECK(warmer.samples[5].coolers[0].supplyT.in(celsius) == Approx(20.0).margin(0.2));
    CHECK(warmer.samples.back().coolers[0].supplyT.in(celsius) == Approx(23.0).margin(0.2));
    CHECK(meanIntakeC(warmer.samples.back()) - meanIntakeC(warmer.samples.front()) ==
          Approx(3.0).margin(0.5));
}

TEST_CASE("A transient is the same to the bit on one thread and on two") {
    const Events events{event(2.0, Action::Stop)};
    const auto with = [&](std::size_t threads) {
        const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
        return solved(smallHall(), events, forTime(20.0));
    };
    const Transient one = with(1);
    const Transient two = with(2);
    REQUIRE(one.samples.size() == two.samples.size());
    for (std::size_t n = 0; n < one.samples.size(); ++n) {
        CHECK(one.samples[n].maxIntake == two.samples[n].maxIntake);
        CHECK(one.samples[n].stored == two.samples[n].stored);
    }
    for (std::size_t n = 0; n < one.fields.size(); ++n)
        CHECK(one.fields.temperatureC(n) == two.fields.temperatureC(n));
}

TEST_CASE("Fields keep to the memory that they are given") {
    TransientSettings settings = forTime(40.0);
    settings.fieldBytes = 20'000;
    const Transient few = solved(smallHall(), {}, settings);
    CHECK(few.fields.bytes() <= settings.fieldBytes);
    CHECK(few.fields.size() >= 2);
    CHECK(few.fields.timeOf(few.fields.size() - 1).in(seconds) == Approx(40.0));
    const RoomResult last = roomAt(few, few.fields.size() - 1);
    CHECK(last.metrics.maxIntake == few.samples.back().maxIntake);
    CHECK(last.racks[3].intakeMean == few.samples.back().racks[3].intakeMean);
}

TEST_CASE("A stored field shows the air of its time: it comes to rest where all fans stop") {
    const auto meanSpeed = [](const RoomResult& room) {
        double sum = 0.0;
        for (std::size_t n = 0; n < room.u.size(); ++n)
            sum += std::hypot(room.u[n], room.v[n], room.w[n]);
        return sum / static_cast<double>(room.u.size());
    };
    const Transient stopped = solved(smallHall(), {event(0.0, Action::Stop)}, forTime(90.0));
    const RoomResult first = roomAt(stopped, 0);
    const RoomResult last = roomAt(stopped, stopped.fields.size() - 1);
    CHECK(meanSpeed(first) == Approx(meanSpeed(stopped.start)).epsilon(0.02));
    CHECK(meanSpeed(last) < 0.75 * meanSpeed(first));  // warm air goes on rising by itself
    CHECK(last.pressurePa.size() == first.temperatureC.size());
    CHECK(last.tiles.size() == stopped.start.tiles.size());
}

TEST_CASE("Events that cannot happen are named") {
    const RoomInput room = smallHall();
    const auto refused = [&](const TransientEvent& bad) {
        const auto result = runTransient(room, {bad}, forTime(60.0));
        REQUIRE_FALSE(result);
        CHECK_FALSE(result.error().remedy.empty());
        return result.error();
    };
    CHECK(refused(event(61.0, Action::Stop)).code == ErrorCode::OutOfRange);
    CHECK(refused(event(std::nan(""), Action::Stop)).code == ErrorCode::OutOfRange);
    CHECK(refused(event(1.0, Action::Stop, ItemId{999})).code == ErrorCode::NotFound);
    CHECK(refused(event(1.0, Action::Load, room.coolers[0].id)).code == ErrorCode::InvalidArgument);
    CHECK(refused(event(1.0, Action::CutWater, room.racks[0].id)).code ==
          ErrorCode::InvalidArgument);
    TransientEvent frost = event(1.0, Action::Supply);
    frost.temperature = celsius(-40.0);
    CHECK(refused(frost).code == ErrorCode::OutOfRange);
}

TEST_CASE("A grid of too many cells is refused before anything is calculated") {
    TransientSettings settings = forTime(60.0);
    settings.gridM = 0.1;
    settings.maxCells = 10'000;
    CHECK_FALSE(runTransient(smallHall(), {}, settings));
}

TEST_CASE("A transient stops within a tenth of a second of being asked to") {
    using Clock = std::chrono::steady_clock;
    std::stop_source stop;
    Clock::time_point asked;
    const TransientObserver askSoon = [&](const TransientProgress& progress) {
        if (progress.settling || progress.at < seconds(5.0) || stop.stop_requested()) return;
        asked = Clock::now();
        stop.request_stop();
    };
    const auto result = runTransient(smallHall(), {}, forTime(3600.0), askSoon, stop.get_token());
    const auto ended = Clock::now();
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Cancelled);
    CHECK(std::chrono::duration<double>(ended - asked).count() < 0.1);
}
