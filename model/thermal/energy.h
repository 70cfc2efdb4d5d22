// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/thermal/flow.h"
#include "model/thermal/raster.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace halltwin::thermal {

/// Steady first-order upwind energy equation on the face flows of `Flow`, for given outlet
/// temperatures of all devices. Each cell's temperature is the mean of what flows in, weighted by
/// flow, plus its heat over that flow: it lies between the inflows, and the same face flows serve
/// both neighbours, so heat is neither made nor lost. Potential flow runs from high to low pressure
/// and never in a ring, so one sweep in the order of falling pressure is the exact solution.
class EnergyEquation {
public:
    /// Fails with InvalidArgument for a heat source past which no air moves.
    [[nodiscard]] static Result<EnergyEquation> make(const Raster& raster, const Flow& flow,
                                                     double heatCapacityJM3K, double stagnantM3S);

    enum class Heat { Include, Ignore };

    /// Cell temperatures for outlet temperatures (racks, then coolers, in the raster's order), in K
    /// above any datum. Only cells with through-flow are set.
    void sweep(const std::vector<double>& outlets, Heat heat,
               std::vector<double>& temperature) const;

    /// Gives cells without through-flow, solid ones last, the mean of their neighbours, from those
    /// that have a value outwards; `still` where none can be reached.
    void fillStagnant(std::vector<double>& temperature, double still) const;

private:
    struct Inflow {
        std::uint32_t from;  ///< cell, or box size + device
        double weight;       ///< share of the cell's inflow; shares sum to one
    };
    struct Step {
        std::uint32_t cell;
        std::uint32_t
            lastInflow;   ///< index after its inflows, which begin where the previous step's end
        double heatRise;  ///< K
    };

    explicit EnergyEquation(const Raster& raster) : m_raster(&raster) {}
    void build(const Flow& flow, double stagnantM3S);
    [[nodiscard]] Result<void> placeHeat(const RasterHeat& heat, double heatCapacityJM3K,
                                         std::vector<double>& rise) const;

    struct Known {
        std::vector<double>& temperature;
        std::vector<char> flag;
    };
    enum class Through { Air, Solids };
    [[nodiscard]] std::optional<double> neighbourMean(std::size_t cell, const Known& known,
                                                      Through through) const;
    void spread(Known& known, Through through) const;

    const Raster* m_raster;
    std::vector<Step> m_steps;
    std::vector<Inflow> m_inflows;
    std::vector<double> m_throughM3S;  ///< inflow of each cell; 0 where stagnant
};

/// Mean temperature over a port, weighted by flow.
[[nodiscard]] double meanOver(const Port& port, const std::vector<double>& temperature);

}  // namespace halltwin::thermal
