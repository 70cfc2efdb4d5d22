// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document/subscription.h"

#include <deque>
#include <map>
#include <memory>
#include <utility>

namespace halltwin::document {

/// The observers of one document, told of changes in the order of their numbers. Observers may
/// subscribe, leave and cause further changes while they are being told: a further change waits
/// until all have heard of the present one.
class ObserverList {
public:
    int add(Observer observer);
    void remove(int number) { m_observers.erase(number); }
    [[nodiscard]] bool contains(int number) const { return m_observers.contains(number); }

    void tell(const ChangeSet& change, std::shared_ptr<const Project> project);

private:
    void tellAll(const ChangeSet& change, const Project& project);

    std::map<int, Observer> m_observers;
    std::deque<std::pair<ChangeSet, std::shared_ptr<const Project>>> m_waiting;
    bool m_isTelling = false;
    int m_lastNumber = 0;
};

}  // namespace halltwin::document
