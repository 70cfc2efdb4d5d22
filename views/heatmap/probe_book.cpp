// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/heatmap/probe_book.h"

#include "views/heatmap/heat_images.h"

#include <algorithm>
#include <utility>

namespace halltwin::views::heatmap {

const Probe* ProbeBook::find(int number) const {
    const auto found = std::find_if(m_probes.begin(), m_probes.end(),
                                    [&](const Probe& probe) { return probe.number == number; });
    return found == m_probes.end() ? nullptr : &*found;
}

int ProbeBook::add(HallId hall, const Point& at, Length height) {
    m_probes.push_back({++m_lastNumber, hall, at, height, {}, {}});
    read(m_probes.back());
    emit changed();
    return m_lastNumber;
}

void ProbeBook::move(int number, HallId hall, const Point& at) {
    for (Probe& probe : m_probes) {
        if (probe.number != number) continue;
        probe.hall = hall;
        probe.at = at;
        probe.history.clear();
        read(probe);
        emit changed();
    }
}

void ProbeBook::remove(int number) {
    const auto gone =
        std::erase_if(m_probes, [&](const Probe& probe) { return probe.number == number; });
    if (m_probes.empty()) m_lastNumber = 0;
    if (gone > 0) emit changed();
}

void ProbeBook::clear() {
    m_lastNumber = 0;
    if (m_probes.empty()) return;
    m_probes.clear();
    emit changed();
}

void ProbeBook::note(bridge::TwinResultPtr result, int answer, thermal::Stage stage) {
    m_result = std::move(result);
    m_answer = answer;
    m_stage = stage;
    if (m_probes.empty()) return;
    for (Probe& probe : m_probes)
        read(probe);
    emit changed();
}

void ProbeBook::forget() {
    m_result.reset();
    for (Probe& probe : m_probes)
        probe.now.reset();
    if (!m_probes.empty()) emit changed();
}

void ProbeBook::read(Probe& probe) {
    probe.now = m_result == nullptr ? std::nullopt
                                    : heatmap::probe(*m_result, probe.hall, probe.at, probe.height);
    if (!probe.now || m_answer == 0) return;
    std::vector<ProbeReading>& history = probe.history;
    if (!history.empty() && history.back().answer == m_answer) history.pop_back();
    history.push_back({m_answer, m_stage, *probe.now});
    if (history.size() > longestHistory) history.erase(history.begin());
}

}  // namespace halltwin::views::heatmap
