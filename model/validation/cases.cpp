// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/cases.h"

#include <algorithm>

namespace halltwin::validation {

const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        heatedDuct(), lidCavity(),     heatedCavity(),  heatedCube(),  tallCavity(), ceilingJet(),
        fillingBox(), openfoamRoomA(), openfoamRoomB(), pod2WindowA(), pod2WindowC()};
    return all;
}

const Case* findCase(std::string_view id) {
    const auto found =
        std::find_if(cases().begin(), cases().end(), [&](const Case& one) { return one.id == id; });
    return found == cases().end() ? nullptr : &*found;
}

}  // namespace halltwin::validation
