// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/airflow/wide.h"

namespace halltwin::airflow {

/// Four neighbouring values along the flow's axis, seen from the face between the middle two: their
/// slopes and how far the face lies from both.
struct FaceStencil {
    float below;      ///< value before the face
    float above;      ///< value behind it
    float slopeLow;   ///< before `below`
    float slope;      ///< across the face
    float slopeHigh;  ///< behind `above`
    float reachLow;   ///< from `below` to the face, m
    float reachHigh;  ///< from the face to `above`, m
};

/// What the flow carries through the face, less what plain upwinding carries: the harmonic mean of
/// the slopes on both sides of the upwind value, 0 at an extremum (B. van Leer, J. Comput. Phys. 14
/// (1974)). Total variation does not grow.
HALLTWIN_PART float limitedSlope(float flow, const FaceStencil& s) {
    const float upwindSlope = flow > 0.0F ? s.slopeLow : s.slopeHigh;
    const float reach = flow > 0.0F ? s.reachLow : -s.reachHigh;
    const float product = upwindSlope * s.slope;
    const float sum = upwindSlope + s.slope;
    const bool monotone = product > 0.0F;
    return monotone ? reach * 2.0F * product / (monotone ? sum : 1.0F) : 0.0F;
}

HALLTWIN_PART float faceValue(float flow, const FaceStencil& s) {
    return (flow > 0.0F ? s.below : s.above) + limitedSlope(flow, s);
}

}  // namespace halltwin::airflow
