// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/sequence.h"
#include "views/bridge/twin_runner.h"

#include <QObject>
#include <optional>
#include <set>
#include <vector>

namespace halltwin::views::diagram {

/// Elements that the user has taken out on trial, and what that comes to. Not part of the project:
/// it is neither saved nor undone. Lives on the GUI thread; solving takes some milliseconds.
class WhatIf : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// The answer that is tried on; null: none. What is out stays out where it is still there.
    void setAnswer(bridge::TwinResultPtr answer);
    [[nodiscard]] const bridge::TwinResultPtr& answer() const { return m_answer; }

    /// Loads and unknown items cannot be tripped.
    [[nodiscard]] bool canTrip(ItemId item) const;
    void trip(const std::vector<ItemId>& elements);
    void restore(const std::vector<ItemId>& elements);
    void restoreAll();

    /// Taken out by the user.
    [[nodiscard]] const std::set<ItemId>& taken() const { return m_taken; }
    /// Those and what tripped after them.
    [[nodiscard]] std::set<ItemId> gone() const;
    /// None while nothing is out.
    [[nodiscard]] const std::optional<power::Sequence>& outcome() const { return m_outcome; }
    /// Loads that are dark because of it.
    [[nodiscard]] std::vector<ItemId> newlyDark() const;
    /// The state to show: the end of what follows, or the twin's own. Needs an answer.
    [[nodiscard]] const power::ChainResult& solved() const;

signals:
    void changed();

private:
    void solve();

    bridge::TwinResultPtr m_answer;
    std::set<ItemId> m_taken;
    std::optional<power::Sequence> m_outcome;
};

}  // namespace halltwin::views::diagram
