// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/weather/epw.h"

#include "model/core/air.h"
#include "model/weather/calendar.h"
#include "model/weather/epw_row.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <utility>

namespace halltwin::weather {

namespace {

constexpr std::array<std::string_view, 8> headers{"LOCATION",
                                                  "DESIGN CONDITIONS",
                                                  "TYPICAL/EXTREME PERIODS",
                                                  "GROUND TEMPERATURES",
                                                  "HOLIDAYS/DAYLIGHT SAVINGS",
                                                  "COMMENTS 1",
                                                  "COMMENTS 2",
                                                  "DATA PERIODS"};

/// Hands out the lines of a text, counted.
class Lines {
public:
    explicit Lines(std::string_view text) : m_rest(text) {}

    std::optional<EpwLine> next() {
        while (!m_rest.empty()) {
            const auto end = m_rest.find('\n');
            const std::string_view line = m_rest.substr(0, end);
            m_rest = end == std::string_view::npos ? std::string_view{} : m_rest.substr(end + 1);
            ++m_number;
            if (line.find_first_not_of(" \t\r") != std::string_view::npos)
                return splitEpwLine(m_number, line);
        }
        return std::nullopt;
    }
    [[nodiscard]] std::size_t number() const { return m_number; }

private:
    std::string_view m_rest;
    std::size_t m_number = 0;
};

bool isHeader(const EpwLine& line, std::string_view name) {
    const std::string_view text = line.fields.front();
    return std::equal(text.begin(), text.end(), name.begin(), name.end(), [](char a, char b) {
        return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 'a' + 'A') : a) == b;
    });
}

Result<WeatherSite> readLocation(const EpwLine& line) {
    const auto latitude = epwNumber(line, 6, "latitude", -90.0, 90.0);
    const auto longitude = epwNumber(line, 7, "longitude", -180.0, 180.0);
    const auto zone = epwNumber(line, 8, "time zone", -12.0, 14.0);
    const auto altitude = epwNumber(line, 9, "elevation", -500.0, 9000.0);
    for (const auto* number : {&latitude, &longitude, &zone, &altitude})
        if (!*number) return tl::unexpected(number->error());
    const auto text = [&](std::size_t field) { return std::string(line.fields[field]); };
    return WeatherSite{text(1),   text(2),    text(3), text(4),
                       *latitude, *longitude, *zone,   metres(*altitude)};
}

Result<WeatherSite> readHeaders(Lines& lines) {
    std::optional<WeatherSite> site;
    for (const std::string_view name : headers) {
        const auto line = lines.next();
        if (!line || !isHeader(*line, name)) {
            return fail(name == headers.front() ? ErrorCode::NotAProject : ErrorCode::ParseFailure,
                        fmt::format("The header line '{}' is not there", name),
                        fmt::format("line {}", lines.number()),
                        "Give an EnergyPlus weather file (.epw) as it was published");
        }
        if (site) continue;
        auto location = readLocation(*line);
        if (!location) return location;
        site = *std::move(location);
    }
    return *site;
}

/// Walks the calendar hour by hour; a leap day is there when the file has one.
class Calendar {
public:
    Result<void> follow(const EpwRow& row, std::size_t line) {
        if (m_month == 2 && m_day == 29 && row.month == 3) advanceMonth();
        if (row.month == m_month && row.day == m_day && row.hour == m_hour) {
            advance();
            return {};
        }
        return fail(ErrorCode::ParseFailure,
                    fmt::format("Hour {} of {}-{:02} comes where hour {} of {}-{:02} is due",
                                row.hour, row.month, row.day, m_hour, m_month, m_day),
                    fmt::format("line {}, column 2", line),
                    "Give one line per hour from 1 January, in order");
    }

private:
    void advance() {
        if (++m_hour <= 24) return;
        m_hour = 1;
        const int leap = m_month == 2 ? 1 : 0;
        if (++m_day > daysOfMonth[static_cast<std::size_t>(m_month - 1)] + leap) advanceMonth();
    }
    void advanceMonth() {
        m_day = 1;
        m_month = m_month % 12 + 1;
    }

    int m_month = 1;
    int m_day = 1;
    int m_hour = 1;
};

Result<std::vector<EpwRow>> readRows(Lines& lines) {
    std::vector<EpwRow> rows;
    Calendar calendar;
    while (const auto line = lines.next()) {
        if (rows.size() == hoursOfLeapYear) {
            return fail(ErrorCode::ParseFailure, "There are more hours than a year has",
                        fmt::format("line {}", line->number), "Give the hours of one year");
        }
        const auto row = readEpwRow(*line);
        if (!row) return tl::unexpected(row.error());
        if (auto due = calendar.follow(*row, line->number); !due)
            return tl::unexpected(due.error());
        rows.push_back(*row);
    }
    if (rows.size() != hoursOfYear && rows.size() != hoursOfLeapYear) {
        return fail(ErrorCode::ParseFailure,
                    fmt::format("There are {} hours; a year has 8,760 or 8,784", rows.size()),
                    fmt::format("line {}", lines.number()),
                    "The file is cut off or has hours twice: fetch it anew");
    }
    return rows;
}

using Figure = std::optional<double> EpwRow::*;

/// Fills gaps by a straight line, those at the ends by the nearest hour. Returns the hours filled.
Result<int> bridge(std::vector<EpwRow>& rows, Figure figure, std::string_view name) {
    int filled = 0;
    std::optional<std::size_t> before;
    for (std::size_t n = 0; n <= rows.size(); ++n) {
        if (n < rows.size() && !(rows[n].*figure)) continue;
        const std::size_t first = before ? *before + 1 : 0;
        const std::size_t gap = n - first;
        if (gap > static_cast<std::size_t>(longestGapH)) {
            return fail(ErrorCode::OutOfRange,
                        fmt::format("The {} is missing for {} hours on end", name, gap),
                        fmt::format("line {}", headers.size() + first + 1),
                        "Use a file without such a gap");
        }
        for (std::size_t m = first; m < n; ++m) {
            const double low = before ? *(rows[*before].*figure) : *(rows[n].*figure);
            const double high = n < rows.size() ? *(rows[n].*figure) : low;
            const double share = static_cast<double>(m - first + 1) / static_cast<double>(gap + 1);
            rows[m].*figure = low + share * (high - low);
            ++filled;
        }
        before = n;
    }
    return filled;
}

/// A missing dew point follows from the humidity of the same hour.
int dewPointsFromHumidity(std::vector<EpwRow>& rows) {
    int filled = 0;
    for (EpwRow& row : rows) {
        if (row.dewPointC || !row.humidity) continue;
        const MoistAir air =
            airOfHumidity(celsius(*row.dryBulbC), *row.humidity, pascals(*row.pressurePa));
        row.dewPointC = dewPoint(air).in(celsius);
        ++filled;
    }
    return filled;
}

int standardPressures(std::vector<EpwRow>& rows, Length altitude) {
    const bool hasAny = std::any_of(rows.begin(), rows.end(),
                                    [](const EpwRow& row) { return row.pressurePa.has_value(); });
    if (hasAny) return 0;
    for (EpwRow& row : rows)
        row.pressurePa = pressureAtAltitude(altitude).in(pascals);
    return static_cast<int>(rows.size());
}

Result<std::vector<std::string>> fillGaps(std::vector<EpwRow>& rows, Length altitude) {
    std::vector<std::string> notes;
    const auto note = [&notes](int hours, std::string_view what) {
        if (hours > 0) notes.push_back(fmt::format("{} hours: {}", hours, what));
    };
    const auto dry = bridge(rows, &EpwRow::dryBulbC, "dry-bulb temperature");
    if (!dry) return tl::unexpected(dry.error());
    note(*dry, "dry-bulb temperature filled in between its neighbours");
    note(standardPressures(rows, altitude), "pressure of the standard atmosphere");
    const auto pressures = bridge(rows, &EpwRow::pressurePa, "station pressure");
    if (!pressures) return tl::unexpected(pressures.error());
    note(*pressures, "station pressure filled in between its neighbours");
    note(dewPointsFromHumidity(rows), "dew point from the relative humidity");
    const auto dew = bridge(rows, &EpwRow::dewPointC, "dew point and relative humidity");
    if (!dew) return tl::unexpected(dew.error());
    note(*dew, "dew point filled in between its neighbours");
    return notes;
}

WeatherHour hourOf(const EpwRow& row) {
    const auto flux = [](const std::optional<double>& value) {
        return wattsPerSquareMetre(value.value_or(0.0));
    };
    WeatherHour hour;
    hour.month = row.month;
    hour.day = row.day;
    hour.hour = row.hour - 1;
    hour.dryBulb = celsius(*row.dryBulbC);
    hour.dewPoint = celsius(std::min(*row.dewPointC, *row.dryBulbC));
    hour.pressure = pascals(*row.pressurePa);
    hour.globalHorizontal = flux(row.globalWM2);
    hour.directNormal = flux(row.directWM2);
    hour.diffuseHorizontal = flux(row.diffuseWM2);
    hour.skyInfrared = flux(row.infraredWM2);
    hour.wind = metresPerSecond(row.windMS.value_or(0.0));
    hour.windFromDeg = row.windFromDeg.value_or(0.0);
    hour.skyCover = row.skyCover.value_or(0.0);
    return hour;
}

}  // namespace

Result<WeatherYear> readEpw(std::string_view text) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
    Lines lines(text);
    auto site = readHeaders(lines);
    if (!site) return tl::unexpected(site.error());
    auto rows = readRows(lines);
    if (!rows) return tl::unexpected(rows.error());
    auto notes = fillGaps(*rows, site->altitude);
    if (!notes) return tl::unexpected(notes.error());
    WeatherYear year{*std::move(site), {}, *std::move(notes)};
    year.hours.reserve(rows->size());
    for (const EpwRow& row : *rows)
        year.hours.push_back(hourOf(row));
    return year;
}

}  // namespace halltwin::weather
