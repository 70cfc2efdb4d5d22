// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/fan_points.h"

#include "model/thermal/device_law.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::thermal {

namespace {

constexpr double leastShare = 0.02;  // of free delivery
constexpr double greatestShare = 1.5;
constexpr double longestStep = 0.4;  // of the flow
constexpr int mostStuck = 3;
constexpr double tolerance = 1e-3;  // of the pressure without flow

}  // namespace

FanPoints::FanPoints(std::vector<FanCurve> curves, std::vector<double> flowsM3S)
    : m_curves(std::move(curves)),
      m_commandedM3S(flowsM3S),
      m_flows(std::move(flowsM3S)),
      m_stuck(m_curves.size(), 0),
      m_stalled(m_curves.size(), 0) {
    for (std::size_t n = 0; n < m_curves.size(); ++n) {
        const auto free = fanFlow(m_curves[n], pascals(0.0));
        m_freeM3S.push_back(free ? free->in(cubicMetresPerSecond) : m_flows[n]);
        m_flows[n] = std::clamp(m_flows[n], leastShare * m_freeM3S[n], m_freeM3S[n]);
    }
}

double FanPoints::pressureWithoutFlow(std::size_t fan) const {
    return fanPressure(m_curves[fan], cubicMetresPerSecond(0.0)).in(pascals);
}

bool FanPoints::meet(const std::vector<double>& risesPa) {
    const std::vector<double> before = m_missing;
    m_missing.clear();
    for (std::size_t n = 0; n < m_curves.size(); ++n)
        m_missing.push_back(m_stalled[n] != 0
                                ? 0.0
                                : fanPressure(m_curves[n], cubicMetresPerSecond(m_flows[n]))
                                      .in(pascals)-risesPa[n]);
    if (m_inverse.empty())
        startJacobian(risesPa);
    else
        updateJacobian(before);
    for (std::size_t n = 0; n < m_curves.size(); ++n)
        if (std::abs(m_missing[n]) > tolerance * pressureWithoutFlow(n)) return false;
    return true;
}

bool FanPoints::isMet(std::size_t fan) const {
    return m_stalled[fan] == 0 && std::abs(m_missing[fan]) <= tolerance * pressureWithoutFlow(fan);
}

/// True when a fan was found to have no operating point.
bool FanPoints::dropStalled() {
    bool dropped = false;
    for (std::size_t n = 0; n < m_curves.size(); ++n) {
        const bool least = m_flows[n] <= 1.001 * leastShare * m_freeM3S[n];
        const bool stuck = m_stalled[n] == 0 && least && m_missing[n] < 0.0;
        m_stuck[n] = stuck ? m_stuck[n] + 1 : 0;
        if (m_stuck[n] < mostStuck) continue;
        m_stalled[n] = 1;
        m_flows[n] = m_commandedM3S[n];
        dropped = true;
    }
    return dropped;
}

void FanPoints::startJacobian(const std::vector<double>& risesPa) {
    const std::size_t count = m_curves.size();
    m_inverse.assign(count * count, 0.0);
    for (std::size_t n = 0; n < count; ++n) {
        const double slope = fanSlope(m_curves[n], cubicMetresPerSecond(m_flows[n])) -
                             2.0 * std::abs(risesPa[n]) / m_flows[n];
        // A flat curve against nothing would send the flow anywhere.
        const double least = 0.1 * pressureWithoutFlow(n) / m_freeM3S[n];
        m_inverse[n * count + n] = m_stalled[n] != 0 ? 0.0 : 1.0 / std::min(slope, -least);
    }
}

/// Broyden's update of the inverse, after Sherman and Morrison.
void FanPoints::updateJacobian(const std::vector<double>& before) {
    const std::size_t count = m_curves.size();
    std::vector<double> reached(count, 0.0);  // B⁻¹ · change of `missing`
    std::vector<double> weights(count, 0.0);  // movedᵀ · B⁻¹
    double scale = 0.0;
    double moved = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j) {
            reached[i] += m_inverse[i * count + j] * (m_missing[j] - before[j]);
            weights[j] += m_moved[i] * m_inverse[i * count + j];
        }
        scale += m_moved[i] * reached[i];
        moved += m_moved[i] * m_moved[i];
    }
    if (!(std::abs(scale) > 1e-6 * moved)) return;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < count; ++j)
            m_inverse[i * count + j] += (m_moved[i] - reached[i]) * weights[j] / scale;
}

void FanPoints::step() {
    const std::size_t count = m_curves.size();
    if (dropStalled()) {
        m_inverse.clear();  // the slopes belong to another plenum now
        return;
    }
    m_moved.assign(count, 0.0);
    for (std::size_t i = 0; i < count; ++i) {
        double wanted = 0.0;
        for (std::size_t j = 0; j < count; ++j)
            wanted -= m_inverse[i * count + j] * m_missing[j];
        if (m_stalled[i] != 0) continue;
        const double limit = longestStep * m_flows[i];
        const double next = std::clamp(m_flows[i] + std::clamp(wanted, -limit, limit),
                                       leastShare * m_freeM3S[i], greatestShare * m_freeM3S[i]);
        m_moved[i] = next - m_flows[i];
        m_flows[i] = next;
    }
}

}  // namespace halltwin::thermal
