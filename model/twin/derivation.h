// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace halltwin::twin {

/// One number that goes into a figure, as a reader would want to check it.
struct DerivationInput {
    std::string name;
    double value = 0.0;
    std::string unit;
    std::string source;

    bool operator==(const DerivationInput&) const = default;
};

/// Where a shown figure comes from: its formula in words and symbols, and everything that enters
/// it. `key` is the name of the figure in the command line's JSON ("pue", "it_power_w").
struct Derivation {
    std::string key;
    std::string name;
    double value = 0.0;
    std::string unit;
    std::string formula;
    std::vector<DerivationInput> inputs;

    bool operator==(const Derivation&) const = default;
};

}  // namespace halltwin::twin
