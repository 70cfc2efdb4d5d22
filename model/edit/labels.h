// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"
#include "model/project/project.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace halltwin::edit {

/// Hands out item labels that no item of the project has, nor any handed out before.
class LabelMaker {
public:
    explicit LabelMaker(const Project& project);

    /// The prefix and the lowest free number, from 1: "R" → "R7".
    [[nodiscard]] std::string next(std::string_view prefix);

    /// The wanted label when it is free, otherwise the same with its final number counted on ("R09"
    /// → "R10", "UPS" → "UPS 2"). An empty label stays empty.
    [[nodiscard]] std::string freeOr(const std::string& wanted);

private:
    /// All numbers from `from` to below `next` are taken after a stem.
    struct Run {
        long long from = 0;
        long long next = 0;
    };

    std::string countOn(const std::string& stem, long long from, std::size_t digits);

    std::unordered_set<std::string> m_taken;
    std::unordered_map<std::string, Run> m_runs;  ///< by stem, so that long series stay quick
};

/// Usual prefix of a kind's labels: R rack, C cooler, T transformer… Empty for building parts,
/// which go unlabelled.
[[nodiscard]] std::string_view labelPrefix(ItemKind kind);

}  // namespace halltwin::edit
