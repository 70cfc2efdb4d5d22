// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "views/bridge/color_map.h"

#include <QColor>
#include <array>
#include <cmath>

using namespace halltwin::views::bridge;

namespace {

using Matrix = std::array<std::array<double, 3>, 3>;

/// Colour blindness in linear RGB, severity 1.0.  Source: Machado, Oliveira and Fernandes,
/// IEEE Trans. Vis. Comput. Graph. 15(6), 2009, table of matrices.
constexpr Matrix protanopia{{{0.152286, 1.052583, -0.204868},
                             {0.114503, 0.786281, 0.099216},
                             {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia{{{0.367322, 0.860646, -0.227968},
                               {0.280085, 0.672501, 0.047413},
                               {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritanopia{{{1.255528, -0.076749, -0.178779},
                             {-0.078411, 0.930809, 0.147602},
                             {0.004733, 0.691367, 0.303900}}};
constexpr Matrix fullColor{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

double toLinear(int channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

int toSrgb(double linear) {
    const double c = std::clamp(linear, 0.0, 1.0);
    return int(
        std::lround(255.0 * (c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055)));
}

OkLab seenWith(const Matrix& eye, QRgb color) {
    const std::array<double, 3> in{toLinear(qRed(color)), toLinear(qGreen(color)),
                                   toLinear(qBlue(color))};
    std::array<int, 3> out{};
    for (std::size_t i = 0; i < 3; ++i) {
        out[i] = toSrgb(eye[i][0] * in[0] + eye[i][1] * in[1] + eye[i][2] * in[2]);
    }
    return toOkLab(qRgb(out[0], out[1], out[2]));
}

double distance(const OkLab& a, const OkLab& b) {
    return std::hypot(a.lightness - b.lightness, a.a - b.a, a.b - b.b);
}

}  // namespace

TEST_CASE("OKLab agrees with its published pairs") {
    // Ottosson 2020 gives white as L = 1; the primaries are the ones of CSS Color 4, section 9.
    CHECK(toOkLab(qRgb(255, 255, 255)).lightness == Approx(1.0).margin(1e-4));
    const OkLab red = toOkLab(qRgb(255, 0, 0));
    CHECK(red.lightness == Approx(0.62796).margin(1e-4));
    CHECK(red.a == Approx(0.22486).margin(1e-4));
    CHECK(red.b == Approx(0.12585).margin(1e-4));
    for (const QRgb color : {qRgb(12, 200, 77), qRgb(1, 2, 3), qRgb(240, 130, 9)}) {
        CHECK(toRgb(toOkLab(color)) == color);
    }
}

TEST_CASE("Continuous scales get lighter in equal steps") {
    const char* name = GENERATE("temperature", "speed", "pressure");
    CAPTURE(name);
    const ColorScale scale = *ColorScale::load(name);
    REQUIRE_FALSE(scale.isDiscrete());
    const double span = scale.maximum() - scale.minimum();
    const double low = toOkLab(scale.colorOf(scale.minimum())).lightness;
    const double high = toOkLab(scale.colorOf(scale.maximum())).lightness;
    REQUIRE(high - low > 0.6);
    double before = -1.0;
    for (int i = 0; i <= 60; ++i) {
        const double share = i / 60.0;
        const double lightness = toOkLab(scale.colorOf(scale.minimum() + share * span)).lightness;
        CHECK(lightness > before);
        CHECK(lightness == Approx(low + share * (high - low)).margin(0.012));
        before = lightness;
    }
}

TEST_CASE("Continuous scales keep their order for colour-blind eyes") {
    const char* name = GENERATE("temperature", "speed", "pressure");
    CAPTURE(name);
    const ColorScale scale = *ColorScale::load(name);
    for (const Matrix& eye : {protanopia, deuteranopia, tritanopia}) {
        double before = -1.0;
        for (int i = 0; i <= 20; ++i) {
            const double value = std::lerp(scale.minimum(), scale.maximum(), i / 20.0);
            const double lightness = seenWith(eye, scale.colorOf(value)).lightness;
            CHECK(lightness > before);
            before = lightness;
        }
    }
}

TEST_CASE("ASHRAE classes change at 18, 27, 32 and 35 degrees") {
    const ColorScale scale = *ColorScale::load("ashrae");
    REQUIRE(scale.isDiscrete());
    REQUIRE(scale.classes().size() == 5);
    const auto nameAt = [&](double value) {
        for (const ColorClass& one : scale.classes()) {
            if (one.color == scale.colorOf(value)) return one.name;
        }
        return std::string();
    };
    CHECK(nameAt(17.99) == "below-recommended");
    CHECK(nameAt(18.0) == "recommended");
    CHECK(nameAt(26.99) == "recommended");
    CHECK(nameAt(27.0) == "allowable-a1");
    CHECK(nameAt(32.0) == "allowable-a2");
    CHECK(nameAt(35.0) == "beyond");
    CHECK(nameAt(90.0) == "beyond");
}

TEST_CASE("ASHRAE classes stay apart for colour-blind eyes") {
    const ColorScale scale = *ColorScale::load("ashrae");
    for (const Matrix& eye : {fullColor, protanopia, deuteranopia, tritanopia}) {
        for (std::size_t i = 0; i < scale.classes().size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                CHECK(distance(seenWith(eye, scale.classes()[i].color),
                               seenWith(eye, scale.classes()[j].color)) > 0.14);
            }
        }
    }
}

TEST_CASE("A range moves the colours and never collapses") {
    const ColorScale scale = temperatureScale().withRange(18.0, 28.0);
    CHECK(scale.colorOf(18.0) == temperatureScale().colorOf(temperatureScale().minimum()));
    CHECK(scale.colorOf(99.0) == scale.colorOf(28.0));
    CHECK(scale.withRange(20.0, 20.0).maximum() > 20.0);
    CHECK(ashraeScale().withRange(0.0, 1.0).colorOf(20.0) == ashraeScale().colorOf(20.0));
}

TEST_CASE("A colour map that is missing or torn is refused with its name") {
    const auto missing = ColorScale::load("no-such-map");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == halltwin::ErrorCode::NotFound);
    CHECK(missing.error().context.find("no-such-map.json") != std::string::npos);
    const auto torn = ColorScale::parse("{\"kind\": \"sequential\", \"anchors\": [", "here");
    REQUIRE_FALSE(torn);
    CHECK(torn.error().code == halltwin::ErrorCode::ParseFailure);
    CHECK_FALSE(ColorScale::parse(R"({"kind": "sequential", "anchors": [], "minimum": 1,
                                      "maximum": 2})",
                                  "here"));
}
