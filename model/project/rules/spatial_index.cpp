// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rules/spatial_index.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::rules {
namespace {

constexpr double cellM = 2.4;                  // a few racks to a cell
constexpr std::int64_t mostCellsOfARect = 64;  // beyond, one look at the rectangle is cheaper
constexpr double edgeM = 1e7;                  // keeps forged coordinates within the cell numbers

std::int64_t cellOf(Length position) {
    return static_cast<std::int64_t>(
        std::floor(std::clamp(position.in(metres), -edgeM, edgeM) / cellM));
}

bool isFinite(const Rect& rect) {
    return std::isfinite(rect.min.x.si()) && std::isfinite(rect.min.y.si()) &&
           std::isfinite(rect.max.x.si()) && std::isfinite(rect.max.y.si());
}

}  // namespace

SpatialIndex::Cells SpatialIndex::cellsOf(const Rect& rect) {
    return {cellOf(rect.min.x), cellOf(rect.min.y), cellOf(rect.max.x), cellOf(rect.max.y)};
}

std::uint64_t SpatialIndex::keyOf(std::int64_t x, std::int64_t y) {
    return static_cast<std::uint64_t>(x) << 32U ^ (static_cast<std::uint64_t>(y) & 0xffffffffU);
}

SpatialIndex::SpatialIndex(std::vector<Rect> rects) : m_rects(std::move(rects)) {
    for (std::size_t i = 0; i < m_rects.size(); ++i) {
        if (!isFinite(m_rects[i])) continue;
        const Cells cells = cellsOf(m_rects[i]);
        if (cells.count() > mostCellsOfARect) {
            m_large.push_back(i);
            continue;
        }
        for (std::int64_t x = cells.x0; x <= cells.x1; ++x) {
            for (std::int64_t y = cells.y0; y <= cells.y1; ++y)
                m_cells[keyOf(x, y)].push_back(i);
        }
    }
}

std::vector<std::size_t> SpatialIndex::overlapping(const Rect& wanted, Length tolerance) const {
    std::vector<std::size_t> found;
    if (!isFinite(wanted)) return found;
    const auto take = [&](const std::vector<std::size_t>& candidates) {
        for (const std::size_t i : candidates) {
            if (overlaps(m_rects[i], wanted, tolerance)) found.push_back(i);
        }
    };
    take(m_large);
    const Cells cells = cellsOf(wanted);
    const auto lookInto = [&](std::int64_t x, std::int64_t y) {
        const auto at = m_cells.find(keyOf(x, y));
        if (at != m_cells.end()) take(at->second);
    };
    if (cells.count() > static_cast<std::int64_t>(m_cells.size())) {
        for (const auto& [key, members] : m_cells)
            take(members);
    } else {
        for (std::int64_t x = cells.x0; x <= cells.x1; ++x) {
            for (std::int64_t y = cells.y0; y <= cells.y1; ++y)
                lookInto(x, y);
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace halltwin::rules
