// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/fill_still.h"

#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

namespace halltwin::thermal {

namespace {

enum class Through { Air, Solids };

struct Known {
    std::vector<double>& temperature;
    std::vector<char> flag;
};

std::optional<double> neighbourMean(const Raster& raster, std::size_t cell, const Known& known,
                                    Through through) {
    double sum = 0.0;
    int count = 0;
    const auto look = [&](std::size_t neighbour, double lossK) {
        if (known.flag[neighbour] == 0 || (through == Through::Air && !std::isfinite(lossK)))
            return;
        sum += known.temperature[neighbour];
        ++count;
    };
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const std::size_t stride = raster.grid.box.stride(axis);
        look(cell - stride, raster.lossK[axis][cell - stride]);
        look(cell + stride, raster.lossK[axis][cell]);
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

void spread(const Raster& raster, Known& known, Through through) {
    std::vector<std::size_t> unknown;
    forCells(raster.grid.box, [&](int i, int j, int k) {
        const std::size_t cell = raster.grid.box.at(i, j, k);
        if (known.flag[cell] == 0) unknown.push_back(cell);
    });
    // Ring by ring: a ring takes its values from the ones before only, so that no direction is
    // preferred.
    std::vector<std::pair<std::size_t, double>> ring;
    do {
        ring.clear();
        std::vector<std::size_t> left;
        for (const std::size_t cell : unknown)
            if (const auto mean = neighbourMean(raster, cell, known, through))
                ring.emplace_back(cell, *mean);
            else
                left.push_back(cell);
        for (const auto& [cell, value] : ring) {
            known.temperature[cell] = value;
            known.flag[cell] = 1;
        }
        unknown.swap(left);
    } while (!ring.empty());
}

}  // namespace

void fillStill(const Raster& raster, std::vector<char> known, std::vector<double>& temperature,
               double still) {
    Known state{temperature, std::move(known)};
    spread(raster, state, Through::Air);
    for (std::size_t cell = 0; cell < state.flag.size(); ++cell)
        if (state.flag[cell] == 0 && raster.solid[cell] == airCell) {
            temperature[cell] = still;
            state.flag[cell] = 1;
        }
    spread(raster, state, Through::Solids);
}

}  // namespace halltwin::thermal
