// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/twin/twin.h"

#include <deque>
#include <memory>

namespace halltwin::views::bridge {

using TwinResultPtr = std::shared_ptr<const twin::TwinResult>;

/// The finest answers to the last few questions, so that undo shows figures again without
/// calculating them. A question is a project's identity, catalogue and scenario: an undone edit
/// brings the very same snapshot back.
class AnswerCache {
public:
    static constexpr std::size_t most = 8;

    struct Known {
        twin::TwinInput input;  ///< with the settings of the answer
        TwinResultPtr result;
    };

    /// Replaces an answer of another stage to the same question; the oldest goes when it is full.
    void remember(const twin::TwinInput& input, TwinResultPtr result);
    /// Null when no answer of `finest` or less is known.
    [[nodiscard]] const Known* find(const twin::TwinInput& input, thermal::Stage finest) const;
    void clear() { m_known.clear(); }

private:
    std::deque<Known> m_known;  ///< the latest first
};

}  // namespace halltwin::views::bridge
