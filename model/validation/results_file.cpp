// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/results_file.h"

#include "model/core/data_paths.h"
#include "model/core/decimal.h"
#include "model/core/file_io.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

namespace halltwin::validation {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 4> toleranceNames{"within", "share", "at-most", "at-least"};
constexpr const char* formatName = "halltwin-validation";
constexpr std::uintmax_t greatestBytes = 16U << 20U;

double shortened(double value) {
    return roundedToDigits(value, 6);
}

Json rowJson(const Row& row) {
    return {{"quantity", row.quantity},
            {"unit", row.unit},
            {"published", row.published ? Json(shortened(*row.published)) : Json(nullptr)},
            {"calculated", shortened(row.calculated)},
            {"tolerance", row.tolerance.value},
            {"kind", toleranceNames[static_cast<std::size_t>(row.tolerance.kind)]},
            {"grid", row.grid},
            {"met", row.met}};
}

Json axisJson(const Axis& axis) {
    return {{"name", axis.name}, {"unit", axis.unit}, {"discrete", axis.isDiscrete}};
}

Json curveJson(const Curve& curve) {
    Json points = Json::array();
    for (const Point& point : curve.points)
        points.push_back({shortened(point.x), shortened(point.y)});
    return {{"name", curve.name},
            {"published", curve.kind == CurveKind::Published},
            {"pair", curve.pair},
            {"points", std::move(points)}};
}

Json profileJson(const Profile& profile) {
    Json curves = Json::array();
    for (const Curve& curve : profile.curves)
        curves.push_back(curveJson(curve));
    return {{"id", profile.id},
            {"title", profile.title},
            {"x", axisJson(profile.x)},
            {"y", axisJson(profile.y)},
            {"curves", std::move(curves)}};
}

Json caseJson(const CaseResult& result) {
    Json rows = Json::array();
    for (const Row& row : result.rows)
        rows.push_back(rowJson(row));
    Json profiles = Json::array();
    for (const Profile& profile : result.profiles)
        profiles.push_back(profileJson(profile));
    return {{"id", result.id},
            {"effort", result.effort == Effort::Full ? "full" : "quick"},
            {"met", result.isMet()},
            {"cells", result.cells},
            {"wall_s", shortened(result.wallS)},
            {"processor_s", shortened(result.processorS)},
            {"rows", std::move(rows)},
            {"profiles", std::move(profiles)}};
}

Row readRow(const Json& json) {
    const auto& kind = json.at("kind").get_ref<const std::string&>();
    const auto found = std::find(toleranceNames.begin(), toleranceNames.end(), kind);
    if (found == toleranceNames.end()) throw std::invalid_argument("kind '" + kind + "'");
    const Json& published = json.at("published");
    return {json.at("quantity").get<std::string>(),
            json.at("unit").get<std::string>(),
            published.is_null() ? std::nullopt : std::optional(published.get<double>()),
            json.at("calculated").get<double>(),
            {static_cast<Tolerance::Kind>(found - toleranceNames.begin()),
             json.at("tolerance").get<double>()},
            json.at("grid").get<std::string>(),
            json.at("met").get<bool>()};
}

Axis readAxis(const Json& json) {
    return {json.at("name").get<std::string>(), json.at("unit").get<std::string>(),
            json.at("discrete").get<bool>()};
}

Curve readCurve(const Json& json) {
    Curve curve{json.at("name").get<std::string>(),
                json.at("published").get<bool>() ? CurveKind::Published : CurveKind::Calculated,
                std::max(json.at("pair").get<int>(), 0),
                {}};
    for (const Json& point : json.at("points"))
        curve.points.push_back({point.at(0).get<double>(), point.at(1).get<double>()});
    return curve;
}

CaseResult readCase(const Json& json) {
    CaseResult result;
    result.id = json.at("id").get<std::string>();
    result.effort = json.at("effort").get<std::string>() == "quick" ? Effort::Quick : Effort::Full;
    result.cells = json.at("cells").get<std::size_t>();
    result.wallS = json.at("wall_s").get<double>();
    result.processorS = json.at("processor_s").get<double>();
    for (const Json& row : json.at("rows"))
        result.rows.push_back(readRow(row));
    for (const Json& one : json.at("profiles")) {
        Profile profile{one.at("id").get<std::string>(),
                        one.at("title").get<std::string>(),
                        readAxis(one.at("x")),
                        readAxis(one.at("y")),
                        {}};
        for (const Json& curve : one.at("curves"))
            profile.curves.push_back(readCurve(curve));
        result.profiles.push_back(std::move(profile));
    }
    return result;
}

}  // namespace

const CaseResult* ResultSet::find(std::string_view id) const {
    const auto found = std::find_if(cases.begin(), cases.end(),
                                    [&](const CaseResult& one) { return one.id == id; });
    return found == cases.end() ? nullptr : &*found;
}

std::string resultsText(const ResultSet& results) {
    Json cases = Json::array();
    for (const CaseResult& result : results.cases)
        cases.push_back(caseJson(result));
    return Json{{"format", formatName},
                {"version", results.version},
                {"date", results.date},
                {"cases", std::move(cases)}}
               .dump(1) +
           '\n';
}

Result<ResultSet> readResults(std::string_view text, std::string_view fileName) {
    const auto refused = [&](const std::string& why) {
        return fail(ErrorCode::ParseFailure, "these are no validation results: " + why,
                    std::string(fileName), "make them anew with halltwin-cli validate-physics");
    };
    try {
        const Json json = Json::parse(text);
        if (json.at("format") != formatName) return refused("another format");
        ResultSet results{
            json.at("version").get<std::string>(), json.at("date").get<std::string>(), {}};
        for (const Json& one : json.at("cases"))
            results.cases.push_back(readCase(one));
        return results;
    } catch (const std::exception& error) {
        return refused(error.what());
    }
}

std::filesystem::path shippedResultsFile() {
    return resourceDirectory() / "validation" / "results.json";
}

Result<ResultSet> shippedResults() {
    const auto text = readFile(shippedResultsFile(), greatestBytes);
    if (!text) return tl::unexpected(text.error());
    return readResults(*text, shippedResultsFile().string());
}

}  // namespace halltwin::validation
