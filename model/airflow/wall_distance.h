// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/air_space.h"
#include "model/airflow/field.h"

namespace halltwin::airflow {

/// Distance of every cell's centre to the nearest closed face, around corners, in m: |∇d| = 1 by
/// fast sweeping (H. Zhao, Math. Comp. 74 (2005)). Faces that air is blown or drawn through count as
/// closed ones. 0 in solid cells; unreached cells of a box without walls hold its diagonal.
[[nodiscard]] Field wallDistance(const AirSpace& space);

}  // namespace halltwin::airflow
