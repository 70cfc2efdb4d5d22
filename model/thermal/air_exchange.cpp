// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_exchange.h"

namespace halltwin::thermal {

namespace {

double inverseVolume(const Raster& raster, std::size_t cell) {
    const auto [i, j, k] = raster.grid.box.position(cell);
    return 1.0 / raster.grid.grid.volume(i, j, k);
}

std::size_t firstOf(const DevicePorts& ports, std::size_t device) {
    return device == 0 ? 0 : ports.deviceEnd[device - 1];
}

}  // namespace

DevicePorts devicePorts(const Raster& raster, PortSide side) {
    DevicePorts ports;
    for (const RasterDevice& device : raster.devices) {
        for (std::size_t n = 0; n < device.sliceCount; ++n) {
            const RasterSlice& slice = raster.slices[device.firstSlice + n];
            const Port& port = side == PortSide::Intake ? slice.intake : slice.outlet;
            for (const PortCell& cell : port.cells) {
                ports.cells.push_back(cell.cell);
                ports.share.push_back(slice.flowM3S / device.flowM3S * cell.areaM2 / port.areaM2);
            }
        }
        ports.deviceEnd.push_back(ports.cells.size());
    }
    return ports;
}

std::vector<airflow::TracerWeights> roomTracers(const RoomAir& room, const SettleReport& report) {
    const Raster& raster = room.raster();
    const DevicePorts outlets = devicePorts(raster, PortSide::Outlet);
    airflow::Field renewal(raster.grid.box);
    for (std::size_t device = 0; device < raster.devices.size(); ++device)
        for (std::size_t n = firstOf(outlets, device); n < outlets.deviceEnd[device]; ++n)
            renewal[outlets.cells[n]] +=
                static_cast<float>(raster.devices[device].flowM3S * outlets.share[n] *
                                   inverseVolume(raster, outlets.cells[n]));
    return airflow::tracerWeights({room.air().space(), report.velocity, room.air().diffusivity()},
                                  renewal, report.temperature);
}

void addPortSources(const Raster& raster, const DevicePorts& ports, std::size_t device,
                    std::size_t lane, std::vector<airflow::TracerSource>& sources) {
    for (std::size_t n = firstOf(ports, device); n < ports.deviceEnd[device]; ++n)
        sources.push_back({ports.cells[n], lane,
                           static_cast<float>(raster.devices[device].flowM3S * ports.share[n] *
                                              inverseVolume(raster, ports.cells[n]))});
}

}  // namespace halltwin::thermal
