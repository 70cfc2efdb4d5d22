// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/issue.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace halltwin::network {

/// What can be wrong with a fabric's figures. The first argument of each is the fabric's name.
[[nodiscard]] Issue radixSmall(const std::string& fabric, int needed, int ports,
                               const std::string& what);
[[nodiscard]] Issue oddRadix(const std::string& fabric, int ports);
[[nodiscard]] Issue tooManyHosts(const std::string& fabric, std::size_t hosts, std::size_t most);
[[nodiscard]] Issue unknownSwitch(const std::string& fabric, const std::string& key);
[[nodiscard]] Issue noHosts(const std::string& fabric, std::string_view purpose);

/// Two ends of unlike speed; the link runs at the lower one.
struct SpeedPair {
    std::string first;
    double firstGbps = 0.0;
    std::string second;
    double secondGbps = 0.0;
};
[[nodiscard]] Issue speedMismatch(const std::string& fabric, const SpeedPair& ends);
[[nodiscard]] Issue protocolMismatch(const std::string& fabric, const std::string& adapter,
                                     const std::string& switchName);

/// What can be wrong with a change by hand.
[[nodiscard]] Issue editUnknown(const std::string& fabric, const std::string& name);
[[nodiscard]] Issue switchExists(const std::string& fabric, const std::string& name);
[[nodiscard]] Issue portUnknown(const std::string& fabric, const std::string& end, int ports);
[[nodiscard]] Issue portTwice(const std::string& fabric, const std::string& end);
[[nodiscard]] Issue portsFull(const std::string& fabric, const std::string& name);
[[nodiscard]] Issue selfLink(const std::string& fabric, const std::string& name);
[[nodiscard]] Issue notConnected(const std::string& fabric, std::size_t cutOff, std::size_t hosts);

}  // namespace halltwin::network
