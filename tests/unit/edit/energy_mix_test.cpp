// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/edit/edit_checks.h"

#include <cmath>
#include <numeric>

using namespace halltwin;
using namespace halltwin::edit;
using namespace halltwin::tests;

namespace {

double sum(const EnergySupply& mix) {
    return std::accumulate(mix.share.begin(), mix.share.end(), 0.0);
}

}  // namespace

TEST_CASE("Setting one share scales the others in proportion and keeps the sum at one") {
    const EnergySupply before;
    const EnergySupply after = withShare(before, EnergySource::Nuclear, 0.6);
    CHECK(after.of(EnergySource::Nuclear) == 0.6);
    CHECK(sum(after) == Approx(1.0).epsilon(1e-12));
    CHECK(after.of(EnergySource::Gas) / after.of(EnergySource::Coal) ==
          Approx(before.of(EnergySource::Gas) / before.of(EnergySource::Coal)));
    CHECK(after.of(EnergySource::Gas) == Approx(0.35 * 0.4 / 0.8));
}

TEST_CASE("A share goes to one and back: then the others divide the rest equally") {
    const EnergySupply all = withShare({}, EnergySource::Hydro, 1.0);
    CHECK(sum(all) == Approx(1.0));
    CHECK(all.of(EnergySource::Coal) == 0.0);
    const EnergySupply back = withShare(all, EnergySource::Hydro, 0.5);
    CHECK(sum(back) == Approx(1.0));
    CHECK(back.of(EnergySource::Coal) == Approx(0.05));
}

TEST_CASE("Shares outside zero to one are clamped, and what is no number changes nothing") {
    const EnergySupply mix;
    CHECK(withShare(mix, EnergySource::Coal, 7.0).of(EnergySource::Coal) == 1.0);
    CHECK(withShare(mix, EnergySource::Coal, -1.0).of(EnergySource::Coal) == 0.0);
    CHECK(withShare(mix, EnergySource::Coal, std::nan("")) == mix);
}

TEST_CASE("The sum stays at one through a long series of slider moves") {
    EnergySupply mix;
    for (int i = 0; i < 2000; ++i) {
        const auto source = static_cast<EnergySource>(i * 7 % 11);
        mix = withShare(mix, source, 0.01 * (i * 31 % 101));
        REQUIRE(apply(Project{}, SetEnergyMix{mix}));
    }
    CHECK(sum(mix) == Approx(1.0).epsilon(1e-12));
}

TEST_CASE("A mix that does not sum to one, or holds a share out of range, is refused") {
    EnergySupply mix;
    mix.share[0] += 0.1;
    CHECK(failureOf(Project{}, SetEnergyMix{mix}) == ErrorCode::InvalidArgument);
    mix.share[0] = -0.2;
    CHECK(failureOf(Project{}, SetEnergyMix{mix}) == ErrorCode::OutOfRange);
    mix.share[0] = std::nan("");
    CHECK(failureOf(Project{}, SetEnergyMix{mix}) == ErrorCode::OutOfRange);
}
