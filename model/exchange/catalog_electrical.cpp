// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/catalog_electrical.h"

namespace halltwin::exchange {
namespace {

constexpr Range voltageRange{1.0, 1e6};
constexpr Range powerFactorRange{0.1, 1.0};
constexpr Range efficiencyRange{0.01, 1.0};  // of nothing, no input could be told
constexpr Range shareRange{0.01, 1.0};

ElectricalSpec readCommon(EntryReader& in) {
    ElectricalSpec spec;
    spec.rating = watts(in.need("rating_w", {1.0, 1e10}));
    spec.fixedLoss = in.need("fixed_loss", unitRange);
    spec.linearLoss = in.need("linear_loss", unitRange);
    spec.squareLoss = in.need("square_loss", unitRange);
    spec.powerFactor = in.want("power_factor", powerFactorRange, 1.0);
    spec.inputVoltage = volts(in.want("input_voltage_v", voltageRange, 0.0));
    spec.outputVoltage = volts(in.want("output_voltage_v", voltageRange, 0.0));
    spec.system = in.choiceOr("system", PhaseSystem::Three);
    spec.modules = in.whole("modules", {1.0, 1000.0}, 1);
    spec.redundantModules = in.whole("redundant_modules", {0.0, 999.0}, 0);
    if (spec.redundantModules >= spec.modules)
        in.problemAt("redundant_modules", "expected fewer than modules: one has to carry load");
    const double failures = in.want("failures_per_year", {0.0, 1000.0}, 0.0);
    const Duration repair = hours(in.want("repair_h", {0.0, 1e5}, 0.0));
    if (in.has("failures_per_year")) spec.reliability = Reliability{failures, repair};
    return spec;
}

BatterySpec readStore(EntryReader& in) {
    BatterySpec store;
    store.energy = kilowattHours(in.need("battery_energy_kwh", {0.001, 1e7}));
    store.usableShare = in.want("battery_usable_share", shareRange, 1.0);
    store.dischargeEfficiency = in.want("battery_discharge_efficiency", efficiencyRange, 1.0);
    store.peukertExponent = in.want("battery_peukert_exponent", {1.0, 2.0}, 1.0);
    store.charge = watts(in.want("battery_charge_w", {0.0, 1e9}, 0.0));
    return store;
}

}  // namespace

ElectricalSpec readElectrical(EntryReader& in, ItemKind kind) {
    ElectricalSpec spec = readCommon(in);
    if (kind == ItemKind::Ups && in.has("battery_energy_kwh")) spec.battery = readStore(in);
    return spec;
}

ElectricalSpec readGenerator(EntryReader& in) {
    ElectricalSpec spec = readCommon(in);
    GeneratorSpec generator;
    generator.start = seconds(in.need("start_s", {0.0, 3600.0}));
    generator.acceptedStep = in.want("accepted_step", shareRange, 1.0);
    generator.stepRecovery = seconds(in.want("step_recovery_s", {0.0, 3600.0}, 0.0));
    generator.fuel = kilowattHours(in.want("fuel_kwh", {0.0, 1e9}, 0.0));
    spec.generator = generator;
    return spec;
}

ElectricalSpec readBattery(EntryReader& in) {
    ElectricalSpec spec = readCommon(in);
    spec.battery = readStore(in);
    return spec;
}

ElectricalSpec readTransferSwitch(EntryReader& in) {
    ElectricalSpec spec = readCommon(in);
    spec.transfer =
        TransferSpec{seconds(in.need("transfer_s", {0.0, 600.0})), in.flag("static", false)};
    return spec;
}

void readSupply(EntryReader& in, RackSpec& rack) {
    const std::vector<std::string> names = in.texts("stages");
    const std::size_t count = names.size();
    const auto units = in.wantWholes("stage_units", {1.0, 10000.0}, count, 1.0);
    const auto standing = in.wantList("stage_standing_w", {0.0, 1e6}, count, 0.0);
    const auto efficiency = in.wantList("stage_efficiency", efficiencyRange, count, 1.0);
    if (count > 0 && !in.has("stage_efficiency"))
        in.problemAt("stage_efficiency", "is missing: each of the stages has one");
    for (std::size_t i = 0; i < count; ++i) {
        rack.stages.push_back(
            {names[i], static_cast<int>(units[i]), watts(standing[i]), efficiency[i]});
    }
    rack.unconverted = watts(in.want("unconverted_w", {0.0, 1e6}, 0.0));
    rack.voltage = volts(in.want("voltage_v", voltageRange, 0.0));
    rack.system = in.choiceOr("system", PhaseSystem::Three);
    rack.powerFactor = in.want("power_factor", powerFactorRange, 1.0);
}

}  // namespace halltwin::exchange
