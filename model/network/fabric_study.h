// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_job.h"
#include "model/project/catalog.h"
#include "model/project/project.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::network {

/// What runs over a fabric.
enum class TrafficKind : std::uint8_t {
    Collective,    ///< of all GPUs, or servers
    StorageRead,   ///< every other server from every storage server
    StorageWrite,  ///< every other server to every storage server
    Incast,        ///< all ports to the first port of the last server
    Uniform,       ///< each port to eight ports of other servers, drawn by chance (to fewer
                   ///< above 12,500 ports)
};

/// What is asked of a fabric.
struct StudyQuestion {
    TrafficKind traffic = TrafficKind::Collective;
    FabricJob job;                      ///< the collective; also the one that a loss is judged by
    std::vector<std::string> losses{};  ///< as lossNamed reads them

    bool operator==(const StudyQuestion&) const = default;
};

/// What the traffic does to the fabric, what is lost taken out of it.
struct FabricStudy {
    Traffic traffic;
    FlowResult flows;
    std::optional<FabricCollective> collective;  ///< of TrafficKind::Collective
    Loss loss;                                   ///< all of the question's together
    std::optional<FailureEffect> effect;         ///< where anything is lost
    std::vector<std::string> unknown;            ///< losses that name nothing of this fabric

    /// Load of a link in its fuller direction, share of its rate.
    [[nodiscard]] double load(LinkIndex link) const;
};

/// The losses that the texts name, together; those that name nothing are passed over and added to
/// `unknown`.
[[nodiscard]] Loss lossesNamed(const PlannedFabric& fabric, const Project& project,
                               const std::vector<std::string>& texts,
                               std::vector<std::string>& unknown);

/// Fails with NotFound where a fabric has no storage servers to read from, or no two ranks that
/// reach each other, and as collectiveOnFabric, maxMinRates and effectOf do. 10,000 GPUs may take
/// seconds: call it in a worker.
[[nodiscard]] Result<FabricStudy> studyFabric(const PlannedFabric& fabric, const Project& project,
                                              const Catalog& catalog, const StudyQuestion& question,
                                              const std::stop_token& stop = {});

}  // namespace halltwin::network
