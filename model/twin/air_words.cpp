// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/air_words.h"

#include <fmt/format.h>

namespace halltwin::twin {

std::string_view nameOf(thermal::Stage stage) {
    switch (stage) {
        case thermal::Stage::Preview: return "preview";
        case thermal::Stage::Coarse: return "coarse";
        case thermal::Stage::Fine: return "fine";
    }
    return {};
}

std::string_view nameOf(thermal::Rest rest) {
    switch (rest) {
        case thermal::Rest::Steady: return "steady";
        case thermal::Rest::Mean: return "mean";
        case thermal::Rest::Drifting: return "drifting";
    }
    return {};
}

std::string restText(const thermal::RoomResult& air) {
    if (air.stage == thermal::Stage::Preview) return {};
    if (air.settling.rest == thermal::Rest::Drifting) return "not settled";
    if (!air.converged) return "books do not close";
    if (air.settling.rest == thermal::Rest::Steady) return "steady";
    return fmt::format("mean over {:.0f} s", air.settling.meanTime.in(seconds));
}

double cellSizeM(const thermal::RoomResult& air) {
    return air.grid.x.cells() > 0 ? air.grid.x.width(0) : 0.0;
}

std::string airText(const thermal::RoomResult& air) {
    std::string text = fmt::format("{}, {:.2f} m, {} cells, mass {:.0e}, heat {:.2g} %",
                                   nameOf(air.stage), cellSizeM(air), air.grid.cellCount(),
                                   air.books.massResidual, 100.0 * air.books.heatResidual);
    if (air.stage == thermal::Stage::Preview) return text;
    return text + fmt::format(", {}, ± {:.2f} K", restText(air), air.settling.unsteady.in(kelvins));
}

}  // namespace halltwin::twin
