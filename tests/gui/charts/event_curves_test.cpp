// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "views/charts/event_curves.h"
#include "views/charts/event_list.h"
#include "views/charts/time_scale.h"

#include <algorithm>

using namespace halltwin;
using namespace halltwin::views::charts;

namespace {

power::Element element(std::int64_t id, ItemKind kind, double ratingKw) {
    power::Element made;
    made.id = ItemId{id};
    made.kind = kind;
    made.name = "E" + std::to_string(id);
    made.rating = kilowatts(ratingKw);
    return made;
}

/// Two batteries and a feed over 100 s: the batteries give 10 kW each until they are empty at 50 s.
struct Case {
    Case() {
        chain.elements = {element(1, ItemKind::UtilityFeed, 100.0),
                          element(2, ItemKind::Battery, 20.0), element(3, ItemKind::Battery, 20.0)};
        const auto sample = [](double atS, double gives, double charge, double other) {
            power::ElementSample feed;
            power::ElementSample battery{true, 0.5, kilowatts(gives), kilowatts(gives), charge};
            power::ElementSample second{true, 0.5, kilowatts(gives), kilowatts(gives), other};
            return power::SequenceSample{
                seconds(atS), kilowatts(2 * gives), kilowatts(2 * gives), {feed, battery, second}};
        };
        sequence.samples = {sample(0.0, 10.0, 1.0, 0.8), sample(50.0, 0.0, 0.5, 0.0)};
    }
    power::ChainInput chain;
    power::Sequence sequence;
};

const EventCurve& curveOf(const EventCurves& curves, CurveKind kind) {
    const auto found = std::find_if(curves.curves.begin(), curves.curves.end(),
                                    [kind](const EventCurve& curve) { return curve.kind == kind; });
    REQUIRE(found != curves.curves.end());
    return *found;
}

}  // namespace

TEST_CASE("Batteries are added up, and their charge is that of the emptiest") {
    const Case made;
    const EventCurves curves = eventCurves(made.chain, made.sequence, {});
    const EventCurve& given = curveOf(curves, CurveKind::Batteries);
    CHECK(curves.valueAt(given, 0.0) == Approx(20e3));
    CHECK(curves.valueAt(given, 49.0) == Approx(20e3));  // holds until the next sample
    CHECK(curves.valueAt(given, 51.0) == 0.0);
    const EventCurve& charge = curveOf(curves, CurveKind::Charge);
    CHECK(curves.valueAt(charge, 0.0) == Approx(80.0));
    CHECK(curves.valueAt(charge, 25.0) == Approx(40.0));  // evenly in between
    CHECK(curves.valueAt(charge, 60.0) == 0.0);
}

TEST_CASE("What never gives has no curve, and the selected element has its own") {
    const Case made;
    const EventCurves without = eventCurves(made.chain, made.sequence, {});
    CHECK(std::none_of(without.curves.begin(), without.curves.end(), [](const EventCurve& curve) {
        return curve.kind == CurveKind::Generators || curve.kind == CurveKind::Selected;
    }));
    const EventCurves with =
        eventCurves(made.chain, made.sequence, NamedElement{ItemId{2}, QStringLiteral("BAT-1")});
    CHECK(with.valueAt(curveOf(with, CurveKind::Selected), 0.0) == Approx(10e3));
    CHECK(with.valueAt(curveOf(with, CurveKind::SelectedCharge), 0.0) == Approx(100.0));
}

TEST_CASE("A sequence without samples, or of another chain, has no curves") {
    Case made;
    made.chain.elements.pop_back();
    CHECK(eventCurves(made.chain, made.sequence, {}).isEmpty());
    made.sequence.samples.clear();
    CHECK(eventCurves(made.chain, made.sequence, {}).isEmpty());
}

TEST_CASE("The time scale is invertible and keeps milliseconds and hours apart") {
    const TimeScale scale = TimeScale::forTimes({0.0, 0.02, 12.0, 9000.0});
    CHECK(scale.endS() == 14400.0);
    CHECK(scale.shareOf(0.0) == 0.0);
    CHECK(scale.shareOf(scale.endS()) == Approx(1.0));
    for (const double time : {0.005, 0.02, 1.0, 60.0, 3600.0})
        CHECK(scale.timeAt(scale.shareOf(time)) == Approx(time));
    CHECK(scale.shareOf(0.02) > 0.04);
    CHECK(scale.shareOf(12.0) - scale.shareOf(0.02) > 0.3);
    CHECK(scale.shareOf(9000.0) - scale.shareOf(12.0) > 0.3);
}

TEST_CASE("Labels of the time scale go from zero to its end and keep their distance") {
    const TimeScale scale = TimeScale::forTimes({10.0});
    CHECK(scale.endS() == 60.0);
    const std::vector<double> ticks = scale.ticks(0.06);
    CHECK(ticks.front() == 0.0);
    CHECK(ticks.back() == 60.0);
    for (std::size_t n = 1; n < ticks.size(); ++n)
        CHECK(scale.shareOf(ticks[n]) - scale.shareOf(ticks[n - 1]) >= 0.06);
}

TEST_CASE("Loads that go dark at one moment for one reason are one row") {
    power::Sequence sequence;
    using What = power::SequenceEvent::What;
    sequence.events.push_back({seconds(0.0), ItemId{1}, What::Failed, 0.0, {}, {}});
    for (int n = 10; n < 15; ++n)
        sequence.events.push_back({seconds(0.0), ItemId{n}, What::Dark, 0.0, ItemId{1}, {}});
    sequence.events.push_back({seconds(9.0), ItemId{10}, What::Back, 0.0, {}, {}});
    const EventNames names{
        [](ItemId id) { return QStringLiteral("E%1").arg(id.value); },
        [](ItemId id) { return id.value < 10 ? ItemKind::UtilityFeed : ItemKind::Rack; }};
    const auto rows = eventRows(sequence, names);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].element == "E1");
    CHECK(rows[1].items.size() == 5);
    CHECK(rows[1].element.startsWith("5 ×"));
    CHECK(rows[1].because == "E1");
    CHECK(rows[1].isBad);
    CHECK(rows[2].element == "E10");
    CHECK_FALSE(rows[2].isBad);
}
