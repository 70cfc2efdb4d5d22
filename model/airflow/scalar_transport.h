// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/air_space.h"
#include "model/airflow/field.h"
#include "model/airflow/implicit_step.h"

#include <optional>

namespace halltwin::airflow {

/// What changes a scalar φ besides the air that carries it, per cell volume:
/// dφ/dt = … + gain − decay · φ.  Air blown in at rate Q with φ_in: gain = Q φ_in / V, decay = Q /
/// V.
struct ScalarSources {
    Field gain;
    Field decay;  ///< 1/s, not negative
};

/// The parts of a scalar's equation that belong to the flow.
struct ScalarCarrier {
    const AirSpace& space;
    const Faces& velocity;     ///< m/s; flows through all cells balance
    const Field& diffusivity;  ///< m²/s, of cells; a face has the mean of its two,
                               ///< less where it is not all open
};

/// What the sweeps of a step leave unsolved.
enum class Remainder {
    Drop,   ///< where only the end counts
    Carry,  ///< goes into the next step, so that nothing is ever lost: no sum over time drifts
};

/// Working memory of implicit steps.
struct StepScratch {
    explicit StepScratch(const CellBox& box) : rate(box), diagonal(box), change(box) {}
    Field rate;
    Field diagonal;
    Field change;
    std::optional<Field> owed;  ///< of φ, from the last step to the next one: Remainder::Carry
};

/// One step of backward Euler,  φ += dt · (gain − decay φ − u·∇φ + ∇·(D ∇φ)).  Advection of second
/// order with van Leer's limiter; its difference to first-order upwind is taken at the old time,
/// everything else at the new. The linear system gets `step.sweeps` relaxations by alternate rows.
/// Does not depend on the number of threads.
void stepScalar(const ScalarCarrier& carrier, const ScalarSources& sources,
                const ImplicitStep& step, StepScratch& scratch, Field& phi);

}  // namespace halltwin::airflow
