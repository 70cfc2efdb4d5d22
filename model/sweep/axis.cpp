// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sweep/axis.h"

#include "model/core/decimal.h"
#include "model/sweep/field_setter.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace halltwin::sweep {

namespace {

constexpr double mostValues = 10'000.0;
constexpr std::size_t mostPoints = 1'000'000;
constexpr int digits = 12;  // a step of 0.1 stays 0.3 after three of them

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (std::size_t end = text.find(at); end != std::string_view::npos; end = text.find(at)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

tl::unexpected<Error> badAxis(std::string what, std::string_view text) {
    return fail(ErrorCode::InvalidArgument, std::move(what), std::string(text),
                "write PATH=18,20,22 or PATH=18:24:0.5 (from, to, step)");
}

/// Place of the sign that ends the path; those between brackets belong to it.
std::size_t endOfPath(std::string_view text) {
    int depth = 0;
    for (std::size_t n = 0; n < text.size(); ++n) {
        if (text[n] == '[') ++depth;
        if (text[n] == ']') --depth;
        if (text[n] == '=' && depth <= 0) return n;
    }
    return std::string_view::npos;
}

/// None for what is no range.
std::optional<std::array<double, 3>> rangeIn(std::string_view values) {
    const auto parts = split(values, ':');
    if (parts.size() != 3) return std::nullopt;
    std::array<double, 3> range{};
    for (std::size_t n = 0; n < range.size(); ++n) {
        const auto number = numberIn(parts[n]);
        if (!number) return std::nullopt;
        range[n] = *number;
    }
    return range;
}

void addOnce(std::vector<std::string>& values, std::string value) {
    if (std::find(values.begin(), values.end(), value) == values.end())
        values.push_back(std::move(value));
}

}  // namespace

Result<Axis> axisFrom(std::string_view text) {
    const std::size_t at = endOfPath(text);
    if (at == std::string_view::npos || at == 0)
        return badAxis("there is no '=' between path and values", text);
    Axis axis{std::string(text.substr(0, at)), {}};
    const std::string_view values = text.substr(at + 1);
    if (const auto range = rangeIn(values)) {
        const auto [from, to, step] = *range;
        const double steps = step == 0.0 ? -1.0 : (to - from) / step;
        if (!(steps >= 0.0))
            return badAxis("the step does not lead from one end to the other", text);
        if (steps >= mostValues)
            return fail(ErrorCode::OverLimit, "an axis has at most 10,000 values",
                        std::string(text), "take a longer step");
        for (double n = 0.0; n <= std::floor(steps + 1e-9); n += 1.0)
            addOnce(axis.values, shortestDecimal(roundedToDigits(from + n * step, digits)));
        return axis;
    }
    for (const std::string_view value : split(values, ',')) {
        if (value.empty()) return badAxis("a value is empty", text);
        const auto number = numberIn(value);
        addOnce(axis.values, number ? shortestDecimal(*number) : std::string(value));
    }
    return axis;
}

Result<std::vector<Point>> gridOf(const std::vector<Axis>& axes) {
    if (axes.empty()) return badAxis("nothing is to be varied", "");
    std::vector<Point> points{{}};
    std::vector<std::string> paths;
    for (const Axis& axis : axes) {
        if (std::find(paths.begin(), paths.end(), axis.path) != paths.end())
            return badAxis("the parameter is given twice", axis.path);
        paths.push_back(axis.path);
        if (points.size() * axis.values.size() > mostPoints)
            return fail(ErrorCode::OverLimit, "a sweep has at most 1,000,000 points", axis.path,
                        "vary less, or in longer steps");
        std::vector<Point> longer;
        longer.reserve(points.size() * axis.values.size());
        for (const Point& point : points)
            for (const std::string& value : axis.values) {
                longer.push_back(point);
                longer.back().push_back(value);
            }
        points = std::move(longer);
    }
    return points;
}

}  // namespace halltwin::sweep
