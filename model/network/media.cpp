// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/media.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace halltwin::network {
namespace {

constexpr std::array classesM{0.5,   1.0,   1.5,   2.0,   2.5,   3.0,    4.0,    5.0,    7.0,
                              10.0,  15.0,  20.0,  25.0,  30.0,  40.0,   50.0,   75.0,   100.0,
                              150.0, 200.0, 300.0, 400.0, 500.0, 1000.0, 2000.0, 5000.0, 10000.0};
constexpr double roundingM = 1e-9;

}  // namespace

Media::Media(const Catalog& catalog) {
    for (const auto& [key, entry] : catalog.equipment()) {
        if (const auto* spec = entry.as<MediumSpec>()) m_media.push_back({key, entry.name, *spec});
    }
    std::ranges::stable_sort(m_media, {}, [](const Medium& m) { return m.spec.speed; });
}

std::optional<std::size_t> Media::choose(DataRate rate, Length length) const {
    std::optional<std::size_t> best;
    const auto cost = [&](std::size_t i) {
        return std::tuple(priceOf(m_media[i].spec, length), m_media[i].spec.powerPerEnd);
    };
    for (std::size_t i = 0; i < m_media.size(); ++i) {
        const MediumSpec& spec = m_media[i].spec;
        if (spec.speed < rate || spec.reach.in(metres) + roundingM < length.in(metres)) continue;
        if (best && m_media[*best].spec.speed < spec.speed) break;
        if (!best || cost(i) < cost(*best)) best = i;
    }
    return best;
}

Length Media::lengthClass(Length length) {
    const double lengthM = length.in(metres);
    const auto found = std::ranges::lower_bound(classesM, lengthM - roundingM);
    return found == classesM.end() ? length : metres(*found);
}

Money Media::priceOf(const MediumSpec& spec, Length length) {
    return spec.pricePerEnd * 2.0 + spec.pricePerMetre * lengthClass(length).in(metres);
}

}  // namespace halltwin::network
