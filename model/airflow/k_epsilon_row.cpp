// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/k_epsilon_row.h"

#include "model/airflow/wide.h"

#include <algorithm>
#include <cmath>

namespace halltwin::airflow {

namespace {

using BuoyancyShare = KEpsilon::BuoyancyShare;

/// ∂/∂axis of velocity `component` at the middle of a cell; air does not change across closed
/// faces.
template <int component, int axis>
HALLTWIN_PART float gradient(const TurbulenceRow& row, std::ptrdiff_t i) {
    constexpr auto a = static_cast<std::size_t>(component);
    constexpr auto d = static_cast<std::size_t>(axis);
    const std::ptrdiff_t sa = row.stride[a];
    const std::ptrdiff_t s = row.stride[d];
    const float* u = row.velocity[a] + i;
    if constexpr (component == axis) {
        return (u[0] - u[-sa]) * row.axis[a].inverseWidth[at<axis>(i, 0)];
    } else {
        const float* distance = row.axis[d].inverseDistance;
        const float* open = row.open[d] + i;
        const float here = u[0] + u[-sa];
        const float high = (u[s] + u[s - sa] - here) * distance[at<axis>(i, 0)] * open[0];
        const float low = (here - u[-s] - u[-s - sa]) * distance[at<axis>(i, -1)] * open[-s];
        return 0.25F * (high + low);
    }
}

/// 2 S_ij S_ij and 2 Ω_ij Ω_ij, 1/s².
struct Strain {
    float strain;
    float rotation;
};

HALLTWIN_PART Strain strainAt(const TurbulenceRow& row, std::ptrdiff_t i) {
    const float xx = gradient<0, 0>(row, i);
    const float yy = gradient<1, 1>(row, i);
    const float zz = gradient<2, 2>(row, i);
    const float xy = gradient<0, 1>(row, i);
    const float yx = gradient<1, 0>(row, i);
    const float xz = gradient<0, 2>(row, i);
    const float zx = gradient<2, 0>(row, i);
    const float yz = gradient<1, 2>(row, i);
    const float zy = gradient<2, 1>(row, i);
    return {2.0F * (xx * xx + yy * yy + zz * zz) + (xy + yx) * (xy + yx) + (xz + zx) * (xz + zx) +
                (yz + zy) * (yz + zy),
            (xy - yx) * (xy - yx) + (xz - zx) * (xz - zx) + (yz - zy) * (yz - zy)};
}

/// Temperature rises upward by this much, K/m.
HALLTWIN_PART float layering(const TurbulenceRow& row, std::ptrdiff_t i) {
    const std::ptrdiff_t s = row.stride[2];
    const float* t = row.temperature + i;
    const float* open = row.open[2] + i;
    const float* distance = row.axis[2].inverseDistance;
    return 0.5F *
           ((t[s] - t[0]) * distance[0] * open[0] + (t[0] - t[-s]) * distance[-1] * open[-s]);
}

/// tanh |w / u| to a thousandth, by the fraction of C. F. Lambert, without a call of the library.
HALLTWIN_PART float uprightness(const TurbulenceRow& row, std::ptrdiff_t i) {
    const float u = row.velocity[0][i] + row.velocity[0][i - 1];
    const float v = row.velocity[1][i] + row.velocity[1][i - row.stride[1]];
    const float w = row.velocity[2][i] + row.velocity[2][i - row.stride[2]];
    const float x = std::min(std::abs(w) / std::sqrt(u * u + v * v + 1e-12F), 4.0F);
    const float square = x * x;
    const float tanh = x * (135135.0F + square * (17325.0F + square * (378.0F + square))) /
                       (135135.0F + square * (62370.0F + square * (3150.0F + 28.0F * square)));
    return std::min(tanh, 1.0F);
}

template <bool turns, BuoyancyShare share>
HALLTWIN_PART void ratesOfRow(const TurbulenceRow& row, float* __restrict kGain,
                              float* __restrict kDecay, float* __restrict epsilonGain,
                              float* __restrict epsilonDecay) {
    for (std::ptrdiff_t i = 0; i < row.cells; ++i) {
        const Strain strain = strainAt(row, i);
        const float square = turns ? std::sqrt(strain.strain * strain.rotation) : strain.strain;
        const float made = row.eddy[i] * square;
        const float lifted = -row.buoyancy * row.eddy[i] * layering(row, i);
        const float up = std::max(lifted, 0.0F);
        const float inverseK = 1.0F / row.k[i];
        const float down = std::max(-lifted, 0.0F) * inverseK;
        const float perTime = row.epsilon[i] * inverseK;
        float c3 = 0.0F;
        if constexpr (share == BuoyancyShare::All) c3 = 1.0F;
        if constexpr (share == BuoyancyShare::Upright) c3 = uprightness(row, i);
        kGain[i] = made + up;
        kDecay[i] = perTime + down;
        epsilonGain[i] = row.c1 * perTime * (made + c3 * up);
        epsilonDecay[i] = row.c2 * perTime + row.c1 * c3 * down;
    }
}

template <bool turns>
HALLTWIN_PART void ratesByShare(const TurbulenceRow& row, const TurbulenceRates& to) {
    if (row.buoyancyShare == BuoyancyShare::None)
        return ratesOfRow<turns, BuoyancyShare::None>(row, to.kGain, to.kDecay, to.epsilonGain,
                                                      to.epsilonDecay);
    if (row.buoyancyShare == BuoyancyShare::All)
        return ratesOfRow<turns, BuoyancyShare::All>(row, to.kGain, to.kDecay, to.epsilonGain,
                                                     to.epsilonDecay);
    ratesOfRow<turns, BuoyancyShare::Upright>(row, to.kGain, to.kDecay, to.epsilonGain,
                                              to.epsilonDecay);
}

}  // namespace

HALLTWIN_WIDE
void turbulenceRow(const TurbulenceRow& row, const TurbulenceRates& rates) {
    if (row.turns) return ratesByShare<true>(row, rates);
    ratesByShare<false>(row, rates);
}

}  // namespace halltwin::airflow
