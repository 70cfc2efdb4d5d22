// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/cases.h"
#include "model/validation/openfoam_room.h"
#include "model/validation/room_run.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace halltwin::validation {

using namespace halltwin::thermal;

namespace {

/// OpenFOAM's mean intakes of the racks at the ends and in the middle of the rows, mirror images
/// averaged, with what the answer may differ.
struct Reference {
    double endC;
    double middleC;
    double toleranceK;

    [[nodiscard]] double meanC() const { return 0.5 * (endC + middleC); }
};

struct Room {
    double supplyShare;
    Reference constant;  ///< ν_t = 0.02 m²/s, 0.10 m
    Reference kEpsilon;  ///< standard k-ε, its finest grid: 0.15 m in A, 0.10 m in B
    double coarseMeanC;  ///< standard k-ε, 0.30 m: mean of all racks
};

constexpr Room roomA{1.0, {22.059, 20.146, 0.4}, {23.846, 20.145, 2.0}, 22.75};
constexpr Room roomB{0.7, {25.975, 25.369, 0.3}, {25.908, 25.087, 2.0}, 25.536};
constexpr double meanToleranceK = 1.0;
constexpr double mirrorToleranceK = 0.3;

enum class Model { Constant, LongMeans, DefaultLimits, CoarseGrid };

struct Question {
    const Room* room = nullptr;
    Model model = Model::Constant;
    double gridM = 0.15;

    [[nodiscard]] const Reference& reference() const {
        return model == Model::Constant ? room->constant : room->kEpsilon;
    }
    [[nodiscard]] std::string name() const {
        switch (model) {
            case Model::Constant: return "constant viscosity: ";
            case Model::LongMeans: return "default model, means over 400 s: ";
            case Model::DefaultLimits: return "default model and limits: ";
            case Model::CoarseGrid: return "default model, coarse grid: ";
        }
        return {};
    }
    [[nodiscard]] AirSettings settings() const {
        if (model == Model::Constant) return constantViscosity(gridM);
        AirSettings settings = longMeans(gridM);
        if (model == Model::DefaultLimits) settings.limits = SettleLimits{};
        return settings;
    }
};

void addCurves(const Question& question, const RoomResult& answer, CaseResult& result) {
    const bool constant = question.model == Model::Constant;
    const std::string id = constant ? "constant-viscosity" : "default-model";
    Profile& profile = result.profile({id,
                                       constant ? "Rack intakes with OpenFOAM's constant viscosity"
                                                : "Rack intakes with the default model",
                                       {"rack, two rows of four", "", true},
                                       {"mean intake temperature", "°C", false},
                                       {}});
    Curve reference{
        constant ? "OpenFOAM, 0.02 m²/s" : "OpenFOAM, k-epsilon", CurveKind::Published, 0, {}};
    Curve ours{question.model == Model::DefaultLimits ? "HallTwin, default limits" : "HallTwin",
               CurveKind::Calculated,
               question.model == Model::DefaultLimits ? 1 : 0,
               {}};
    for (std::size_t n = 0; n < answer.racks.size(); ++n) {
        const auto number = static_cast<double>(n + 1);
        const Reference& figures = question.reference();
        reference.points.push_back({number, isAtEnd(n) ? figures.endC : figures.middleC});
        ours.points.push_back({number, answer.racks[n].intakeMean.in(celsius)});
    }
    if (profile.curves.empty()) profile.curves.push_back(std::move(reference));
    profile.curves.push_back(std::move(ours));
}

/// Each rack, and the return by balance.
void addRacks(const Question& question, const RoomResult& answer, CaseResult& result) {
    const Reference& figures = question.reference();
    for (std::size_t n = 0; n < answer.racks.size(); ++n)
        result.rows.push_back(within(question.name() + "rack " + std::to_string(n + 1) +
                                         (isAtEnd(n) ? ", end" : ", middle"),
                                     "°C", isAtEnd(n) ? figures.endC : figures.middleC,
                                     answer.racks[n].intakeMean.in(celsius), figures.toleranceK));
    double extractC = 0.0;
    for (const TerminalResult& terminal : answer.terminals)
        if (terminal.flow < cubicMetresPerSecond(0.0))
            extractC += 0.5 * terminal.temperature.in(celsius);
    result.rows.push_back(standsRow(question.name(), answer));
    result.rows.push_back(within(question.name() + "return, by balance", "°C",
                                 20.0 + 12.0 / question.room->supplyShare, extractC, 0.05));
}

void addMeans(const Question& question, const RoomResult& answer, CaseResult& result) {
    const RackMeans means = rackMeans(answer);
    const Reference& figures = question.reference();
    const auto add = [&](const char* what, double published, double ours, double tolerance) {
        result.rows.push_back(within(question.name() + what, "°C", published, ours, tolerance));
    };
    if (question.model == Model::CoarseGrid) {
        add("mean of all racks", question.room->coarseMeanC, means.allC, meanToleranceK);
        return;
    }
    add("end racks", figures.endC, means.endC, figures.toleranceK);
    add("middle racks", figures.middleC, means.middleC, figures.toleranceK);
    add("mean of all racks", figures.meanC(), means.allC, meanToleranceK);
    if (question.model == Model::LongMeans) {
        result.rows.push_back(atLeast(question.name() + "end racks less middle racks", "K",
                                      means.endC - means.middleC, 0.1,
                                      figures.endC - figures.middleC));
        result.rows.push_back(
            atMost(question.name() + "heat books", "%", 100.0 * answer.books.heatResidual, 0.1));
    } else {
        result.rows.push_back(standsRow(question.name(), answer));
        result.rows.push_back(atMost(question.name() + "racks that mirror each other", "K",
                                     means.widestMirrorK, mirrorToleranceK));
    }
}

Result<void> compare(const Question& question, const RunSettings& settings, CaseResult& result) {
    const auto answer =
        solveRoom(openfoamRoom(question.room->supplyShare), question.settings(), settings);
    if (!answer) return tl::unexpected(answer.error());
    result.cells = std::max(result.cells, answer->temperatureC.size());
    if (question.model == Model::Constant) {
        addRacks(question, *answer, result);
    } else {
        addMeans(question, *answer, result);
    }
    if (question.model != Model::CoarseGrid) addCurves(question, *answer, result);
    return {};
}

Part part(const Question& question, const char* name) {
    return {name, question.gridM == 0.15 ? "0.15 m" : "0.30 m",
            [question](const RunSettings& settings, CaseResult& result) {
                return compare(question, settings, result);
            }};
}

std::vector<Part> partsOf(const Room& room, Effort effort) {
    if (effort == Effort::Quick)
        return {part({&room, Model::Constant, 0.3}, "constant viscosity"),
                part({&room, Model::CoarseGrid, 0.3}, "default model, 0.30 m")};
    return {part({&room, Model::Constant, 0.15}, "constant viscosity"),
            part({&room, Model::LongMeans, 0.15}, "default model, means over 400 s"),
            part({&room, Model::DefaultLimits, 0.15}, "default model and limits"),
            part({&room, Model::CoarseGrid, 0.3}, "default model, 0.30 m")};
}

constexpr std::string_view source =
    "OpenFOAM v1912, buoyantBoussinesqSimpleFoam (constant viscosity) and "
    "buoyantBoussinesqPimpleFoam (standard k-epsilon, means over several hundred seconds) on their "
    "finest grids. Solver against solver: nobody measured these rooms";

}  // namespace

const Case& openfoamRoomA() {
    static const Case one{"room-a", "Room A: eight racks, enough supply air",
                          "A whole room with racks, tiles and returns, against another solver.",
                          source, [](Effort effort) { return partsOf(roomA, effort); }};
    return one;
}

const Case& openfoamRoomB() {
    static const Case one{"room-b", "Room B: the same, with 70 % of the supply air",
                          "Recirculation over and around racks, against another solver.", source,
                          [](Effort effort) { return partsOf(roomB, effort); }};
    return one;
}

}  // namespace halltwin::validation
