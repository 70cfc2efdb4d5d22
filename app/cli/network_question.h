// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/cuts.h"
#include "model/network/fabric_job.h"
#include "model/network/fabric_matrix.h"
#include "model/network/fabric_study.h"
#include "model/network/scaling.h"

#include <array>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace halltwin::cli {

/// What `network` was asked besides the figures.
struct NetworkQuestion {
    std::string fabric;      ///< name or number; empty: the first compute fabric
    std::string collective;  ///< empty: none asked
    std::string algorithm = "ring";
    double bytes = 1e9;
    std::vector<std::string> cuts;
    bool rankLosses = false;
    double stepS = 0.0;  ///< computation of a training step; 0: no scaling curve
    double overlap = 0.0;
    std::string traffic;  ///< one of trafficNames; empty: none asked
    std::string matrix;   ///< "hops" or "bandwidth"; empty: none asked
    std::string group = "automatic";
};

struct NamedLoss {
    std::string name;
    network::RankedLoss loss;
};

/// A project's network and what was asked of one fabric.
struct NetworkAnswer {
    network::NetworkPlan network;
    std::optional<network::PlannedFabric> chosen;
    std::vector<std::optional<network::Bisection>> bisections;  ///< by fabric; none without pairs
    std::optional<network::FabricCollective> collective;
    std::optional<network::FailureEffect> cut;
    std::vector<NamedLoss> losses;
    std::vector<network::ScalingPoint> scaling;
    std::optional<network::FabricStudy> traffic;
    std::string trafficName;  ///< as it was asked for
    std::optional<network::HopMatrix> hops;
    std::optional<network::GroupBandwidth> bandwidth;
};

inline constexpr std::array collectiveNames{"all-reduce", "all-gather", "reduce-scatter",
                                            "all-to-all"};
/// Of network::TrafficKind, from StorageRead on.
inline constexpr std::array trafficNames{"storage-read", "storage-write", "incast", "uniform"};
inline constexpr std::array algorithmNames{"ring", "tree", "hierarchical", "direct"};

/// Plans the network of a project and answers. Fails with NotFound and InvalidArgument on names
/// that do not exist, with Cancelled, and as the engine does.
[[nodiscard]] Result<void> answerNetwork(const Project& project, const Catalog& catalog,
                                         const NetworkQuestion& question, NetworkAnswer& answer,
                                         const std::stop_token& stop);

}  // namespace halltwin::cli
