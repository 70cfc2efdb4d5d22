// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/data_paths.h"
#include "model/exchange/catalog_json.h"
#include "model/project/names.h"
#include "tests/support/catch.h"

#include <array>
#include <cmath>
#include <set>
#include <string>

using namespace halltwin;

namespace {

const exchange::CatalogLoad& builtIn() {
    static const exchange::CatalogLoad load =
        exchange::loadCatalog(resourceDirectory() / "catalog");
    return load;
}

template <class Spec>
const Spec& specOf(const std::string& key) {
    const CatalogEntry* entry = builtIn().catalog.find(key);
    REQUIRE(entry != nullptr);
    const Spec* spec = entry->as<Spec>();
    REQUIRE(spec != nullptr);
    return *spec;
}

double efficiency(const ElectricalSpec& spec, double load) {
    const double loss = spec.fixedLoss + spec.linearLoss * load + spec.squareLoss * load * load;
    return load / (load + loss);
}

double biquadratic(const std::array<double, 6>& c, double x, double y) {
    return c[0] + c[1] * x + c[2] * x * x + c[3] * y + c[4] * y * y + c[5] * x * y;
}

double quadratic(const std::array<double, 3>& c, double p) {
    return c[0] + c[1] * p + c[2] * p * p;
}

struct ChillerCheck {
    std::string key;
    double waterC;
    double condenserC;
    double partLoad;
    double capacityKw;  ///< 0 = not published
    double cop;
};

}  // namespace

TEST_CASE("The built-in catalogue loads without a problem") {
    for (const auto& problem : builtIn().problems)
        UNSCOPED_INFO(describe(problem));
    CHECK(builtIn().problems.empty());
    CHECK(builtIn().catalog.size() > 40);
}

TEST_CASE("The built-in catalogue offers something of every kind") {
    std::set<ItemKind> kinds;
    for (const auto& [key, entry] : builtIn().catalog.entries())
        kinds.insert(entry.kind);
    for (std::size_t i = 0; i < itemKindCount; ++i) {
        INFO(nameOf(static_cast<ItemKind>(i)));
        CHECK(kinds.count(static_cast<ItemKind>(i)) == 1);
    }
}

TEST_CASE("Every figure in the catalogue says where it comes from") {
    for (const auto& [key, entry] : builtIn().catalog.entries()) {
        CHECK(entry.figures.size() >= 4);
        for (const auto& [name, figure] : entry.figures) {
            INFO(key << " " << name);
            CHECK(figure.source.find_first_not_of(' ') != std::string::npos);
        }
    }
}

TEST_CASE("Catalogue keys start with what they are, so that a project reads well") {
    const std::set<std::string> families{"rack",
                                         "cooler",
                                         "tile",
                                         "wall",
                                         "column",
                                         "door",
                                         "containment",
                                         "utility-feed",
                                         "transformer",
                                         "ups",
                                         "pdu",
                                         "chiller",
                                         "pump-set",
                                         "grille",
                                         "rear-door",
                                         "immersion-tank",
                                         "cdu",
                                         "generator",
                                         "on-site-source",
                                         "battery",
                                         "switchboard",
                                         "transfer-switch",
                                         "distribution-panel",
                                         "busway",
                                         "rack-pdu",
                                         "power-shelf",
                                         "cooling-tower",
                                         "dry-cooler",
                                         "heat-exchanger",
                                         "water-source",
                                         "water-tank",
                                         "heat-reuse"};
    for (const auto& [key, entry] : builtIn().catalog.entries()) {
        INFO(key);
        CHECK(families.count(key.substr(0, key.find('.'))) == 1);
        CHECK(key.substr(0, key.find('.')) == nameOf(entry.kind));
    }
}

// NVIDIA DGX H100 data sheet (10.2 kW, 8 GPUs); IEEE Access 13:61740 (8.4 kW measured).
TEST_CASE("A rack of four DGX H100 carries its rated and its measured power") {
    const auto& rack = specOf<RackSpec>("rack.dgx-h100-x4");
    CHECK(rack.nameplate.in(kilowatts) == Approx(40.8));
    REQUIRE(rack.measuredMaximum);
    CHECK(rack.measuredMaximum->in(kilowatts) == Approx(33.6));
    CHECK(rack.gpus == 32);
    CHECK(rack.idle < *rack.measuredMaximum);
}

TEST_CASE("Rated air warms by 10 to 20 K in every air-cooled rack") {
    // The racks of POD 2 have the flow that was measured: 7.05 kW in 0.240 m³/s are 24 K.
    const auto isMeasured = [](const std::string& key) { return key.find("rack.pod2-") == 0; };
    for (const auto& [key, entry] : builtIn().catalog.entries()) {
        const auto* rack = entry.as<RackSpec>();
        if (rack == nullptr || rack->bath || rack->liquidFraction >= 1.0) continue;
        INFO(key);
        const double riseK = 1.0 / (1.2 * 1006.0 * rack->airflow.si());
        CHECK(riseK > 10.0);
        CHECK(riseK < (isMeasured(key) ? 25.0 : 20.0));
    }
}

TEST_CASE("Coolers move enough air for their capacity, and no fan takes more than a tenth of it") {
    for (const auto& [key, entry] : builtIn().catalog.entries()) {
        const auto* cooler = entry.as<CoolerSpec>();
        if (cooler == nullptr) continue;
        INFO(key);
        const double dropK = cooler->ratedCapacity.si() / (1.15 * 1006.0 * cooler->ratedFlow.si());
        CHECK(dropK > 10.0);
        CHECK(dropK < 18.0);
        CHECK(cooler->fanPower < cooler->ratedCapacity * 0.1);
    }
}

// 10 CFR 431.196 (2016): dry type at 35 % load, liquid-immersed at 50 %.
TEST_CASE("Transformers have the efficiency that the rule asks of them") {
    CHECK(efficiency(specOf<ElectricalSpec>("transformer.dry-300"), 0.35) ==
          Approx(0.9902).margin(2e-6));
    CHECK(efficiency(specOf<ElectricalSpec>("transformer.dry-500"), 0.35) ==
          Approx(0.9914).margin(2e-6));
    CHECK(efficiency(specOf<ElectricalSpec>("transformer.dry-1000"), 0.35) ==
          Approx(0.9928).margin(2e-6));
    CHECK(efficiency(specOf<ElectricalSpec>("transformer.oil-2500"), 0.50) ==
          Approx(0.9953).margin(2e-6));
}

TEST_CASE("A transformer is at its best at the load that it is rated for") {
    const auto& spec = specOf<ElectricalSpec>("transformer.dry-500");
    const double best = efficiency(spec, 0.35);
    CHECK(efficiency(spec, 0.30) < best);
    CHECK(efficiency(spec, 0.40) < best);
}

TEST_CASE("UPS efficiencies are those of a modern and of an older double conversion") {
    const auto& modern = specOf<ElectricalSpec>("ups.double-1000");
    CHECK(efficiency(modern, 0.25) == Approx(0.950).margin(0.002));
    CHECK(efficiency(modern, 0.50) == Approx(0.965).margin(0.002));
    CHECK(efficiency(modern, 1.00) == Approx(0.963).margin(0.002));
    const auto& old = specOf<ElectricalSpec>("ups.legacy-500");
    CHECK(efficiency(old, 0.25) == Approx(0.870).margin(0.003));
    CHECK(efficiency(old, 1.00) == Approx(0.935).margin(0.003));
}

TEST_CASE("A UPS in eco mode loses about 1 %, a modular one what its modules lose") {
    const auto& eco = specOf<ElectricalSpec>("ups.eco-1000");
    CHECK(efficiency(eco, 0.5) == Approx(0.99).margin(0.002));
    CHECK(efficiency(eco, 1.0) == Approx(0.99).margin(0.003));
    const auto& modular = specOf<ElectricalSpec>("ups.modular-1250");
    CHECK(modular.modules == 6);
    CHECK(modular.redundantModules == 1);
    CHECK(efficiency(modular, 0.5) == Approx(0.965).margin(0.002));
}

TEST_CASE("UPS batteries carry their rating for five minutes") {
    int stores = 0;
    for (const auto& [key, entry] : builtIn().catalog.entries()) {
        const auto* spec = entry.as<ElectricalSpec>();
        if (spec == nullptr || !spec->battery || key == "battery.bess-1000") continue;
        ++stores;
        INFO(key);
        const BatterySpec& store = *spec->battery;
        const Duration carried =
            store.energy * store.usableShare * store.dischargeEfficiency / spec->rating;
        CHECK(carried.in(seconds) == Approx(300.0).epsilon(0.01));
    }
    CHECK(stores >= 7);
    const auto& grid = specOf<ElectricalSpec>("battery.bess-1000");
    CHECK(grid.battery->energy / grid.rating == hours(2.0));
    CHECK(grid.battery->charge > Power{});
}

// NFPA 110 type 10; a set's rating is at power factor 0.8 (ISO 8528-1).
TEST_CASE("Standby sets start, take load in steps and have fuel for a day") {
    for (const char* key :
         {"generator.diesel-1000", "generator.diesel-2000", "generator.diesel-3000"}) {
        INFO(key);
        const auto& set = specOf<ElectricalSpec>(key);
        REQUIRE(set.generator);
        CHECK(set.generator->start <= seconds(10.0));
        CHECK(set.generator->acceptedStep > 0.0);
        CHECK(set.generator->acceptedStep <= 1.0);
        CHECK((set.generator->fuel / set.rating).in(hours) == Approx(24.0));
        CHECK(set.powerFactor == 0.8);
    }
}

TEST_CASE(
    "Every source and element of the chain but the meters of Frontier says how often it fails") {
    for (const auto& [key, entry] : builtIn().catalog.entries()) {
        const auto* spec = entry.as<ElectricalSpec>();
        if (spec == nullptr || key.find(".frontier") != std::string::npos) continue;
        INFO(key);
        REQUIRE(spec->reliability);
        CHECK(spec->reliability->failuresPerYear > 0.0);
        CHECK(spec->reliability->repair > Duration{});
    }
}

TEST_CASE("What has a current in its name has the rating of it") {
    CHECK(specOf<ElectricalSpec>("rack-pdu.63a-three").rating.in(watts) ==
          Approx(63.0 * 415.0 * std::sqrt(3.0)).epsilon(2e-3));
    CHECK(specOf<ElectricalSpec>("rack-pdu.32a-single").rating.in(watts) == Approx(32.0 * 240.0));
    CHECK(specOf<ElectricalSpec>("busway.400a").rating.in(watts) ==
          Approx(400.0 * 415.0 * std::sqrt(3.0)).epsilon(0.01));
    CHECK(specOf<ElectricalSpec>("transfer-switch.sts-100").transfer->isStatic);
    CHECK_FALSE(specOf<ElectricalSpec>("transfer-switch.ats-1000").transfer->isStatic);
}

TEST_CASE("A PDU with its transformer loses 1.5 to 2.5 % at full load") {
    for (const char* key : {"pdu.150", "pdu.300", "pdu.500"}) {
        INFO(key);
        const double loss = 1.0 - efficiency(specOf<ElectricalSpec>(key), 1.0);
        CHECK(loss > 0.015);
        CHECK(loss < 0.025);
    }
}

// Check values computed from the EnergyPlus data sets; they catch a slip in any coefficient.
TEST_CASE("Chiller curves give the published capacity and COP") {
    const auto check =
        GENERATE(ChillerCheck{"chiller.water-4537-centrifugal", 6.67, 26.67, 1.0, 4603.6, 6.223},
                 ChillerCheck{"chiller.water-4537-centrifugal", 6.67, 26.67, 0.5, 0.0, 6.064},
                 ChillerCheck{"chiller.air-1609-screw", 6.67, 35.0, 1.0, 1633.5, 2.867},
                 ChillerCheck{"chiller.air-1609-screw", 10.0, 30.0, 1.0, 1789.1, 3.119},
                 ChillerCheck{"chiller.air-101-scroll", 6.67, 35.0, 1.0, 105.5, 3.037},
                 ChillerCheck{"chiller.water-742-centrifugal", 5.56, 21.11, 1.0, 0.0, 5.434},
                 ChillerCheck{"chiller.water-742-centrifugal", 5.56, 21.11, 0.5, 0.0, 7.242},
                 ChillerCheck{"chiller.water-742-centrifugal", 7.0, 20.0, 0.75, 0.0, 6.918},
                 ChillerCheck{"chiller.water-742-centrifugal", 10.0, 15.0, 0.25, 0.0, 9.574});
    INFO(check.key << " at " << check.waterC << ", " << check.condenserC);
    const auto& spec = specOf<ChillerSpec>(check.key);
    const double capacity = biquadratic(spec.capacityCurve, check.waterC, check.condenserC);
    if (check.capacityKw > 0.0) {
        CHECK(spec.referenceCapacity.in(kilowatts)*capacity ==
              Approx(check.capacityKw).epsilon(1e-3));
    }
    const double eir = biquadratic(spec.eirCurve, check.waterC, check.condenserC) *
                       quadratic(spec.partLoadCurve, check.partLoad);
    CHECK(spec.referenceCop * check.partLoad / eir == Approx(check.cop).epsilon(1e-3));
}

// The scroll and screw sets without a published check point: at their own rated point the curves
// must be near one.
TEST_CASE("Chiller curves are near one at the point they are rated for") {
    for (const char* key : {"chiller.air-1326-scroll", "chiller.air-1348-screw"}) {
        INFO(key);
        const auto& spec = specOf<ChillerSpec>(key);
        CHECK(biquadratic(spec.capacityCurve, 6.67, 35.0) == Approx(1.0).margin(0.03));
        CHECK(biquadratic(spec.eirCurve, 6.67, 35.0) == Approx(1.0).margin(0.03));
    }
    const auto& spec = specOf<ChillerSpec>("chiller.water-471-centrifugal");
    CHECK(biquadratic(spec.capacityCurve, 8.89, 26.67) == Approx(1.0).margin(0.05));
    CHECK(biquadratic(spec.eirCurve, 8.89, 26.67) == Approx(1.0).margin(0.05));
}
