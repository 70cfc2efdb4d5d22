// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/modules.h"

#include <algorithm>
#include <cmath>

namespace halltwin::power {

Power ratingWithout(const Element& element, int out) {
    if (out <= 0) return element.rating;
    const int carrying = std::max(1, element.modules - element.redundantModules);
    const int left = std::max(0, element.modules - out);
    return element.rating * std::min(1.0, static_cast<double>(left) / carrying);
}

LossCurve lossesWithout(const Element& element, int out) {
    LossCurve losses = element.losses;
    const int left = element.modules - out;
    if (out <= 0 || left <= 0) return losses;
    const double share = static_cast<double>(left) / element.modules;
    losses.fixed *= share;
    losses.square /= share;
    return losses;
}

double unavailabilityOfModules(const Element& element, double whole) {
    const int modules = element.modules;
    const int redundant = element.redundantModules;
    if (redundant <= 0 || modules <= redundant || whole <= 0.0 || whole >= 1.0) return whole;
    // Of one module; the logarithms keep the digits of small figures.
    const double one = -std::expm1(std::log1p(-whole) / modules);
    double exactly = std::exp(std::log1p(-one) * modules);  // none is out
    double sum = 0.0;
    for (int out = 1; out <= modules; ++out) {
        exactly *= (modules - out + 1.0) / out * one / (1.0 - one);
        if (out > redundant) sum += exactly;
    }
    return sum;
}

}  // namespace halltwin::power
