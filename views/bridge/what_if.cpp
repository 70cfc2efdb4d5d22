// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/what_if.h"

#include <algorithm>
#include <span>
#include <utility>

namespace halltwin::views::bridge {

namespace {

/// Time of the last sample at or before `at`: between two of them nothing changes.
Duration sampleAt(const power::Sequence& sequence, Duration at) {
    const auto after = std::upper_bound(
        sequence.samples.begin(), sequence.samples.end(), at,
        [](Duration time, const power::SequenceSample& sample) { return time < sample.at; });
    return after == sequence.samples.begin() ? Duration{} : std::prev(after)->at;
}

}  // namespace

void WhatIf::setAnswer(TwinResultPtr answer) {
    m_answer = std::move(answer);
    m_elements.clear();
    if (m_answer == nullptr) {
        m_taken.clear();
        m_event.reset();
    } else {
        for (const power::Element& element : m_answer->chain.elements)
            m_elements.insert(element.id);
        std::erase_if(m_taken, [this](ItemId item) { return !canTrip(item); });
        const auto isGone = [this](const power::Incident& one) { return !canTrip(one.item); };
        if (m_event && std::any_of(m_event->incidents.begin(), m_event->incidents.end(), isGone))
            m_event.reset();
    }
    follow();
}

void WhatIf::trip(const std::vector<ItemId>& elements) {
    const std::size_t before = m_taken.size();
    for (const ItemId element : elements) {
        if (canTrip(element)) m_taken.insert(element);
    }
    if (m_taken.size() != before) follow();
}

void WhatIf::restore(const std::vector<ItemId>& elements) {
    const std::size_t before = m_taken.size();
    for (const ItemId element : elements)
        m_taken.erase(element);
    if (m_taken.size() != before) follow();
}

void WhatIf::play(TrialEvent event) {
    const bool isKnown =
        std::all_of(event.incidents.begin(), event.incidents.end(),
                    [this](const power::Incident& one) { return canTrip(one.item); });
    if (!isKnown || event.incidents.empty()) return;
    m_taken.clear();
    m_event = std::move(event);
    m_moment.reset();
    follow();
}

void WhatIf::restoreAll() {
    if (!isActive()) return;
    m_taken.clear();
    m_event.reset();
    follow();
}

void WhatIf::setMoment(std::optional<Duration> at) {
    if (m_moment == at) return;
    m_moment = at;
    if (!at) {
        m_momentJob.forget();
        m_partial.reset();
        m_partialAt.reset();
    } else if (m_outcome != nullptr) {
        if (m_partial == nullptr) m_partial = m_outcome;
        followMoment();
    }
    emit changed();
}

std::set<ItemId> WhatIf::gone() const {
    std::set<ItemId> gone = m_taken;
    if (shown() != nullptr) gone.insert(shown()->gone.begin(), shown()->gone.end());
    return gone;
}

std::vector<ItemId> WhatIf::newlyDark() const {
    std::vector<ItemId> dark;
    if (shown() == nullptr) return dark;
    std::unordered_set<ItemId> fedBefore;
    for (const power::LoadResult& load : m_answer->power.loads) {
        if (load.supplied.si() > 0.0) fedBefore.insert(load.id);
    }
    for (const ItemId item : shown()->darkLoads) {
        if (fedBefore.contains(item)) dark.push_back(item);
    }
    return dark;
}

const power::ChainResult& WhatIf::solved() const {
    return shown() != nullptr ? shown()->end : m_answer->power;
}

std::vector<power::Incident> WhatIf::incidents() const {
    std::vector<power::Incident> all;
    for (const ItemId item : m_taken)
        all.push_back({item, {}, power::Incident::Kind::Fails});
    if (m_event) all.insert(all.end(), m_event->incidents.begin(), m_event->incidents.end());
    return all;
}

void WhatIf::forgetOutcome() {
    m_followJob.forget();
    m_momentJob.forget();
    m_outcome.reset();
    m_partial.reset();
    m_partialAt.reset();
    m_moment.reset();
    m_failure.reset();
    m_isFollowing = false;
}

void WhatIf::follow() {
    ++m_trial;
    if (m_answer == nullptr || !isActive()) {
        forgetOutcome();
    } else {
        m_isFollowing = true;
        m_followJob.want([this, trial = m_trial, answer = m_answer, incidents = incidents()] {
            auto outcome = power::followFailure(answer->chain,
                                                std::span<const power::Incident>(incidents), {});
            SequencePtr sequence;
            std::optional<Error> failure;
            if (outcome) {
                sequence = std::make_shared<const power::Sequence>(*std::move(outcome));
            } else {
                failure = outcome.error();
            }
            return [this, trial, sequence, failure] {
                m_outcome = sequence;
                m_failure = failure;
                m_isFollowing = trial != m_trial;
                m_partialAt.reset();
                if (m_outcome == nullptr) m_moment.reset();
                if (m_moment) {
                    m_partial = m_outcome;
                    followMoment();
                }
                emit changed();
            };
        });
    }
    emit changed();
}

/// The chain is followed anew up to the moment: its end is the state then, cords and all.
void WhatIf::followMoment() {
    const Duration at = sampleAt(*m_outcome, *m_moment);
    if (m_partialAt == at) return;
    m_partialAt = at;
    power::SequenceSettings settings;
    settings.horizon = at;
    settings.samples = power::Samples::Drop;
    m_momentJob.want([this, answer = m_answer, incidents = incidents(), settings] {
        auto outcome = power::followFailure(answer->chain,
                                            std::span<const power::Incident>(incidents), settings);
        SequencePtr partial;
        if (outcome) partial = std::make_shared<const power::Sequence>(*std::move(outcome));
        return [this, partial] {
            if (partial != nullptr) m_partial = partial;
            emit changed();
        };
    });
}

}  // namespace halltwin::views::bridge
