// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/storage_tank.h"

#include "model/cooling/pump.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {

namespace {

constexpr double heatJM3K = waterDensity.si() * waterSpecificHeat.si();

Energy energyOf(double volumeTimesC) {
    return joules(heatJM3K * volumeTimesC);
}

}  // namespace

StorageTank::StorageTank(const TankSpec& spec, Temperature water) : m_spec(spec) {
    m_count = spec.model == TankModel::Mixed ? 2 : 1;
    for (std::size_t n = 0; n < m_count; ++n)
        m_layers[n] = {spec.volume.si() / static_cast<double>(m_count), water.in(celsius)};
}

Result<StorageTank> StorageTank::from(const TankSpec& spec, Temperature water) {
    if (!(spec.volume.si() > 0.0) || !std::isfinite(spec.volume.si()) || !(spec.loss.si() >= 0.0) ||
        !std::isfinite(spec.loss.si()) || !std::isfinite(water.si()))
        return fail(ErrorCode::InvalidArgument,
                    "A tank needs a volume above zero, a loss of zero or more and a temperature",
                    "storage tank", "Correct the tank's figures");
    return StorageTank(spec, water);
}

Result<TankStep> StorageTank::advance(const TankFlow& flow, Duration duration) {
    if (!std::isfinite(flow.flow.si()) || !std::isfinite(flow.in.si()) ||
        !std::isfinite(flow.ambient.si()) || !std::isfinite(duration.si()) || duration.si() < 0.0)
        return fail(ErrorCode::InvalidArgument,
                    "A flow or temperature is not a number, or the duration is negative",
                    "storage tank", "Correct the flow through the tank");
    const bool fromBelow = flow.flow.si() >= 0.0;
    const double volumeM3 = std::abs(flow.flow.si()) * duration.si();
    const double inC = flow.in.in(celsius);
    const double before = volumeTimesC();
    TankStep step;
    step.out = fromBelow ? top() : bottom();
    double outVolumeTimesC = 0.0;
    if (volumeM3 > 0.0) {
        outVolumeTimesC = m_spec.model == TankModel::Mixed ? pushMixed(volumeM3, inC, fromBelow)
                                                           : pushPlug(volumeM3, inC, fromBelow);
        step.out = celsius(outVolumeTimesC / volumeM3);
        settle();
    }
    const double moved = volumeTimesC();
    const double kept =
        std::exp(-m_spec.loss.si() * duration.si() / (heatJM3K * m_spec.volume.si()));
    const double ambientC = flow.ambient.in(celsius);
    for (std::size_t n = 0; n < m_count; ++n)
        m_layers[n].c = ambientC + kept * (m_layers[n].c - ambientC);
    const double after = volumeTimesC();
    step.in = energyOf(volumeM3 * inC);
    step.outgoing = energyOf(outVolumeTimesC);
    step.loss = energyOf(moved - after);
    step.stored = energyOf(after - before);
    return step;
}

double StorageTank::volumeTimesC() const {
    double sum = 0.0;
    for (std::size_t n = 0; n < m_count; ++n)
        sum += m_layers[n].volumeM3 * m_layers[n].c;
    return sum;
}

/// Pushes water in at one end; what is pushed out at the other, as volume times temperature.
double StorageTank::pushPlug(double volumeM3, double c, bool fromBelow) {
    double out = 0.0;
    double left = volumeM3;
    while (left > 0.0 && m_count > 0) {
        Layer& last = m_layers[fromBelow ? m_count - 1 : 0];
        const double taken = std::min(left, last.volumeM3);
        out += taken * last.c;
        left -= taken;
        last.volumeM3 -= taken;
        if (last.volumeM3 > 0.0) break;
        if (!fromBelow)
            std::move(m_layers.begin() + 1, m_layers.begin() + m_count, m_layers.begin());
        --m_count;
    }
    // What is more than the tank holds goes through it.
    out += left * c;
    if (!fromBelow) {
        m_layers[m_count] = {volumeM3 - left, c};
    } else {
        std::move_backward(m_layers.begin(), m_layers.begin() + m_count,
                           m_layers.begin() + m_count + 1);
        m_layers[0] = {volumeM3 - left, c};
    }
    ++m_count;
    return out;
}

/// Two mixed halves in a row, whose equations over a constant flow have this closed solution.
double StorageTank::pushMixed(double volumeM3, double c, bool fromBelow) {
    Layer& first = m_layers[fromBelow ? 0 : 1];
    Layer& second = m_layers[fromBelow ? 1 : 0];
    const double before = volumeTimesC();
    const double changes = volumeM3 / first.volumeM3;
    const double kept = std::exp(-changes);
    const double firstOff = first.c - c;
    second.c = c + kept * (second.c - c) + kept * changes * firstOff;
    first.c = c + kept * firstOff;
    return before + volumeM3 * c - volumeTimesC();
}

/// Warm water below cold rises and mixes with it; layers too many become fewer.
void StorageTank::settle() {
    if (m_spec.model == TankModel::Mixed) {
        if (m_layers[0].c > m_layers[1].c)
            m_layers[0].c = m_layers[1].c = 0.5 * (m_layers[0].c + m_layers[1].c);
        return;
    }
    for (std::size_t n = 0; n + 1 < m_count;) {
        if (m_layers[n].c < m_layers[n + 1].c) {
            ++n;
            continue;
        }
        mergeAt(n);
        if (n > 0) --n;
    }
    while (m_count > mostLayers)
        mergeClosest();
}

void StorageTank::mergeAt(std::size_t lower) {
    Layer& into = m_layers[lower];
    const Layer& from = m_layers[lower + 1];
    const double volumeM3 = into.volumeM3 + from.volumeM3;
    into.c += (from.c - into.c) * from.volumeM3 / volumeM3;
    into.volumeM3 = volumeM3;
    const auto after = m_layers.begin() + static_cast<std::ptrdiff_t>(lower) + 2;
    std::move(after, m_layers.begin() + m_count, after - 1);
    --m_count;
}

/// The two neighbours that lose least by mixing.
void StorageTank::mergeClosest() {
    std::size_t best = 0;
    double leastLoss = 1e300;
    for (std::size_t n = 0; n + 1 < m_count; ++n) {
        const Layer& lower = m_layers[n];
        const Layer& upper = m_layers[n + 1];
        const double apartK = upper.c - lower.c;
        const double loss =
            apartK * apartK * lower.volumeM3 * upper.volumeM3 / (lower.volumeM3 + upper.volumeM3);
        if (loss >= leastLoss) continue;
        leastLoss = loss;
        best = n;
    }
    mergeAt(best);
}

Temperature StorageTank::top() const {
    return celsius(m_layers[m_count - 1].c);
}

Temperature StorageTank::bottom() const {
    return celsius(m_layers[0].c);
}

Temperature StorageTank::mean() const {
    return celsius(volumeTimesC() / m_spec.volume.si());
}

Energy StorageTank::energy() const {
    return energyOf(volumeTimesC());
}

double StorageTank::coldCharge(Temperature cold, Temperature warm) const {
    const double spanK = (warm - cold).si();
    if (spanK == 0.0) return 0.0;
    return std::clamp((warm - mean()).si() / spanK, 0.0, 1.0);
}

}  // namespace halltwin::cooling
