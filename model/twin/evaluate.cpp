// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/coolant.h"
#include "model/twin/coupling.h"
#include "model/twin/derive.h"
#include "model/twin/findings.h"
#include "model/twin/ledgers.h"
#include "model/twin/room_solvers.h"
#include "model/twin/starved.h"
#include "model/twin/twin.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace halltwin::twin {
namespace {

Power itPowerOf(const RoomSupply& supply) {
    Power sum;
    for (const auto& [id, power] : supply.rackPower)
        sum += power;
    return sum;
}

std::optional<Temperature> hottestIntake(const std::vector<RoomAnswer>& rooms) {
    std::optional<Temperature> hottest;
    for (const RoomAnswer& room : rooms) {
        if (room.air.racks.empty()) continue;
        hottest = std::max(hottest.value_or(Temperature::fromSi(0.0)), room.air.metrics.maxIntake);
    }
    return hottest;
}

/// Heat that leaves without the plant: losses in the yard, in ventilated rooms and in rooms whose
/// air could not be calculated, with all that such a room holds.
Power heatPastThePlant(const OperatingPoint& point, const CoupledState& state,
                       std::vector<ItemId>& items) {
    const auto solved = [&](HallId hall) {
        return std::any_of(state.rooms.begin(), state.rooms.end(), [&](const SolvedRoom& room) {
            return room.hall == hall && room.air.has_value();
        });
    };
    Power heat;
    const auto add = [&](const PowerByItem& powers, double sign, bool note) {
        for (const auto& [id, power] : powers) {
            if (solved(point.project().items.find(id)->hall)) continue;
            heat += power * sign;
            if (note && power > Power{}) items.push_back(id);
        }
    };
    add(state.supply.lossHeat, 1.0, true);
    add(state.supply.rackPower, 1.0, true);
    add(state.supply.liquidHeat, -1.0, false);
    for (const Item& item : point.project().items) {
        if (solved(item.hall) || !state.supply.live(item.id)) continue;
        if (const auto* cooler = point.spec<CoolerSpec>(item)) heat += fanPowerOf(item, *cooler);
        if (const auto* cdu = point.spec<CduSpec>(item)) heat += pumpHeatToRoom(*cdu);
    }
    for (const Hall& hall : point.project().halls) {
        if (!solved(hall.id)) heat += lightsOf(hall) + cableHeatOf(hall.id, state.supply);
    }
    return heat;
}

/// Heat of solved rooms that is no electric power: from people and through the envelope, less what
/// the air stores over the time of a mean; what warm water in a rear door gives to the air; what
/// water tanks take from around them.
Power heatFromElsewhere(const CoupledState& state) {
    Power heat = state.plant.tankGain;
    for (const SolvedRoom& room : state.rooms) {
        if (!room.air) continue;
        const thermal::Books& books = room.air->books;
        heat += books.people - books.wall - books.stored;
        for (const auto& rack : room.air->racks)
            heat += std::max(Power{} - rack.doorHeat, Power{});
    }
    return heat;
}

/// Whether all that evaporates water is drawn: not where condensers take the site's water.
bool isWaterKnown(const OperatingPoint& point, const cooling::PlantResult& plant) {
    const auto served = [&](ItemId id) {
        return std::any_of(plant.loops.begin(), plant.loops.end(), [&](const auto& loop) {
            return std::find(loop.consumers.begin(), loop.consumers.end(), id) !=
                   loop.consumers.end();
        });
    };
    const bool all =
        std::all_of(plant.chillers.begin(), plant.chillers.end(), [&](const auto& chiller) {
            const auto* spec = point.spec<ChillerSpec>(*point.project().items.find(chiller.id));
            return spec->condenser == CondenserMedium::Air || served(chiller.id);
        });
    return all && (!plant.loops.empty() || !plant.direct.empty());
}

double litresPerKilowattHour(MassFlow water, Power it) {
    constexpr double joulesPerKilowattHour = 3.6e6;
    return water.si() / it.si() * joulesPerKilowattHour;  // a litre weighs a kilogram
}

double relative(double residual, double whole) {
    return whole > 0.0 ? std::abs(residual) / whole : std::abs(residual);
}

constexpr double flowsApart = 1e-3;  // relative
constexpr int mostFlowRounds = 4;    // of rooms and pipes in turn; heat hardly changes with them

bool agree(const WaterFlows& before, const WaterFlows& after) {
    return std::equal(before.begin(), before.end(), after.begin(), after.end(),
                      [](const auto& a, const auto& b) {
                          return a.first == b.first &&
                                 std::abs((a.second - b.second).si()) <= flowsApart * b.second.si();
                      });
}

class Answer {
public:
    Answer(const OperatingPoint& point, CoupledState state)
        : m_point(point),
          m_state(std::move(state)) {}

    Result<TwinResult> make() {
        m_result.issues = collectIssues(m_point, m_state);
        m_elsewhere = heatFromElsewhere(m_state);
        const Power outside = heatPastThePlant(m_point, m_state, m_result.ventilatedOutdoors);
        takeEngines();
        if (auto done = takeLedgers(); !done) return tl::unexpected(done.error());
        fillKpis();
        fillBooks(outside);
        m_result.derivations = deriveKpis(m_result, m_point);
        return std::move(m_result);
    }

private:
    void takeEngines() {
        m_it = itPowerOf(m_state.supply);
        m_facility = m_state.power.sourceInput + m_state.loads.uncordedDemand();
        for (SolvedRoom& room : m_state.rooms) {
            if (room.air) m_result.rooms.push_back({room.hall, std::move(*room.air)});
        }
        m_result.chain = std::move(m_state.chain);
        m_result.power = std::move(m_state.power);
        m_result.cdus = cduAnswers(m_point, m_state.heat.liquid, m_state.plant);
        m_result.cooling = std::move(m_state.plant);
        m_result.lightsPower = m_state.loads.lights;
        m_result.uncordedDemand = m_state.loads.uncordedDemand();
        m_result.mechanicalPower = std::move(m_state.loads.mechanical);
        m_result.rackPower = std::move(m_state.supply.rackPower);
    }

    Result<void> takeLedgers() {
        auto capital = capitalOf(m_point);
        if (!capital) return tl::unexpected(capital.error());
        auto operation = operationOf(m_point, *capital, m_facility);
        if (!operation) return tl::unexpected(operation.error());
        auto carbon = carbonOf(m_point, m_facility, m_it);
        if (!carbon) return tl::unexpected(carbon.error());
        m_result.capital = std::move(*capital);
        m_result.operation = std::move(*operation);
        m_result.carbon = std::move(*carbon);
        return {};
    }

    void fillKpis() {
        Kpis& kpis = m_result.kpis;
        kpis.itPower = m_it;
        kpis.facilityPower = m_facility;
        if (m_it > Power{}) kpis.pue = m_facility / m_it;
        if (m_result.carbon.cue)
            kpis.carbonPerItKwh = m_result.carbon.cue->in(gramsPerKilowattHour);
        if (m_it > Power{} && isWaterKnown(m_point, m_result.cooling))
            kpis.waterPerItKwh = litresPerKilowattHour(m_result.cooling.water, m_it);
        kpis.maxInlet = hottestIntake(m_result.rooms);
        kpis.operatingCost = m_result.operation.cashRate;
        kpis.carbon = m_result.carbon.rate;
    }

    void fillBooks(Power outside) {
        Books& books = m_result.books;
        for (const RoomAnswer& room : m_result.rooms) {
            books.airHeat = std::max(books.airHeat, room.air.books.heatResidual);
            books.airMass = std::max(books.airMass, room.air.books.massResidual);
        }
        const cooling::PlantResult& plant = m_result.cooling;
        books.power = std::abs(m_result.power.relativeResidual);
        const Power leaving =
            plant.rejected + plant.recovered + plant.unmet + plant.unserved + outside;
        books.heat = relative((m_facility + m_elsewhere - leaving).si(), m_facility.si());
        const double cost =
            std::abs(m_result.capital.residual.si()) + std::abs(m_result.operation.residual.si());
        books.cost =
            relative(cost, m_result.capital.total.si() + m_result.operation.accountingPerYear.si());
        books.carbon =
            relative(m_result.carbon.energyResidual.si(), m_result.carbon.energyPerYear.si());
        m_result.heatOutdoors = outside;
    }

    const OperatingPoint& m_point;
    CoupledState m_state;
    TwinResult m_result;
    Power m_it;
    Power m_facility;
    Power m_elsewhere;
};

}  // namespace

Settings usualSettings(thermal::Stage stage) {
    return {stage == thermal::Stage::Fine ? 0.3 : 0.6, stage};
}

double Books::worst() const {
    return std::max({airHeat, airMass, power, heat, cost, carbon});
}

const RoomAnswer* TwinResult::room(HallId hall) const {
    const auto at = std::find_if(rooms.begin(), rooms.end(),
                                 [&](const RoomAnswer& answer) { return answer.hall == hall; });
    return at == rooms.end() ? nullptr : &*at;
}

struct Evaluator::Rooms {
    RoomSolvers solvers;
    NetworkMemory networks;
};

Evaluator::Evaluator() : m_rooms(std::make_unique<Rooms>()) {}
Evaluator::~Evaluator() = default;
Evaluator::Evaluator(Evaluator&&) noexcept = default;
Evaluator& Evaluator::operator=(Evaluator&&) noexcept = default;

Result<TwinResult> Evaluator::evaluate(const TwinInput& input, std::stop_token stop) {
    const NetworkPtr network =
        input.network ? input.network : m_rooms->networks.of(input.project, input.catalog);
    const auto point = OperatingPoint::of(*input.project, *input.catalog, input.scenario,
                                          input.conditions, network);
    if (!point) return tl::unexpected(point.error());
    const RoomSolver solveRoom = m_rooms->solvers.begin(input);
    WaterFlows arriving;
    for (int round = 0;; ++round) {
        auto state = couple(*point, solveRoom, stop, arriving);
        if (!state) return tl::unexpected(state.error());
        auto result = Answer(*point, std::move(*state)).make();
        if (!result) return result;
        result->network = network;
        const Piping piping = drivenPiping(*point, *result);
        WaterFlows next = starvedCoils(*point, piping);
        if (round == mostFlowRounds || agree(arriving, next)) {
            for (Issue& issue : starvedIssues(*point, piping))
                result->issues.push_back(std::move(issue));
            return result;
        }
        arriving = std::move(next);
    }
}

Result<TwinResult> evaluate(const TwinInput& input, std::stop_token stop) {
    return Evaluator().evaluate(input, std::move(stop));
}

}  // namespace halltwin::twin
