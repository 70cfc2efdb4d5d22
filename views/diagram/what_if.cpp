// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/what_if.h"

#include <algorithm>
#include <span>
#include <utility>

namespace halltwin::views::diagram {

void WhatIf::setAnswer(bridge::TwinResultPtr answer) {
    m_answer = std::move(answer);
    if (m_answer == nullptr) {
        m_taken.clear();
    } else {
        std::erase_if(m_taken, [this](ItemId item) { return !canTrip(item); });
    }
    solve();
}

bool WhatIf::canTrip(ItemId item) const {
    if (m_answer == nullptr) return false;
    const auto& elements = m_answer->chain.elements;
    return std::any_of(elements.begin(), elements.end(),
                       [item](const power::Element& element) { return element.id == item; });
}

void WhatIf::trip(const std::vector<ItemId>& elements) {
    const std::size_t before = m_taken.size();
    for (const ItemId element : elements) {
        if (canTrip(element)) m_taken.insert(element);
    }
    if (m_taken.size() != before) solve();
}

void WhatIf::restore(const std::vector<ItemId>& elements) {
    const std::size_t before = m_taken.size();
    for (const ItemId element : elements)
        m_taken.erase(element);
    if (m_taken.size() != before) solve();
}

void WhatIf::restoreAll() {
    if (m_taken.empty()) return;
    m_taken.clear();
    solve();
}

std::set<ItemId> WhatIf::gone() const {
    std::set<ItemId> gone = m_taken;
    if (m_outcome) gone.insert(m_outcome->gone.begin(), m_outcome->gone.end());
    return gone;
}

std::vector<ItemId> WhatIf::newlyDark() const {
    std::vector<ItemId> dark;
    if (!m_outcome) return dark;
    for (const ItemId item : m_outcome->darkLoads) {
        const power::LoadResult* before = m_answer->power.load(item);
        if (before != nullptr && before->supplied.si() > 0.0) dark.push_back(item);
    }
    return dark;
}

const power::ChainResult& WhatIf::solved() const {
    return m_outcome ? m_outcome->end : m_answer->power;
}

void WhatIf::solve() {
    m_outcome.reset();
    if (m_answer != nullptr && !m_taken.empty()) {
        const std::vector<ItemId> failed(m_taken.begin(), m_taken.end());
        power::SequenceSettings settings;
        settings.samples = power::Samples::Drop;
        auto outcome =
            power::followFailure(m_answer->chain, std::span<const ItemId>(failed), settings);
        if (outcome) m_outcome = *std::move(outcome);
    }
    emit changed();
}

}  // namespace halltwin::views::diagram
