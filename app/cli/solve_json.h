// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "model/project/project.h"
#include "model/thermal/result.h"

#include <string>
#include <vector>

namespace halltwin::cli {

/// A point in hall coordinates, metres.
struct Probe {
    double xM = 0.0;
    double yM = 0.0;
    double zM = 0.0;
};

/// Reads "X,Y,Z" texts. Fails with InvalidArgument, naming the one that is no such triple.
[[nodiscard]] Result<std::vector<Probe>> readProbes(const std::vector<std::string>& texts);

/// The hall in the keys of the `solve` command.
[[nodiscard]] Json solveJson(const Project& project, const thermal::RoomResult& air,
                             const std::vector<Probe>& probes);

/// The hall's air-management figures in the keys of the `solve` command.
[[nodiscard]] Json metricsJson(const thermal::Metrics& metrics);

void printRoom(const Project& project, const thermal::RoomResult& air,
               const std::vector<Probe>& probes);

}  // namespace halltwin::cli
