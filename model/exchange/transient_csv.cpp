// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/transient_csv.h"

#include "model/exchange/csv.h"

#include <vector>

namespace halltwin::exchange {

namespace {

std::string nameOf(const Project& project, ItemId id) {
    const Item* item = project.items.find(id);
    return item == nullptr || item->label.empty() ? std::to_string(id.value) : item->label;
}

std::vector<std::string> headerOf(const Project& project, const thermal::Transient& transient) {
    std::vector<std::string> header{"t_s",       "max_inlet_c", "it_w",
                                    "removed_w", "stored_w",    "water_excess_k"};
    for (const ItemId rack : transient.racks)
        for (const char* column : {" intake_mean_c", " intake_max_c", " exhaust_mean_c"})
            header.push_back(nameOf(project, rack) + column);
    for (const ItemId cooler : transient.coolers)
        for (const char* column : {" return_c", " supply_c", " flow_m3s", " heat_w"})
            header.push_back(nameOf(project, cooler) + column);
    return header;
}

}  // namespace

std::string transientCsv(const Project& project, const thermal::Transient& transient) {
    CsvTable table(headerOf(project, transient));
    for (const thermal::TransientSample& sample : transient.samples) {
        table.number(sample.at.in(seconds))
            .number(sample.maxIntake.in(celsius))
            .number(sample.itHeat.in(watts))
            .number(sample.removed.in(watts))
            .number(sample.stored.in(watts))
            .number(sample.waterExcess.in(kelvins));
        for (const thermal::RackState& rack : sample.racks)
            table.number(rack.intakeMean.in(celsius))
                .number(rack.intakeMax.in(celsius))
                .number(rack.exhaust.in(celsius));
        for (const thermal::CoolerState& cooler : sample.coolers)
            table.number(cooler.returnT.in(celsius))
                .number(cooler.supplyT.in(celsius))
                .number(cooler.flow.in(cubicMetresPerSecond))
                .number(cooler.heat.in(watts));
    }
    return table.str();
}

}  // namespace halltwin::exchange
