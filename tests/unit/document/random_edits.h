// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/edits.h"

#include <random>

namespace halltwin::tests {

/// Draws edits of every kind, most of them sound, some wrong on purpose, that keep a project near
/// its present size.
class RandomEdits {
public:
    explicit RandomEdits(unsigned seed) : m_random(seed) {}

    [[nodiscard]] edit::AnyEdit next(const Project& project);

    /// A whole number from 0 to below `bound`.
    [[nodiscard]] int below(int bound);

private:
    [[nodiscard]] ItemId item(const Project& project);
    [[nodiscard]] std::vector<ItemId> items(const Project& project, int most);
    [[nodiscard]] HallId hall(const Project& project);
    [[nodiscard]] Length shift();

    [[nodiscard]] edit::AnyEdit growing(const Project& project);
    [[nodiscard]] edit::AnyEdit linking(const Project& project);
    [[nodiscard]] edit::AnyEdit setting(const Project& project);
    [[nodiscard]] edit::AnyEdit plantSetting(const Project& project);
    [[nodiscard]] edit::AnyEdit fabricSetting(const Project& project);

    std::mt19937 m_random;
};

}  // namespace halltwin::tests
