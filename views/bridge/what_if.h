// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/sequence.h"
#include "views/bridge/latest_job.h"
#include "views/bridge/twin_runner.h"

#include <QObject>
#include <QString>
#include <memory>
#include <optional>
#include <set>
#include <unordered_set>
#include <vector>

namespace halltwin::views::bridge {

/// An event of the power chain that people plan for, as it is played on trial.
struct TrialEvent {
    QString key;  ///< stable, of the engine's list
    QString name;
    QString description;
    std::vector<power::Incident> incidents;
};

using SequencePtr = std::shared_ptr<const power::Sequence>;

/// What the user tries on the power chain: elements taken out by hand, a named event, or both, what
/// that comes to, and the moment of it that is shown. Not part of the project: it is neither saved
/// nor undone. Lives on the GUI thread and follows the chain on a worker: `changed` comes at once,
/// with `isFollowing`, and again with the answer. Until then the answer before it stays.
class WhatIf : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// The answer that is tried on; null: none. What is on trial stays where its elements do.
    void setAnswer(TwinResultPtr answer);
    [[nodiscard]] const TwinResultPtr& answer() const { return m_answer; }

    /// Loads and unknown items cannot be tripped.
    [[nodiscard]] bool canTrip(ItemId item) const { return m_elements.contains(item); }
    void trip(const std::vector<ItemId>& elements);
    void restore(const std::vector<ItemId>& elements);
    /// Plays an event instead of what was on trial. One that names unknown elements is refused.
    void play(TrialEvent event);
    /// Ends the trial; nothing that is under way comes any more.
    void restoreAll();

    [[nodiscard]] bool isActive() const { return m_event.has_value() || !m_taken.empty(); }
    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    [[nodiscard]] const std::optional<TrialEvent>& event() const { return m_event; }
    /// Taken out by hand.
    [[nodiscard]] const std::set<ItemId>& taken() const { return m_taken; }
    /// All of what follows; null without a trial and before the first answer.
    [[nodiscard]] const SequencePtr& outcome() const { return m_outcome; }
    /// Why there is none.
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }

    /// The moment to show; none: the end.
    void setMoment(std::optional<Duration> at);
    [[nodiscard]] const std::optional<Duration>& moment() const { return m_moment; }
    /// What is shown: the sequence up to the moment, or all of it; null: the twin's own state.
    [[nodiscard]] const SequencePtr& shown() const { return m_moment ? m_partial : m_outcome; }

    /// Out at the moment shown: taken, failed or tripped.
    [[nodiscard]] std::set<ItemId> gone() const;
    /// Loads that are dark then because of it.
    [[nodiscard]] std::vector<ItemId> newlyDark() const;
    /// The state of the chain then, or the twin's own. Needs an answer.
    [[nodiscard]] const power::ChainResult& solved() const;

signals:
    void changed();

private:
    [[nodiscard]] std::vector<power::Incident> incidents() const;
    void follow();
    void followMoment();
    void forgetOutcome();

    TwinResultPtr m_answer;
    std::unordered_set<ItemId> m_elements;  ///< of the answer's chain
    std::optional<TrialEvent> m_event;
    std::set<ItemId> m_taken;
    SequencePtr m_outcome;
    SequencePtr m_partial;                ///< up to the moment; until it is there, the one before
    std::optional<Duration> m_partialAt;  ///< sample that m_partial ends with
    std::optional<Duration> m_moment;
    std::optional<Error> m_failure;
    bool m_isFollowing = false;
    int m_trial = 0;  ///< counts what was wanted: an older outcome does not end the waiting
    LatestJob m_followJob;
    LatestJob m_momentJob;
};

}  // namespace halltwin::views::bridge
