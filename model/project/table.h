// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace halltwin {

/// Entities of one kind, ordered by id, as a value: copies are cheap and share their rows.
/// Writing copies the list of rows first when another copy looks at it, so older snapshots never
/// change. Thread rule: any number of threads may read their own copies; one object is written by
/// one thread.
template <class T>
class Table {
public:
    using IdType = decltype(T::id);
    using Row = std::shared_ptr<const T>;
    using Rows = std::vector<Row>;

    class Iterator {
    public:
        using value_type = T;
        using difference_type = std::ptrdiff_t;

        Iterator() = default;
        explicit Iterator(typename Rows::const_iterator at) : m_at(at) {}
        const T& operator*() const { return **m_at; }
        const T* operator->() const { return m_at->get(); }
        Iterator& operator++() {
            ++m_at;
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++m_at;
            return before;
        }
        bool operator==(const Iterator&) const = default;

    private:
        typename Rows::const_iterator m_at;
    };

    [[nodiscard]] Iterator begin() const { return Iterator(m_rows->begin()); }
    [[nodiscard]] Iterator end() const { return Iterator(m_rows->end()); }
    [[nodiscard]] std::size_t size() const { return m_rows->size(); }
    [[nodiscard]] bool empty() const { return m_rows->empty(); }

    /// Shared rows, so that a diff can skip the ones that two tables have in common.
    [[nodiscard]] const Rows& rows() const { return *m_rows; }

    /// Null when there is no such entity. Valid while this table, or a copy of it, lives.
    [[nodiscard]] const T* find(IdType id) const {
        const auto at = lowerBound(*m_rows, id);
        return at != m_rows->end() && (*at)->id == id ? at->get() : nullptr;
    }
    [[nodiscard]] bool contains(IdType id) const { return find(id) != nullptr; }

    /// One above the highest id in use.
    [[nodiscard]] IdType nextId() const {
        return IdType{empty() ? 1 : m_rows->back()->id.value + 1};
    }

    /// Inserts the entity, or replaces the one of the same id. An equal row is left as it is.
    void set(T entity) {
        const T* present = find(entity.id);
        if (present != nullptr && *present == entity) return;
        Rows& rows = writable();
        const auto at = lowerBound(rows, entity.id);
        const IdType id = entity.id;
        auto row = std::make_shared<const T>(std::move(entity));
        if (at != rows.end() && (*at)->id == id) {
            *at = std::move(row);
        } else {
            rows.insert(at, std::move(row));
        }
    }

    /// Inserts an entity under a fresh id and returns that id.
    IdType add(T entity) {
        entity.id = nextId();
        const IdType id = entity.id;
        writable().push_back(std::make_shared<const T>(std::move(entity)));
        return id;
    }

    template <class Predicate>
    void eraseIf(Predicate predicate) {
        if (std::none_of(begin(), end(), predicate)) return;
        std::erase_if(writable(), [&](const Row& row) { return predicate(*row); });
    }

    friend bool operator==(const Table& a, const Table& b) {
        if (a.m_rows == b.m_rows) return true;
        return std::equal(a.m_rows->begin(), a.m_rows->end(), b.m_rows->begin(), b.m_rows->end(),
                          [](const Row& x, const Row& y) { return x == y || *x == *y; });
    }

private:
    template <class R>
    static auto lowerBound(R& rows, IdType id) {
        return std::lower_bound(rows.begin(), rows.end(), id,
                                [](const Row& row, IdType wanted) { return row->id < wanted; });
    }

    Rows& writable() {
        if (m_rows.use_count() != 1) m_rows = std::make_shared<Rows>(*m_rows);
        return *m_rows;
    }

    std::shared_ptr<Rows> m_rows = std::make_shared<Rows>();
};

}  // namespace halltwin
