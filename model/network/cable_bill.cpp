// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/cable_bill.h"

#include <map>
#include <tuple>

namespace halltwin::network {

std::vector<BillLine> cableBill(const CableLayout& layout, const std::vector<FabricPlan>& plans) {
    std::map<std::tuple<std::size_t, double, std::int32_t, double>, BillLine> lines;
    for (std::size_t p = 0; p < layout.fabrics.size(); ++p) {
        const FabricCables& fabric = layout.fabrics[p];
        for (LinkIndex l = 0; l < fabric.cables.size(); ++l) {
            const Cable& cable = fabric.cables[l];
            if (cable.route == noRoute) continue;
            const DataRate rate = plans[p].graph.links[l].rate;
            const Length lengthClass = Media::lengthClass(cable.length);
            BillLine& line = lines[{p, rate.si(), cable.medium, lengthClass.si()}];
            line.fabric = fabric.fabric;
            line.rate = rate;
            line.lengthClass = lengthClass;
            ++line.count;
            line.length += cable.length;
            if (cable.medium == noMedium) continue;
            const Medium& medium = layout.media[static_cast<std::size_t>(cable.medium)];
            line.medium = medium.key;
            line.power += medium.spec.powerPerEnd * 2.0;
            line.price += Media::priceOf(medium.spec, cable.length);
        }
    }
    std::vector<BillLine> bill;
    for (const auto& [key, line] : lines)
        bill.push_back(line);
    return bill;
}

}  // namespace halltwin::network
