// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"

#include <QRgb>
#include <QString>
#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::views::bridge {

/// A colour in Ottosson's OKLab space (2020): L 0…1 is perceived lightness, a and b are opponent
/// hues.
struct OkLab {
    double lightness = 0;
    double a = 0;
    double b = 0;

    bool operator==(const OkLab&) const = default;
};

[[nodiscard]] OkLab toOkLab(QRgb color);
/// Nearest sRGB colour; channels outside the gamut are clipped.
[[nodiscard]] QRgb toRgb(const OkLab& color);

/// A band of a discrete scale, from the previous band's `below` up to its own.
struct ColorClass {
    std::string name;  ///< stable: "recommended"
    double below = 0;  ///< upper bound, °C; the last class has none (infinity)
    QRgb color = 0;
};

/// Colours for fractions 0…1, interpolated in OKLab between anchors so that equal steps look equal.
class ColorRamp {
public:
    static constexpr int steps = 512;

    /// At least two anchors, spread evenly.
    [[nodiscard]] static Result<ColorRamp> fromAnchors(const std::vector<OkLab>& anchors);

    /// Fractions outside 0…1 take the end colours.
    [[nodiscard]] QRgb at(double fraction) const;

private:
    std::array<QRgb, steps> m_colors{};
};

/// Turns temperatures in °C into colours: a ramp over a range, or bands with fixed bounds.
/// A value; cheap to copy. Safe to read from any thread.
class ColorScale {
public:
    [[nodiscard]] static ColorScale sequential(ColorRamp ramp, double minimum, double maximum);
    [[nodiscard]] static ColorScale discrete(std::vector<ColorClass> classes);

    /// Reads resources/colormaps/<name>.json ("temperature", "ashrae"). A sequential map starts
    /// with the range 15…45 °C. Fails with NotFound or ParseFailure, naming the file.
    [[nodiscard]] static Result<ColorScale> load(std::string_view name);
    [[nodiscard]] static Result<ColorScale> parse(std::string_view json, const std::string& where);

    [[nodiscard]] bool isDiscrete() const { return !m_classes->empty(); }
    [[nodiscard]] QRgb colorOf(double value) const;
    [[nodiscard]] double minimum() const { return m_minimum; }
    [[nodiscard]] double maximum() const { return m_maximum; }
    [[nodiscard]] const std::vector<ColorClass>& classes() const { return *m_classes; }

    /// The same colours over another range; a discrete scale keeps its bounds.
    [[nodiscard]] ColorScale withRange(double minimum, double maximum) const;

private:
    std::shared_ptr<const ColorRamp> m_ramp;
    std::shared_ptr<const std::vector<ColorClass>> m_classes =
        std::make_shared<std::vector<ColorClass>>();
    double m_minimum = 15.0;
    double m_maximum = 45.0;
};

/// The band that rack intakes are judged by: "below-recommended", "recommended" (18–27 °C),
/// "allowable-a1" (to 32 °C), "allowable-a2" (to 35 °C), "beyond".  Source: ASHRAE TC 9.9, Thermal
/// Guidelines, 5th ed., 2021. A neutral grey scale when the resource cannot be read.
[[nodiscard]] const ColorScale& ashraeScale();

/// The continuous scale of temperatures, 15…45 °C until given a range; grey when it cannot be read.
[[nodiscard]] const ColorScale& temperatureScale();

/// Shown name of a class, translated; its stable name when unknown.
[[nodiscard]] QString colorClassName(std::string_view name);

}  // namespace halltwin::views::bridge
