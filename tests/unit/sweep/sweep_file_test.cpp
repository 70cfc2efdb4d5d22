// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sweep/append_file.h"
#include "tests/support/paths.h"
#include "tests/unit/sweep/sweep_case.h"

#include <fstream>
#include <iterator>

using namespace halltwin;
using namespace halltwin::tests;
namespace fs = std::filesystem;

namespace {

Result<sweep::SweepProgress> run(const sweep::SweepPlan& plan, CountingEvaluator& counting,
                                 const fs::path& file) {
    return sweep::runSweep(plan, counting.evaluator(), file, {}, counting.stop.get_token());
}

std::string contentOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("A sweep of 200 points that is stopped in the middle goes on without redoing any") {
    const ScratchFolder folder;
    const fs::path file = folder / "sweep.csv";
    CountingEvaluator first;
    first.most = 90;
    CHECK_FALSE(run(aPlan(), first, file));
    REQUIRE(sweep::readSweep(file)->rows.size() == 90);
    CountingEvaluator second;
    const auto progress = run(aPlan(), second, file);
    REQUIRE(progress);
    CHECK(progress->points == 200);
    CHECK(progress->skipped == 90);
    CHECK(progress->done == 110);
    CHECK(second.asked == 110);
    CHECK(sweep::readSweep(file)->rows.size() == 200);
    CountingEvaluator third;
    CHECK(run(aPlan(), third, file)->skipped == 200);
    CHECK(third.asked == 0);
}

TEST_CASE("A line that a killed run left torn is dropped and calculated again") {
    const ScratchFolder folder;
    const fs::path file = folder / "sweep.csv";
    CountingEvaluator first;
    REQUIRE(run(aPlan(), first, file));
    fs::resize_file(file, fs::file_size(file) - 5);
    const auto torn = sweep::readSweep(file);
    REQUIRE(torn);
    CHECK(torn->tornEnd);
    CHECK(torn->rows.size() == 199);
    CountingEvaluator second;
    REQUIRE(run(aPlan(), second, file));
    CHECK(second.asked == 1);
    const auto whole = sweep::readSweep(file);
    CHECK_FALSE(whole->tornEnd);
    CHECK(whole->rows.size() == 200);
}

TEST_CASE("A run killed within the first line begins anew") {
    const ScratchFolder folder;
    const fs::path file = folder / "sweep.csv";
    for (const char* start : {"", "sweep,econ"}) {
        std::ofstream(file, std::ios::trunc) << start;
        CountingEvaluator counting;
        REQUIRE(run(aPlan(), counting, file));
        CHECK(sweep::readSweep(file)->rows.size() == 200);
    }
}

TEST_CASE("More values of the same axes add their points to the file") {
    const ScratchFolder folder;
    const fs::path file = folder / "sweep.csv";
    CountingEvaluator first;
    REQUIRE(run(aPlan(), first, file));
    sweep::SweepPlan more = aPlan();
    more.axes[1].values.emplace_back("11");
    CountingEvaluator second;
    REQUIRE(run(more, second, file));
    CHECK(second.asked == 20);
}

TEST_CASE("The file of another sweep is refused and left as it is") {
    const ScratchFolder folder;
    const fs::path file = folder / "sweep.csv";
    CountingEvaluator first;
    REQUIRE(run(aPlan(), first, file));
    const std::string before = contentOf(file);
    sweep::SweepPlan otherProject = aPlan();
    otherProject.base.project = std::make_shared<const Project>(aProject().withRacks(2).build());
    sweep::SweepPlan otherAxes = aPlan();
    otherAxes.axes.pop_back();
    for (const sweep::SweepPlan& other : {otherProject, otherAxes}) {
        CountingEvaluator counting;
        const auto refused = run(other, counting, file);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::InvalidArgument);
        CHECK(refused.error().message.find("another sweep") != std::string::npos);
        CHECK(counting.asked == 0);
        CHECK(contentOf(file) == before);
    }
}

TEST_CASE("A file that is no sweep's is refused and left as it is") {
    const ScratchFolder folder;
    const fs::path file = folder / "letter.txt";
    for (const char* text : {"Dear Sir,\nno.\n", "sweep,a.b,figure,error\nx,1\n",
                             "sweep,a.b,figure,error\nx,1,2,\ny,1,2,\n", "sweep,\"open\n"}) {
        std::ofstream(file, std::ios::trunc) << text;
        CountingEvaluator counting;
        CAPTURE(text);
        const auto refused = run(aPlan(), counting, file);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().context.find("letter.txt") != std::string::npos);
        CHECK(contentOf(file) == text);
    }
}

TEST_CASE("A file that is being written is refused, and so is a folder that is not there") {
    const ScratchFolder folder;
    CountingEvaluator counting;
    const auto held = sweep::AppendFile::open(folder / "sweep.csv", 0);
    REQUIRE(held);
    CHECK(run(aPlan(), counting, folder / "sweep.csv").error().code == ErrorCode::InvalidArgument);
    CHECK(run(aPlan(), counting, folder / "no/sweep.csv").error().code == ErrorCode::IoFailure);
    CHECK(counting.asked == 0);
}
