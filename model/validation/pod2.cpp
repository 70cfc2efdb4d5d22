// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/cases.h"
#include "model/validation/pod2_room.h"
#include "model/validation/room_run.h"

#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

namespace halltwin::validation {

using namespace halltwin::thermal;

namespace {

// The best published simulation of the pod, lattice Boltzmann on 192 × 177 × 86 nodes, on another
// day's measurements (Sjölund et al.): RMS error of the sensor strips.
constexpr double publishedFrontK = 2.53;
constexpr double publishedRearK = 3.95;
constexpr double publishedAllK = 3.32;

constexpr double fullGridM = 0.155;
constexpr double quickGridM = 0.31;

void addRows(const RoomResult& answer, const Pod2Errors& errors, std::vector<Row>& rows) {
    rows.push_back(atMost("heat books", "%", 100.0 * answer.books.heatResidual, 0.5));
    rows.push_back(
        within("mean rack intake, calculated less measured", "K", 0.0, errors.intakeBias, 1.0));
    rows.push_back(atMost("mean absolute error of rack intakes", "K", errors.intakeMeanAbs, 1.2));
    rows.push_back(
        atMost("the same, as aimed at with fitted parameters", "K", errors.intakeMeanAbs, 0.9));
    rows.push_back(atMost("worst rack intake", "K", errors.intakeWorst, 3.0));
    rows.push_back(atMost("worst cooler return", "K", errors.returnWorst, 1.5));
    rows.push_back(
        within("mean rack outlet, calculated less measured", "K", 0.0, errors.outletBias, 1.0));
    rows.push_back(atLeast("rank correlation of rack intakes", "", errors.rankCorrelation, 0.6));
    rows.push_back(atLeast("front strips, 2.0 m less 1.2 m", "K", errors.topOverMiddle, 0.1));
    rows.push_back(atMost("strips, RMS error, front (published: another model)", "K",
                          errors.frontRms, publishedFrontK, publishedFrontK));
    rows.push_back(atMost("strips, RMS error, rear (published: another model)", "K", errors.rearRms,
                          publishedRearK, publishedRearK));
    rows.push_back(atMost("strips, RMS error, all (published: another model)", "K", errors.allRms,
                          publishedAllK, publishedAllK));
}

void addRacks(const RoomResult& answer, const Pod2Window& window, CaseResult& result) {
    const auto add = [&](const char* id, const char* title, auto measuredOf, auto oursOf) {
        Curve measured{"measured", CurveKind::Published, 0, {}};
        Curve ours{"HallTwin", CurveKind::Calculated, 0, {}};
        for (std::size_t n = 0; n < window.racks.size(); ++n) {
            const auto number = static_cast<double>(n + 1);
            measured.points.push_back({number, measuredOf(window.racks[n])});
            ours.points.push_back({number, oursOf(answer.racks[n]).in(celsius)});
        }
        result.profile({id, title, {"rack", "", true}, {"mean temperature", "°C", false}, {}})
            .curves = {measured, ours};
    };
    add(
        "intakes", "Intakes of racks R01 to R12", [](const Pod2Rack& rack) { return rack.intakeC; },
        [](const RackResult& rack) { return rack.intakeMean; });
    add(
        "outlets", "Outlets of racks R01 to R12", [](const Pod2Rack& rack) { return rack.outletC; },
        [](const RackResult& rack) { return rack.outletMean; });
}

void addStrips(const RoomResult& answer, const Pod2Window& window, Pod2Side side,
               CaseResult& result) {
    constexpr std::array<const char*, 4> names{"01–03", "04–06", "07–09", "10–12"};
    const bool front = side == Pod2Side::Front;
    Profile& profile =
        result.profile({front ? "front-strips" : "rear-strips",
                        front ? "Sensors in front of the racks" : "Sensors behind the racks",
                        {"temperature", "°C", false},
                        {"height", "m", false},
                        {}});
    for (std::size_t n = 0; n < window.strips.size(); ++n) {
        const auto pair = static_cast<int>(n);
        Curve measured{
            std::string("racks ") + names[n] + ", measured", CurveKind::Published, pair, {}};
        const auto& sensors = front ? window.strips[n].frontC : window.strips[n].rearC;
        for (std::size_t level = 0; level < stripHeightsM.size(); ++level)
            measured.points.push_back({sensors[level], stripHeightsM[level]});
        Curve ours{
            std::string("racks ") + names[n] + ", HallTwin", CurveKind::Calculated, pair, {}};
        for (double heightM = 0.1; heightM < 2.45; heightM += 0.1)
            ours.points.push_back({temperatureAt(answer, stripPlace(n, side), heightM), heightM});
        profile.curves.push_back(std::move(measured));
        profile.curves.push_back(std::move(ours));
    }
}

Result<void> compare(const Pod2Window& window, double gridM, const RunSettings& settings,
                     CaseResult& result) {
    AirSettings air;
    air.gridM = gridM;
    const auto answer = solveRoom(pod2Room(window, {}), air, settings);
    if (!answer) return tl::unexpected(answer.error());
    result.cells = answer->temperatureC.size();
    addRows(*answer, pod2Errors(*answer, window), result.rows);
    addRacks(*answer, window, result);
    addStrips(*answer, window, Pod2Side::Front, result);
    addStrips(*answer, window, Pod2Side::Rear, result);
    return {};
}

std::vector<Part> partsOf(const Pod2Window& window, Effort effort) {
    const double gridM = effort == Effort::Full ? fullGridM : quickGridM;
    return {{"zero-equation", effort == Effort::Full ? "0.155 m" : "0.31 m",
             [&window, gridM](const RunSettings& settings, CaseResult& result) {
                 return compare(window, gridM, settings, result);
             }}};
}

constexpr std::string_view checks =
    "A real pod with twelve racks, 360 servers and four coolers. Two parameters were fitted on the "
    "two windows, so this is no blind prediction.";
constexpr std::string_view source =
    "Measurements at RISE ICE, Luleå, 2019-10-02, means over a steady window; published behind "
    "J. Sjölund and others, Validated thermal air management simulations of data centers using "
    "remote GPUs";

}  // namespace

const Case& pod2WindowA() {
    static const Case one{"pod2-a", "POD 2 at 27.5 kW", checks, source,
                          [](Effort effort) { return partsOf(windowA(), effort); }};
    return one;
}

const Case& pod2WindowC() {
    static const Case one{"pod2-c", "POD 2 at 79.7 kW", checks, source,
                          [](Effort effort) { return partsOf(windowC(), effort); }};
    return one;
}

}  // namespace halltwin::validation
