// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/derive_air.h"

#include "model/twin/air_words.h"

#include <algorithm>
#include <fmt/format.h>

namespace halltwin::twin {
namespace {

using thermal::RoomResult;
using thermal::Stage;

constexpr std::size_t shownSnapErrors = 3;

constexpr const char* previewMethod =
    "Potential flow: through every face of the grid ρ du/τ + K ½ρu|u| = p₁ − p₂; in every cell "
    "Σ flow = 0 and Σ flow · (T − T of the cell it comes from) = q / (ρ cp). Limits: no jets, no "
    "buoyancy, no turbulence. Good for books, tile flows, contained aisles and comparing layouts; "
    "a single intake of an open aisle may be off by several kelvin.";

constexpr const char* momentumMethod =
    "Momentum ∂u/∂t + ∇·(uu) = −∇p/ρ + ∇·[(ν + νt)(∇u + ∇uᵀ)] + gβ(T − T₀), continuity ∇·u = 0, "
    "heat ∂T/∂t + ∇·(uT) = ∇·[(a + νt/Prt)∇T] + q/(ρ cp), with νt = 0.03874 |V| l, marched until "
    "nothing moves or the means of all intakes stand. Limits: density by Boussinesq, good within "
    "30 K of the mean; nothing smaller than a cell is seen; turbulence is modelled, not resolved.";

/// Adds the lines of one hall.
class HallLines {
public:
    HallLines(Derivation& derivation, std::string prefix)
        : m_inputs(derivation.inputs),
          m_prefix(std::move(prefix)) {}

    void addGrid(const RoomResult& air) {
        add("Cells", static_cast<double>(air.grid.cellCount()), "",
            fmt::format("{} × {} × {}, {:.2f} m wide", air.grid.x.cells(), air.grid.y.cells(),
                        air.grid.z.cells(), cellSizeM(air)));
    }
    void addBooks(const thermal::Books& books) {
        add("Mass residual", books.massResidual, "",
            "greatest imbalance of a cell / flow of all devices");
        add("Heat residual", 100.0 * books.heatResidual, "%", "|heat in − heat out| / heat in");
    }
    void addRest(const RoomResult& air) {
        if (air.stage == Stage::Preview) return;
        const thermal::Settling& settling = air.settling;
        add("Time that means are over", settling.meanTime.in(seconds), "s", restText(air));
        add("± of the rack intakes", settling.unsteady.in(kelvins), "K",
            "greatest standard deviation in time; how much the flow wanders, not how far the model "
            "is from a real hall");
        add("Drift of the running means", settling.drift.in(kelvins), "K",
            "worst intake, over the last third of the time; settled below 0.1 K");
        add("Standard error of the means", settling.meanError.in(kelvins), "K",
            "by means of batches of time, root mean square over intakes; settled below 0.1 K");
        add("Time steps", settling.steps, "", "on the finest grid");
    }
    void addSnapErrors(const RoomResult& air, const Project& project) {
        std::vector<thermal::SnapError> worst = air.snapErrors;
        std::stable_sort(worst.begin(), worst.end(),
                         [](const auto& a, const auto& b) { return a.distance > b.distance; });
        worst.resize(std::min(worst.size(), shownSnapErrors));
        for (const thermal::SnapError& error : worst) {
            add("Moved by the grid: " + project.items.find(error.id)->label,
                error.distance.in(millimetres), "mm", "largest displacement of one of its edges");
        }
    }

private:
    void add(const std::string& name, double value, const char* unit, std::string source) {
        m_inputs.push_back({m_prefix + name, value, unit, std::move(source)});
    }

    std::vector<DerivationInput>& m_inputs;
    std::string m_prefix;
};

}  // namespace

Derivation deriveAir(const TwinResult& result, const OperatingPoint& point) {
    const Stage stage = result.rooms.front().air.stage;
    Derivation derivation{"air",     fmt::format("Room air, {} stage", nameOf(stage)),         0.0,
                          "m cells", stage == Stage::Preview ? previewMethod : momentumMethod, {}};
    for (const RoomAnswer& room : result.rooms) {
        const std::string& hall = point.project().halls.find(room.hall)->name;
        HallLines lines(derivation, result.rooms.size() > 1 ? hall + ": " : std::string());
        derivation.value = std::max(derivation.value, cellSizeM(room.air));
        lines.addGrid(room.air);
        lines.addBooks(room.air.books);
        lines.addRest(room.air);
        lines.addSnapErrors(room.air, point.project());
    }
    return derivation;
}

}  // namespace halltwin::twin
