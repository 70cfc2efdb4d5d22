// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/air_flow.h"
#include "model/core/error.h"
#include "model/validation/case.h"

#include <cstddef>
#include <functional>
#include <stop_token>
#include <vector>

namespace halltwin::validation {

/// `cells` of one width.
[[nodiscard]] GridAxis evenAxis(int cells, double length);

/// Cells that are narrow at both ends and wide in the middle: faces along tanh(stretch · s),
/// s = −1 … 1.
[[nodiscard]] GridAxis wallAxis(int cells, double length, double stretch);

/// A closed box one cell thick along `thin`, whose sides there slip: a case in two dimensions.
[[nodiscard]] airflow::AirDomain planeBox(Grid grid, std::size_t thin);

/// Sources of nothing.
[[nodiscard]] airflow::ScalarSources noSources(const airflow::CellBox& box);

/// Side `side` of the box (−x, +x, −y, +y, −z, +z) has this temperature; heat crosses half a cell
/// by conduction.
void holdSide(const airflow::AirFlow& air, int side, double temperature,
              airflow::ScalarSources& sources);

/// Air blown in carries `values`, one for each of `AirSpace::prescribed`; of those that blow into
/// the air they are heeded.
void carryIn(const airflow::AirSpace& space, const std::vector<double>& values,
             airflow::ScalarSources& sources);

/// How a case is marched to its end.
struct March {
    double courant = 6.0;
    int mostSteps = 4000;
    double settled = 1e-5;  ///< change of velocity within 1 m / |u|max, relative to |u|max
    bool hasHeat = false;
    double longestStepS = 1e9;
    airflow::StepEffort effort{4, 4, {1e-2, 4}};
    std::function<void(double share)> progress;  ///< rough, 0…1
    std::stop_token stop;
};

/// A march that can be stopped, and that says where it is, as the run wants.
[[nodiscard]] March marchOf(const RunSettings& settings);

/// Marches until the velocities stand still, or for mostSteps steps when `settled` is 0. Fails with
/// NotConverged when they do not within mostSteps or are no longer finite, and with Cancelled.
[[nodiscard]] Result<void> marchToSteady(airflow::AirFlow& air,
                                         const airflow::ScalarSources& sources, const March& march);

/// Value at `at` of a table with rising positions, by the cubic through the four nearest points.
[[nodiscard]] double cubicAt(const std::vector<double>& positions,
                             const std::vector<double>& values, double at);

/// Values that were sampled at rising positions.
struct Samples {
    std::vector<double> positions;
    std::vector<double> values;

    void add(double position, double value);
    [[nodiscard]] double at(double position) const { return cubicAt(positions, values, position); }
    /// Largest and smallest value of the parabola through the extreme sample and its neighbours.
    [[nodiscard]] double greatest() const;
    [[nodiscard]] double least() const;
};

}  // namespace halltwin::validation
