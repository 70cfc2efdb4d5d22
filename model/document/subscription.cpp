// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/document/subscription.h"

#include "model/document/observer_list.h"

#include <utility>

namespace halltwin::document {

Subscription::Subscription(std::weak_ptr<ObserverList> list, int number)
    : m_list(std::move(list)),
      m_number(number) {}

Subscription::~Subscription() {
    cancel();
}

Subscription::Subscription(Subscription&& other) noexcept
    : m_list(std::exchange(other.m_list, {})),
      m_number(std::exchange(other.m_number, 0)) {}

Subscription& Subscription::operator=(Subscription&& other) noexcept {
    if (this == &other) return *this;
    cancel();
    m_list = std::exchange(other.m_list, {});
    m_number = std::exchange(other.m_number, 0);
    return *this;
}

void Subscription::cancel() {
    if (const auto list = m_list.lock()) list->remove(m_number);
    m_list.reset();
}

bool Subscription::isActive() const {
    const auto list = m_list.lock();
    return list && list->contains(m_number);
}

}  // namespace halltwin::document
