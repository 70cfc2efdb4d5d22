// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_law.h"

#include <cmath>
#include <limits>

namespace halltwin::thermal {

double lossCoefficient(double openFraction) {
    if (openFraction <= 0.0) return std::numeric_limits<double>::infinity();
    if (openFraction >= 1.0) return 0.0;
    const double closed = 1.0 - openFraction;
    return (1.0 + 0.5 * std::pow(closed, 0.75) + 1.414 * std::pow(closed, 0.375)) /
           (openFraction * openFraction);
}

}  // namespace halltwin::thermal
