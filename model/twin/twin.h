// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/carbon/ledger.h"
#include "model/cooling/plant.h"
#include "model/core/error.h"
#include "model/economics/capital.h"
#include "model/economics/operation.h"
#include "model/power/chain.h"
#include "model/project/catalog.h"
#include "model/project/issue.h"
#include "model/project/project.h"
#include "model/thermal/result.h"
#include "model/twin/derivation.h"
#include "model/twin/kpis.h"
#include "model/twin/networks.h"
#include "model/twin/operating_point.h"

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace halltwin::twin {

struct Settings {
    double gridM = 0.6;  ///< horizontal cell of the room air model
    /// Preview: potential flow. Coarse and Fine: Navier–Stokes on gridM; 0.6 and 0.3 m are usual.
    thermal::Stage stage = thermal::Stage::Preview;
    bool operator==(const Settings&) const = default;
};

/// A stage on the grid that suits it: 0.6 m, the fine one 0.3 m.
[[nodiscard]] Settings usualSettings(thermal::Stage stage);

/// Everything that an answer depends on; two equal inputs give bit-equal answers.
struct TwinInput {
    std::shared_ptr<const Project> project;
    std::shared_ptr<const Catalog> catalog;
    std::optional<ScenarioId> scenario;
    Settings settings;
    Conditions conditions{};
    NetworkPtr network{};  ///< of this project and catalogue; null: planned where it is needed
};

/// The air of one hall.
struct RoomAnswer {
    HallId hall;
    thermal::RoomResult air;
};

/// A coolant distribution unit at work.
struct CduAnswer {
    ItemId id;
    Power heat;                         ///< of the racks and tanks on its loop
    double loading = 0.0;               ///< heat / rating
    std::optional<Temperature> supply;  ///< of its coolant; none where no chiller feeds it
};

/// A complete operating point of the data centre. Immutable once made; shared between threads
/// freely.
struct TwinResult {
    std::vector<RoomAnswer> rooms;  ///< by hall id; halls without air devices are left out
    NetworkPtr network;             ///< fabrics; null where the project has none
    power::ChainInput chain;        ///< the electrical chain as drawn, that `power` answers
    power::ChainResult power;
    cooling::PlantResult cooling;
    economics::CapitalLedger capital;
    economics::OperationLedger operation;
    carbon::CarbonLedger carbon;
    Kpis kpis;
    Books books;
    std::vector<Issue> issues;  ///< rule checks first, then what the engines found
    std::vector<Derivation> derivations;
    std::map<ItemId, Power> rackPower;        ///< electric power that reaches each rack
    std::map<ItemId, Power> mechanicalPower;  ///< of fans, compressors and pumps
    Power uncordedDemand;  ///< of loads with no cord: counted without distribution losses
    std::vector<CduAnswer> cdus;
    Power lightsPower;   ///< of all halls; part of `uncordedDemand`
    Power heatOutdoors;  ///< leaves past the plant: yard, ventilated rooms, unsolved rooms
    std::vector<ItemId> ventilatedOutdoors;  ///< equipment whose heat is in `heatOutdoors`

    [[nodiscard]] const RoomAnswer* room(HallId hall) const;
};

/// Couples room air, power chain, cooling plant, money and carbon at one operating point: heat of
/// losses lands in the room where the equipment stands, fan heat counts, mechanical loads draw from
/// the chain. Keeps each hall's last air, so that asking again after an edit elsewhere is cheap;
/// answers depend on the input alone, to the bit. One thread at a time; use one evaluator per
/// worker and stage.
class Evaluator {
public:
    Evaluator();
    ~Evaluator();
    Evaluator(Evaluator&&) noexcept;
    Evaluator& operator=(Evaluator&&) noexcept;

    /// A room that cannot be solved is an issue with its cause, and the rest is answered. Fails
    /// with NotFound for an unknown scenario, InvalidArgument for figures no engine can use, and
    /// Cancelled.
    [[nodiscard]] Result<TwinResult> evaluate(const TwinInput& input, std::stop_token stop = {});

private:
    struct Rooms;
    std::unique_ptr<Rooms> m_rooms;
};

/// One answer without keeping anything.
[[nodiscard]] Result<TwinResult> evaluate(const TwinInput& input, std::stop_token stop = {});

}  // namespace halltwin::twin
