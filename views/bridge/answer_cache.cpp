// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/answer_cache.h"

#include <algorithm>
#include <utility>

namespace halltwin::views::bridge {

namespace {

bool sameQuestion(const twin::TwinInput& a, const twin::TwinInput& b) {
    return a.project == b.project && a.catalog == b.catalog && a.scenario == b.scenario;
}

}  // namespace

void AnswerCache::remember(const twin::TwinInput& input, TwinResultPtr result) {
    std::erase_if(m_known, [&](const Known& known) { return sameQuestion(known.input, input); });
    m_known.push_front({input, std::move(result)});
    if (m_known.size() > most) m_known.pop_back();
}

const AnswerCache::Known* AnswerCache::find(const twin::TwinInput& input,
                                            thermal::Stage finest) const {
    const auto at = std::find_if(m_known.begin(), m_known.end(), [&](const Known& known) {
        return sameQuestion(known.input, input) && known.input.settings.stage <= finest;
    });
    return at == m_known.end() ? nullptr : &*at;
}

}  // namespace halltwin::views::bridge
