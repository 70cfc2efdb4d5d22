// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/fabric_job.h"

#include "model/network/names.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <vector>

namespace halltwin::network {
namespace {

std::optional<std::int64_t> wholeNumber(std::string_view text) {
    std::int64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && at == end ? std::optional(value) : std::nullopt;
}

tl::unexpected<Error> noSuchLoss(std::string_view text) {
    return fail(
        ErrorCode::NotFound, "the fabric has no such switch, server, cable, rail or tray",
        std::string(text),
        "name a device (\"spine-3\"), a port (\"leaf-2.1:5\"), \"rail 3\" or \"tray NAME\"");
}

std::optional<TrayId> trayNamed(const Project& project, std::string_view wanted) {
    const auto number = wholeNumber(wanted);
    for (const CableTray& tray : project.trays)
        if (tray.name == wanted || (number && tray.id.value == *number)) return tray.id;
    return std::nullopt;
}

std::optional<LinkIndex> linkAt(const Graph& graph, const NamedEnd& end) {
    for (LinkIndex l = 0; l < graph.links.size(); ++l) {
        const Link& link = graph.links[l];
        const bool isA = link.a == end.device && link.portA == *end.port;
        const bool isB = link.b == end.device && link.portB == *end.port;
        if (isA || isB) return l;
    }
    return std::nullopt;
}

bool runsThrough(const CableLayout& layout, const Cable& cable, std::uint32_t tray) {
    if (cable.route == noRoute) return false;
    const auto stretches = layout.stretchesOf(layout.routes[cable.route]);
    return std::any_of(stretches.begin(), stretches.end(),
                       [&](const TrayStretch& stretch) { return stretch.tray == tray; });
}

}  // namespace

Result<PlannedFabric> findFabric(const NetworkPlan& network, std::string_view wanted) {
    const auto number = wholeNumber(wanted);
    std::vector<std::string> names;
    std::optional<std::size_t> found;
    for (std::size_t n = 0; n < network.fabrics.size() && !found; ++n) {
        const Fabric& fabric = network.fabrics[n].fabric;
        const bool isFirst = wanted.empty() && fabric.purpose == FabricPurpose::Compute;
        if (isFirst || (!wanted.empty() && fabric.name == wanted) ||
            (number && fabric.id.value == *number))
            found = n;
        names.push_back(fabric.name);
    }
    if (!found && wanted.empty() && !network.fabrics.empty()) found = 0;
    if (found) return PlannedFabric{&network, *found};
    if (names.empty())
        return fail(ErrorCode::NotFound, "the project has no fabric", "fabrics",
                    "add one in the Network tab or in the project's text form");
    return fail(ErrorCode::NotFound, "there is no such fabric", std::string(wanted),
                fmt::format("name one of {}", fmt::join(names, ", ")));
}

FabricCollectiveInput jobInput(const PlannedFabric& fabric, const Catalog& catalog,
                               const FabricJob& job) {
    const FabricPlan& plan = fabric.plan();
    FabricCollectiveInput input;
    input.kind = job.kind;
    input.algorithm = job.algorithm;
    input.bytes = job.bytes;
    input.crossRail = job.crossRail;
    input.flows.routing = plan.fabric.routing;
    const EquipmentEntry* leaf = catalog.findEquipment(plan.fabric.leafSwitch);
    const SwitchSpec* spec = leaf == nullptr ? nullptr : leaf->as<SwitchSpec>();
    if (spec != nullptr && spec->latency > Duration{}) input.latency.perSwitch = spec->latency;
    const Length cable = fabric.figures().meanCable();
    if (cable > Length{}) input.latency.cable = cable;
    // The slowest domain holds all others back.
    for (const ScaleUpDomain& domain : plan.hosts.scaleUp)
        if (input.scaleUp.rate <= DataRate{} || domain.perGpu < input.scaleUp.rate)
            input.scaleUp.rate = domain.perGpu;
    return input;
}

Loss trayLoss(const PlannedFabric& fabric, TrayId tray) {
    Loss loss;
    const std::vector<TrayRun>& runs = fabric.network->cables.trays.trays();
    const auto run = std::find_if(runs.begin(), runs.end(),
                                  [&](const TrayRun& each) { return each.id == tray; });
    if (run == runs.end()) return loss;
    const auto index = static_cast<std::uint32_t>(run - runs.begin());
    const std::vector<Cable>& cables = fabric.cables().cables;
    for (LinkIndex l = 0; l < cables.size(); ++l)
        if (runsThrough(fabric.network->cables.layout, cables[l], index)) loss.links.push_back(l);
    return loss;
}

Result<Loss> lossNamed(const PlannedFabric& fabric, const Project& project, std::string_view text) {
    const FabricPlan& plan = fabric.plan();
    if (text.starts_with("rail ")) {
        const auto number = wholeNumber(text.substr(5));
        if (!number || *number < 1 || *number > 65535) return noSuchLoss(text);
        Loss loss = railLoss(plan.graph, static_cast<int>(*number) - 1);
        if (loss.devices.empty()) return noSuchLoss(text);
        return loss;
    }
    if (text.starts_with("tray ")) {
        const auto tray = trayNamed(project, text.substr(5));
        if (!tray) return noSuchLoss(text);
        return trayLoss(fabric, *tray);
    }
    const auto end = DeviceNames(plan.graph, plan.hosts).find(text);
    if (!end) return noSuchLoss(text);
    if (!end->port) return Loss{{end->device}, {}};
    const auto link = linkAt(plan.graph, *end);
    if (!link) return noSuchLoss(text);
    return Loss{{}, {*link}};
}

}  // namespace halltwin::network
