// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/validation/case.h"

namespace halltwin::validation {

[[nodiscard]] const Case& heatedDuct();    ///< energy balance
[[nodiscard]] const Case& lidCavity();     ///< Ghia, Ghia and Shin 1982
[[nodiscard]] const Case& heatedCavity();  ///< de Vahl Davis 1983
[[nodiscard]] const Case& heatedCube();    ///< Tric and others 2000
[[nodiscard]] const Case& tallCavity();    ///< Betts and Bokhari 2000
[[nodiscard]] const Case& ceilingJet();    ///< IEA Annex 20, Nielsen 1990
[[nodiscard]] const Case& fillingBox();    ///< Linden and others 1990
[[nodiscard]] const Case& openfoamRoomA();
[[nodiscard]] const Case& openfoamRoomB();
[[nodiscard]] const Case& pod2WindowA();
[[nodiscard]] const Case& pod2WindowC();

/// All of them, the simplest first.
[[nodiscard]] const std::vector<Case>& cases();

/// The case of that id; null when there is none.
[[nodiscard]] const Case* findCase(std::string_view id);

}  // namespace halltwin::validation
