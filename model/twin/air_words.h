// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/result.h"

#include <string>
#include <string_view>

namespace halltwin::twin {

/// "preview", "coarse", "fine".
[[nodiscard]] std::string_view nameOf(thermal::Stage stage);
/// "steady", "mean", "drifting".
[[nodiscard]] std::string_view nameOf(thermal::Rest rest);

/// How an answer came to rest: "steady", "mean over 60 s", "not settled"; "books do not close" for
/// one that rests and yet is not converged. Empty at the preview stage, which has no time.
[[nodiscard]] std::string restText(const thermal::RoomResult& air);

/// Width of a cell, m.
[[nodiscard]] double cellSizeM(const thermal::RoomResult& air);

/// All in a line: "fine, 0.30 m, 84816 cells, mass 2e-08, heat 0.002 %, mean over 60 s, ± 0.33 K".
[[nodiscard]] std::string airText(const thermal::RoomResult& air);

}  // namespace halltwin::twin
