// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace halltwin::views::charts {

/// Time of an event from milliseconds to hours on one axis: even near zero, by decades from the
/// knee on, so that a transfer in 10 ms and a tank that lasts hours are both seen. Seconds.
class TimeScale {
public:
    /// Both positive, else they are taken as 10 ms and an hour.
    TimeScale(double kneeS, double endS);
    TimeScale() : TimeScale(0.01, 3600.0) {}

    /// The scale on which the events of a sequence stand apart: it starts to be even at the first
    /// of them, and ends at a round time beyond the last.
    [[nodiscard]] static TimeScale forTimes(const std::vector<double>& timesS);

    /// 0 … 1 over the axis.
    [[nodiscard]] double shareOf(double timeS) const;
    [[nodiscard]] double timeAt(double share) const;
    [[nodiscard]] double endS() const { return m_endS; }

    /// Round times to label, from 0 to the end, no two nearer than `leastShare`.
    [[nodiscard]] std::vector<double> ticks(double leastShare) const;

private:
    double m_kneeS;
    double m_endS;
};

}  // namespace halltwin::views::charts
