// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/running_means.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace halltwin::thermal {

namespace {

constexpr std::size_t mostBatches = 32;  // then pairs are joined
constexpr std::size_t leastBatches = 8;
constexpr double leastPartS = 30.0;  // shorter stretches are not compared
constexpr double shiftWorthDroppingK = 0.2;
/// Halves differ by twice the error of the whole; the worst of many monitors by several times that.
constexpr double shiftByChance = 6.0;

/// What 95 % of the values differ by at most: of up to 20 values the greatest difference. Among
/// hundreds, the worst by chance alone would never stand.
double usualDifference(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> differences(a.size());
    for (std::size_t n = 0; n < a.size(); ++n)
        differences[n] = std::abs(a[n] - b[n]);
    if (differences.empty()) return 0.0;
    const std::size_t beyond = differences.size() / 21;
    const auto place = differences.end() - 1 - static_cast<std::ptrdiff_t>(beyond);
    std::nth_element(differences.begin(), place, differences.end());
    return *place;
}

/// Square of the standard error of the mean of a series, from its offsets from that mean. Swings
/// longer than a step of the series tie neighbours together: their covariances are added as long as
/// pairs of them stay positive (C. Geyer, Statistical Science 7 (1992), initial positive sequence).
double squaredErrorOfMean(const std::vector<double>& offsets) {
    const std::size_t count = offsets.size();
    const auto covariance = [&](std::size_t lag) {
        double sum = 0.0;
        for (std::size_t n = lag; n < count; ++n)
            sum += offsets[n] * offsets[n - lag];
        return sum / static_cast<double>(count - 1);
    };
    double spread = covariance(0);
    for (std::size_t lag = 1; lag + 1 < count / 2; lag += 2) {
        const double pair = covariance(lag) + covariance(lag + 1);
        if (pair <= 0.0) break;
        spread += 2.0 * pair;
    }
    return spread / static_cast<double>(count);
}

void addScaled(const airflow::Field& from, float weight, airflow::Field& to) {
    for (std::size_t c = 0; c < to.size(); ++c)
        to[c] += weight * from[c];
}

}  // namespace

std::vector<double> monitorsOf(const RoomAir& room) {
    std::vector<double> values;
    const Raster& raster = room.raster();
    for (const RasterDevice& device : raster.devices) {
        double sum = 0.0;
        bool breathes = true;
        for (std::size_t n = 0; n < device.sliceCount; ++n) {
            const RasterSlice& slice = raster.slices[device.firstSlice + n];
            breathes = breathes && !slice.intake.cells.empty();
            sum += slice.flowM3S / device.flowM3S * room.intakeC()[device.firstSlice + n];
        }
        if (breathes) values.push_back(sum);
    }
    return values;
}

void BatchMeans::add(double dtS, const std::vector<double>& values) {
    if (m_batches.empty() || m_batches.back().timeS >= m_batchS) {
        if (m_batches.size() == mostBatches) mergePairs();
        m_batches.push_back({0.0, std::vector<double>(values.size(), 0.0)});
    }
    Batch& batch = m_batches.back();
    batch.timeS += dtS;
    m_timeS += dtS;
    for (std::size_t n = 0; n < values.size(); ++n)
        batch.sums[n] += dtS * values[n];
}

void BatchMeans::mergePairs() {
    for (std::size_t n = 0; n + 1 < m_batches.size(); n += 2) {
        Batch joined = std::move(m_batches[n]);
        joined.timeS += m_batches[n + 1].timeS;
        for (std::size_t v = 0; v < joined.sums.size(); ++v)
            joined.sums[v] += m_batches[n + 1].sums[v];
        m_batches[n / 2] = std::move(joined);
    }
    m_batches.resize(m_batches.size() / 2);
    m_batchS *= 2.0;
}

std::size_t BatchMeans::batchesIn(double timeS) const {
    double sum = 0.0;
    std::size_t count = 0;
    while (count < m_batches.size() && sum + 0.5 * m_batches[count].timeS < timeS)
        sum += m_batches[count++].timeS;
    return count;
}

std::vector<double> BatchMeans::mean(std::size_t begin, std::size_t end) const {
    std::vector<double> result(m_batches.empty() ? 0 : m_batches.front().sums.size(), 0.0);
    double time = 0.0;
    for (std::size_t n = begin; n < end; ++n) {
        time += m_batches[n].timeS;
        for (std::size_t v = 0; v < result.size(); ++v)
            result[v] += m_batches[n].sums[v];
    }
    for (double& value : result)
        value /= std::max(time, 1e-9);
    return result;
}

double BatchMeans::error() const {
    // The last batch may still be short.
    const std::size_t count = m_batches.empty() ? 0 : m_batches.size() - 1;
    if (count < leastBatches) return std::numeric_limits<double>::infinity();
    const std::vector<double> means = mean(0, count);
    std::vector<double> offsets(count);
    double sum = 0.0;
    for (std::size_t v = 0; v < means.size(); ++v) {
        for (std::size_t n = 0; n < count; ++n)
            offsets[n] = m_batches[n].sums[v] / m_batches[n].timeS - means[v];
        sum += squaredErrorOfMean(offsets);
    }
    return means.empty() ? 0.0 : std::sqrt(sum / static_cast<double>(means.size()));
}

double BatchMeans::drift() const {
    return usualDifference(mean(0, m_batches.size()), mean(0, batchesIn(m_timeS * 2.0 / 3.0)));
}

double BatchMeans::shift() const {
    const std::size_t half = batchesIn(0.5 * m_timeS);
    return usualDifference(mean(0, half), mean(half, m_batches.size()));
}

void BatchMeans::dropFirstHalf() {
    const std::size_t half = batchesIn(0.5 * m_timeS);
    for (std::size_t n = 0; n < half; ++n)
        m_timeS -= m_batches[n].timeS;
    m_batches.erase(m_batches.begin(), m_batches.begin() + static_cast<std::ptrdiff_t>(half));
}

RunningMeans::Part::Part(const RoomAir& room)
    : startJ(room.storedHeatJ()),
      intakes(room.intakeC().size()),
      outlets(room.intakeC().size()),
      velocity(airflow::makeFaces(room.raster().grid.box)),
      temperature(room.raster().grid.box),
      pressure(room.raster().grid.box) {}

void RunningMeans::Part::add(const RoomAir& room, double dtS, bool fields) {
    const auto addSeries = [dtS](const std::vector<double>& values, std::vector<Sums>& sums) {
        for (std::size_t n = 0; n < values.size(); ++n) {
            sums[n].value += dtS * values[n];
            sums[n].square += dtS * values[n] * values[n];
        }
    };
    addSeries(room.intakeC(), intakes);
    addSeries(room.outletC(), outlets);
    timeS += dtS;
    waitingS += dtS;
    if (fields) addFields(room);
}

void RunningMeans::Part::addFields(const RoomAir& room) {
    const auto weight = static_cast<float>(waitingS);
    fieldS += waitingS;
    waitingS = 0.0;
    addScaled(room.air().temperature, weight, temperature);
    addScaled(room.air().pressure, weight, pressure);
    for (std::size_t d = 0; d < 3; ++d)
        addScaled(room.air().velocity[d], weight, velocity[d]);
}

void RunningMeans::Part::append(const Part& later) {
    timeS += later.timeS;
    fieldS += later.fieldS;
    waitingS += later.waitingS;
    for (std::size_t n = 0; n < intakes.size(); ++n) {
        intakes[n].value += later.intakes[n].value;
        intakes[n].square += later.intakes[n].square;
        outlets[n].value += later.outlets[n].value;
        outlets[n].square += later.outlets[n].square;
    }
    addScaled(later.temperature, 1.0F, temperature);
    addScaled(later.pressure, 1.0F, pressure);
    for (std::size_t d = 0; d < 3; ++d)
        addScaled(later.velocity[d], 1.0F, velocity[d]);
}

RunningMeans::RunningMeans(const RoomAir& room) : m_older(room), m_newer(room) {}

void RunningMeans::add(const RoomAir& room, double dtS, bool fields) {
    m_newer.add(room, dtS, fields);
    m_batches.add(dtS, monitorsOf(room));
    if (fields && m_newer.timeS >= std::max(leastPartS, m_older.timeS)) join(room);
}

void RunningMeans::join(const RoomAir& room) {
    const bool differs = m_older.timeS > 0.0 && m_batches.shift() > shiftWorthDroppingK &&
                         m_batches.shift() > shiftByChance * m_batches.error();
    if (differs) {
        m_batches.dropFirstHalf();
        m_leastS = 2.0 * m_batches.timeS();
    }
    if (differs || m_older.timeS == 0.0)
        m_older = std::move(m_newer);
    else
        m_older.append(m_newer);
    m_newer = Part(room);
}

double RunningMeans::storedW(const RoomAir& room) const {
    const Part& first = m_older.timeS > 0.0 ? m_older : m_newer;
    const double timeS = m_older.timeS + m_newer.timeS;
    return timeS > 0.0 ? (room.storedHeatJ() - first.startJ) / timeS : 0.0;
}

RunningMeans::Result RunningMeans::finish(const RoomAir& room) {
    const double stored = storedW(room);
    if (m_newer.fieldS == 0.0 && m_older.fieldS == 0.0) m_newer.addFields(room);
    if (m_older.timeS > 0.0)
        m_older.append(m_newer);
    else
        m_older = std::move(m_newer);
    Part& all = m_older;
    const auto monitors = [&](const std::vector<Sums>& sums) {
        std::vector<Monitor> result;
        for (const Sums& sum : sums) {
            const double mean = sum.value / all.timeS;
            const double variance = std::max(0.0, sum.square / all.timeS - mean * mean);
            result.push_back({mean, std::sqrt(variance)});
        }
        return result;
    };
    const auto scale = static_cast<float>(1.0 / all.fieldS);
    const auto divide = [scale](airflow::Field& field) {
        for (std::size_t c = 0; c < field.size(); ++c)
            field[c] *= scale;
    };
    divide(all.temperature);
    divide(all.pressure);
    for (airflow::Field& component : all.velocity)
        divide(component);
    return {std::move(all.velocity), std::move(all.temperature), std::move(all.pressure),
            monitors(all.intakes),   monitors(all.outlets),      stored};
}

}  // namespace halltwin::thermal
