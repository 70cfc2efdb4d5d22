// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/catalog_network.h"

namespace halltwin::exchange {
namespace {

constexpr Range speedRangeGbps{0.1, 10000.0};

HostPorts readHostPorts(EntryReader& in, const std::string& network) {
    HostPorts ports;
    ports.nic = in.text(network + "_nic", false);
    ports.perNode = static_cast<int>(in.want(network + "_ports_per_node", {0.0, 64.0}, 0.0));
    if (ports.perNode > 0 && ports.nic.empty())
        in.problemAt(network + "_ports_per_node", "names no adapter: \"" + network + "_nic\"");
    return ports;
}

SwitchSpec readSwitch(EntryReader& in) {
    SwitchSpec spec;
    spec.protocol = in.choice<LinkProtocol>("protocol");
    spec.ports = static_cast<int>(in.need("ports", {2.0, 10000.0}));
    spec.speed = gigabitsPerSecond(in.need("port_gbps", speedRangeGbps));
    spec.rackUnits = static_cast<int>(in.need("rack_units", {1.0, 60.0}));
    spec.idle = watts(in.need("idle_w", {0.0, 1e5}));
    spec.maximum = watts(in.need("maximum_w", {0.0, 1e5}));
    spec.latency = microseconds(in.need("latency_us", {0.0, 1000.0}));
    spec.mass = kilograms(in.need("mass_kg", {0.0, 2000.0}));
    if (spec.idle > spec.maximum) in.problemAt("idle_w", "is above maximum_w");
    return spec;
}

NicSpec readNic(EntryReader& in) {
    return {in.choice<LinkProtocol>("protocol"), static_cast<int>(in.need("ports", {1.0, 16.0})),
            gigabitsPerSecond(in.need("port_gbps", speedRangeGbps)),
            watts(in.need("maximum_w", {0.0, 1000.0}))};
}

MediumSpec readMedium(EntryReader& in) {
    MediumSpec spec;
    spec.kind = in.choice<MediumKind>("medium");
    spec.speed = gigabitsPerSecond(in.need("link_gbps", speedRangeGbps));
    spec.reach = metres(in.need("reach_m", {0.1, 1e5}));
    spec.powerPerEnd = watts(in.need("power_per_end_w", {0.0, 100.0}));
    spec.pricePerEnd = dollars(in.need("price_per_end_usd", {0.0, 1e5}));
    spec.pricePerMetre = dollars(in.need("price_per_m_usd", {0.0, 1e4}));
    spec.diameter = millimetres(in.need("diameter_mm", {0.5, 50.0}));
    return spec;
}

}  // namespace

RackNetwork readRackNetwork(EntryReader& in, int nodes) {
    const Range units{0.0, 60.0};
    RackNetwork network;
    network.compute = readHostPorts(in, "compute");
    network.storage = readHostPorts(in, "storage");
    network.management = readHostPorts(in, "management");
    network.outside = readHostPorts(in, "outside");
    network.scaleUpGpus = static_cast<int>(in.want("scale_up_gpus", {0.0, 10000.0}, 0.0));
    network.scaleUpPerGpu = gigabitsPerSecond(in.want("scale_up_gbps_per_gpu", {0.0, 1e6}, 0.0));
    network.units = static_cast<int>(in.want("rack_units", units, 0.0));
    network.nodeUnits = static_cast<int>(in.want("node_units", units, 0.0));
    network.firstNodeUnit = static_cast<int>(in.want("first_node_unit", {1.0, 60.0}, 1.0));
    network.freeUnits = static_cast<int>(in.want("free_units", units, 0.0));
    network.switchPower = watts(in.want("switch_power_w", {0.0, 1e6}, 0.0));
    const int topNode = network.firstNodeUnit - 1 + nodes * network.nodeUnits;
    if (network.units > 0 && topNode + network.freeUnits > network.units)
        in.problemAt("rack_units", "is less than the servers and the free units take");
    return network;
}

std::optional<EquipmentEntry> readEquipmentEntry(const JsonNode& node, CatalogFileKind kind,
                                                 const EntryProblem& report) {
    if (!node.isObject()) {
        report(node.line, "", "expected an object in braces");
        return std::nullopt;
    }
    EntryReader in(node, report);
    EquipmentEntry entry;
    entry.key = readKey(node, in, report);
    entry.name = in.text("name", true);
    entry.description = in.text("description", false);
    if (kind == CatalogFileKind::Switch) {
        entry.spec = readSwitch(in);
        entry.price = dollars(in.need("price_usd", {0.0, 1e7}));
    } else if (kind == CatalogFileKind::Nic) {
        entry.spec = readNic(in);
        entry.price = dollars(in.need("price_usd", {0.0, 1e6}));
    } else {
        entry.spec = readMedium(in);
    }
    in.rejectOthers();
    if (in.failed() || entry.key.empty()) return std::nullopt;
    entry.figures = in.figures();
    return entry;
}

}  // namespace halltwin::exchange
