// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/document/observer_list.h"

namespace halltwin::document {

int ObserverList::add(Observer observer) {
    m_observers.emplace(++m_lastNumber, std::move(observer));
    return m_lastNumber;
}

void ObserverList::tell(const ChangeSet& change, std::shared_ptr<const Project> project) {
    m_waiting.emplace_back(change, std::move(project));
    if (m_isTelling) return;
    struct Telling {
        bool& flag;
        explicit Telling(bool& f) : flag(f) { flag = true; }
        ~Telling() { flag = false; }
    } const telling(m_isTelling);
    while (!m_waiting.empty()) {
        const auto [next, snapshot] = std::move(m_waiting.front());
        m_waiting.pop_front();
        tellAll(next, *snapshot);
    }
}

void ObserverList::tellAll(const ChangeSet& change, const Project& project) {
    // By number, not by iterator: an observer may remove itself or others. One that subscribes
    // meanwhile sees the document as it is now and need not hear of this change.
    const int last = m_lastNumber;
    for (auto at = m_observers.begin(); at != m_observers.end() && at->first <= last;) {
        const int number = at->first;
        const Observer observer = at->second;  // stays alive should it remove itself
        observer(change, project);
        at = m_observers.upper_bound(number);
    }
}

}  // namespace halltwin::document
