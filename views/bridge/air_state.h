// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/twin/twin.h"

#include <QString>
#include <QStringList>

namespace halltwin::views::bridge {

/// How far the room air of a result has been worked out, of all halls together: of each figure the
/// one that is worst.
struct AirState {
    bool hasAir = false;  ///< the rest means nothing without
    thermal::Stage stage = thermal::Stage::Fine;
    double gridM = 0.0;
    std::size_t cells = 0;  ///< of all halls
    double massResidual = 0.0;
    double heatResidual = 0.0;
    thermal::Settling settling;
    bool converged = true;

    void add(const thermal::RoomResult& air);
};

[[nodiscard]] AirState airStateOf(const twin::TwinResult& result);
[[nodiscard]] AirState airStateOf(const thermal::RoomResult& air);

/// "preview", "coarse", "fine".
[[nodiscard]] QString stageName(thermal::Stage stage);
/// "steady", "mean over 60 s", "not settled" or "books do not close"; empty for a preview.
[[nodiscard]] QString restText(const AirState& air);
/// "2e-8"; "0" for nothing.
[[nodiscard]] QString formatResidual(double value);
/// Grid, books, rest and ± as short parts: "0.30 m", "84,816 cells", "mass 2e-8", "heat 0.002 %",
/// "mean over 60 s", "± 0.33 K". A preview has no ±.
[[nodiscard]] QStringList airFigures(const AirState& air);

}  // namespace halltwin::views::bridge
