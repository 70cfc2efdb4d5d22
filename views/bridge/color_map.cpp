// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/color_map.h"

#include "model/core/data_paths.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

namespace halltwin::views::bridge {
namespace {

double linearFromSrgb(int channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

int srgbFromLinear(double linear) {
    const double c = std::clamp(linear, 0.0, 1.0);
    const double encoded = c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1.0 / 2.4) - 0.055;
    return static_cast<int>(std::lround(255.0 * encoded));
}

OkLab mix(const OkLab& from, const OkLab& to, double share) {
    return {std::lerp(from.lightness, to.lightness, share), std::lerp(from.a, to.a, share),
            std::lerp(from.b, to.b, share)};
}

OkLab labOf(const nlohmann::json& color) {
    return {color.at("l").get<double>(), color.at("a").get<double>(), color.at("b").get<double>()};
}

Result<ColorScale> sequentialFrom(const nlohmann::json& document) {
    std::vector<OkLab> anchors;
    for (const auto& anchor : document.at("anchors"))
        anchors.push_back(labOf(anchor));
    Result<ColorRamp> ramp = ColorRamp::fromAnchors(anchors);
    if (!ramp) return tl::unexpected(ramp.error());
    return ColorScale::sequential(*ramp, document.at("minimum").get<double>(),
                                  document.at("maximum").get<double>());
}

ColorScale discreteFrom(const nlohmann::json& document) {
    std::vector<ColorClass> classes;
    for (const auto& one : document.at("classes")) {
        const double below = one.contains("below_c") ? one.at("below_c").get<double>()
                                                     : std::numeric_limits<double>::infinity();
        classes.push_back({one.at("name").get<std::string>(), below, toRgb(labOf(one))});
    }
    return ColorScale::discrete(std::move(classes));
}

ColorScale greyScale() {
    return ColorScale::sequential(*ColorRamp::fromAnchors({{0.3, 0, 0}, {0.95, 0, 0}}), 15.0, 45.0);
}

}  // namespace

OkLab toOkLab(QRgb color) {
    const double r = linearFromSrgb(qRed(color));
    const double g = linearFromSrgb(qGreen(color));
    const double b = linearFromSrgb(qBlue(color));
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

QRgb toRgb(const OkLab& color) {
    const double l = std::pow(color.lightness + 0.3963377774 * color.a + 0.2158037573 * color.b, 3);
    const double m = std::pow(color.lightness - 0.1055613458 * color.a - 0.0638541728 * color.b, 3);
    const double s = std::pow(color.lightness - 0.0894841775 * color.a - 1.2914855480 * color.b, 3);
    return qRgb(srgbFromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                srgbFromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                srgbFromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
}

Result<ColorRamp> ColorRamp::fromAnchors(const std::vector<OkLab>& anchors) {
    if (anchors.size() < 2) {
        return fail(ErrorCode::InvalidArgument, "A colour map needs two anchors or more.", {},
                    "Add anchors to the file.");
    }
    ColorRamp ramp;
    for (int i = 0; i < steps; ++i) {
        const double place =
            static_cast<double>(i) / (steps - 1) * static_cast<double>(anchors.size() - 1);
        const std::size_t from = std::min(static_cast<std::size_t>(place), anchors.size() - 2);
        const OkLab color =
            mix(anchors[from], anchors[from + 1], place - static_cast<double>(from));
        ramp.m_colors[static_cast<std::size_t>(i)] = toRgb(color);
    }
    return ramp;
}

QRgb ColorRamp::at(double fraction) const {
    if (!(fraction > 0.0)) return m_colors.front();
    const double place = std::min(fraction, 1.0) * (steps - 1) + 0.5;
    return m_colors[static_cast<std::size_t>(place)];
}

ColorScale ColorScale::sequential(ColorRamp ramp, double minimum, double maximum) {
    ColorScale scale;
    scale.m_ramp = std::make_shared<const ColorRamp>(ramp);
    return scale.withRange(minimum, maximum);
}

ColorScale ColorScale::discrete(std::vector<ColorClass> classes) {
    ColorScale scale;
    if (classes.empty()) return scale;
    classes.back().below = std::numeric_limits<double>::infinity();
    if (classes.size() > 1) {
        scale.m_minimum = classes.front().below;
        scale.m_maximum = classes[classes.size() - 2].below;
    }
    scale.m_classes = std::make_shared<const std::vector<ColorClass>>(std::move(classes));
    return scale;
}

QRgb ColorScale::colorOf(double value) const {
    if (isDiscrete()) {
        for (const ColorClass& one : *m_classes) {
            if (value < one.below) return one.color;
        }
        return m_classes->back().color;
    }
    if (!m_ramp) return qRgb(128, 128, 128);
    return m_ramp->at((value - m_minimum) / (m_maximum - m_minimum));
}

ColorScale ColorScale::withRange(double minimum, double maximum) const {
    ColorScale other = *this;
    if (isDiscrete() || !std::isfinite(minimum) || !std::isfinite(maximum)) return other;
    other.m_minimum = std::min(minimum, maximum);
    other.m_maximum = std::max(maximum, other.m_minimum + 0.1);
    return other;
}

Result<ColorScale> ColorScale::parse(std::string_view json, const std::string& where) {
    try {
        const nlohmann::json document = nlohmann::json::parse(json);
        if (document.at("kind") == "classes") return discreteFrom(document);
        return sequentialFrom(document);
    } catch (const nlohmann::json::exception& problem) {
        return fail(ErrorCode::ParseFailure,
                    std::string("The colour map cannot be read: ") + problem.what(), where,
                    "Restore the file from the installation.");
    }
}

Result<ColorScale> ColorScale::load(std::string_view name) {
    const std::filesystem::path path =
        resourceDirectory() / "colormaps" / (std::string(name) + ".json");
    std::ifstream file(path);
    if (!file) {
        return fail(ErrorCode::NotFound, "The colour map is missing.", path.string(),
                    "Reinstall the program, or set HALLTWIN_DATA_DIR.");
    }
    std::ostringstream text;
    text << file.rdbuf();
    return parse(text.str(), path.string());
}

const ColorScale& ashraeScale() {
    static const ColorScale scale = ColorScale::load("ashrae").value_or(greyScale());
    return scale;
}

const ColorScale& temperatureScale() {
    static const ColorScale scale = ColorScale::load("temperature").value_or(greyScale());
    return scale;
}

QString colorClassName(std::string_view name) {
    const auto tr = [](const char* text) {
        return QCoreApplication::translate("ColorClass", text);
    };
    if (name == "below-recommended")
        return tr(QT_TRANSLATE_NOOP("ColorClass", "Below recommended"));
    if (name == "recommended") return tr(QT_TRANSLATE_NOOP("ColorClass", "Recommended"));
    if (name == "allowable-a1") return tr(QT_TRANSLATE_NOOP("ColorClass", "Allowable A1"));
    if (name == "allowable-a2") return tr(QT_TRANSLATE_NOOP("ColorClass", "Allowable A2"));
    if (name == "beyond") return tr(QT_TRANSLATE_NOOP("ColorClass", "Beyond"));
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

}  // namespace halltwin::views::bridge
