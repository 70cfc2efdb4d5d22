// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/catalog_entry.h"

#include "model/project/field_check.h"
#include "model/project/names.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <initializer_list>
#include <map>
#include <utility>
#include <vector>

namespace halltwin::exchange {
namespace {

constexpr std::array<std::string_view, 8> fileKindNames{
    "rack", "cooler", "tile", "barrier", "containment", "electrical", "chiller", "pump"};

constexpr std::string_view keyCharacters = "abcdefghijklmnopqrstuvwxyz0123456789._-";
constexpr std::size_t maximumKeyLength = 100;
constexpr Range curveRange{-1e6, 1e6};
constexpr Unit<FlowPerPowerDim> cubicMetresPerSecondPerKilowatt{1e-3};

/// Reads one entry's texts and figures, reports what is wrong, and remembers which names it was
/// asked for.
class EntryReader {
public:
    EntryReader(const JsonNode& entry, const EntryProblem& report)
        : m_entry(entry),
          m_report(report) {
        collectFigures();
    }

    std::string text(std::string_view name, bool required) {
        const JsonNode* node = attribute(name, required);
        if (node == nullptr) return {};
        const std::string* value = node->text();
        const bool isBlank = value != nullptr && required && value->empty();
        if (value == nullptr || isBlank) {
            problem(*node, std::string(name), "expected text that is not empty");
            return {};
        }
        return *value;
    }

    bool flag(std::string_view name, bool fallback) {
        const JsonNode* node = attribute(name, false);
        if (node == nullptr) return fallback;
        if (node->boolean() == nullptr) problem(*node, std::string(name), "expected true or false");
        return node->boolean() == nullptr ? fallback : *node->boolean();
    }

    /// One of the names of an enumeration, of those in `allowed` when there are any.
    template <class Enum>
    Enum choice(std::string_view name, std::initializer_list<Enum> allowed = {}) {
        const JsonNode* node = attribute(name, true);
        if (node == nullptr) return Enum{};
        const auto value = node->text() == nullptr ? std::nullopt : fromName<Enum>(*node->text());
        const bool isAllowed =
            value && (allowed.size() == 0 ||
                      std::find(allowed.begin(), allowed.end(), *value) != allowed.end());
        if (isAllowed) return *value;
        std::vector<std::string_view> names;
        for (const Enum option : allowed)
            names.push_back(nameOf(option));
        if (names.empty())
            names.assign(EnumNames<Enum>::names.begin(), EnumNames<Enum>::names.end());
        problem(*node, std::string(name),
                fmt::format("expected one of {}", fmt::join(names, ", ")));
        return Enum{};
    }

    double need(std::string_view key, Range range) { return values(key, range, true, 1, 0.0)[0]; }
    double want(std::string_view key, Range range, double fallback) {
        return values(key, range, false, 1, fallback)[0];
    }
    bool has(std::string_view key) const { return m_figures.contains(key); }

    template <std::size_t N>
    std::array<double, N> needArray(std::string_view key, Range range) {
        std::array<double, N> result{};
        std::ranges::copy(values(key, range, true, N, 0.0), result.begin());
        return result;
    }

    /// A fitted range: low below high.
    std::array<double, 2> needSpan(std::string_view key, Range range) {
        const auto span = needArray<2>(key, range);
        if (has(key) && !m_failed && span[0] >= span[1]) {
            problemAt(key, "expected the low end before the high end");
        }
        return span;
    }

    void problemAt(std::string_view figure, std::string message) {
        const auto found = m_figures.find(figure);
        problem(found == m_figures.end() ? m_entry : *found->second.node,
                "figures/" + std::string(figure), std::move(message));
    }

    void rejectOthers() {
        for (const JsonNode& node : m_entry.children) {
            if (!m_known.contains(node.key)) problem(node, node.key, "is not a known field");
            if (node.repeated) problem(node, node.key, "is given twice");
        }
        for (const auto& [key, figure] : m_figures) {
            if (!figure.used) problemAt(key, "is not a figure that this kind has");
        }
    }

    [[nodiscard]] bool failed() const { return m_failed; }

    [[nodiscard]] std::map<std::string, Figure> figures() const {
        std::map<std::string, Figure> all;
        for (const auto& [key, figure] : m_figures)
            all.emplace(key, figure.figure);
        return all;
    }

private:
    struct Read {
        const JsonNode* node = nullptr;
        Figure figure;
        bool isList = false;
        bool used = false;
    };

    void problem(const JsonNode& node, std::string field, std::string message) {
        m_failed = true;
        m_report(node.line, std::move(field), std::move(message));
    }

    const JsonNode* attribute(std::string_view name, bool required) {
        m_known.emplace(std::string(name), true);
        const JsonNode* node = m_entry.member(name);
        if (node == nullptr && required) problem(m_entry, std::string(name), "is missing");
        return node;
    }

    void collectFigures() {
        const JsonNode* figures = attribute("figures", true);
        if (figures == nullptr) return;
        if (!figures->isObject())
            return problem(*figures, "figures", "expected an object in braces");
        for (const JsonNode& node : figures->children) {
            if (node.repeated) problem(node, "figures/" + node.key, "is given twice");
            m_figures[node.key] = readFigure(node);
        }
    }

    Read readFigure(const JsonNode& node) {
        const std::string field = "figures/" + node.key;
        Read read{&node, {}, false, false};
        const JsonNode* value = node.member("value");
        const JsonNode* source = node.member("source");
        if (value == nullptr || source == nullptr || node.children.size() != 2) {
            problem(node, field, "expected {\"value\": …, \"source\": \"…\"} and nothing else");
            return read;
        }
        if (source->text() == nullptr ||
            source->text()->find_first_not_of(" \t\r\n") == std::string::npos) {
            problem(*source, field, "names no source");
            return read;
        }
        read.figure.source = *source->text();
        read.isList = value->isArray();
        const auto addNumber = [&](const JsonNode& number) {
            double x = 0.0;
            if (!number.number(x)) problem(number, field, "expected a number");
            read.figure.values.push_back(x);
        };
        if (read.isList) {
            std::ranges::for_each(value->children, addNumber);
        } else {
            addNumber(*value);
        }
        return read;
    }

    std::vector<double> values(std::string_view key, Range range, bool required, std::size_t count,
                               double fallback) {
        const std::vector<double> none(count, fallback);
        const auto found = m_figures.find(key);
        if (found == m_figures.end()) {
            if (required) problem(m_entry, "figures/" + std::string(key), "is missing");
            return none;
        }
        found->second.used = true;
        const Figure& figure = found->second.figure;
        if (figure.source.empty()) return none;  // already reported
        if (figure.values.size() != count || found->second.isList != (count > 1)) {
            problemAt(key, count > 1 ? fmt::format("expected a list of {} numbers", count)
                                     : "expected one number, not a list");
            return none;
        }
        for (const double value : figure.values) {
            if (isInRange(value, range)) continue;
            problemAt(key, fmt::format("is {:g}, expected {}", value, describeRange(range)));
        }
        return figure.values;
    }

    const JsonNode& m_entry;
    const EntryProblem& m_report;
    std::map<std::string, bool, std::less<>> m_known;
    std::map<std::string, Read, std::less<>> m_figures;
    bool m_failed = false;
};

RackSpec readRack(EntryReader& in) {
    const Range power{0.0, 1e6};
    RackSpec rack;
    rack.role = in.choice<RackRole>("role");
    rack.nameplate = watts(in.need("nameplate_w", power));
    rack.idle = watts(in.need("idle_w", power));
    if (in.has("measured_maximum_w")) {
        rack.measuredMaximum = watts(in.need("measured_maximum_w", power));
    }
    rack.airflow = cubicMetresPerSecondPerKilowatt(in.need("airflow_m3_per_s_per_kw", unitRange));
    rack.minimumFlowFraction = in.want("minimum_flow_fraction", unitRange, 0.3);
    rack.gpus = static_cast<int>(in.want("gpus", {0.0, 10000.0}, 0.0));
    rack.nodes = static_cast<int>(in.want("nodes", {0.0, 10000.0}, 0.0));
    rack.gpuPriceShare = in.want("gpu_price_share", unitRange, 0.0);
    rack.liquidFraction = in.want("liquid_fraction", unitRange, 0.0);
    rack.mass = kilograms(in.need("mass_kg", {0.0, 1e5}));
    const Power maximum = rack.measuredMaximum.value_or(rack.nameplate);
    if (maximum > rack.nameplate) in.problemAt("measured_maximum_w", "is above nameplate_w");
    if (rack.idle > maximum) in.problemAt("idle_w", "is above the rack's maximum power");
    return rack;
}

CoolerSpec readCooler(EntryReader& in) {
    const Range reading{0.0, 60.0};
    CoolerSpec cooler;
    cooler.medium = in.choice<CoolerMedium>("medium");
    cooler.underfloorSupply = in.flag("underfloor_supply", true);
    cooler.ratedFlow = cubicMetresPerSecond(in.need("rated_flow_m3_per_s", {0.001, 1000.0}));
    cooler.ratedCapacity = watts(in.need("rated_capacity_w", {1.0, 1e7}));
    cooler.ratedReturn = celsius(in.need("rated_return_c", reading));
    cooler.fanPower = watts(in.need("fan_power_w", {0.0, 1e6}));
    cooler.defaultSupply = celsius(in.want("default_supply_c", {-10.0, 60.0}, 22.0));
    const bool hasCompressor = cooler.medium == CoolerMedium::DirectExpansion;
    const Range cop{0.1, 30.0};
    cooler.compressorCop =
        hasCompressor ? in.need("compressor_cop", cop) : in.want("compressor_cop", cop, 0.0);
    cooler.ratedWaterIn = celsius(hasCompressor ? in.want("rated_water_in_c", reading, 15.0)
                                                : in.need("rated_water_in_c", reading));
    if (!hasCompressor && cooler.ratedReturn <= cooler.ratedWaterIn) {
        in.problemAt("rated_water_in_c", "expected water colder than rated_return_c");
    }
    return cooler;
}

ElectricalSpec readElectrical(EntryReader& in) {
    return {watts(in.need("rating_w", {1.0, 1e10})), in.need("fixed_loss", unitRange),
            in.need("linear_loss", unitRange), in.need("square_loss", unitRange)};
}

ChillerSpec readChiller(EntryReader& in) {
    ChillerSpec chiller;
    chiller.condenser = in.choice<CondenserMedium>("condenser");
    chiller.referenceCapacity = watts(in.need("reference_capacity_w", {1.0, 1e9}));
    chiller.referenceCop = in.need("reference_cop", {0.1, 30.0});
    chiller.capacityCurve = in.needArray<6>("capacity_curve", curveRange);
    chiller.eirCurve = in.needArray<6>("eir_curve", curveRange);
    chiller.partLoadCurve = in.needArray<3>("part_load_curve", curveRange);
    chiller.waterRangeC = in.needSpan("water_range_c", {-20.0, 60.0});
    chiller.condenserRangeC = in.needSpan("condenser_range_c", {-40.0, 80.0});
    chiller.partLoadRange = in.needSpan("part_load_range", {0.0, 2.0});
    chiller.defaultSupply = celsius(in.want("default_supply_c", {-10.0, 60.0}, 10.0));
    return chiller;
}

PumpSpec readPump(EntryReader& in) {
    PumpSpec pump;
    pump.ratedFlow = cubicMetresPerSecond(in.need("rated_flow_m3_per_s", {1e-6, 100.0}));
    pump.ratedPower = watts(in.need("rated_power_w", {0.0, 1e8}));
    if (in.has("part_load_curve")) {
        pump.partLoadCurve = in.needArray<4>("part_load_curve", curveRange);
    }
    pump.designRise = kelvins(in.want("design_rise_k", {0.1, 50.0}, 6.0));
    return pump;
}

void readKindAndSpec(EntryReader& in, CatalogFileKind kind, CatalogEntry& entry) {
    using enum ItemKind;
    switch (kind) {
        case CatalogFileKind::Rack:
            entry.kind = Rack;
            entry.spec = readRack(in);
            break;
        case CatalogFileKind::Cooler:
            entry.kind = Cooler;
            entry.spec = readCooler(in);
            break;
        case CatalogFileKind::Tile:
            entry.kind = Tile;
            entry.spec = TileSpec{in.need("open_area", unitRange)};
            break;
        case CatalogFileKind::Barrier:
            entry.kind = in.choice<ItemKind>("kind", {Wall, Column, Door});
            entry.spec = BarrierSpec{in.want("leakage", unitRange, 0.0)};
            break;
        case CatalogFileKind::Containment:
            entry.kind = Containment;
            entry.spec = ContainmentSpec{in.need("leakage", unitRange)};
            break;
        case CatalogFileKind::Electrical:
            entry.kind = in.choice<ItemKind>("kind", {UtilityFeed, Transformer, Ups, Pdu});
            entry.spec = readElectrical(in);
            break;
        case CatalogFileKind::Chiller:
            entry.kind = Chiller;
            entry.spec = readChiller(in);
            break;
        case CatalogFileKind::Pump:
            entry.kind = PumpSet;
            entry.spec = readPump(in);
            break;
    }
}

}  // namespace

std::optional<CatalogFileKind> catalogFileKindFromName(std::string_view name) {
    const auto* found = std::find(fileKindNames.begin(), fileKindNames.end(), name);
    if (found == fileKindNames.end()) return std::nullopt;
    return static_cast<CatalogFileKind>(found - fileKindNames.begin());
}

std::optional<CatalogEntry> readCatalogEntry(const JsonNode& node, CatalogFileKind kind,
                                             const EntryProblem& report) {
    if (!node.isObject()) {
        report(node.line, "", "expected an object in braces");
        return std::nullopt;
    }
    EntryReader in(node, report);
    CatalogEntry entry;
    entry.key = in.text("key", true);
    const bool isPlain = entry.key.find_first_not_of(keyCharacters) == std::string::npos;
    if (!isPlain || entry.key.size() > maximumKeyLength) {
        report(node.line, "key", "expected at most 100 of a-z, 0-9, point, hyphen and underscore");
        return std::nullopt;
    }
    entry.name = in.text("name", true);
    entry.description = in.text("description", false);
    const Range extent{0.01, 2000.0};
    const Range clearance{0.0, 20.0};
    entry.size = {metres(in.need("width_m", extent)), metres(in.need("depth_m", extent)),
                  metres(in.need("height_m", {0.0, 100.0}))};
    entry.clearanceFront = metres(in.want("clearance_front_m", clearance, 0.0));
    entry.clearanceRear = metres(in.want("clearance_rear_m", clearance, 0.0));
    entry.price = dollars(in.need("price_usd", {0.0, 1e9}));
    readKindAndSpec(in, kind, entry);
    in.rejectOthers();
    if (in.failed()) return std::nullopt;
    entry.figures = in.figures();
    return entry;
}

}  // namespace halltwin::exchange
