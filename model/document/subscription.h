// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/change_set.h"
#include "model/project/project.h"

#include <functional>
#include <memory>

namespace halltwin::document {

using Observer = std::function<void(const ChangeSet&, const Project&)>;

class ObserverList;

/// Keeps an observer subscribed for as long as it lives. It may outlive the document.
class Subscription {
public:
    Subscription() = default;
    Subscription(std::weak_ptr<ObserverList> list, int number);
    ~Subscription();
    Subscription(Subscription&& other) noexcept;
    Subscription& operator=(Subscription&& other) noexcept;
    Subscription(const Subscription&) = delete;
    Subscription& operator=(const Subscription&) = delete;

    void cancel();
    [[nodiscard]] bool isActive() const;

private:
    std::weak_ptr<ObserverList> m_list;
    int m_number = 0;
};

}  // namespace halltwin::document
