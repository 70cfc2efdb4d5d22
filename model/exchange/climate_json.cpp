// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/climate_json.h"

#include "model/core/file_io.h"
#include "model/exchange/json_tree.h"
#include "model/project/field_check.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace halltwin::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t maximumFileBytes = 1 << 20;
constexpr int climateTextVersion = 1;
constexpr std::array<std::string_view, 16> knownFields{"format",
                                                       "version",
                                                       "key",
                                                       "name",
                                                       "country",
                                                       "note",
                                                       "latitude_deg",
                                                       "longitude_deg",
                                                       "altitude_m",
                                                       "time_zone_h",
                                                       "mean_c",
                                                       "daily_maximum_c",
                                                       "daily_minimum_c",
                                                       "humidity_percent",
                                                       "day_to_day_k",
                                                       "sources"};
constexpr std::array<std::string_view, 3> knownSources{"temperature", "humidity", "day_to_day"};

/// Reads the fields of one object and keeps the first thing that is wrong with it.
class Fields {
public:
    Fields(const JsonNode& object, std::string_view fileName)
        : m_object(object),
          m_fileName(fileName) {}

    std::string text(std::string_view name) {
        const JsonNode* node = member(name);
        if (node == nullptr) return {};
        if (node->text() != nullptr && !node->text()->empty()) return *node->text();
        problem(*node, ErrorCode::ParseFailure, name, "Expected text that is not empty");
        return {};
    }

    double number(std::string_view name, Range range) {
        const JsonNode* node = member(name);
        return node == nullptr ? 0.0 : numberOf(*node, name, range);
    }

    template <std::size_t N>
    std::array<double, N> numbers(std::string_view name, Range range) {
        std::array<double, N> list{};
        const JsonNode* node = member(name);
        if (node == nullptr) return list;
        if (!node->isArray() || node->children.size() != N) {
            problem(*node, ErrorCode::ParseFailure, name,
                    fmt::format("Expected a list of {} numbers", N));
            return list;
        }
        for (std::size_t n = 0; n < N; ++n)
            list[n] = numberOf(node->children[n], name, range);
        return list;
    }

    const JsonNode* object(std::string_view name) {
        const JsonNode* node = member(name);
        if (node != nullptr && node->isObject()) return node;
        if (node != nullptr)
            problem(*node, ErrorCode::ParseFailure, name, "Expected an object in braces");
        return nullptr;
    }

    template <std::size_t N>
    void rejectOthers(const std::array<std::string_view, N>& known) {
        for (const JsonNode& node : m_object.children) {
            if (node.repeated)
                problem(node, ErrorCode::ParseFailure, node.key, "The field is given twice");
            if (std::find(known.begin(), known.end(), node.key) == known.end())
                problem(node, ErrorCode::ParseFailure, node.key, "Not a field of a climate");
        }
    }

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    void problem(const JsonNode& node, ErrorCode code, std::string_view name, std::string message) {
        if (m_error) return;
        m_error =
            Error{code, std::move(message), fmt::format("{}:{}: {}", m_fileName, node.line, name),
                  "Correct the climate file"};
    }

private:
    const JsonNode* member(std::string_view name) {
        const JsonNode* node = m_object.member(name);
        if (node == nullptr)
            problem(m_object, ErrorCode::ParseFailure, name, "The field is missing");
        return node;
    }

    double numberOf(const JsonNode& node, std::string_view name, Range range) {
        double value = 0.0;
        if (!node.number(value)) {
            problem(node, ErrorCode::ParseFailure, name, "Expected a number");
        } else if (!isInRange(value, range)) {
            problem(node, ErrorCode::OutOfRange, name,
                    fmt::format("Is {:g}, expected {}", value, describeRange(range)));
        }
        return value;
    }

    const JsonNode& m_object;
    std::string_view m_fileName;
    std::optional<Error> m_error;
};

void checkHead(const JsonNode& root, Fields& fields) {
    const std::string format = fields.text("format");
    if (!format.empty() && format != "halltwin-climate")
        fields.problem(*root.member("format"), ErrorCode::ParseFailure, "format",
                       "Expected \"halltwin-climate\"");
    const double version = fields.number("version", {0.0, 1e6});
    if (version != climateTextVersion)
        fields.problem(root, ErrorCode::Unsupported, "version",
                       fmt::format("This program reads version {}", climateTextVersion));
}

/// Whether minimum, mean and maximum of a month rise in this order.
void checkOrder(const weather::Climate& climate, const JsonNode& root, Fields& fields) {
    for (std::size_t m = 0; m < 12; ++m) {
        const bool isOrdered = climate.dailyMinimumC[m] <= climate.meanC[m] &&
                               climate.meanC[m] <= climate.dailyMaximumC[m];
        if (!isOrdered)
            fields.problem(
                *root.member("mean_c"), ErrorCode::OutOfRange, "mean_c",
                fmt::format("Month {} is not between its daily minimum and maximum", m + 1));
    }
}

}  // namespace

Result<weather::Climate> climateFromJson(std::string_view text, std::string_view fileName) {
    const Result<JsonNode> root = parseJson(text, fileName);
    if (!root) return tl::unexpected(root.error());
    Fields fields(*root, fileName);
    checkHead(*root, fields);
    weather::Climate climate;
    climate.key = fields.text("key");
    climate.name = fields.text("name");
    climate.country = fields.text("country");
    if (root->member("note") != nullptr) climate.note = fields.text("note");
    climate.latitudeDeg = fields.number("latitude_deg", {-90.0, 90.0});
    climate.longitudeDeg = fields.number("longitude_deg", {-180.0, 180.0});
    climate.altitude = metres(fields.number("altitude_m", {-500.0, 9000.0}));
    climate.timeZoneH = fields.number("time_zone_h", {-12.0, 14.0});
    climate.meanC = fields.numbers<12>("mean_c", {-80.0, 60.0});
    climate.dailyMaximumC = fields.numbers<12>("daily_maximum_c", {-80.0, 60.0});
    climate.dailyMinimumC = fields.numbers<12>("daily_minimum_c", {-80.0, 60.0});
    climate.humidity = fields.numbers<12>("humidity_percent", {2.0, 98.0});
    for (double& share : climate.humidity)
        share /= 100.0;
    const auto dayToDayK = fields.numbers<2>("day_to_day_k", {0.0, 15.0});
    climate.coldMonthDayToDayK = dayToDayK[0];
    climate.warmMonthDayToDayK = dayToDayK[1];
    fields.rejectOthers(knownFields);
    const JsonNode* sourceNode = fields.object("sources");
    if (fields.error()) return tl::unexpected(*fields.error());
    checkOrder(climate, *root, fields);

    Fields sources(*sourceNode, fileName);
    climate.temperatureSource = sources.text("temperature");
    climate.humiditySource = sources.text("humidity");
    climate.dayToDaySource = sources.text("day_to_day");
    sources.rejectOthers(knownSources);
    if (fields.error()) return tl::unexpected(*fields.error());
    if (sources.error()) return tl::unexpected(*sources.error());
    return climate;
}

ClimateLoad loadClimates(const fs::path& folder) {
    ClimateLoad load;
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (at->path().extension() == ".json") files.push_back(at->path());
    }
    if (error) load.problems.push_back({folder, 0, "", "cannot be read: " + error.message()});
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        const auto climate = readFile(file, maximumFileBytes).and_then([&](const auto& text) {
            return climateFromJson(text, file.filename().string());
        });
        if (!climate) {
            load.problems.push_back(
                {file, 0, "", climate.error().message + " (" + climate.error().context + ")"});
            continue;
        }
        const auto isSame = [&](const weather::Climate& c) { return c.key == climate->key; };
        if (std::any_of(load.climates.begin(), load.climates.end(), isSame)) {
            load.problems.push_back({file, 0, "key", "is the key of an earlier file too"});
            continue;
        }
        load.climates.push_back(*climate);
    }
    std::sort(load.climates.begin(), load.climates.end(),
              [](const auto& a, const auto& b) { return a.key < b.key; });
    return load;
}

}  // namespace halltwin::exchange
