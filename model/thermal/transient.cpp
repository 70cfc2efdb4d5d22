// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/transient.h"

#include "model/thermal/air_report.h"
#include "model/thermal/climb.h"
#include "model/thermal/device_law.h"
#include "model/thermal/floor_slab.h"
#include "model/thermal/room_check.h"
#include "model/thermal/solve.h"
#include "model/thermal/transient_check.h"
#include "model/thermal/transient_devices.h"
#include "model/thermal/transient_record.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <utility>

namespace halltwin::thermal {

namespace {

constexpr double coarseFromM = 0.45;

std::vector<TransientEvent> inOrder(std::vector<TransientEvent> events) {
    std::stable_sort(events.begin(), events.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    return events;
}

/// The settled room that a transient starts from.
struct Start {
    std::unique_ptr<RoomAir> air;
    std::size_t firstSlabExchange = 0;
    RoomResult result;
};

std::unique_ptr<RoomAir> roomOn(const RoomInput& room, const TransientSettings& settings,
                                double gridM, std::size_t& firstSlabExchange) {
    SolveSettings raster;
    raster.gridM = gridM;
    raster.maxCells = settings.maxCells;
    Raster built = rasterize(room, raster);
    firstSlabExchange = FloorSlab::prepare(built);
    return std::make_unique<RoomAir>(room, std::move(built), settings.model);
}

Result<Start> settledStart(const RoomInput& room, const TransientSettings& settings,
                           const TransientObserver& observer, const std::stop_token& stop) {
    SolveSettings quickSettings;
    quickSettings.gridM = std::max(settings.gridM, 0.6);
    quickSettings.maxCells = settings.maxCells;
    // Bad input, sealed spaces and heat without cooling are found by the quick stage.
    if (const auto quick = solvePreview(room, quickSettings, stop); !quick)
        return tl::unexpected(quick.error());
    SolveSettings wanted = quickSettings;
    wanted.gridM = settings.gridM;
    for (const Issue& issue : checkRoom(room, wanted))
        if (issue.severity == Severity::Error) return tl::unexpected(toError(issue));
    Start start;
    const RoomMaker maker = [&](double gridM) {
        return roomOn(room, settings, gridM, start.firstSlabExchange);
    };
    const MarchObserver settling = [&](const RoomAir&, int steps) {
        constexpr int stepsPerView = 50;
        if (observer && steps % stepsPerView == 0)
            observer({true, {}, settings.duration, room.stillAir});
    };
    auto settled = settleByGrids(maker, settings.gridM, settings.settling, settling, stop);
    if (!settled) return tl::unexpected(settled.error());
    start.air = std::move(settled->air);
    const SettleReport& report = settled->report;
    const bool converged = report.settled != Settled::Drifting;
    start.result = airResult(*start.air, snapshotOf(*start.air, report.steps));
    start.result.stage = settings.gridM > coarseFromM ? Stage::Coarse : Stage::Fine;
    start.result.converged = converged;
    start.result.settling.rest =
        report.settled == Settled::Steady
            ? Rest::Steady
            : (report.settled == Settled::Mean ? Rest::Mean : Rest::Drifting);
    return start;
}

/// Marches a settled room through its events.
class Transition {
public:
    Transition(Start start, const TransientSettings& settings, const TransientObserver& observer,
               Transient& record)
        : m_air(std::move(start.air)),
          m_settings(settings),
          m_observer(observer),
          m_record(record),
          m_slab(*m_air, start.firstSlabExchange, settings.mass),
          m_devices(*m_air, settings),
          m_recorder(*m_air, settings, record),
          m_startAirJ(m_air->storedHeatJ()),
          m_startMassJ(massJ()) {
        m_air->setOutletRule([this](const auto& intakeC, double dtS, auto& outletC) {
            m_devices.blow(intakeC, dtS, outletC);
        });
        m_startServersJ = m_devices.serversJ();
        m_startFramesJ = m_devices.framesJ();
        m_startCoilsJ = m_devices.coilsJ();
        m_startSlabJ = m_slab.storedJ();
        for (std::size_t n = 0; n < m_air->raster().slices.size(); ++n)
            m_intakeC.push_back(intakeNowC(*m_air, n));
    }

    Result<void> run(const std::stop_token& stop) {
        recordDue();
        const double endS = m_settings.duration.in(seconds);
        while (m_timeS < endS - timeSlackS) {
            applyDue();
            const double targetS = std::min({nextEventS(), m_nextSampleS, m_nextFieldS, endS});
            if (auto done = marchTo(targetS, stop); !done) return done;
            m_timeS = targetS;
            recordDue();
        }
        fillBooks();
        return {};
    }

private:
    static constexpr double timeSlackS = 1e-9;

    [[nodiscard]] double massJ() const {
        return m_devices.serversJ() + m_devices.framesJ() + m_devices.coilsJ() + m_slab.storedJ();
    }
    [[nodiscard]] double nextEventS() const {
        return m_nextEvent < m_record.events.size() ? m_record.events[m_nextEvent].at.in(seconds)
                                                    : m_settings.duration.in(seconds);
    }
    [[nodiscard]] double stepS() const {
        const double rate = m_air->air().greatestRate();
        const double longest = m_settings.longestStep.in(seconds);
        return rate > 0.0 ? std::min(longest, m_settings.courant / rate) : longest;
    }
    void applyDue();
    Result<void> marchTo(double targetS, const std::stop_token& stop);
    Result<void> step(double dtS, const std::stop_token& stop);
    void account(double dtS);
    void recordDue();
    void fillBooks();

    std::unique_ptr<RoomAir> m_air;
    const TransientSettings& m_settings;
    const TransientObserver& m_observer;
    Transient& m_record;
    FloorSlab m_slab;
    TransientDevices m_devices;
    TransientRecorder m_recorder;
    double m_startAirJ;
    double m_startMassJ;
    double m_startServersJ = 0.0;
    double m_startFramesJ = 0.0;
    double m_startCoilsJ = 0.0;
    double m_startSlabJ = 0.0;
    double m_timeS = 0.0;
    double m_nextSampleS = 0.0;
    double m_nextFieldS = 0.0;
    double m_sampledJ = 0.0;  ///< taken up until the last sample
    double m_sampledS = 0.0;
    std::size_t m_nextEvent = 0;
    std::vector<double> m_intakeC;  ///< of slices, before the step
    double m_wallJ = 0.0;
    double m_tanksJ = 0.0;
    double m_terminalsJ = 0.0;
    double m_onTheWayJ = 0.0;
};

void Transition::applyDue() {
    while (m_nextEvent < m_record.events.size() && nextEventS() <= m_timeS + timeSlackS)
        m_devices.apply(m_record.events[m_nextEvent++]);
}

/// Equal steps, none longer than the flow allows, that end on time.
Result<void> Transition::marchTo(double targetS, const std::stop_token& stop) {
    double nowS = m_timeS;
    while (nowS < targetS - timeSlackS) {
        const double left = std::ceil((targetS - nowS) / stepS() - timeSlackS);
        const double dtS = (targetS - nowS) / std::max(1.0, left);
        if (auto done = step(dtS, stop); !done) return done;
        nowS += dtS;
        m_recorder.watch(seconds(nowS));
    }
    return {};
}

Result<void> Transition::step(double dtS, const std::stop_token& stop) {
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, "The transient was cancelled.", "room air");
    const std::vector<HeldFlow> flows = m_devices.advance(dtS);
    if (!flows.empty()) m_air->setFlows(flows);
    m_air->setExchanges(m_slab.exchanges());
    if (auto done = m_air->step({dtS, dtS, m_settings.effort}, stop); !done) return done;
    account(dtS);
    m_slab.step(*m_air, dtS);
    ++m_record.steps;
    return {};
}

/// What crossed the bounds of the air over a step, and what the devices' air holds back: they blow
/// out what they took in before the step, while the air lost what it had after it.
void Transition::account(double dtS) {
    const Raster& raster = m_air->raster();
    const double heatCapacity = volumetricHeat(m_air->room());
    for (std::size_t n = 0; n < raster.slices.size(); ++n) {
        const RasterSlice& slice = raster.slices[n];
        const double before = m_intakeC[n];
        m_intakeC[n] = intakeNowC(*m_air, n);
        const double energyPerK = heatCapacity * slice.flowM3S * dtS;
        if (slice.intake.cells.empty())
            m_terminalsJ -= energyPerK * (m_air->outletC()[n] - buoyancyReferenceC);
        else if (slice.outlet.cells.empty())
            m_terminalsJ += energyPerK * (m_intakeC[n] - buoyancyReferenceC);
        else
            m_onTheWayJ += energyPerK * (m_intakeC[n] - before);
    }
    const std::size_t own = raster.exchanges.size() - m_slab.faceCount();
    for (std::size_t n = 0; n < own; ++n) {
        const HeatExchange& exchange = raster.exchanges[n];
        const double airC = buoyancyReferenceC + m_air->air().temperature[exchange.cell];
        const double intoAirJ = exchange.conductanceWK * (exchange.surfaceC - airC) * dtS;
        if (exchange.kind == ExchangeKind::Tank)
            m_tanksJ += intoAirJ;
        else
            m_wallJ -= intoAirJ;
    }
}

void Transition::recordDue() {
    const auto isDue = [&](double dueS) { return dueS <= m_timeS + timeSlackS; };
    const bool last = isDue(m_settings.duration.in(seconds));
    const Duration at = seconds(m_timeS);
    if (isDue(m_nextSampleS) || last) {
        const double takenJ = m_air->storedHeatJ() - m_startAirJ + massJ() - m_startMassJ;
        const double passedS = m_timeS - m_sampledS;
        m_recorder.sample(at, m_devices, passedS > 0.0 ? (takenJ - m_sampledJ) / passedS : 0.0);
        m_sampledJ = takenJ;
        m_sampledS = m_timeS;
        m_nextSampleS += m_settings.sampleEvery.in(seconds);
        if (m_observer) m_observer({false, at, m_settings.duration, m_recorder.maxIntake()});
    }
    if (isDue(m_nextFieldS) || last) {
        m_recorder.field(at);
        m_nextFieldS += m_recorder.fieldEvery().in(seconds);
    }
}

void Transition::fillBooks() {
    const Raster& raster = m_air->raster();
    const DeviceHeats& heats = m_devices.heats();
    double steadyW = raster.roomHeatW;
    for (const RasterHeat& heat : raster.heats)
        steadyW += heat.powerW;
    TransientBooks& books = m_record.books;
    books.itHeat = joules(heats.itJ);
    books.otherHeat = joules(heats.fansJ + steadyW * m_timeS + m_tanksJ);
    books.removed = joules(heats.coilFeedJ + heats.doorsJ);
    books.wall = joules(m_wallJ);
    books.terminals = joules(m_terminalsJ);
    books.air = joules(m_air->storedHeatJ() - m_startAirJ);
    books.servers = joules(m_devices.serversJ() - m_startServersJ);
    books.frames = joules(m_devices.framesJ() - m_startFramesJ);
    books.coils = joules(m_devices.coilsJ() - m_startCoilsJ);
    books.slab = joules(m_slab.storedJ() - m_startSlabJ);
    books.onTheWay = joules(m_onTheWayJ);
    const Energy in = books.itHeat + books.otherHeat;
    const Energy out = books.removed + books.wall + books.terminals + books.air + books.servers +
                       books.frames + books.coils + books.slab + books.onTheWay;
    const double turned = std::max(std::abs(in.si()), std::abs(out.si()));
    books.residual = turned > 0.0 ? std::abs((in - out).si()) / turned : 0.0;
}

}  // namespace

Result<Transient> runTransient(const RoomInput& room, const std::vector<TransientEvent>& events,
                               const TransientSettings& settings, const TransientObserver& observer,
                               const std::stop_token& stop) {
    using Clock = std::chrono::steady_clock;
    const auto started = Clock::now();
    if (auto good = checkTransient(room, events, settings); !good)
        return tl::unexpected(good.error());
    auto start = settledStart(room, settings, observer, stop);
    if (!start) return tl::unexpected(start.error());
    Transient record;
    record.start = std::move(start->result);
    record.events = inOrder(events);
    if (auto done = Transition(std::move(*start), settings, observer, record).run(stop); !done)
        return tl::unexpected(done.error());
    record.wallS = std::chrono::duration<double>(Clock::now() - started).count();
    return record;
}

RoomResult roomAt(const Transient& transient, std::size_t field) {
    RoomResult room = transient.start;
    const Duration at = transient.fields.timeOf(field);
    setAir(room, transient.fields.at(field));
    const auto after = std::find_if(transient.samples.begin(), transient.samples.end(),
                                    [&](const TransientSample& sample) { return sample.at >= at; });
    const TransientSample& sample =
        after == transient.samples.end() ? transient.samples.back() : *after;
    for (std::size_t n = 0; n < room.racks.size(); ++n) {
        room.racks[n].intakeMean = sample.racks[n].intakeMean;
        room.racks[n].intakeMax = sample.racks[n].intakeMax;
        room.racks[n].exhaustMean = sample.racks[n].exhaust;
    }
    for (std::size_t n = 0; n < room.coolers.size(); ++n) {
        room.coolers[n].flow = sample.coolers[n].flow;
        room.coolers[n].returnT = sample.coolers[n].returnT;
        room.coolers[n].supplyT = sample.coolers[n].supplyT;
        room.coolers[n].coilHeat = sample.coolers[n].heat;
    }
    room.metrics.maxIntake = sample.maxIntake;
    return room;
}

}  // namespace halltwin::thermal
