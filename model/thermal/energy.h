// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/thermal/flow.h"
#include "model/thermal/raster.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace halltwin::thermal {

/// Steady first-order upwind energy equation on the face flows of `Flow`, for given outlet
/// temperatures of all devices. Each cell's temperature is the mean of what flows in, weighted by
/// flow, plus its heat over that flow: it lies between the inflows, and the same face flows serve
/// both neighbours, so heat is neither made nor lost. Walls and tanks exchange heat with the cell's
/// own temperature. Potential flow runs from high to low pressure and never in a ring, so one sweep
/// in the order of falling pressure is the exact solution.
class EnergyEquation {
public:
    struct Constants {
        double heatCapacityJM3K;
        double stagnantM3S;  ///< cells with less inflow are left out
        double datumC;       ///< temperatures of sweep() are K above it
    };

    /// Fails with InvalidArgument for heat past which no air moves.
    [[nodiscard]] static Result<EnergyEquation> make(const Raster& raster, const Flow& flow,
                                                     const Constants& constants);

    enum class Heat { Include, Ignore };

    /// Cell temperatures for outlet temperatures of the raster's slices, in K above the datum. Only
    /// cells with through-flow are set. Ignore: without heat, and with all walls and tanks at the
    /// datum.
    void sweep(const std::vector<double>& outlets, Heat heat,
               std::vector<double>& temperature) const;

    /// Heat into the air by each of Raster::exchanges, W, for the temperatures of a sweep. That of
    /// a tank beside which some cells stand still goes to those that do not.
    [[nodiscard]] std::vector<double> exchangedW(const std::vector<double>& temperature) const;

    [[nodiscard]] double datumC() const { return m_constants.datumC; }

    /// Gives cells without through-flow, solid ones last, the mean of their neighbours, from those
    /// that have a value outwards; `still` where none can be reached.
    void fillStagnant(std::vector<double>& temperature, double still) const;

private:
    struct Inflow {
        std::uint32_t from;  ///< cell, or box size + slice
        double weight;       ///< share of the cell's inflow; shares sum to one, less what walls and
                             ///< tanks weigh
    };
    struct Step {
        std::uint32_t cell;
        std::uint32_t
            lastInflow;   ///< index after its inflows, which begin where the previous step's end
        double heatRise;  ///< K
    };

    EnergyEquation(const Raster& raster, const Constants& constants)
        : m_raster(&raster),
          m_constants(constants) {}
    void build(const Flow& flow);
    void placeExchanges();
    [[nodiscard]] Result<void> placeHeat(const RasterHeat& heat, std::vector<double>& rise) const;
    [[nodiscard]] Result<void> placeRoomHeat(std::vector<double>& rise) const;

    const Raster* m_raster;
    Constants m_constants;
    std::vector<Step> m_steps;
    std::vector<Inflow> m_inflows;
    std::vector<double> m_throughM3S;  ///< inflow of each cell; 0 where stagnant
    std::vector<double> m_exchangeWK;  ///< effective conductance of each of Raster::exchanges
};

/// Mean temperature over a port, weighted by flow.
[[nodiscard]] double meanOver(const Port& port, const std::vector<double>& temperature);

}  // namespace halltwin::thermal
