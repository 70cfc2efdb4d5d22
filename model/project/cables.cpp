// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/cables.h"

namespace halltwin {
namespace {

bool isMeasured(const PowerLink& link) {
    return link.length && link.area && link.area->si() > 0.0;
}

}  // namespace

Resistance cableResistance(const PowerLink& link) {
    if (!isMeasured(link)) return {};
    const double resistivity = link.conductor == Conductor::Copper
                                   ? copperOhmSquareMillimetresPerMetre
                                   : aluminiumOhmSquareMillimetresPerMetre;
    return ohms(resistivity * link.length->in(metres) / link.area->in(squareMillimetres));
}

Resistance cableReactance(const PowerLink& link) {
    return isMeasured(link) ? ohms(cableReactanceOhmsPerMetre * link.length->in(metres))
                            : Resistance{};
}

}  // namespace halltwin
