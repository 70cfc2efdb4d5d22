// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/field.h"
#include "model/thermal/room_air.h"

#include <cstddef>
#include <deque>
#include <vector>

namespace halltwin::thermal {

/// Running mean and standard deviation of one temperature.
struct Monitor {
    double meanC = 0.0;
    double stdK = 0.0;
};

/// Mean intake of every device that has one: what settling is judged by.
[[nodiscard]] std::vector<double> monitorsOf(const RoomAir& room);

/// How sure the means of several monitored values are, by the means of batches of time: their
/// scatter knows how long the swings are (G. Fishman, Operations Research 19 (1971)).
class BatchMeans {
public:
    void add(double dtS, const std::vector<double>& values);
    [[nodiscard]] double timeS() const { return m_timeS; }
    /// Standard error of the means, root of the mean square over the values; infinite while there
    /// are fewer than 8 batches.
    [[nodiscard]] double error() const;
    /// What 95 % of the means changed by at most over the last third of the time.
    [[nodiscard]] double drift() const;
    /// What 95 % of the means differ by at most between before and after half of the time.
    [[nodiscard]] double shift() const;
    void dropFirstHalf();

private:
    struct Batch {
        double timeS = 0.0;
        std::vector<double> sums;
    };
    [[nodiscard]] std::size_t batchesIn(double timeS) const;
    [[nodiscard]] std::vector<double> mean(std::size_t begin, std::size_t end) const;
    void mergePairs();

    std::deque<Batch> m_batches;
    double m_timeS = 0.0;
    double m_batchS = 4.0;
};

/// Means over air time of everything that an answer consists of, where the room never rests. A
/// first part that differs from what follows is dropped: a flow may take minutes to find its
/// swings.
class RunningMeans {
public:
    explicit RunningMeans(const RoomAir& room);

    /// Fields cost more than a step of a small room: `fields` says whether they are due.
    void add(const RoomAir& room, double dtS, bool fields);

    /// Air time that the means are over now.
    [[nodiscard]] double timeS() const { return m_batches.timeS(); }
    [[nodiscard]] double driftK() const { return m_batches.drift(); }
    [[nodiscard]] double errorK() const { return m_batches.error(); }
    /// Time below which they say little: what changed once over that long may change back.
    [[nodiscard]] double leastS() const { return m_leastS; }
    /// Heat that the air took up per second over that time.
    [[nodiscard]] double storedW(const RoomAir& room) const;

    struct Result {
        airflow::Faces velocity;
        airflow::Field temperature;
        airflow::Field pressure;
        std::vector<Monitor> intakes;  ///< of every slice
        std::vector<Monitor> outlets;
        double storedW = 0.0;  ///< heat that the air took up per second
    };
    [[nodiscard]] Result finish(const RoomAir& room);

private:
    struct Sums {
        double value = 0.0;
        double square = 0.0;
    };
    /// What is summed over one stretch of time.
    struct Part {
        explicit Part(const RoomAir& room);
        void add(const RoomAir& room, double dtS, bool fields);
        void addFields(const RoomAir& room);
        void append(const Part& later);

        double timeS = 0.0;
        double fieldS = 0.0;    ///< that the fields stand for
        double waitingS = 0.0;  ///< since fields were added last
        double startJ = 0.0;    ///< heat in the air when it began
        std::vector<Sums> intakes;
        std::vector<Sums> outlets;
        airflow::Faces velocity;
        airflow::Field temperature;
        airflow::Field pressure;
    };
    void join(const RoomAir& room);

    double m_leastS = 0.0;
    Part m_older;
    Part m_newer;
    BatchMeans m_batches;
};

}  // namespace halltwin::thermal
