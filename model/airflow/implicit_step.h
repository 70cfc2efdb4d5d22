// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace halltwin::airflow {

/// Length of an implicit step and relaxations of its equations.
struct ImplicitStep {
    double dtS = 0.1;
    int sweeps = 2;
};

}  // namespace halltwin::airflow
