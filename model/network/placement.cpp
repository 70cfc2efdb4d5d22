// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/placement.h"

#include "model/network/media.h"
#include "model/network/names.h"
#include "model/network/rack_sites.h"
#include "model/network/unit_space.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace halltwin::network {
namespace {

/// What a switch takes of a rack.
struct Need {
    int units = 1;
    Power power;
};

/// A rack with units for switches.
struct Cabinet {
    RackSite site;
    bool isNetwork = false;
    UnitSpace space;
    std::optional<Power> power;  ///< left for switches; none: not limited

    [[nodiscard]] bool hasRoom(const Need& need) const {
        return (!power || *power >= need.power) && space.hasRoom(need.units);
    }
    void drain(const Need& need) {
        if (power) *power -= need.power;
    }
};

/// Mean of places, as a sum and its count.
struct Mean {
    double xM = 0.0;
    double yM = 0.0;
    int count = 0;

    void add(Point place) {
        xM += place.x.in(metres);
        yM += place.y.in(metres);
        ++count;
    }
    [[nodiscard]] std::optional<Point> value() const {
        if (count == 0) return std::nullopt;
        return Point{metres(xM / count), metres(yM / count)};
    }
};

constexpr Length usualCable = metres(30.0);  ///< whose modules switches are reckoned with

class Placer {
public:
    Placer(const Project& project, const Catalog& catalog)
        : m_project(project),
          m_catalog(catalog),
          m_media(catalog) {
        for (const Item& item : project.items) {
            const RackSpec* spec = rackSpecOf(item, catalog);
            if (spec == nullptr || spec->network.units <= 0) continue;
            m_byItem.emplace(item.id, m_cabinets.size());
            m_cabinets.push_back({siteOf(project, catalog, item), spec->role == RackRole::Network,
                                  UnitSpace(spec->network), powerOf(spec->network)});
        }
        for (const Cabinet& cabinet : m_cabinets)
            if (cabinet.isNetwork && cabinet.power)
                m_cabinetPower = std::max(m_cabinetPower, *cabinet.power);
    }

    void seatByHand(FabricPlan& plan) {
        for (const SwitchSeat& seat : plan.seats) {
            Device& device = plan.graph.devices[seat.device];
            const Need need = needOf(plan, device);
            const auto at = m_byItem.find(seat.rack);
            std::optional<int> bottom;
            if (at != m_byItem.end()) {
                Cabinet& cabinet = m_cabinets[at->second];
                if (!seat.unit)
                    bottom = cabinet.space.takeHighest(need.units);
                else if (cabinet.space.takeAt(*seat.unit, need.units))
                    bottom = seat.unit;
                if (bottom) cabinet.drain(need);  // by hand, it may be more than there is
            }
            if (bottom) {
                device.rack = seat.rack;
                device.unit = *bottom;
            } else {
                plan.issues.push_back(unitTaken(plan, seat));
            }
        }
    }

    void placeByPolicy(FabricPlan& plan) {
        Unplaced unplaced;
        for (std::uint8_t tier = 1; tier <= 3; ++tier)
            placeTier(plan, tier, unplaced);
        if (unplaced.count > 0) plan.issues.push_back(rackFull(plan, unplaced));
    }

private:
    struct Unplaced {
        int count = 0;
        Need need{0, {}};
        DeviceIndex first = 0;
    };

    /// What is known of a switch from the devices below it.
    struct Below {
        Mean place;
        std::map<std::size_t, int> servers;  ///< of each cabinet; of leaves that go to their rack
    };

    [[nodiscard]] const SwitchSpec* specOf(const FabricPlan& plan, const Device& device) const {
        const EquipmentEntry* entry = m_catalog.findEquipment(plan.graph.switchKeys[device.type]);
        return entry == nullptr ? nullptr : entry->as<SwitchSpec>();
    }
    [[nodiscard]] Need needOf(const FabricPlan& plan, const Device& device) {
        const std::string& key = plan.graph.switchKeys[device.type];
        const auto known = m_needs.find(key);
        if (known != m_needs.end()) return known->second;
        Need need;
        if (const SwitchSpec* spec = specOf(plan, device); spec != nullptr) {
            need = {spec->rackUnits, spec->maximum};
            if (const auto medium = m_media.choose(spec->speed, usualCable))
                need.power += m_media.all()[*medium].spec.powerPerEnd * spec->ports;
        }
        return m_needs[key] = need;
    }
    [[nodiscard]] static std::optional<Power> powerOf(const RackNetwork& network) {
        return network.switchPower > Power{} ? std::optional(network.switchPower) : std::nullopt;
    }

    [[nodiscard]] std::optional<Point> placeOf(ItemId rack) {
        if (!rack.isValid()) return std::nullopt;
        const auto known = m_places.find(rack);
        if (known != m_places.end()) return known->second;
        const Item* item = m_project.items.find(rack);
        if (item == nullptr) return std::nullopt;
        return m_places[rack] = siteOf(m_project, m_catalog, *item).centre;
    }

    std::vector<Below> belowTier(const FabricPlan& plan, DeviceIndex first, std::size_t count,
                                 bool countServers) {
        std::vector<Below> below(count);
        for (const Link& link : plan.graph.links) {
            if (link.b < first || link.b >= first + count || link.a >= first) continue;
            const ItemId rack = plan.graph.devices[link.a].rack;
            const auto place = placeOf(rack);
            if (!place) continue;
            Below& one = below[link.b - first];
            one.place.add(*place);
            if (!countServers) continue;
            if (const auto at = m_byItem.find(rack); at != m_byItem.end())
                ++one.servers[at->second];
        }
        return below;
    }

    /// Where a fabric's servers are on average: for switches that nothing hangs on.
    [[nodiscard]] Point middleOf(const FabricPlan& plan) {
        Mean mean;
        for (const HostRack& rack : plan.hosts.racks) {
            if (const auto place = placeOf(rack.item)) mean.add(*place);
        }
        return mean.value().value_or(Point{});
    }

    void placeTier(FabricPlan& plan, std::uint8_t tier, Unplaced& unplaced) {
        auto& devices = plan.graph.devices;
        const auto isTier = [&](const Device& device) {
            return device.role == DeviceRole::Switch && device.tier == tier;
        };
        const auto begin = std::ranges::find_if(devices, isTier);
        const auto end = std::find_if_not(begin, devices.end(), isTier);
        const auto first = static_cast<DeviceIndex>(begin - devices.begin());
        const bool atServers = tier == 1 && plan.fabric.placement == SwitchPlacement::TopOfRack;
        const auto below = belowTier(plan, first, static_cast<std::size_t>(end - begin), atServers);
        const Point middle = middleOf(plan);
        for (auto device = begin; device != end; ++device) {
            if (device->rack.isValid()) continue;
            const Below& under = below[static_cast<std::size_t>(device - begin)];
            const Need need = needOf(plan, *device);
            Cabinet* cabinet = atServers ? ownRack(under, need) : nullptr;
            if (cabinet == nullptr) {
                const bool leafByServers =
                    tier == 1 && plan.fabric.placement != SwitchPlacement::NetworkRow;
                cabinet = nearest(under.place.value().value_or(middle), need, !leafByServers);
                if (cabinet == nullptr && plan.fabric.placement != SwitchPlacement::NetworkRow)
                    cabinet = nearest(under.place.value().value_or(middle), need, false);
            }
            if (cabinet != nullptr) {
                device->unit = *cabinet->space.takeHighest(need.units);
                cabinet->drain(need);
                device->rack = cabinet->site.item;
                continue;
            }
            if (unplaced.count++ == 0)
                unplaced.first = static_cast<DeviceIndex>(device - devices.begin());
            unplaced.need.units += need.units;
            unplaced.need.power += need.power;
        }
    }

    Cabinet* ownRack(const Below& below, const Need& need) {
        Cabinet* best = nullptr;
        int most = 0;
        for (const auto& [index, servers] : below.servers) {
            Cabinet& cabinet = m_cabinets[index];
            if (!cabinet.hasRoom(need)) continue;
            const bool isRoomier =
                best != nullptr && cabinet.space.freeUnits() > best->space.freeUnits();
            if (best != nullptr && (servers < most || (servers == most && !isRoomier))) continue;
            best = &cabinet;
            most = servers;
        }
        return best;
    }

    Cabinet* nearest(Point place, const Need& need, bool networkOnly) {
        Cabinet* best = nullptr;
        double leastM = std::numeric_limits<double>::max();
        for (Cabinet& cabinet : m_cabinets) {
            if (networkOnly && !cabinet.isNetwork) continue;
            const double distanceM = rectilinear(place, cabinet.site.centre).in(metres);
            if (distanceM >= leastM || !cabinet.hasRoom(need)) continue;
            best = &cabinet;
            leastM = distanceM;
        }
        return best;
    }

    [[nodiscard]] std::string rackText(ItemId rack) const {
        const Item* item = m_project.items.find(rack);
        return item == nullptr ? fmt::format("item {}", rack.value) : rackName(*item);
    }

    [[nodiscard]] Issue unitTaken(const FabricPlan& plan, const SwitchSeat& seat) const {
        const std::string name = DeviceNames(plan.graph, plan.hosts).name(seat.device);
        const std::string rack = rackText(seat.rack);
        const std::string unit = seat.unit ? std::to_string(*seat.unit) : "–";
        return {.rule = "network.unit-taken",
                .severity = Severity::Error,
                .hall = {},
                .items = {seat.rack},
                .message = fmt::format("{}: {} does not fit into {} at unit {}; it is placed by "
                                       "the fabric's rule instead",
                                       plan.fabric.name, name, rack, unit),
                .fix = "Name free units of the rack, or another rack",
                .arguments = {plan.fabric.name, name, rack, unit}};
    }

    [[nodiscard]] Issue rackFull(const FabricPlan& plan, const Unplaced& unplaced) const {
        constexpr int unitsOfCabinet = 40;
        const std::string name = DeviceNames(plan.graph, plan.hosts).name(unplaced.first);
        int racks = (unplaced.need.units + unitsOfCabinet - 1) / unitsOfCabinet;
        if (m_cabinetPower > Power{})
            racks =
                std::max(racks, static_cast<int>(std::ceil(unplaced.need.power / m_cabinetPower)));
        return {.rule = "network.rack-full",
                .severity = Severity::Error,
                .hall = {},
                .items = {},
                .message = fmt::format(
                    "{}: no rack has units and power for {} switches, {} the first of them",
                    plan.fabric.name, unplaced.count, name),
                .fix = fmt::format("Place {} empty network cabinets, or choose racks with free "
                                   "units",
                                   racks),
                .arguments = {plan.fabric.name, std::to_string(unplaced.count), name,
                              std::to_string(racks)}};
    }

    const Project& m_project;
    const Catalog& m_catalog;
    Media m_media;
    std::unordered_map<std::string, Need> m_needs;  ///< by the switch's key
    std::vector<Cabinet> m_cabinets;
    Power m_cabinetPower;  ///< the most that a network cabinet has; 0: none is limited
    std::unordered_map<ItemId, std::size_t> m_byItem;
    std::unordered_map<ItemId, Point> m_places;
};

}  // namespace

void placeSwitches(const Project& project, const Catalog& catalog, std::vector<FabricPlan>& plans) {
    Placer placer(project, catalog);
    for (FabricPlan& plan : plans)
        placer.seatByHand(plan);
    for (FabricPlan& plan : plans)
        placer.placeByPolicy(plan);
}

}  // namespace halltwin::network
