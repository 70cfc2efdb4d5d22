// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/ledgers.h"

#include <fmt/format.h>

namespace halltwin::twin {
namespace {

using economics::CapitalCategory;
using economics::CapitalLine;

std::string priceSource(const CatalogEntry& entry) {
    const auto figure = entry.figures.find("price_usd");
    return figure == entry.figures.end() ? std::string{} : figure->second.source;
}

CapitalCategory categoryOf(ItemKind kind) {
    switch (kind) {
        case ItemKind::Cooler:
        case ItemKind::Chiller:
        case ItemKind::RearDoor:
        case ItemKind::Cdu:
        case ItemKind::PumpSet:
        case ItemKind::CoolingTower:
        case ItemKind::DryCooler:
        case ItemKind::HeatExchanger:
        case ItemKind::WaterSource:
        case ItemKind::WaterTank:
        case ItemKind::HeatReuse: return CapitalCategory::Cooling;
        case ItemKind::UtilityFeed:
        case ItemKind::Transformer:
        case ItemKind::Ups:
        case ItemKind::Generator:
        case ItemKind::OnSiteSource:
        case ItemKind::Battery:
        case ItemKind::Switchboard:
        case ItemKind::TransferSwitch:
        case ItemKind::DistributionPanel:
        case ItemKind::Busway:
        case ItemKind::RackPdu:
        case ItemKind::PowerShelf:
        case ItemKind::Pdu: return CapitalCategory::Power;
        case ItemKind::Rack:
        case ItemKind::ImmersionTank:
        case ItemKind::Grille:
        case ItemKind::Tile:
        case ItemKind::Wall:
        case ItemKind::Column:
        case ItemKind::Door:
        case ItemKind::Containment: break;
    }
    return CapitalCategory::Building;
}

void addRack(const Item& item, const CatalogEntry& entry, const RackSpec& rack,
             std::vector<CapitalLine>& lines) {
    const Money accelerators = entry.price * rack.gpuPriceShare;
    const bool network = rack.role == RackRole::Network;
    if (accelerators > Money{}) {
        lines.push_back(
            {item.id, item.label, CapitalCategory::Gpu, accelerators, priceSource(entry)});
    }
    lines.push_back({item.id, item.label,
                     network ? CapitalCategory::Network : CapitalCategory::ServerAndStorage,
                     entry.price - accelerators, priceSource(entry)});
}

void addItem(const Item& item, const Catalog& catalog, std::vector<CapitalLine>& lines) {
    const CatalogEntry* entry = catalog.find(item.catalogKey);
    if (entry == nullptr) return;
    if (const auto* rack = entry->as<RackSpec>()) {
        addRack(item, *entry, *rack, lines);
    } else {
        lines.push_back(
            {item.id, item.label, categoryOf(entry->kind), entry->price, priceSource(*entry)});
    }
}

/// Switches, and cables with what sits at their ends, of each fabric.
void addNetwork(const network::NetworkPlan& network, std::vector<CapitalLine>& lines) {
    for (std::size_t n = 0; n < network.fabrics.size(); ++n) {
        const std::string& name = network.fabrics[n].fabric.name;
        const network::FabricFigures& figures = network.figures[n];
        lines.push_back({ItemId{}, name, CapitalCategory::Network, figures.switchPrice,
                         fmt::format("{} switches of the catalogue", figures.switches)});
        lines.push_back({ItemId{}, name, CapitalCategory::Network, figures.cablePrice,
                         fmt::format("{} cables of the catalogue, by medium and length class",
                                     figures.cablesRouted)});
    }
}

}  // namespace

Area builtArea(const Project& project) {
    Area area;
    for (const Hall& hall : project.halls) {
        if (hall.kind != HallKind::Yard) area += hall.width * hall.depth;
    }
    return area;
}

Result<economics::CapitalLedger> capitalOf(const OperatingPoint& point) {
    economics::CapitalInput input;
    const Economics rates = point.economics();
    for (const Item& item : point.project().items)
        addItem(item, point.catalog(), input.lines);
    for (const Hall& hall : point.project().halls) {
        if (hall.kind == HallKind::Yard) continue;
        const Area area = hall.width * hall.depth;
        input.lines.push_back(
            {ItemId{}, hall.name, CapitalCategory::Building, area * rates.building,
             fmt::format("{:.1f} m² × {:.0f} $/m² of the project", area.in(squareMetres),
                         rates.building.in(dollarsPerSquareMetre))});
    }
    if (point.network() != nullptr) addNetwork(*point.network(), input.lines);
    input.softCost = rates.softCost;
    input.contingency = rates.contingency;
    return economics::capitalLedger(input);
}

Result<economics::OperationLedger>
operationOf(const OperatingPoint& point, const economics::CapitalLedger& capital, Power facility) {
    return economics::operationLedger({facility, capital, point.economics()});
}

Result<carbon::CarbonLedger> carbonOf(const OperatingPoint& point, Power facility, Power it) {
    return carbon::carbonLedger({facility, it, point.project().energy});
}

}  // namespace halltwin::twin
