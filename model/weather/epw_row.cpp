// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/weather/epw_row.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace halltwin::weather {

namespace {

constexpr std::size_t leastFields = 24;  // up to opaque sky cover: what is used ends before

struct Column {
    std::size_t index;
    std::string_view name;
    double missingFrom;  ///< this value and all above mean "missing"
    double least;
    double most;
};

constexpr Column dryBulb{6, "dry-bulb temperature", 99.9, -90.0, 70.0};
constexpr Column dewPoint{7, "dew-point temperature", 99.9, -95.0, 60.0};
constexpr Column humidity{8, "relative humidity", 999.0, 0.0, 110.0};
constexpr Column pressure{9, "station pressure", 999999.0, 30000.0, 120000.0};
constexpr Column infrared{12, "horizontal infrared", 9999.0, 0.0, 1000.0};
constexpr Column global{13, "global horizontal radiation", 9999.0, 0.0, 1500.0};
constexpr Column direct{14, "direct normal radiation", 9999.0, 0.0, 1500.0};
constexpr Column diffuse{15, "diffuse horizontal radiation", 9999.0, 0.0, 1500.0};
constexpr Column windFrom{20, "wind direction", 999.0, 0.0, 360.0};
constexpr Column windSpeed{21, "wind speed", 999.0, 0.0, 113.0};
constexpr Column sky{22, "total sky cover", 99.0, 0.0, 10.0};

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

tl::unexpected<Error> wrong(ErrorCode code, const EpwLine& line, std::size_t column,
                            std::string message, std::string remedy) {
    return fail(code, std::move(message),
                fmt::format("line {}, column {}", line.number, column + 1), std::move(remedy));
}

Result<void> readInto(const EpwLine& line, const Column& column, double scale,
                      std::optional<double>& value) {
    const std::string_view text = line.fields[column.index];
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = error == std::errc{} && end == text.data() + text.size();
    if (isNumber && number >= column.missingFrom) return {};
    const auto checked = epwNumber(line, column.index, column.name, column.least, column.most);
    if (!checked) return tl::unexpected(checked.error());
    value = *checked * scale;
    return {};
}

}  // namespace

EpwLine splitEpwLine(std::size_t number, std::string_view line) {
    EpwLine result{number, {}};
    for (;;) {
        const auto comma = line.find(',');
        result.fields.push_back(trimmed(line.substr(0, comma)));
        if (comma == std::string_view::npos) return result;
        line.remove_prefix(comma + 1);
    }
}

Result<double> epwNumber(const EpwLine& line, std::size_t column, std::string_view name,
                         double least, double most) {
    if (column >= line.fields.size()) {
        return wrong(ErrorCode::ParseFailure, line, column,
                     fmt::format("The {} is not there", name),
                     "The line is cut off: fetch the file anew");
    }
    const std::string_view text = line.fields[column];
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) {
        return wrong(ErrorCode::ParseFailure, line, column,
                     fmt::format("The {} is '{}', which is no number", name, text.substr(0, 40)),
                     "Correct it, or give the code of a missing value");
    }
    if (number < least || number > most) {
        return wrong(ErrorCode::OutOfRange, line, column,
                     fmt::format("The {} is {}, outside {} to {}", name, number, least, most),
                     "Correct it, or give the code of a missing value");
    }
    return number;
}

Result<EpwRow> readEpwRow(const EpwLine& line) {
    if (line.fields.size() < leastFields) {
        return wrong(
            ErrorCode::ParseFailure, line, line.fields.size(),
            fmt::format("An hour has {} fields and needs {}", line.fields.size(), leastFields),
            "The line is cut off: fetch the file anew");
    }
    EpwRow row;
    const auto whole = [&](std::size_t column, std::string_view name, double most) -> Result<int> {
        const auto number = epwNumber(line, column, name, 1.0, most);
        if (!number) return tl::unexpected(number.error());
        return static_cast<int>(*number);
    };
    const auto month = whole(1, "month", 12.0);
    const auto day = whole(2, "day", 31.0);
    const auto hour = whole(3, "hour", 24.0);
    for (const auto* part : {&month, &day, &hour})
        if (!*part) return tl::unexpected(part->error());
    row.month = *month;
    row.day = *day;
    row.hour = *hour;
    struct Target {
        const Column& column;
        double scale;
        std::optional<double>& value;
    };
    for (const Target& target :
         {Target{dryBulb, 1.0, row.dryBulbC}, Target{dewPoint, 1.0, row.dewPointC},
          Target{humidity, 0.01, row.humidity}, Target{pressure, 1.0, row.pressurePa},
          Target{infrared, 1.0, row.infraredWM2}, Target{global, 1.0, row.globalWM2},
          Target{direct, 1.0, row.directWM2}, Target{diffuse, 1.0, row.diffuseWM2},
          Target{windFrom, 1.0, row.windFromDeg}, Target{windSpeed, 1.0, row.windMS},
          Target{sky, 0.1, row.skyCover}})
        if (auto read = readInto(line, target.column, target.scale, target.value); !read)
            return tl::unexpected(read.error());
    return row;
}

}  // namespace halltwin::weather
