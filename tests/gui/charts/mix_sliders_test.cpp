// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/charts/mix_sliders.h"

#include <QSlider>
#include <QTest>
#include <numeric>

using namespace halltwin;
using namespace halltwin::views;

namespace {

struct Bench {
    Bench() { session.newProject(tests::aProject().withRacks(1)); }

    QSlider& slider(const char* name) {
        auto* found = sliders.findChild<QSlider*>(name);
        REQUIRE(found != nullptr);
        return *found;
    }
    double share(EnergySource source) { return session.project().energy.of(source); }

    bridge::ProjectSession session{std::make_shared<const Catalog>(tests::aCatalog())};
    bridge::Selection selection;
    bridge::TwinRunner runner{
        nullptr, [](const twin::TwinInput&, std::stop_token) { return twin::TwinResult{}; }};
    bridge::TwinFeed twin{session, runner};
    bridge::Theme theme;
    charts::MixSliders sliders{{session, selection, twin, theme}};
};

/// Moves the handle as a mouse does, in steps.
void drag(QSlider& slider, std::initializer_list<int> positions) {
    slider.setSliderDown(true);
    for (const int position : positions)
        slider.setSliderPosition(position);
    slider.setSliderDown(false);
}

}  // namespace

TEST_CASE("A slider gesture is one undo step, however many steps the slider takes") {
    Bench bench;
    const EnergySupply before = bench.session.project().energy;
    drag(bench.slider("mix.coal"), {300, 450, 700, 500});
    CHECK(bench.share(EnergySource::Coal) == Approx(0.5));
    bench.session.undo();
    CHECK(bench.session.project().energy == before);
    CHECK(!bench.session.canUndo());
    CHECK(bench.slider("mix.coal").value() == 200);
}

TEST_CASE("Shares sum to one after every gesture") {
    Bench bench;
    drag(bench.slider("mix.nuclear"), {900});
    drag(bench.slider("mix.hydro"), {0, 333});
    const auto& share = bench.session.project().energy.share;
    CHECK(std::accumulate(share.begin(), share.end(), 0.0) == Approx(1.0).epsilon(1e-9));
    CHECK(bench.session.undoText() == "Change energy mix");
    bench.session.undo();
    CHECK(bench.session.canUndo());
}

TEST_CASE("Going to 100 % and back within a gesture restores the other sources") {
    Bench bench;
    const EnergySupply before = bench.session.project().energy;
    drag(bench.slider("mix.coal"), {1000, 200});
    for (std::size_t i = 0; i < energySourceCount; ++i) {
        CHECK(bench.session.project().energy.share[i] == Approx(before.share[i]).margin(1e-9));
    }
}

TEST_CASE("Arrow keys that follow each other are one gesture") {
    Bench bench;
    const EnergySupply before = bench.session.project().energy;
    QSlider& slider = bench.slider("mix.gas");
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(&slider, Qt::Key_Right);
    CHECK(bench.share(EnergySource::Gas) == Approx(0.39));
    bench.session.undo();
    CHECK(bench.session.project().energy == before);
}
