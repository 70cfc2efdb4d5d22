// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace halltwin::network {
namespace {

constexpr std::array<std::string_view, 3> tierWords{"leaf", "spine", "core"};
constexpr std::string_view nodeWord = " node ";

/// A whole number from 1, or none.
std::optional<int> countFrom(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 1) return std::nullopt;
    return value;
}

const HostRack& rackAt(const HostList& hosts, DeviceIndex host) {
    const auto after = std::ranges::upper_bound(hosts.racks, host, {}, &HostRack::firstHost);
    return *(after - 1);
}

}  // namespace

std::string nameOfSwitch(const SwitchName& name) {
    const std::size_t tier = std::clamp<std::size_t>(name.tier, 1, tierWords.size());
    if (name.pod < 0) return fmt::format("{}-{}", tierWords[tier - 1], name.number + 1);
    return fmt::format("{}-{}.{}", tierWords[tier - 1], name.pod + 1, name.number + 1);
}

std::optional<SwitchName> parseSwitchName(std::string_view text) {
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto word = std::ranges::find(tierWords, text.substr(0, dash));
    if (word == tierWords.end()) return std::nullopt;
    SwitchName name;
    name.tier = static_cast<std::uint8_t>(word - tierWords.begin() + 1);
    std::string_view numbers = text.substr(dash + 1);
    if (const std::size_t dot = numbers.find('.'); dot != std::string_view::npos) {
        const auto pod = countFrom(numbers.substr(0, dot));
        if (!pod) return std::nullopt;
        name.pod = *pod - 1;
        numbers.remove_prefix(dot + 1);
    }
    const auto number = countFrom(numbers);
    if (!number) return std::nullopt;
    name.number = *number - 1;
    return name;
}

DeviceNames::DeviceNames(const Graph& graph, const HostList& hosts)
    : m_graph(&graph),
      m_hosts(&hosts) {
    for (DeviceIndex d = 0; d < graph.devices.size(); ++d) {
        const Device& device = graph.devices[d];
        if (device.role == DeviceRole::Switch)
            m_switches.emplace(SwitchName{device.tier, device.pod, device.number}, d);
    }
    for (std::size_t r = 0; r < hosts.racks.size(); ++r)
        m_racks.emplace(hosts.racks[r].name, r);
}

std::string DeviceNames::name(DeviceIndex device) const {
    const Device& named = m_graph->devices[device];
    if (named.role == DeviceRole::Switch)
        return nameOfSwitch({named.tier, named.pod, named.number});
    const HostRack& rack = rackAt(*m_hosts, device);
    return fmt::format("{}{}{}", rack.name, nodeWord, device - rack.firstHost + 1);
}

std::string DeviceNames::end(DeviceIndex device, int port) const {
    return fmt::format("{}:{}", name(device), port + 1);
}

std::optional<DeviceIndex> DeviceNames::findHost(std::string_view text) const {
    const std::size_t at = text.rfind(nodeWord);
    if (at == std::string_view::npos) return std::nullopt;
    const auto rack = m_racks.find(text.substr(0, at));
    const auto node = countFrom(text.substr(at + nodeWord.size()));
    if (rack == m_racks.end() || !node) return std::nullopt;
    const HostRack& found = m_hosts->racks[rack->second];
    if (*node > found.nodes) return std::nullopt;
    return found.firstHost + static_cast<DeviceIndex>(*node - 1);
}

std::optional<NamedEnd> DeviceNames::find(std::string_view text) const {
    NamedEnd end;
    if (const std::size_t colon = text.rfind(':'); colon != std::string_view::npos) {
        if (const auto port = countFrom(text.substr(colon + 1))) {
            end.port = *port - 1;
            text = text.substr(0, colon);
        }
    }
    if (const auto name = parseSwitchName(text)) {
        if (const auto found = m_switches.find(*name); found != m_switches.end()) {
            end.device = found->second;
            return end;
        }
    }
    const auto host = findHost(text);
    if (!host) return std::nullopt;
    end.device = *host;
    return end;
}

}  // namespace halltwin::network
