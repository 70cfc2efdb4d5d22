// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/settle.h"

#include "model/thermal/device_law.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <deque>
#include <utility>

namespace halltwin::thermal {

namespace {

constexpr int stepsPerRate = 10;  // the time step follows the fastest cell this often

/// Marches with a step that follows the fastest cell.
class Marcher {
public:
    Marcher(RoomAir& room, const SettleLimits& limits, const MarchObserver& observer,
            const std::stop_token& stop)
        : m_room(room),
          m_limits(limits),
          m_observer(observer),
          m_stop(stop) {}

    Result<void> step(double heatLead) {
        if (m_steps % stepsPerRate == 0) chooseStep();
        auto done = m_room.step({m_dtS, heatLead * m_dtS, m_limits.effort}, m_stop);
        if (!done) return done;
        m_airS += m_dtS;
        ++m_steps;
        if (m_observer) m_observer(m_room, m_steps);
        return {};
    }

    void shorten(double courant) {
        m_courant = std::min(m_courant, courant);
        chooseStep();
    }

    [[nodiscard]] double dtS() const { return m_dtS; }
    [[nodiscard]] double airS() const { return m_airS; }
    [[nodiscard]] int steps() const { return m_steps; }

private:
    void chooseStep() {
        const double rate = m_room.air().greatestRate();
        const bool surges = m_steps >= stepsToStart && rate > surge * m_usualRate;
        if (surges) m_courant = std::min(m_courant, std::max(safeCourant, 0.5 * m_courant));
        m_usualRate = m_steps < stepsToStart ? rate : m_usualRate + 0.2 * (rate - m_usualRate);
        const double longest = 0.1 * m_room.turnoverS();
        m_dtS = rate > 0.0 ? std::min(m_courant / rate, longest) : longest;
    }

    // Speed that grows where all else is settled is the mark of a step that is too long.
    static constexpr int stepsToStart = 50;
    static constexpr double surge = 1.3;

    RoomAir& m_room;
    const SettleLimits& m_limits;
    const MarchObserver& m_observer;
    const std::stop_token& m_stop;
    double m_courant = m_limits.courant;
    double m_usualRate = 0.0;
    double m_dtS = 0.1;
    double m_airS = 0.0;
    int m_steps = 0;
};

/// The latest samples of all monitors, to see whether they still move.
class Window {
public:
    explicit Window(double lengthS) : m_lengthS(lengthS) {}

    void add(double airS, std::vector<double> values) {
        m_samples.push_back({airS, std::move(values)});
        while (m_samples.size() > 2 && airS - m_samples[1].airS >= m_lengthS)
            m_samples.pop_front();
    }

    [[nodiscard]] bool full() const {
        return m_samples.size() > 2 &&
               m_samples.back().airS - m_samples.front().airS >= 0.9 * m_lengthS;
    }

    /// Greatest difference that any monitor went through.
    [[nodiscard]] double range() const {
        double widest = 0.0;
        for (std::size_t n = 0; n < m_samples.front().values.size(); ++n) {
            double low = m_samples.front().values[n];
            double high = low;
            for (const Sample& sample : m_samples) {
                low = std::min(low, sample.values[n]);
                high = std::max(high, sample.values[n]);
            }
            widest = std::max(widest, high - low);
        }
        return widest;
    }

    /// Greatest difference between the means of the two halves.
    [[nodiscard]] double trend() const {
        const std::size_t half = m_samples.size() / 2;
        double greatest = 0.0;
        for (std::size_t n = 0; n < m_samples.front().values.size(); ++n) {
            double first = 0.0;
            double second = 0.0;
            for (std::size_t s = 0; s < half; ++s) {
                first += m_samples[s].values[n];
                second += m_samples[m_samples.size() - 1 - s].values[n];
            }
            greatest = std::max(greatest, std::abs(second - first) / static_cast<double>(half));
        }
        return greatest;
    }

private:
    struct Sample {
        double airS;
        std::vector<double> values;
    };
    double m_lengthS;
    std::deque<Sample> m_samples;
};

/// Heat that a mean may leave in the air, of what passes through.
constexpr double shareStored = 5e-3;
/// A jet may take a minute or two before it begins to flap.
constexpr double leastFillS = 60.0;
constexpr double leastMeanS = 120.0;

/// Heat that passes through the devices, W; at least what 0.1 K in all their air is.
double heatThrough(const RoomAir& room) {
    const double flowK = 0.1 * room.deviceFlowM3S();
    double passedFlowK = 0.0;
    const auto& slices = room.raster().slices;
    for (std::size_t n = 0; n < slices.size(); ++n)
        if (!slices[n].intake.cells.empty() && !slices[n].outlet.cells.empty())
            passedFlowK += slices[n].flowM3S * std::abs(room.outletC()[n] - room.intakeC()[n]);
    return volumetricHeat(room.room()) * std::max(flowK, passedFlowK);
}

/// What a long step leaves of mass and heat in a steady room, short ones take away.
Result<void> land(Marcher& marcher) {
    constexpr int steps = 20;
    marcher.shorten(safeCourant);
    for (int step = 0; step < steps; ++step)
        if (auto done = marcher.step(1.0); !done) return done;
    return {};
}

/// Averages until the means stand, or time is up.
Result<void> average(RoomAir& room, Marcher& marcher, const SettleLimits& limits,
                     SettleReport& report) {
    constexpr int stepsPerField = 4;
    const double leastS = std::max(leastMeanS, room.turnoverS());
    const double endS = marcher.airS() + std::max(leastS, limits.greatestMeanS);
    const double mostSteps =
        limits.greatestMeanWork / static_cast<double>(room.raster().grid.box.interior());
    const double lastStep = marcher.steps() + mostSteps;
    const auto isOver = [&](const RunningMeans& means) {
        return marcher.airS() >= endS || (marcher.steps() >= lastStep && means.timeS() >= leastS);
    };
    RunningMeans means(room);
    bool stands = false;
    while (!isOver(means) && !stands) {
        if (auto done = marcher.step(1.0); !done) return done;
        means.add(room, marcher.dtS(), marcher.steps() % stepsPerField == 0);
        stands = means.timeS() >= std::max(leastS, means.leastS()) &&
                 means.driftK() < limits.driftK && means.errorK() < limits.errorK &&
                 std::abs(means.storedW(room)) < shareStored * heatThrough(room);
    }
    report.settled = stands ? Settled::Mean : Settled::Drifting;
    report.meanS = means.timeS();
    report.driftK = means.driftK();
    report.errorK = means.errorK();
    RunningMeans::Result result = means.finish(room);
    report.velocity = std::move(result.velocity);
    report.temperature = std::move(result.temperature);
    report.pressure = std::move(result.pressure);
    report.intakes = std::move(result.intakes);
    report.outlets = std::move(result.outlets);
    report.storedW = result.storedW;
    return {};
}

/// Looks now and then whether the air still takes up heat: intakes can stand while a corner fills.
class HeatWatch {
public:
    /// True when the room took up less than half of what its books may lack since the last look,
    /// `leastS` or more ago. `lead`: heat time / air time.
    bool stands(const RoomAir& room, double airS, double leastS, double lead) {
        if (m_known && airS - m_airS < leastS) return false;
        const double storedJ = room.storedHeatJ();
        const double takenW = std::abs(storedJ - m_storedJ) / (lead * (airS - m_airS));
        const bool stands = m_known && takenW < shareOfHeat * heatThrough(room);
        m_known = true;
        m_airS = airS;
        m_storedJ = storedJ;
        return stands;
    }

private:
    static constexpr double shareOfHeat = 5e-4;
    bool m_known = false;
    double m_airS = 0.0;
    double m_storedJ = 0.0;
};

/// Marches with heat running ahead until nothing moves (true) or the room has filled but still
/// moves (false).
Result<bool> fill(RoomAir& room, Marcher& marcher, const SettleLimits& limits) {
    const double turnoverS = room.turnoverS();
    const double leastS = 0.5 * turnoverS;
    const double mostS = std::min(limits.greatestFillS, 4.0 * turnoverS);
    Window recent(0.4 * turnoverS);
    HeatWatch watch;
    while (marcher.airS() < mostS) {
        if (auto done = marcher.step(limits.heatLead); !done) return tl::unexpected(done.error());
        recent.add(marcher.airS(), monitorsOf(room));
        if (marcher.airS() < leastS || !recent.full()) continue;
        const double range = recent.range();
        if (range < limits.steadyK &&
            watch.stands(room, marcher.airS(), 0.1 * turnoverS, limits.heatLead))
            return true;
        // Moving about a mean that stands: filled. A room that took its start from a coarser grid
        // is filled but for what that grid did not show, which averages drop when it is not like
        // the rest.
        if (marcher.airS() > 2.0 * turnoverS && recent.trend() < 0.3 * range) return false;
        if (room.wasStarted() && marcher.airS() > leastFillS && range > 10.0 * limits.steadyK)
            return false;
    }
    return false;
}

}  // namespace

Result<SettleReport> settle(RoomAir& room, const SettleLimits& limits,
                            const MarchObserver& observer, const std::stop_token& stop) {
    Marcher marcher(room, limits, observer, stop);
    SettleReport report;
    const auto steady = fill(room, marcher, limits);
    if (!steady) return tl::unexpected(steady.error());
    if (*steady) {
        if (auto landed = land(marcher); !landed) return tl::unexpected(landed.error());
        report = snapshotOf(room, marcher.steps());
        report.settled = Settled::Steady;
    } else if (auto averaged = average(room, marcher, limits, report); !averaged) {
        return tl::unexpected(averaged.error());
    }
    report.airS = marcher.airS();
    report.steps = marcher.steps();
    return report;
}

SettleReport snapshotOf(const RoomAir& room, int steps) {
    SettleReport report;
    for (std::size_t n = 0; n < room.intakeC().size(); ++n) {
        report.intakes.push_back({room.intakeC()[n], 0.0});
        report.outlets.push_back({room.outletC()[n], 0.0});
    }
    report.velocity = room.air().velocity;
    report.temperature = room.air().temperature;
    report.pressure = room.air().pressure;
    report.steps = steps;
    return report;
}

Result<int> settleRoughly(RoomAir& room, const SettleLimits& limits, const std::stop_token& stop) {
    const MarchObserver nobody;
    Marcher marcher(room, limits, nobody, stop);
    Window recent(0.4 * room.turnoverS());
    const double mostS = std::min(limits.greatestFillS, 3.0 * room.turnoverS());
    while (marcher.airS() < mostS) {
        if (auto done = marcher.step(limits.heatLead); !done) return tl::unexpected(done.error());
        recent.add(marcher.airS(), monitorsOf(room));
        if (recent.full() && recent.range() < 10.0 * limits.steadyK) break;
    }
    return marcher.steps();
}

Result<void> settleHeat(RoomAir& room, const std::stop_token& stop) {
    constexpr double steadyK = 1e-3;
    constexpr int stepsPerLook = 20;
    constexpr int mostLooks = 100;
    constexpr int sweeps = 4;
    const double dtS = 0.05 * room.turnoverS();
    std::vector<double> before = monitorsOf(room);
    for (int look = 0; look < mostLooks; ++look) {
        for (int step = 0; step < stepsPerLook; ++step) {
            if (stop.stop_requested())
                return fail(ErrorCode::Cancelled, "The heat calculation was cancelled.");
            if (auto done = room.heatStep(dtS, sweeps); !done) return done;
        }
        const std::vector<double> now = monitorsOf(room);
        double change = 0.0;
        for (std::size_t n = 0; n < now.size(); ++n)
            change = std::max(change, std::abs(now[n] - before[n]));
        if (change < steadyK) break;
        before = now;
    }
    return {};
}

}  // namespace halltwin::thermal
