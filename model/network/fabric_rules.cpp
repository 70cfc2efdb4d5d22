// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/fabric_rules.h"

#include <fmt/format.h>
#include <utility>
#include <vector>

namespace halltwin::network {
namespace {

Issue error(std::string rule, std::string message, std::string fix,
            std::vector<std::string> arguments) {
    return {.rule = std::move(rule),
            .severity = Severity::Error,
            .hall = {},
            .items = {},
            .message = std::move(message),
            .fix = std::move(fix),
            .arguments = std::move(arguments)};
}

Issue warning(Issue issue) {
    issue.severity = Severity::Warning;
    return issue;
}

}  // namespace

Issue radixSmall(const std::string& fabric, int needed, int ports, const std::string& what) {
    return error("network.radix-small",
                 fmt::format("{}: {} has {} ports and needs {}", fabric, what, ports, needed),
                 "Choose a switch with more ports, or smaller groups",
                 {fabric, what, std::to_string(ports), std::to_string(needed)});
}

Issue oddRadix(const std::string& fabric, int ports) {
    return error("network.odd-radix",
                 fmt::format("{}: a fat-tree halves the ports of its switches, and {} is odd",
                             fabric, ports),
                 "Choose a switch with an even number of ports, or a leaf–spine",
                 {fabric, std::to_string(ports)});
}

Issue tooManyHosts(const std::string& fabric, std::size_t hosts, std::size_t most) {
    return error("network.too-many-hosts",
                 fmt::format("{}: {} servers, and the fabric holds {}", fabric, hosts, most),
                 "Choose switches with more ports, more tiers, a higher oversubscription, or one "
                 "fabric for each hall",
                 {fabric, std::to_string(hosts), std::to_string(most)});
}

Issue unknownSwitch(const std::string& fabric, const std::string& key) {
    return error("network.unknown-switch",
                 fmt::format("{}: the catalogue has no switch \"{}\"", fabric, key),
                 "Choose a switch of the catalogue", {fabric, key});
}

Issue noHosts(const std::string& fabric, std::string_view purpose) {
    return warning(error("network.no-hosts",
                         fmt::format("{}: no rack has ports into a {} network", fabric, purpose),
                         "Place racks whose servers have such ports, or remove the fabric",
                         {fabric, std::string(purpose)}));
}

Issue speedMismatch(const std::string& fabric, const SpeedPair& ends) {
    const auto rate = [](double gbps) { return fmt::format("{:g}", gbps); };
    return warning(error(
        "network.speed-mismatch",
        fmt::format("{}: {} runs at {} Gb/s and {} at {} Gb/s; their links run at the lower",
                    fabric, ends.first, rate(ends.firstGbps), ends.second, rate(ends.secondGbps)),
        "Choose ports of the same speed at both ends",
        {fabric, ends.first, rate(ends.firstGbps), ends.second, rate(ends.secondGbps)}));
}

Issue protocolMismatch(const std::string& fabric, const std::string& adapter,
                       const std::string& switchName) {
    return warning(error(
        "network.protocol-mismatch",
        fmt::format("{}: {} and {} do not speak the same protocol", fabric, adapter, switchName),
        "Choose a switch of the adapter's protocol, or set the adapter to the switch's where "
        "it can do both",
        {fabric, adapter, switchName}));
}

Issue editUnknown(const std::string& fabric, const std::string& name) {
    return error(
        "network.edit-unknown",
        fmt::format("{}: a change names \"{}\", which the fabric does not have", fabric, name),
        "Take the change back, or name what the fabric has", {fabric, name});
}

Issue switchExists(const std::string& fabric, const std::string& name) {
    return error("network.switch-exists",
                 fmt::format("{}: a change adds {}, which is there already", fabric, name),
                 "Give the added switch a free number", {fabric, name});
}

Issue portUnknown(const std::string& fabric, const std::string& end, int ports) {
    return error("network.port-unknown",
                 fmt::format("{}: there is no {}: ports go from 1 to {}", fabric, end, ports),
                 "Name a port that is there, or none for the lowest free one",
                 {fabric, end, std::to_string(ports)});
}

Issue portTwice(const std::string& fabric, const std::string& end) {
    return error("network.port-twice", fmt::format("{}: {} has a cable already", fabric, end),
                 "Remove that cable first, or name a free port", {fabric, end});
}

Issue portsFull(const std::string& fabric, const std::string& name) {
    return error("network.ports-full", fmt::format("{}: {} has no free port", fabric, name),
                 "Remove one of its cables first", {fabric, name});
}

Issue selfLink(const std::string& fabric, const std::string& name) {
    return error("network.self-link",
                 fmt::format("{}: a cable would join {} to itself", fabric, name),
                 "Name two different ends", {fabric, name});
}

Issue notConnected(const std::string& fabric, std::size_t cutOff, std::size_t hosts) {
    return warning(
        error("network.not-connected",
              fmt::format("{}: {} of {} servers cannot reach the others", fabric, cutOff, hosts),
              "Take changes by hand back, or add the missing cables",
              {fabric, std::to_string(cutOff), std::to_string(hosts)}));
}

}  // namespace halltwin::network
