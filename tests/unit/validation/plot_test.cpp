// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/plot_scale.h"
#include "model/validation/plot_svg.h"
#include "tests/support/catch.h"

#include <string>

using namespace halltwin::validation;

namespace {

Profile aProfile() {
    return {"p",
            "Warm & cold",
            {"height", "m", false},
            {"temperature", "°C", false},
            {{"measured <a>", CurveKind::Published, 0, {{0.0, 18.2}, {2.0, 24.1}}},
             {"HallTwin", CurveKind::Calculated, 0, {{0.0, 18.0}, {1.0, 20.0}, {2.0, 24.0}}}}};
}

int countOf(const std::string& text, const std::string& what) {
    int count = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
        ++count;
    return count;
}

Scale scaleOfRange(double least, double greatest) {
    Profile profile = aProfile();
    profile.curves = {{"c", CurveKind::Calculated, 0, {{least, 0.0}, {greatest, 1.0}}}};
    return scaleOf(profile, AxisOf::X);
}

}  // namespace

TEST_CASE("An axis runs between round numbers around the data") {
    const Scale scale = scaleOfRange(18.2, 24.1);
    CHECK(scale.first == Approx(18.0));
    CHECK(scale.last == Approx(25.0));
    CHECK(scale.ticks().size() == 8);
    CHECK(scale.label(20.0) == "20");
    const Scale small = scaleOfRange(-0.21, 1.0);
    CHECK(small.first <= -0.21);
    CHECK(small.label(small.ticks().front())[0] == "−"[0]);
    CHECK(small.last == Approx(1.0));
    const Scale flat = scaleOfRange(5.0, 5.0);
    CHECK(flat.last > flat.first);
    const Scale tiny = scaleOfRange(0.0, 3e-5);
    CHECK(tiny.label(tiny.ticks()[1]) == "0.000005");
}

TEST_CASE("A discrete axis counts in ones") {
    Profile profile = aProfile();
    profile.x.isDiscrete = true;
    const Scale scale = scaleOf(profile, AxisOf::X);
    CHECK(scale.step == 1.0);
    CHECK(scale.first == -1.0);
    CHECK(scale.last == 3.0);
}

TEST_CASE("A plot has title, axes with units, legend, symbols for published and a line for ours") {
    const std::string svg = plotSvg(aProfile());
    CHECK(svg.starts_with("<svg xmlns="));
    CHECK(svg.ends_with("</svg>\n"));
    CHECK(svg.find("Warm &amp; cold") != std::string::npos);
    CHECK(svg.find(">height, m<") != std::string::npos);
    CHECK(svg.find(">temperature, °C<") != std::string::npos);
    CHECK(svg.find("measured &lt;a&gt;") != std::string::npos);
    // Two published points and one in the legend; one calculated line and one in the legend.
    CHECK(countOf(svg, "stroke-width=\"1.4\"") == 3);
    CHECK(countOf(svg, "stroke-width=\"1.8\"") == 2);
}

TEST_CASE("Where the axis is discrete nothing is drawn between points") {
    Profile profile = aProfile();
    profile.x.isDiscrete = true;
    const std::string svg = plotSvg(profile);
    CHECK(countOf(svg, "stroke-width=\"1.4\"") == 7);
    CHECK(countOf(svg, "stroke-width=\"1.8\"") == 0);
}

TEST_CASE("A profile without points still makes a picture") {
    Profile profile = aProfile();
    profile.curves.clear();
    const std::string svg = plotSvg(profile);
    CHECK(svg.find("nan") == std::string::npos);
    CHECK(svg.ends_with("</svg>\n"));
}
