// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/file_io.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <filesystem>
#include <fstream>

using namespace halltwin;
namespace fs = std::filesystem;

namespace {

std::size_t filesIn(const fs::path& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a written file holds exactly the bytes and nothing is left beside it") {
    const tests::ScratchFolder folder;
    const fs::path file = folder / "a b%?#.bin";
    const std::string bytes("\0\xFF\n\r data", 9);
    REQUIRE(writeFileAtomically(file, bytes));
    CHECK(readFile(file) == bytes);
    REQUIRE(writeFileAtomically(file, "second"));
    CHECK(readFile(file) == std::string("second"));
    CHECK(filesIn(folder.path()) == 1);
}

TEST_CASE("writing keeps permissions and follows a symbolic link") {
    const tests::ScratchFolder folder;
    const fs::path file = folder / "real";
    const fs::path link = folder / "link";
    REQUIRE(writeFileAtomically(file, "first"));
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink(file, link);
    REQUIRE(writeFileAtomically(link, "second"));
    CHECK(fs::is_symlink(link));
    CHECK(readFile(file) == std::string("second"));
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a write that fails says why and leaves nothing") {
    const tests::ScratchFolder folder;
    const auto absent = writeFileAtomically(folder / "no/such/folder/file", "x");
    REQUIRE_FALSE(absent);
    CHECK(absent.error().code == ErrorCode::IoFailure);
    CHECK_FALSE(writeFileAtomically(folder.path(), "x"));
    CHECK(filesIn(folder.path()) == 0);
}

TEST_CASE("an endless file is not read to its end") {
    const auto result = readFile("/dev/zero", 1000);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::OverLimit);
}

TEST_CASE(
    "what a killed process left while saving is removed by the next save, a living one's is not") {
    const tests::ScratchFolder folder;
    const fs::path file = folder / "hall.halltwin";
    const fs::path dead =
        folder / ".hall.halltwin.saving-2147483646";  // above the highest process id
    const fs::path alive = folder / ".hall.halltwin.saving-1";
    const fs::path foreign = folder / ".hall.halltwin.saving-12x";
    for (const fs::path& leftover : {dead, alive, foreign})
        std::ofstream(leftover) << "partial";
    REQUIRE(writeFileAtomically(file, "x"));
    CHECK_FALSE(fs::exists(dead));
    CHECK(fs::exists(alive));
    CHECK(fs::exists(foreign));
}

TEST_CASE("reading names what is wrong") {
    const tests::ScratchFolder folder;
    CHECK(readFile(folder / "absent").error().code == ErrorCode::NotFound);
    CHECK(readFile(folder.path()).error().code == ErrorCode::IoFailure);
    REQUIRE(writeFileAtomically(folder / "ten", "0123456789"));
    CHECK(readFile(folder / "ten", 10) == std::string("0123456789"));
    CHECK(readFile(folder / "ten", 9).error().code == ErrorCode::OverLimit);
}
