// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_fields.h"

#include "model/thermal/report_devices.h"

#include <utility>

namespace halltwin::thermal {

namespace {

void addScalars(const Raster& raster, const Flow& flow, const std::vector<double>& pictureC,
                AirFields& fields) {
    const CellBox& box = raster.grid.box;
    fields.temperatureC.resize(box.interior());
    fields.pressurePa.resize(box.interior());
    forCells(box, [&](int i, int j, int k) {
        const std::size_t index = raster.grid.grid.index(i, j, k);
        const std::size_t cell = box.at(i, j, k);
        fields.temperatureC[index] = static_cast<float>(pictureC[cell]);
        fields.pressurePa[index] = static_cast<float>(flow.pressurePa[cell]);
    });
}

/// Flows through the faces of cells with those of devices' ports, which are closed to all else.
FaceField<double> flowsWithPorts(const Raster& raster, const Flow& flow) {
    FaceField<double> all = flow.flowM3S;
    const auto addPort = [&](const Port& port, double outwardM3S) {
        for (const PortCell& cell : port.cells)
            all[cell.axis][cell.faceCell] += outwardM3S * cell.outward * cell.areaM2 / port.areaM2;
    };
    for (const RasterSlice& slice : raster.slices) {
        addPort(slice.outlet, slice.flowM3S);
        addPort(slice.intake, -slice.flowM3S);
    }
    return all;
}

void addVelocities(const Raster& raster, const Flow& flow, AirFields& fields) {
    const CellBox& box = raster.grid.box;
    const Grid& grid = raster.grid.grid;
    const FaceField<double> through = flowsWithPorts(raster, flow);
    for (auto* field : {&fields.u, &fields.v, &fields.w})
        field->assign(box.interior(), 0.0F);
    forCells(box, [&](int i, int j, int k) {
        const std::size_t cell = box.at(i, j, k);
        if (raster.solid[cell] != airCell) return;
        const double volume = grid.volume(i, j, k);
        const std::size_t index = grid.index(i, j, k);
        const auto centre = [&](std::size_t axis, double width) {
            const double sum = through[axis][cell - box.stride(axis)] + through[axis][cell];
            return static_cast<float>(0.5 * sum * width / volume);
        };
        fields.u[index] = centre(0, grid.x.width(i));
        fields.v[index] = centre(1, grid.y.width(j));
        fields.w[index] = centre(2, grid.z.width(k));
    });
}

template <class Inputs>
std::vector<TileResult> openings(const Raster& raster, const Flow& flow, const Inputs& inputs,
                                 const std::vector<TilePart>& parts) {
    const std::vector<double> flows =
        openingFlowsM3S(raster, parts, flow.flowM3S[2], inputs.size());
    std::vector<TileResult> results;
    for (std::size_t n = 0; n < flows.size(); ++n)
        results.push_back({inputs[n].id, cubicMetresPerSecond(flows[n])});
    return results;
}

}  // namespace

AirFields airFields(const RoomInput& room, const Raster& raster, const Flow& flow,
                    const std::vector<double>& pictureC) {
    AirFields fields;
    addScalars(raster, flow, pictureC, fields);
    addVelocities(raster, flow, fields);
    fields.tiles = openings(raster, flow, room.tiles, raster.tileParts);
    fields.grilles = openings(raster, flow, room.grilles, raster.grilleParts);
    return fields;
}

void setAir(RoomResult& room, AirFields fields) {
    room.temperatureC = std::move(fields.temperatureC);
    room.u = std::move(fields.u);
    room.v = std::move(fields.v);
    room.w = std::move(fields.w);
    room.pressurePa = std::move(fields.pressurePa);
    room.tiles = std::move(fields.tiles);
    room.grilles = std::move(fields.grilles);
}

}  // namespace halltwin::thermal
